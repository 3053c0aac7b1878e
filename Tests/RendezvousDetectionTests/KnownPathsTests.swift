import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// Pairs that are solved on paths made ready, against those that are solved fix by fix.
struct KnownPathsTests {
    @Test(arguments: WorldKind.allCases)
    func contactsAreThoseFoundFixByFix(kind: WorldKind) {
        for seed in 0..<30 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let finder = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            let known = finder.contacts(in: world.tracks, threads: 1, parts: 1, leastRuns: 1)
            let other = finder.contacts(in: world.tracks, threads: 1, parts: 1, leastRuns: .max)
            #expect(known == other, "\(world)")
        }
    }

    /// Ships at their moorings whose receivers jitter across the contact distance, now and then silent or on their way.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func shipsThatJitterAcrossTheLimitMeetTheSame(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let latitude = random.pick([0, 33.7, -60, 84])
        let longitude = random.pick([-118.2, 179.9995, 0])
        let begin: UInt32 = 1_700_000_000
        let ships = (0..<5).map { ship -> (id: String, fixes: [MooredShip.Fix]) in
            let noise = random.pick([0, 2e-7, 2e-5, 6e-5, 4e-4])
            let (north, east) = (random.number(in: 0...2e-3), random.number(in: 0...2e-3))
            let fixes = MooredShip.fixes(from: begin, seconds: 30_000, noise: noise, &random) { _, _ in
                (latitude + north, longitude + east)
            }
            return ("\(ship)", fixes)
        }
        let table = TrackTable.of(ships)
        for metres in [25.0, 100, 150] {
            let finder = ContactFinder(maxDistanceMetres: metres, maxGapSeconds: 3_600)
            let known = finder.contacts(in: table, threads: 2, parts: 1, leastRuns: 1)
            let other = finder.contacts(in: table, threads: 2, parts: 1, leastRuns: .max)
            #expect(known == other, "seed \(seed), \(metres) m")
            // Those that cannot last are not solved, with or without paths.
            for (joinGap, least) in [(0, 0), (0, 600), (0, 7_200), (300, 1_200), (1_800, 7_200)] {
                let joined = Rendezvous.joining(other, joinGapSeconds: joinGap, minDurationSeconds: least)
                for leastRuns in [1, Int.max] {
                    var paths = KnownPaths()
                    let meetings = finder.meetings(
                        in: table, joinGapSeconds: joinGap, minDurationSeconds: least, threads: 2,
                        leastRuns: leastRuns, paths: &paths)
                    #expect(meetings == joined, "seed \(seed), \(metres) m, join gap \(joinGap), least \(least)")
                }
            }
        }
    }

    @Test func spansThatCannotAddUpArePassedOver() {
        let spans = [(0.0, 100.0), (110, 200), (1_000, 1_600), (1_600, 1_700), (5_000, 5_100)].map {
            PairSpan(start: $0.0, end: $0.1, kind: .window)
        }
        func groups(joinGap: Int, least: Int) -> [Range<Int>] {
            var groups: [Range<Int>] = []
            WantedContacts(joinGapSeconds: joinGap, leastSeconds: least).forEachGroup(of: spans) { groups.append($0) }
            return groups
        }
        #expect(groups(joinGap: 0, least: 0) == [0..<1, 1..<2, 2..<4, 4..<5])
        #expect(groups(joinGap: 0, least: 100) == [0..<1, 2..<4, 4..<5])
        #expect(groups(joinGap: 0, least: 700) == [2..<4])
        #expect(groups(joinGap: 10, least: 190) == [0..<2, 2..<4])
        #expect(groups(joinGap: 9, least: 190) == [2..<4])
        #expect(groups(joinGap: 800, least: 890) == [0..<4])
        #expect(groups(joinGap: 10_000, least: 991).isEmpty)
    }
}
