import Foundation
import MaritimeModel
import Testing

@testable import Reporting

/// An account of tracks in every format.
struct TrackReportTests {
    private static func rendered(
        _ format: TrackFormat, _ account: TrackAccount = SampleAccount.account, columns: Int = 100
    ) -> String {
        var bytes: [UInt8] = []
        renderTracks(format, account: account, style: TextStyle(columns: columns)) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: TrackFormat.allCases)
    func everyFormatIsAsRecorded(format: TrackFormat) throws {
        let name = format == .text ? "txt" : format.rawValue
        try Golden.compare(TrackReportTests.rendered(format), with: "tracks.\(name)")
        try Golden.compare(
            TrackReportTests.rendered(format, SampleAccount.empty), with: "tracks-empty.\(name)")
    }

    @Test func aVesselThatWasAskedForIsShownWithEverything() throws {
        let text = TrackReportTests.rendered(.text, SampleAccount.asked)
        try Golden.compare(text, with: "tracks-asked.txt")
        #expect(text.contains("200000006") && text.contains("TONGA: 2026-01-03 00:00"))
        #expect(!text.contains("PLAIN"))
    }

    @Test func theSummaryIsAsRecorded() throws {
        let accounts = [SampleAccount.account, SampleAccount.asked, SampleAccount.empty]
        let lines = accounts.flatMap { trackSummaryLines($0) + ["--"] }
        try Golden.compare(lines.map { $0 + "\n" }.joined(), with: "tracks-summary.txt")
    }

    @Test(arguments: [60, 80, 100])
    func theTextFitsThePageAndSteersNoTerminal(columns: Int) {
        for account in [SampleAccount.account, SampleAccount.asked, SampleAccount.empty] {
            let text = TrackReportTests.rendered(.text, account, columns: columns)
            for line in lines(of: text) {
                #expect(TerminalText.width(of: line) <= columns, "\(line)")
                #expect(line.last != " ", "\(line)")
                #expect(
                    line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
                    "\(line.debugDescription)")
            }
        }
    }

    @Test func theTextListsWhatStandsOutAndCountsTheRest() {
        let text = TrackReportTests.rendered(.text)
        for id in ["200000001", "200000005", "200000077"] {
            #expect(lines(of: text).contains { $0.hasPrefix("  \(id)  ") })
        }
        #expect(!lines(of: text).contains { $0.hasPrefix("  200000006") })
        #expect(text.contains("PLAIN VESSELS (2)"))
    }

    @Test func ofAVesselWithManySegmentsTheFirstAreShownUnlessItWasAskedFor() {
        var account = SampleAccount.empty
        let segments = (1...30).map { SampleAccount.segment($0, [($0 * 1_000, 1, 1), ($0 * 1_000 + 10, 1, 1)]) }
        account.vessels = [SampleAccount.vessel("x", segments)]
        let some = TrackReportTests.rendered(.text, account)
        #expect(some.contains("segment 20") && !some.contains("segment 21"))
        #expect(some.contains("and 10 more segments: see all with --vessel ID"))
        account.vesselsAskedFor = ["x"]
        #expect(TrackReportTests.rendered(.text, account).contains("segment 30"))
    }

    @Test func theJSONHoldsEverythingByItsName() throws {
        let document = try jsonObject(TrackReportTests.rendered(.json))
        let run = try #require(document["run"] as? [String: Any])
        #expect(run["raw_tracks"] as? Bool == false && run["include_gear"] as? Bool == false)
        let account = try rows(ofRun: run)
        #expect(account.used + account.rejected == account.read)
        let findings = try #require(document["findings"] as? [[String: Any]])
        #expect(findings.map { $0["kind"] as? String } == ["gear", "one_hull", "shared_identity"])
        #expect(findings[0]["carrier"] as? String == "200000005")
        #expect((findings[0]["figures"] as? [String: Any])?["median_distance_m"] as? Double == 12.345_7)
        let vessels = try #require(document["vessels"] as? [[String: Any]])
        #expect(vessels.map { $0["id"] as? String } == SampleAccount.account.vessels.map(\.vessel.id))
        let vessel = vessels[0]
        #expect(vessel["name"] as? String == "STELLA")
        #expect((vessel["rejected"] as? [String: Int])?["outlier"] == 12)
        let segments = try #require(vessel["segments"] as? [[String: Any]])
        #expect(segments.map { $0["overlaps_another"] as? Bool } == [true, true, false])
        #expect(segments[0]["path_km"] as? Double == 12.346)
        let doubts = try #require(vessel["doubts"] as? [[String: Any]])
        #expect(doubts.map { $0["kind"] as? String } == ["identity_in_doubt", "position_in_doubt"])
        let data = try #require(vessel["static"] as? [String: [[String: Any]]])
        let name = try #require(data["names"]?.first?["value"] as? String)
        #expect(name.unicodeScalars.elementsEqual(SampleReport.hostileName.unicodeScalars))
        #expect(data["draughts_m"]?.map { $0["value"] as? Double } == [9.1, 14.85])
        let lone = try #require(vessels[4]["segments"] as? [[String: Any]])
        #expect(lone[0]["median_speed_kn"] is NSNull)
    }

    @Test func theTableHasARowForEachFix() {
        let rows = lines(of: TrackReportTests.rendered(.csv))
        let fixes = SampleAccount.account.vessels.flatMap(\.segments).reduce(0) { $0 + $1.fixes.count }
        #expect(rows.count == fixes + 1)
        #expect(rows[0] == "id,segment,time,latitude,longitude")
        #expect(rows[1] == "200000001,1,2026-01-03T00:00:00Z,25.0000000,56.0000000")
        #expect(rows.last == "\"a,\"\"b\"\"\u{1B}[2J\",1,2026-01-03T00:00:00Z,90.0000000,-180.0000000")
    }

    @Test(arguments: TrackFormat.allCases)
    func aLargeAccountComesInPieces(format: TrackFormat) {
        var account = SampleAccount.empty
        let fixes = (0..<2_000).map { (seconds: $0 * 10, latitude: 10.0, longitude: 20 + Double($0) * 1e-4) }
        let segments = [SampleAccount.segment(1, fixes), SampleAccount.segment(2, fixes)]
        account.vessels = (0..<200).map { SampleAccount.vessel("v\($0)", segments, doubts: SampleReport.doubts) }
        var pieces: [Int] = []
        renderTracks(format, account: account) { pieces.append($0.count) }
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { $0 < 80_000 })
    }

    private struct DiskFull: Error {}

    @Test(arguments: TrackFormat.allCases)
    func whatTheSinkThrowsEndsTheReport(format: TrackFormat) {
        var calls = 0
        #expect(throws: DiskFull.self) {
            try renderTracks(format, account: SampleAccount.account) { (_: [UInt8]) throws(DiskFull) in
                calls += 1
                throw DiskFull()
            }
        }
        #expect(calls == 1)
    }
}
