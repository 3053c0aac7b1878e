import Foundation
import Testing

/// What must hold between scans of the same tracks with different profiles and parameters.
struct ProfileTests {
    static let inputs: [String] =
        [Places.samples + "/aisdk-2024-01-02.zip"] + (Places.hasTracks ? [Places.virginiaBeach] : [])

    @Test(arguments: inputs)
    func oilMeetingsAreMeetingsByProximityToo(input: String) throws {
        let near = try ScanOutput.of([input, "--profile", "proximity", "--join-gap", "30m"])
        let oil = try ScanOutput.of([input])
        for event in oil.events {
            let twin = try #require(near.events.first { $0.id == event.id })
            #expect(twin.pair == event.pair)
            #expect(twin.start == event.start && twin.end == event.end && twin.contactS == event.contactS)
            #expect(twin.distanceM == event.distanceM && twin.position == event.position)
            #expect(!event.place.inPort)
            #expect(event.vessels.contains { $0.type == nil || $0.type == "tanker" || $0.type == "unknown" })
            #expect(event.vessels.allSatisfy { ($0.medianSpeedKn ?? 0) <= 8 })
        }
        // Each meeting is either reported or counted as left out; the two share the rule on one hull.
        #expect(
            oil.events.count + oil.run.excluded.values.reduce(0, +)
                == near.events.count + near.run.excluded.values.reduce(0, +))
    }

    @Test(arguments: inputs)
    func aGreaterDistanceLosesNoContact(input: String) throws {
        let scans = try ["100", "250", "500", "1000"].map { distance in
            try bare(input, "--max-distance", distance).events
        }
        for (closer, wider) in zip(scans, scans.dropFirst()) {
            for event in closer {
                #expect(wider.contains { event.isWithin($0) && $0.contactS + 1 >= event.contactS }, "\(event)")
            }
        }
        #expect(scans[0].allSatisfy { $0.distanceM.max <= 100 })
    }

    @Test(arguments: inputs)
    func aLongerLeastDurationGivesASubset(input: String) throws {
        let scans = try ["0", "20m", "1h", "4h"].map { try bare(input, "--min-duration", $0).events }
        for (all, fewer) in zip(scans, scans.dropFirst()) {
            #expect(Set(fewer.map(\.id)).isSubset(of: all.map(\.id)))
        }
        for (events, seconds) in zip(scans, [0, 1_200, 3_600, 14_400]) {
            // Seconds are rounded in the report, not in the comparison.
            #expect(events.map(\.id) == scans[0].filter { $0.contactS >= seconds }.map(\.id))
        }
    }

    @Test(arguments: inputs)
    func joiningAddsNoContactAndLosesNone(input: String) throws {
        let apart = try bare(input, "--join-gap", "0").events
        let joined = try bare(input, "--join-gap", "4h").events
        #expect(joined.count <= apart.count)
        for event in joined {
            let parts = apart.filter { $0.isWithin(event) }
            #expect(parts.count == event.ledger.contacts)
            let seconds = parts.map(\.contactS).reduce(0, +)
            #expect(abs(seconds - event.contactS) <= parts.count)
            #expect(abs((parts.map(\.distanceM.min).min() ?? .nan) - event.distanceM.min) <= 0.1)
        }
        #expect(joined.map(\.ledger.contacts).reduce(0, +) == apart.count)
    }

    @Test(arguments: inputs)
    func aLongerGapLosesNoContact(input: String) throws {
        let short = try bare(input, "--max-gap", "5m").events
        let long = try bare(input, "--max-gap", "2h").events
        for event in short { #expect(long.contains { event.isWithin($0) }, "\(event)") }
        #expect(short.allSatisfy { $0.ledger.contactSOnStretchesUpTo10Min == $0.contactS })
    }

    @Test(arguments: inputs)
    func theLedgerAccountsForEverySecond(input: String) throws {
        for event in try bare(input, "--join-gap", "30m").events {
            let ledger = event.ledger
            let seconds = [
                ledger.contactSOnStretchesUpTo10Min, ledger.contactSOnStretchesUpTo30Min,
                ledger.contactSOnStretchesLonger,
            ].reduce(0, +)
            // Each of the four is rounded by itself.
            #expect(abs(seconds - event.contactS) <= 2, "\(event)")
            #expect(event.spanS + 1 >= event.contactS)
            #expect(abs(event.end.timeIntervalSince(event.start) - Double(event.spanS)) <= 1)
            let distance = event.distanceM
            #expect(0 <= distance.min && distance.min <= distance.median && distance.median <= distance.max)
            #expect(distance.max <= 500)
            #expect((distance.minAtFix ?? 500) + 0.05 >= distance.min)
            #expect(event.pair == event.pair.sorted() && event.pair[0] != event.pair[1])
        }
    }

    @Test(arguments: inputs)
    func theOtherProfilesKeepTheirRules(input: String) throws {
        for event in try ScanOutput.of([input, "--profile", "gfw"]).events {
            #expect((event.place.portKm ?? 0) >= 10 && event.contactS >= 7_200)
            #expect(event.vessels.allSatisfy { ($0.medianSpeedKn ?? 0) <= 2 })
        }
        for event in try ScanOutput.of([input, "--profile", "skylight"]).events {
            #expect(!event.place.inPort && event.distanceM.max <= 250 && event.contactS >= 1_800)
        }
        for event in try ScanOutput.of([input, "--profile", "starboard"]).events {
            #expect(event.distanceM.max <= 200 && event.contactS >= 1_800)
        }
    }

    /// Every contact, however brief, unless the words say otherwise.
    private func bare(_ input: String, _ words: String...) throws -> ScanOutput {
        try ScanOutput.of([input, "--profile", "proximity", "--raw-tracks", "--min-duration", "0"] + words)
    }
}
