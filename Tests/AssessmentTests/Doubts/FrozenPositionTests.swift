import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct FrozenPositionTests {
    /// Sails east, stands for a while, sails on; `slowing` seconds before and after the stand at a third of the speed.
    private func standing(_ seconds: Double, step: Double = 30, slowing: Double = 0, knots: Double = 12) -> TrackTable {
        var track = DrawnTrack()
        var east = 0.0
        track.draw(stride(from: 0, to: 3_600 + seconds, by: step)) { second in
            let away = second < 1_800 ? 1_800 - second : max(0, second - 1_800 - seconds + step)
            if away > 0 { east += speed(knots: knots) * step * (away <= slowing ? 0.33 : 1) }
            return (east, 0)
        }
        return track.table
    }

    @Test func aStandInFullSailIsFound() throws {
        let tracks = standing(2_400)
        let doubt = try #require(FrozenPosition.doubts(in: tracks, fixes: tracks.only).first)
        #expect(doubt.reason == .frozenPosition)
        #expect(abs(doubt.start.secondsSince1970 - (drawnStart + 1_800).secondsSince1970) <= 60)
        #expect(abs((doubt.figures.first { $0.name == "speed_kn" }?.value ?? 0) - 12) < 0.3)
    }

    @Test func aShipThatSlowsDownBeforeShePutsInIsNoDoubt() {
        let tracks = standing(7_200, slowing: 300)
        #expect(FrozenPosition.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func aShortStandIsNoDoubt() {
        let tracks = standing(1_200)
        #expect(FrozenPosition.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func aFerryHeardSeldomIsNoDoubt() {
        // On a fix each five minutes she stops unseen.
        let tracks = standing(14_400, step: 300, knots: 25)
        #expect(FrozenPosition.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }

    @Test func aShipThatNeverMovesIsNoDoubt() {
        var track = DrawnTrack()
        track.draw(stride(from: 0, to: 86_400, by: 60)) { _ in (0, 0) }
        let tracks = track.table
        #expect(FrozenPosition.doubts(in: tracks, fixes: tracks.only).isEmpty)
    }
}
