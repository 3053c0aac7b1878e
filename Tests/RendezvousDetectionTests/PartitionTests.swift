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

    @Test func watchesAreSharedOutWholeAndInOrder() {
        var boxes = WatchBoxes(from: 1_000_000, to: 1_400_000)
        for second in stride(from: 1_000_000, to: 1_400_000, by: 100) {
            let start = UInt32(second)
            let box = GeoBox(GeoPosition(latitudeE7: 0, longitudeE7: 0))
            for _ in 0..<(second < 1_100_000 ? 5 : 1) {
                boxes.append(PathBox(segment: 0, start: start, end: start + 100, box: box))
            }
        }
        let shares = boxes.shares(5)
        #expect(shares.count > 2 && shares.count <= 5)
        #expect(shares.first?.lowerBound == Int64(1_000_000) / PathBoxBuilder.watchSeconds)
        #expect(shares.last?.upperBound == Int64(1_400_000) / PathBoxBuilder.watchSeconds + 1)
        for (one, next) in zip(shares, shares.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
        #expect(shares.allSatisfy { !$0.isEmpty })
    }
}
