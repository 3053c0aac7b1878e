import TestSupport
import Testing

@testable import Assessment

struct SilencesTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func binsTellWhatLookingAtAllTimesTells(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let greatest = random.integer(in: 1...30)
            let from = random.pick([0, 1_000, Int(UInt32.max) - 300])
            func times() -> [UInt32] {
                (0..<random.integer(in: 0...6)).map { _ in UInt32(from + random.integer(in: 0...300)) }
            }
            let (firsts, lasts) = (times(), times())
            let silences = Silences(firsts: firsts, lasts: lasts, greatestSeconds: greatest)
            for _ in 0..<50 {
                let time = UInt32(from + random.integer(in: 0...300))
                let isFollowed = firsts.contains { $0 > time && Int($0) <= Int(time) + greatest }
                #expect(silences.isBroken(endingAt: time) == isFollowed, "seed \(seed)")
                let follows = lasts.contains { $0 < time && Int($0) >= Int(time) - greatest }
                #expect(silences.isBroken(beginningAt: time) == follows, "seed \(seed)")
            }
        }
    }
}
