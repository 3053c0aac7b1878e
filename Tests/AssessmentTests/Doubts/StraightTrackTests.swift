import Glibc
import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct StraightTrackTests {
    private func line(
        knots: Double = 12, step: Double = 20, hours: Double = 3, decimals: Int = 5, latitude: Double = 45,
        longitude: Double = -30, _ change: (Double) -> (east: Double, north: Double) = { _ in (0, 0) }
    ) -> TrackTable {
        var track = DrawnTrack()
        track.decimals = decimals
        track.latitude = latitude
        track.longitude = longitude
        track.draw(stride(from: 0.3, to: hours * 3_600, by: step)) { second in
            let way = speed(knots: knots) * second
            let (east, north) = change(second)
            return (way * 0.8 + east, way * 0.6 + north)
        }
        return track.table
    }

    @Test(arguments: [(12.0, 10.7, 5), (5, 60, 5), (20, 3.3, 6)])
    func aLineDrawnInDegreesIsFound(knots: Double, step: Double, decimals: Int) throws {
        let tracks = line(knots: knots, step: step, decimals: decimals)
        let doubts = StraightTrack.doubts(in: tracks, fixes: tracks.only)
        let doubt = try #require(doubts.first)
        #expect(doubts.count == 1 && doubt.reason == .straightLine)
        #expect(doubt.end.secondsSince1970 - doubt.start.secondsSince1970 >= 9_000)
    }

    @Test func aGreatCircleIsFoundAlsoAcrossTheDateline() {
        var track = DrawnTrack()
        for second in stride(from: UInt32(0), to: 14_400, by: 30) {
            let angle = Double(second) * speed(knots: 18) / earthRadiusMetres - 0.01
            let from = unitVector(latitude: 50, longitude: 180)
            let ahead = SIMD3(from.y * 0.2, -from.x * 0.9, cos(50 * Double.pi / 180) * 0.3)
            let flat = ahead - from * (ahead * from).sum()
            let point = from * cos(angle) + flat / (flat * flat).sum().squareRoot() * sin(angle)
            let scale = 1e5
            guard
                let position = GeoPosition(
                    latitude: (asin(point.z) * 180 / .pi * scale).rounded() / scale,
                    longitude: (atan2(point.y, point.x) * 180 / .pi * scale).rounded() / scale)
            else { continue }
            track.fixes.append((1_600_000_000 + second, position))
        }
        let tracks = track.table
        #expect(StraightTrack.doubts(in: tracks, fixes: tracks.only).count == 1)
    }

    /// A ship on track control: a few metres to and fro, a speed that the sea varies by a twentieth of a knot.
    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func aShipOnAutopilotIsNoDoubt(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sway = random.number(in: 3...10)
        let surge = random.number(in: 10...40)
        let period = random.number(in: 120...900)
        let tracks = line { second in
            (
                sway * sin(second / period) + random.number(in: -1...1),
                surge * sin(second / 700) + random.number(in: -1...1)
            )
        }
        #expect(StraightTrack.doubts(in: tracks, fixes: tracks.only).isEmpty, "seed: \(seed)")
    }

    @Test func aReceiverThatWandersAMetreIsNoDoubt() {
        var random = SplitMix64(seed: 9)
        var offset = (east: 0.0, north: 0.0)
        let tracks = line(step: 10) { _ in
            offset.east = 0.99 * offset.east + random.number(in: -0.5...0.5)
            offset.north = 0.99 * offset.north + random.number(in: -0.5...0.5)
            return offset
        }
        #expect(StraightTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func coarseCoordinatesSlowTracksAndShortOnesAreNotJudged() {
        for tracks in [
            line(decimals: 4), line(knots: 2), line(hours: 0.9), line(step: 150, hours: 1.05),
        ] {
            #expect(StraightTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
        }
    }

    @Test func aMooredShipIsNoDoubt() {
        let tracks = line(knots: 0)
        #expect(StraightTrack.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }
}
