import TestSupport
import Testing

@testable import PathWindows

/// What is worked out four windows at a time, against the twin that takes one after the other.
struct PairWindowsTests {
    /// A ship at a mooring, whose receiver jitters by as much as `noise`, all along the time 1 000...9 000.
    private func ship(_ random: inout SplitMix64, x: Double, noise: Double, step: ClosedRange<Int>) -> [Stretch] {
        var times = [Double(random.integer(in: 0...1_000))]
        while times[times.count - 1] < 9_000 { times.append(times[times.count - 1] + Double(random.integer(in: step))) }
        let places = times.map { _ in
            (
                x + random.number(in: -1...1) * noise, random.number(in: -1...1) * noise,
                random.number(in: -1...1) * noise
            )
        }
        return (0..<times.count - 1).map { fix in
            let (here, next) = (places[fix], places[fix + 1])
            let seconds = times[fix + 1] - times[fix]
            return Stretch(
                from: here, at: times[fix],
                perSecond: ((next.0 - here.0) / seconds, (next.1 - here.1) / seconds, (next.2 - here.2) / seconds),
                until: times[fix + 1])
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func windowsAreThoseOfTheTwin(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // From ships that do not stir to such that pass each other; coarse times, so that fixes fall together.
        let apart = random.pick([1e-5, 3e-6, 0])
        let step = random.pick([1...400, 200...400, 30...30, 1...3_000])
        let one = ship(&random, x: apart, noise: random.pick([0, 1e-7, 1e-6, 5e-6]), step: step)
        let other = ship(&random, x: 0, noise: random.pick([0, 1e-7, 1e-6, 5e-6]), step: step)
        let start = random.pick([1_000, 1_200.25, one[range(one, 1_000, 9_000).lowerBound].end])
        let end = random.pick([9_000, start + 0.5, start + 777.125, one[range(one, start, start).lowerBound].end])
        let twin = PieceTwin.pieces(one, other, from: start, to: end)
        let (ofOne, ofOther) = (range(one, start, end), range(other, start, end))
        for level in PairWindows.levels {
            var windows = PairWindows(level: level)
            // Memory that was used before, and pieces that are there already, must not matter.
            if random.chance(0.5) {
                _ = windows.add(other, ofOther, one, ofOne, from: start, to: end, least: .infinity)
                windows.removeAll()
            }
            var more: [PieceTwin] = []
            for number in 0..<random.integer(in: 0...9) {
                let piece = PieceTwin(
                    seconds: Double(number), curvature: 1e-11, slope: 1e-11 * Double(number - 4), middle: 1.1e-10)
                windows.append(
                    seconds: piece.seconds, curvature: piece.curvature, slope: piece.slope, middle: piece.middle,
                    rises: abs(piece.slope) >= 2 * piece.curvature)
                more.append(piece)
            }
            let found = windows.add(one, ofOne, other, ofOther, from: start, to: end, least: .infinity)
            let comment: Comment = "seed \(seed), level \(level)"
            let scale = twin.greatest * 1e-9 + 1e-26
            #expect(abs(found.least - twin.least) <= scale, comment)
            #expect(abs(found.greatest - twin.greatest) <= scale, comment)
            #expect(found.leastAtFix == twin.leastAtFix || abs(found.leastAtFix - twin.leastAtFix) <= scale, comment)
            let pieces = twin.pieces + more
            let seconds = pieces.reduce(0) { $0 + $1.seconds }
            let totals = windows.totals
            #expect(totals.seconds == seconds, comment)
            let moment = pieces.reduce(0) { $0 + $1.seconds * $1.middle }
            #expect(abs(totals.moment - moment) <= 1e-12 * moment, comment)
            for _ in 0..<8 {
                // Not where a distance stays as it is, about which rounding decides.
                let limit = twin.least + random.number(in: -0.1...1.1) * (twin.greatest - twin.least) + 3e-16
                var (within, growth) = (0.0, 0.0)
                for piece in pieces {
                    let share = piece.within(limit)
                    within += piece.seconds * share.share
                    growth += piece.seconds * share.growth
                }
                let share = windows.within(limit)
                #expect(abs(share.seconds - within) <= 1e-5 * seconds, comment)
                #expect(abs(share.growth - growth) <= 1e-3 * growth + 1e-3 * seconds / (scale * 1e9), comment)
            }
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func allLevelsFindTheSame(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let one = ship(&random, x: 1e-5, noise: 2e-6, step: 1...400)
        let other = ship(&random, x: 0, noise: random.pick([0, 2e-6, 1e-5]), step: 1...400)
        let answers = PairWindows.levels.map { level in
            var windows = PairWindows(level: level)
            let found = windows.add(
                one, range(one, 1_000, 9_000), other, range(other, 1_000, 9_000), from: 1_000, to: 9_000,
                least: .infinity)
            let limit = found.least + (found.greatest - found.least) * 0.4
            let share = windows.within(limit)
            return [found.least, found.greatest, found.leastAtFix, share.seconds, share.growth, windows.totals.moment]
        }
        for answer in answers { #expect(answer == answers[0], "seed \(seed)") }
    }
}
