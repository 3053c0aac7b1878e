import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// Contacts must come out the same however time is cut into parts.
struct PartitionTests {
    @Test(arguments: WorldKind.allCases)
    func anyCutOfTimeGivesTheSameContacts(kind: WorldKind) throws {
        for seed in 0..<25 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let finder = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            let whole = finder.contacts(in: world.tracks, threads: 1, parts: 1)
            for (threads, parts) in [(1, 2), (2, 3), (2, 8), (3, 100)] {
                let cut = finder.contacts(in: world.tracks, threads: threads, parts: parts)
                #expect(cut == whole, "\(world)")
            }
        }
    }

    @Test(arguments: WorldKind.allCases)
    func meetingsAreThoseOfAllContactsJoined(kind: WorldKind) throws {
        for seed in 0..<25 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let finder = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            let contacts = finder.contacts(in: world.tracks)
            for (joinGap, minDuration) in [(0, 0), (0, 600), (900, 60), (1_800, 3_600), (14_400, 1)] {
                let meetings = finder.meetings(
                    in: world.tracks, joinGapSeconds: joinGap, minDurationSeconds: minDuration, threads: 2)
                let joined = Rendezvous.joining(
                    contacts, joinGapSeconds: joinGap, minDurationSeconds: minDuration)
                #expect(meetings == joined, "\(world), join gap \(joinGap), least \(minDuration)")
            }
        }
    }

    @Test func watchesAreSharedOutWholeAndInOrder() throws {
        // Busy at first, quiet later.
        let fixes = (0..<30_000).map { index in
            let time = index < 20_000 ? index : 20_000 + (index - 20_000) * 40
            return (time: UInt32(1_000_000 + time), latitude: 0.0, longitude: 0.0)
        }
        let table = TrackTable.of([(id: "a", fixes: fixes)])
        let times = try #require(table.timeRange)
        for count in [1, 2, 5, 100] {
            let ranges = WatchPartition.ranges(of: [0], in: table, times: times, count: count)
            #expect((1...count).contains(ranges.count) && (count == 1) == (ranges.count == 1))
            for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
            #expect(ranges.first?.lowerBound == Int64(times.lowerBound) / PathBoxBuilder.watchSeconds)
            #expect(ranges.last?.upperBound == Int64(times.upperBound) / PathBoxBuilder.watchSeconds + 1)
            #expect(ranges.allSatisfy { !$0.isEmpty })
        }
    }
}
