import TestSupport
import Testing

@testable import PathWindows

/// What is worked out in single precision, against what is worked out in double precision.
@Suite(.enabled(if: NearWindows.isAvailable, "this processor has no AVX-512"))
struct NearWindowsTests {
    /// Metres to the radius of the earth.
    private static let unit = 6_371_008.8

    /// A ship at a mooring some metres from the middle of a harbour; its fixes are on a grid, so that some repeat.
    private func ship(
        _ random: inout SplitMix64, metres: SIMD3<Double>, noise: Double, step: ClosedRange<Int>
    ) -> [Stretch] {
        var times = [random.integer(in: 0...1_000)]
        while times[times.count - 1] < 90_000 { times.append(times[times.count - 1] + random.integer(in: step)) }
        let places = times.map { _ in
            let jitter = SIMD3(
                random.number(in: -1...1), random.number(in: -1...1), random.number(in: -1...1))
            return (SIMD3(-0.4, -0.7, 0.55) + (metres + (jitter * noise).rounded(.toNearestOrEven)) / Self.unit)
        }
        return times.indices.map { fix in
            let here = places[fix]
            guard fix + 1 < times.count else {
                return Stretch(
                    from: (here.x, here.y, here.z), at: Double(times[fix]), perSecond: (0, 0, 0),
                    until: Double(times[fix]))
            }
            let way = (places[fix + 1] - here) * (1 / Double(times[fix + 1] - times[fix]))
            return Stretch(
                from: (here.x, here.y, here.z), at: Double(times[fix]), perSecond: (way.x, way.y, way.z),
                until: Double(times[fix + 1]))
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func windowsAreThoseOfDoublePrecision(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let step = random.pick([1...400, 200...400, 30...30, 1...3_000, 1...20])
        let otherStep = random.pick([step, 200...400, 1...3_000, 60...60])
        let apart = random.pick([0.0, 3, 40, 480])
        let noises = [0, 0.4, 3, 8, 25]
        let one = ship(&random, metres: SIMD3(0, 0, 0), noise: random.pick(noises), step: step)
        let other = ship(
            &random, metres: SIMD3(apart, -apart, apart * 0.2), noise: random.pick(noises), step: otherStep)
        let nearOne = try #require(NearPath(of: one, unit: Self.unit))
        let nearOther = try #require(NearPath(of: other, unit: Self.unit))
        // On a fix, between fixes, and in the middle of the time.
        let start = random.pick([
            4_000, 4_200.25, one[range(one, 4_000, 9_000).lowerBound].end,
            other[range(other, 4_000, 9_000).lowerBound].end, 30_000,
        ])
        let end = random.pick([
            90_000, 81_000.125, one[range(one, 80_000, 80_000).lowerBound].end,
            other[range(other, 80_000, 80_000).lowerBound].end,
        ])
        let (ofOne, ofOther) = (range(one, start, end), range(other, start, end))
        var exact = PairWindows()
        let expected = exact.add(one, ofOne, other, ofOther, from: start, to: end, least: .infinity)
        var windows = NearWindows()
        // Memory that was used before must not matter.
        if random.chance(0.5) {
            _ = windows.follow(
                NearWindows.Part(nearOther, other, range(other, 4_000, 90_000)),
                NearWindows.Part(nearOne, one, range(one, 4_000, 90_000)), from: 4_000, to: 90_000)
        }
        // Ships that do not stir, or one whose fixes are far denser than the other's, are left to double precision.
        guard
            let (found, mean) = windows.follow(
                NearWindows.Part(nearOne, one, ofOne), NearWindows.Part(nearOther, other, ofOther), from: start, to: end
            )
        else { return }
        let comment: Comment = "seed \(seed)"
        #expect(found.least == expected.least, comment)
        #expect(found.greatest == expected.greatest, comment)
        #expect(found.leastAtFix == expected.leastAtFix, comment)
        #expect(found.startOffset == expected.startOffset, comment)
        #expect(found.endOffset == expected.endOffset, comment)
        let half = (end - start) / 2
        let scale = expected.greatest - expected.least
        let totals = exact.totals
        // To begin a search with: what lies between the ends and the nearest fixes is left out.
        #expect(abs(mean - totals.moment / totals.seconds) <= 0.05 * scale + 1e-15, comment)
        var sure = 0
        for _ in 0..<40 {
            let limit = expected.least + random.number(in: -0.1...1.1) * scale + 1e-16
            let seconds = exact.within(limit).seconds
            if windows.ask(.isLess, of: limit).isSure {
                #expect(seconds < half, comment)
                sure += 1
            }
            if windows.ask(.isHalf, of: limit).isSure {
                #expect(seconds >= half, comment)
                sure += 1
            }
        }
        // Most often it can tell.
        #expect(scale < 1e-14 || sure >= 30, comment)
    }

    @Test func mostPairsOfMooredShipsAreFitForIt() throws {
        var random = SplitMix64(seed: 7)
        var fit = 0
        for _ in 0..<50 {
            let one = ship(&random, metres: SIMD3(0, 0, 0), noise: 5.5, step: 200...320)
            let other = ship(&random, metres: SIMD3(250, 100, -90), noise: 5.5, step: 200...320)
            let nearOne = try #require(NearPath(of: one, unit: Self.unit))
            let nearOther = try #require(NearPath(of: other, unit: Self.unit))
            var windows = NearWindows()
            let parts = (
                NearWindows.Part(nearOne, one, range(one, 2_000, 88_000)),
                NearWindows.Part(nearOther, other, range(other, 2_000, 88_000))
            )
            if windows.follow(parts.0, parts.1, from: 2_000, to: 88_000) != nil { fit += 1 }
        }
        #expect(fit == 50)
    }

    @Test func pathsThatAreNotFitForItAreRefused() {
        var random = SplitMix64(seed: 1)
        let moored = ship(&random, metres: SIMD3(0, 0, 0), noise: 5, step: 200...320)
        #expect(NearPath(of: moored, unit: Self.unit) != nil)
        #expect(NearPath(of: Array(moored.suffix(1)), unit: Self.unit) == nil)
        #expect(
            NearPath(of: ship(&random, metres: SIMD3(0, 0, 0), noise: 200, step: 200...320), unit: Self.unit) == nil)
        var between = moored
        between[3].start += 0.5
        #expect(NearPath(of: between, unit: Self.unit) == nil)
    }
}
