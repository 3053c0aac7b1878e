import Foundation
import Testing

/// Scans of SampleTracks against the truth that was planted in it.
struct SampleTracksTests {
    /// The truth; only what these tests look at.
    struct Truth: Decodable {
        struct File: Decodable {
            var file: String
            var rows: Int
            var fixes: Int
            var identityOnly: Int
            var rejected: [String: Int]
        }
        struct Scene: Decodable {
            var scene: String
            var vessels: [String]
        }
        struct Meeting: Decodable {
            var scene: String
            var vessels: [String]
            var start: Date
            var end: Date
            var contactS: Double
            var minDistanceM: Double
            var reportedByDefault: Bool
            var hiddenBecause: String?
        }
        struct Listing: Decodable {
            var entry: String
            var vessel: String?
            var match: String?
            var timing: String?
        }
        var files: [File]
        var scenes: [Scene]
        var meetings: [Meeting]
        var listings: [Listing]
    }

    static let truth = Result {
        try ReportDecoding.decode(
            Truth.self, from: Data(contentsOf: URL(fileURLWithPath: Places.samples + "/truth.json")))
    }

    private let truth: Truth
    private let samples: ScanOutput

    init() throws {
        truth = try SampleTracksTests.truth.get()
        samples = try ScanOutput.ofSamples.get()
    }

    @Test func exactlyThePlantedMeetingsAreReported() throws {
        try expect(samples.events, toBe: truth.meetings.filter(\.reportedByDefault))
    }

    @Test func everyHiddenMeetingIsHiddenForTheExpectedReason() throws {
        // A meeting that is too short is no meeting, so it is not counted as excluded.
        let names = [
            "in_port": "in_port", "same_hull": "same_hull", "too_fast": "speed_rule", "no_tanker": "type_rule",
        ]
        var expected: [String: Int] = [:]
        for meeting in truth.meetings {
            guard let reason = meeting.hiddenBecause, let name = names[reason] else { continue }
            expected[name, default: 0] += 1
        }
        #expect(samples.run.excluded == expected)
    }

    @Test func withoutThePortAndSpeedRulesTheirMeetingsAppearToo() throws {
        let relaxed = try ScanOutput.of([Places.samples, "--include-ports", "--max-speed", "none"])
        let reasons: [String?] = [nil, "in_port", "too_fast"]
        try expect(relaxed.events, toBe: truth.meetings.filter { reasons.contains($0.hiddenBecause) })
        #expect(relaxed.events.filter(\.place.inPort).count == 1)
    }

    /// The bare definition finds every meeting of the truth, the briefest fly-by and the hull with two MMSIs too.
    @Test func rawTracksWithoutAnyRuleShowEveryMeeting() throws {
        let raw = try ScanOutput.of([
            Places.samples, "--profile", "proximity", "--raw-tracks", "--join-gap", "30m", "--min-duration", "0",
        ])
        try expect(raw.events, toBe: truth.meetings)
        // Base stations and the like count as vessels here.
        #expect(raw.run.rows.rejected["not_a_vessel"] == nil)
        #expect(raw.run.rows.isBalanced)
    }

    @Test func listedVesselsAreFlaggedAsPlanted() {
        let expected = truth.listings.filter { $0.vessel != nil }
        #expect(samples.run.listedVessels.map(\.id).sorted() == expected.compactMap(\.vessel).sorted())
        for listing in expected {
            let sightings = samples.run.listedVessels.filter { $0.id == listing.vessel }
            #expect(sightings.map(\.listing.entry) == [listing.entry])
            #expect(sightings.map(\.listing.match) == [listing.match])
            #expect(sightings.map(\.listing.timing) == [listing.timing])
            let met = samples.events.filter { $0.pair.contains(listing.vessel ?? "") }
            #expect(sightings.first?.events == met.map(\.id))
            for event in met {
                #expect(event.flagged)
                #expect(
                    event.sanctions.map { [event.pair[$0.vessel], $0.entry, $0.match, $0.timing] } == [
                        [listing.vessel, listing.entry, listing.match, listing.timing]
                    ])
            }
        }
        let listed = Set(expected.compactMap(\.vessel))
        for event in samples.events {
            #expect(event.flagged == !listed.isDisjoint(with: event.pair), "\(event.id)")
        }
        #expect(samples.run.flagged == 3)
    }

    /// A mother with two daughters is one operation of three pairs, and so is the raft with its twelve.
    @Test func meetingsOfOneSceneAreOneOperation() throws {
        let operations = Dictionary(grouping: samples.events.filter { $0.operationId != nil }) { $0.operationId ?? "" }
        let scenes = operations.values.map { Set($0.flatMap(\.pair)) }
        func vessels(_ scene: String) -> Set<String> {
            Set(truth.scenes.filter { $0.scene == scene }.flatMap(\.vessels))
        }
        #expect(Set(scenes) == [vessels("mother_and_daughters"), vessels("raft")])
        #expect(operations.values.map(\.count).sorted() == [3, 12])
    }

    @Test func everyRejectIsCountedAsPlanted() {
        #expect(samples.run.inputs.count == truth.files.count)
        for (input, file) in zip(samples.run.inputs, truth.files) {
            #expect(input.path.contains(file.file))
            #expect(
                input.rows
                    == RunAccount.Rows(
                        read: file.rows, used: file.fixes + file.identityOnly, fixes: file.fixes,
                        identityOnly: file.identityOnly, rejected: file.rejected), "\(file.file)")
            #expect(input.rows.isBalanced)
        }
        #expect(samples.run.rows.isBalanced)
    }

    @Test func theListInTheFolderIsPassedOverAndSaidSo() {
        #expect(samples.run.warnings.count == 1)
        #expect(samples.run.warnings.first?.contains("watchlist.csv was passed over") == true)
        #expect(!samples.run.inputs.contains { $0.path.contains("watchlist") || $0.path.contains("truth") })
    }

    /// Each event is one of the meetings and each meeting one of the events: times to 5 s, distance and contact to 10.
    private func expect(
        _ events: [ReportedEvent], toBe meetings: [Truth.Meeting], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for meeting in meetings {
            let found = events.filter {
                $0.pair == meeting.vessels && abs($0.start.timeIntervalSince(meeting.start)) <= 5
                    && abs($0.end.timeIntervalSince(meeting.end)) <= 5
            }
            #expect(found.count == 1, "\(meeting)", sourceLocation: sourceLocation)
            guard let event = found.first else { continue }
            #expect(
                abs(Double(event.contactS) - meeting.contactS) <= 10, "\(meeting.scene) \(event)",
                sourceLocation: sourceLocation)
            #expect(
                abs(event.distanceM.min - meeting.minDistanceM) <= 10, "\(meeting.scene) \(event)",
                sourceLocation: sourceLocation)
        }
        #expect(events.count == meetings.count, "\(events.map(\.pair))", sourceLocation: sourceLocation)
    }
}
