import Glibc
import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct CircularTrackTests {
    /// Rounds on a circle at a speed, a fix each `step` seconds, with noise of so many metres.
    private func circling(
        radius: Double, knots: Double, rounds: Double, step: Double, noise: Double = 0, seed: UInt64 = 1
    ) -> DrawnTrack {
        var random = SplitMix64(seed: seed)
        var track = DrawnTrack()
        let rate = speed(knots: knots) / radius
        track.draw(stride(from: 0, through: rounds * 2 * .pi / rate, by: step)) { second in
            (
                radius * cos(rate * second) + random.number(in: -noise...noise),
                radius * sin(rate * second) + random.number(in: -noise...noise)
            )
        }
        return track
    }

    @Test(arguments: [(60.0, 4.0, 3.0), (500, 12, 30), (5_000, 15, 60), (90_000, 20, 600)])
    func roundsOnOneCircleAreFound(radius: Double, knots: Double, step: Double) throws {
        let tracks = circling(radius: radius, knots: knots, rounds: 2.6, step: step, noise: radius * 0.01).table
        let doubts = CircularTrack.doubts(in: tracks, fixes: tracks.only)
        let doubt = try #require(doubts.first)
        #expect(doubts.count == 1 && doubt.reason == .circle)
        #expect(abs((doubt.figures.first { $0.name == "radius_m" }?.value ?? 0) / radius - 1) < 0.02)
        #expect((doubt.figures.first { $0.name == "turns" }?.value ?? 0) > 2)
    }

    @Test func aCircleInTheMiddleOfAVoyageIsFoundWithItsTimes() throws {
        var track = DrawnTrack()
        let rate = speed(knots: 10) / 1_000
        let around = 3 * 2 * .pi / rate
        track.draw(stride(from: 0, to: 20_000, by: 20)) { second in
            let away = speed(knots: 10) * (second < 8_000 ? second - 8_000 : max(0, second - 8_000 - around))
            let angle = rate * min(max(0, second - 8_000), around)
            return (1_000 * sin(angle) + away, 1_000 * (1 - cos(angle)))
        }
        let tracks = track.table
        let doubt = try #require(CircularTrack.doubts(in: tracks, fixes: tracks.only).first)
        #expect(abs(doubt.start.secondsSince1970 - (drawnStart + 8_000).secondsSince1970) < 300)
        #expect(abs(doubt.end.secondsSince1970 - (drawnStart + 8_000 + Int(around)).secondsSince1970) < 300)
    }

    /// Wherever two rounds and a bit lie in a voyage, the windows must hold enough of them.
    @Test(arguments: 0..<40)
    func aFewRoundsAreFoundWhereverTheyBegin(place: Int) {
        var track = DrawnTrack()
        let rate = speed(knots: 9) / 700
        let begin = 3_000 + Double(place) * 170
        let around = 2.1 * 2 * .pi / rate
        track.draw(stride(from: 0, to: 16_000, by: 40)) { second in
            let away = speed(knots: 9) * (second < begin ? second - begin : max(0, second - begin - around))
            let angle = rate * min(max(0, second - begin), around)
            return (700 * sin(angle) + away, 700 * (1 - cos(angle)))
        }
        let tracks = track.table
        #expect(CircularTrack.doubts(in: tracks, fixes: tracks.only).count == 1)
    }

    @Test func anArcOrOneRoundIsNoDoubt() {
        for rounds in [0.4, 1.0, 1.8] {
            let tracks = circling(radius: 800, knots: 8, rounds: rounds, step: 10).table
            #expect(CircularTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
        }
    }

    @Test func aShipSwingingAtAnchorIsNoDoubt() {
        var random = SplitMix64(seed: 5)
        var track = DrawnTrack()
        // To and fro with the wind, and once round with each tide.
        track.draw(stride(from: 0, to: 172_800, by: 180)) { second in
            let angle = second / 44_700 * 2 * .pi + 0.6 * sin(second / 400)
            return (200 * cos(angle) + random.number(in: -3...3), 200 * sin(angle) + random.number(in: -3...3))
        }
        let tracks = track.table
        #expect(CircularTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func roundsThatWanderAreNoDoubt() {
        // Towing a seine: rounds whose centre drifts a radius each.
        var track = DrawnTrack()
        let rate = speed(knots: 5) / 300
        track.draw(stride(from: 0, to: 7_200, by: 10)) { second in
            (300 * cos(rate * second) + 0.3 * second, 300 * sin(rate * second))
        }
        let tracks = track.table
        #expect(CircularTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func theFitKnowsACircleFromAnArcOfIt() throws {
        let points = (0..<20).map { SIMD2(100 + 50 * cos(Double($0) * 0.05), 50 * sin(Double($0) * 0.05)) }
        let fit = try #require(CircleFit(points[...]))
        #expect(abs(fit.radius - 50) < 1e-3 && abs(fit.centre.x - 100) < 1e-3 && fit.residual < 1e-6)
        #expect(CircleFit([SIMD2(0, 0), SIMD2(1, 1), SIMD2(2, 2)][...]) == nil)
        #expect(CircleFit([SIMD2<Double>](repeating: .zero, count: 9)[...]) == nil)
    }
}
