import Foundation
import MaritimeModel
import Reporting
import Testing

/// What JSON and NDJSON promise to the programs that read them.
struct RecordTests {
    @Test
    func everyEventOfNDJSONEqualsThatOfJSON() throws {
        let document = lines(of: rendered(.json)).dropFirst(2).dropLast()
        let events = document.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
        let stream = lines(of: rendered(.ndjson))
        #expect(Array(stream.dropLast()) == Array(events))
        #expect(events.count == SampleReport.events.count)
    }

    @Test
    func theLastLineOfNDJSONIsTheRunOfJSON() throws {
        var run = try jsonObject(#require(lines(of: rendered(.ndjson)).last))
        #expect(run.removeValue(forKey: "kind") as? String == "run")
        let document = try jsonObject(rendered(.json))
        let expected = try #require(document["run"] as? [String: Any])
        #expect(NSDictionary(dictionary: run) == NSDictionary(dictionary: expected))
    }

    @Test
    func everyLineOfNDJSONIsAnObjectWithItsKind() throws {
        let kinds = try lines(of: rendered(.ndjson)).map { try jsonObject($0)["kind"] as? String }
        #expect(kinds == Array(repeating: "rendezvous", count: SampleReport.events.count) + ["run"])
    }

    @Test
    func theMembersOfAnEventStandInTheAgreedOrder() throws {
        let line = try #require(lines(of: rendered(.ndjson)).first)
        let names = [
            "id", "kind", "vessels", "start", "end", "contact_s", "longest_silence_s", "position", "distance_m",
            "place",
            "assessment", "sanctions", "flagged", "operation_id", "span_s", "ledger",
            // Only there when something is doubted, as in this event.
            "identity_in_doubt", "position_in_doubt",
        ]
        var rest = line[...]
        for name in names {
            let place = try #require(rest.range(of: "\"\(name)\":"), "\(name) is missing or out of order")
            rest = rest[place.upperBound...]
        }
        #expect(try Set(jsonObject(line).keys) == Set(names))
    }

    @Test
    func whatIsNotKnownIsNull() throws {
        let line = try #require(lines(of: rendered(.ndjson)).dropLast().last)
        let event = try jsonObject(line)
        let vessel = try #require((event["vessels"] as? [[String: Any]])?.first)
        for name in ["mmsi", "imo", "name", "call_sign", "flag", "type", "ais_type", "length_m", "median_speed_kn"] {
            #expect(vessel[name] is NSNull, "\(name)")
        }
        let position = try #require(event["position"] as? [String: Any])
        #expect(position["latitude"] is NSNull && position["longitude"] is NSNull)
        #expect(event["assessment"] is NSNull)
    }

    @Test(arguments: [ReportFormat.json, .ndjson, .geojson])
    func usedAndRejectedMakeTheRowsReadInEveryRunRecord(format: ReportFormat) throws {
        let text = rendered(format)
        let run =
            format == .ndjson
            ? try jsonObject(#require(lines(of: text).last)) : try #require(jsonObject(text)["run"] as? [String: Any])
        let all = try rows(ofRun: run)
        #expect(all.read == SampleReport.run.ledger.rows)
        #expect(all.used + all.rejected == all.read)
        for input in try #require(run["inputs"] as? [[String: Any]]) {
            let own = try rows(ofRun: input)
            #expect(own.used + own.rejected == own.read)
        }
    }

    @Test
    func aRunWithoutAWatchlistSaysThatNoListWasChecked() throws {
        let run = try jsonObject(rendered(.ndjson, run: SampleReport.emptyRun, events: []))
        #expect(run["lists_checked"] is NSNull)
        #expect(run["watchlist"] as? String == "none: no list was checked")
    }

    @Test(arguments: [ReportFormat.json, .ndjson, .geojson])
    func onlyTheTimingDiffersFromRunToRunAndItIsTheLastMember(format: ReportFormat) {
        var other = SampleReport.run
        other.timing.totalSeconds = 99
        other.timing.readingSeconds = 98
        other.timing.detectionSeconds = 97
        other.timing.threads = 8
        /// Takes the timing out of the line that carries it; nothing but the end of the run record may follow it.
        func withoutTiming(_ text: String) -> [String] {
            lines(of: text).map { line in
                guard let place = line.firstRange(of: ",\"timing\":{\"reading_s\"") else { return line }
                let rest = line[place.upperBound...].drop { $0 != "}" }
                #expect(rest == "}}" || rest == "}},")
                return String(line[..<place.lowerBound])
            }
        }
        let one = rendered(format)
        let two = rendered(format, run: other)
        #expect(one != two)
        #expect(withoutTiming(one) == withoutTiming(two))
    }
}
