import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// Contacts must come out the same however time is cut: by threads today, by pieces of a larger job some day.
struct PartitionTests {
    @Test(arguments: WorldKind.allCases)
    func anyCutOfTimeGivesTheSameContacts(kind: WorldKind) throws {
        for seed in 0..<25 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            guard let first = world.tracks.times.min(), let last = world.tracks.times.max() else { continue }
            let all = Int64(first) / ContactSweep.slabSeconds..<(Int64(last) / ContactSweep.slabSeconds + 1)
            guard all.count < 100_000 else { continue }
            let finder = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            let whole = finder.contacts(in: world.tracks, threads: 1, slabRanges: [all])
            #expect(whole == finder.contacts(in: world.tracks, threads: 1))
            var random = SplitMix64(seed: seed)
            for _ in 0..<3 {
                var ranges: [Range<Int64>] = []
                var start = all.lowerBound
                while start < all.upperBound {
                    let end = min(all.upperBound, start + Int64.random(in: 1...7, using: &random))
                    ranges.append(start..<end)
                    start = end
                }
                let cut = finder.contacts(in: world.tracks, threads: 2, slabRanges: ranges.shuffled(using: &random))
                #expect(cut == whole, "\(world)")
            }
        }
    }

    @Test func rangesHoldEverySlabOnce() {
        // Busy at first, quiet later.
        let fixes = (0..<30_000).map { index in
            let time = index < 20_000 ? index : 20_000 + (index - 20_000) * 20
            return (time: UInt32(1_000_000 + time), latitude: 0.0, longitude: 0.0)
        }
        let table = TrackTable.of([(id: "a", fixes: fixes)])
        let ranges = TimePartition.ranges(of: table, slabSeconds: 600, threads: 3)
        #expect(ranges.count > 3)
        for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
        #expect(ranges.first?.lowerBound == Int64(1_666))
        #expect(ranges.allSatisfy { !$0.isEmpty })
    }
}
