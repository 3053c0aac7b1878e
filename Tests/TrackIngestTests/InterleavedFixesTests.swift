import FixMemory
import TestSupport
import Testing

@testable import TrackIngest

@Suite struct InterleavedFixesTests {
    private func fixes(_ times: [UInt32]) -> [StoredFix] {
        times.map { StoredFix(time: $0, latitude: Int32($0) * 3, longitude: -Int32($0)) }
    }

    @Test func sequencesInOrderBecomeWhatSortingMakesOfThem() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        var interleaved = InterleavedFixes()
        for round in 0..<500 {
            let sequences = Int(random.number(in: 1...16))
            var parts = [[UInt32]](repeating: [], count: sequences)
            for time in 0..<UInt32(random.number(in: 0...300)) {
                // Some times are left out.
                let part = Int(random.number(in: 0...Double(sequences) + 0.99))
                if part < sequences { parts[part].append(time) }
            }
            let all = fixes(parts.flatMap { $0 })
            let padded = fixes([9, 9]) + all + fixes([7])
            let isMerged = interleaved.merge(padded[2..<2 + all.count])
            #expect(isMerged, "seed \(seed), round \(round)")
            #expect(
                Array(interleaved.merged.prefix(all.count)) == all.sorted { $0.time < $1.time },
                "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [[1, 2, 2], [1, 3, 5, 3], [5, 6, 1, 2, 6], [4, 4]] as [[UInt32]])
    func aSecondThatIsThereTwiceIsLeftToTheSort(times: [UInt32]) {
        var interleaved = InterleavedFixes()
        let isMerged = interleaved.merge(fixes(times)[...])
        #expect(!isMerged)
    }

    @Test func manySequencesAreLeftToTheSort() {
        var interleaved = InterleavedFixes()
        let isMerged = interleaved.merge(fixes((0..<40).reversed().map { UInt32($0) })[...])
        #expect(!isMerged)
    }
}
