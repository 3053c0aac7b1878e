import Foundation
import Testing

/// Global Fishing Watch's encounter cases under the distances and durations of their manifest, with the answer that
/// continuous motion between the fixes gives.
///
/// The reference samples every ten minutes, so its encounters begin and end at fixes; here they begin and end where the
/// distance crosses 500 m. The expected figures come from a separate program that samples great circles densely and
/// bisects; the simple ones can be had by hand, and the comments say how.
@Suite(.enabled(if: Places.hasEncounters, Places.encountersHint))
struct EncounterVectorTests {
    private struct Case: Decodable {
        struct Parameters: Decodable {
            var maxGapMin: Double
            var maxKm: Double?
            var minMinutes: Double?
            var mergeHours: Double?
        }
        var `case`: String
        var input: String
        var params: Parameters
    }

    struct Expected: Equatable, CustomTestStringConvertible {
        var pair: [String]
        var start: String
        var end: String
        var contactSeconds: Int
        var minimumMetres: Double
        var minimumAtFixMetres: Double
        var testDescription: String { "\(pair) from \(start)" }
    }

    /// Vessels 2 and 3 change places between 16:40 and 16:50, so they pass through each other though no fix is nearer
    /// than 0.001 degrees of longitude, 111.2 m. Vessel 1 has fixes from 15:40 to 17:40 only.
    private static let threeTogether = [
        Expected(
            pair: ["2", "3"], start: "2011-01-01T15:20:00Z", end: "2011-01-01T17:50:00Z", contactSeconds: 9_000,
            minimumMetres: 0, minimumAtFixMetres: 111.2),
        Expected(
            pair: ["1", "2"], start: "2011-01-01T15:40:00Z", end: "2011-01-01T17:40:00Z", contactSeconds: 7_200,
            minimumMetres: 0, minimumAtFixMetres: 0),
        Expected(
            pair: ["1", "3"], start: "2011-01-01T15:40:00Z", end: "2011-01-01T17:40:00Z", contactSeconds: 7_200,
            minimumMetres: 0, minimumAtFixMetres: 0),
    ]

    static let expected: [String: [Expected]] = [
        "up_simple": [
            // 16:02:25.853 to 17:04:47.390, 3 741.5 s
            Expected(
                pair: ["1", "2"], start: "2011-01-01T16:02:26Z", end: "2011-01-01T17:04:47Z", contactSeconds: 3_742,
                minimumMetres: 163.0, minimumAtFixMetres: 166.2)
        ],
        "up_multi": threeTogether,
        // The same input; the reference keeps one neighbour a vessel and so loses pairs.
        "up_multi_tracked1": threeTogether,
        "up_dateline": [
            // 16:03:04.020 to 17:10:43.014, 4 059.0 s
            Expected(
                pair: ["1", "2"], start: "2011-01-01T16:03:04Z", end: "2011-01-01T17:10:43Z", contactSeconds: 4_059,
                minimumMetres: 182.6, minimumAtFixMetres: 182.6)
        ],
        "up_fastsep": [
            Expected(
                pair: ["1", "2"], start: "2011-01-01T15:40:00Z", end: "2011-01-01T17:40:00Z", contactSeconds: 7_200,
                minimumMetres: 0, minimumAtFixMetres: 0)
        ],
        // One vessel alone.
        "up_resample": [],
        "br_cross_day": [
            // 500 m are 0.0044966 degrees of the equator. Vessel 2 goes from 0.1 to 0.0001 degrees in 600 s, so it is
            // within 500 m for the last 600 * (0.0044966 - 0.0001) / 0.0999 = 26.4 s before 22:10, and likewise for
            // the first 26.4 s after 01:00: 10 200 + 52.8 s. 0.0001 degrees are 11.1 m.
            Expected(
                pair: ["1", "2"], start: "2011-01-01T22:09:34Z", end: "2011-01-02T01:00:26Z", contactSeconds: 10_253,
                minimumMetres: 11.1, minimumAtFixMetres: 11.1)
        ],
        // 41 minutes; see below.
        "br_too_short": [],
    ]

    @Test func everyCaseOfTheManifestIsKnown() throws {
        #expect(try Set(cases().map(\.case)) == Set(EncounterVectorTests.expected.keys))
    }

    @Test(arguments: EncounterVectorTests.expected.keys.sorted())
    func theCaseHasThePhysicallyRightAnswer(name: String) throws {
        let chosen = try #require(cases().first { $0.case == name })
        let events = try events(of: chosen)
        let found = try events.map { event in
            Expected(
                pair: event.pair, start: try text(event.start), end: try text(event.end),
                contactSeconds: event.contactS, minimumMetres: event.distanceM.min,
                minimumAtFixMetres: try #require(event.distanceM.minAtFix))
        }
        #expect(found == EncounterVectorTests.expected[name])
        #expect(Set(events.map(\.operationId)).count <= 1, "\(name): one meeting, so one operation")
    }

    @Test func theMeanLongitudeAcrossTheDatelineIsThere() throws {
        let chosen = try #require(cases().first { $0.case == "up_dateline" })
        let event = try #require(events(of: chosen).first)
        // The reference's mean over its ten-minute samples is -1.47164, 179.99985.
        #expect(abs(event.position.latitude + 1.471_64) < 0.000_1)
        #expect(abs(event.position.longitude - 179.999_85) < 0.000_1)
    }

    /// The approach takes twenty minutes: 1 200 * 0.0043966 / 0.0999 = 52.8 s of it are within 500 m; then 40 minutes
    /// and 26.4 s of the departure.
    @Test(arguments: [("2479s", 1), ("2480s", 0), ("120m", 0)])
    func theShortMeetingLasts2479Seconds(minimum: String, count: Int) throws {
        let chosen = try #require(cases().first { $0.case == "br_too_short" })
        let events = try events(of: chosen, minDuration: minimum)
        #expect(events.count == count)
        for event in events {
            #expect(try text(event.start) == "2011-01-01T12:09:07Z")
            #expect(try text(event.end) == "2011-01-01T12:50:26Z")
            #expect(event.contactS == 2_479)
        }
    }

    /// Ten degrees in ten minutes leave 600 * 0.0044966 / 10 = 0.27 s within 500 m on either side of a shared fix, and
    /// twice that where the stretch before takes twenty minutes: 12 times 0.27 s over the two hours.
    @Test func theTeleportingVesselIsInContactForThreeSeconds() throws {
        let chosen = try #require(cases().first { $0.case == "up_fastsep" })
        let event = try #require(events(of: chosen, minDuration: "0", raw: true).first)
        #expect(event.contactS == 3)
        #expect(event.ledger.contacts == 6)
        #expect(try events(of: chosen, minDuration: "4s", raw: true).isEmpty)
    }

    /// Ten degrees in ten minutes are no ship's way: the near half of the fixes is a track of its own, which lies beside
    /// vessel 1 for as long as that is there, and is marked as one of two tracks with one identity.
    @Test func theNearHalfOfTheTeleportingVesselIsAContactOfASharedIdentity() throws {
        let chosen = try #require(cases().first { $0.case == "up_fastsep" })
        let events = try events(of: chosen)
        let event = try #require(events.first)
        #expect(events.count == 1)
        #expect(event.contactS == 7_200)
        #expect(event.identityInDoubt?.map(\.reason) == ["shared_identity"])
        #expect(event.identityInDoubt?.map(\.vessel) == [1])
    }

    private func cases() throws -> [Case] {
        let manifest = try Data(contentsOf: URL(fileURLWithPath: Places.encounters + "/manifest.json"))
        return try ReportDecoding.decode([Case].self, from: manifest)
    }

    private func events(of chosen: Case, minDuration: String? = nil, raw: Bool = false) throws -> [ReportedEvent] {
        let parameters = chosen.params
        let words = [
            Places.encounters + "/" + chosen.input, "--profile", "proximity",
            "--max-distance", "\((parameters.maxKm ?? 0.5) * 1_000)",
            "--min-duration", minDuration ?? "\(Int(parameters.minMinutes ?? 30))m",
            "--join-gap", "\(Int(parameters.mergeHours ?? 24))h", "--max-gap", "\(Int(parameters.maxGapMin))m",
        ]
        return try ScanOutput.of(words + (raw ? ["--raw-tracks"] : [])).events
    }

    private func text(_ date: Date) throws -> String { date.formatted(.iso8601) }
}
