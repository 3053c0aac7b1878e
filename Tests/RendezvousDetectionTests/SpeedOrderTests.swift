import TestSupport
import Testing

@testable import RendezvousDetection

/// Speeds are put in order as comparing them would.
struct SpeedOrderTests {
    @Test(arguments: [0, 1, 2, 40, 700])
    func equalSpeedsKeepTheirOrder(count: Int) {
        for seed in 0..<20 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let speeds = (0..<count).map { _ in
                [
                    0, -0.0, Double.random(in: 0...20, using: &random), Double(Int.random(in: 0...5, using: &random)),
                    .infinity,
                ][
                    Int.random(in: 0..<5, using: &random)]
            }
            let expected = speeds.indices.sorted { (speeds[$0], $0) < (speeds[$1], $1) }
            #expect(SpeedOrder.inOrder(speeds).map { Int($0) } == expected, "seed \(seed)")
        }
    }
}
