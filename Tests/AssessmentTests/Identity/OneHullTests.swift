import Glibc
import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct OneHullTests {
    /// Two transponders this far apart across the ship, heard at different times.
    private func pair(
        apart metres: Double, knots: Double = 10, first: VesselStaticData = VesselStaticData(),
        second: VesselStaticData = VesselStaticData()
    ) -> TrackTable {
        var random = SplitMix64(seed: 11)
        var one = DrawnTrack(id: "200000001", staticData: first)
        var other = DrawnTrack(id: "200000002", staticData: second)
        one.draw(stride(from: 0, to: 7_200, by: 20)) { second in
            (speed(knots: knots) * second + random.number(in: -1...1), random.number(in: -1...1))
        }
        other.draw(stride(from: 7, to: 7_200, by: 33)) { second in
            (speed(knots: knots) * second + random.number(in: -1...1), metres + random.number(in: -1...1))
        }
        return TrackTable.drawn([one, other])
    }

    private func evidence(_ tracks: TrackTable) -> IdentityFinding.Evidence? {
        OneHull.finding(first: 0, second: 1, in: tracks, from: drawnStart, to: drawnStart + 7_200)?.evidence
    }

    @Test func tracksThatCoincideAreOneHull() throws {
        let tracks = pair(apart: 3)
        let found = try #require(
            OneHull.finding(first: 1, second: 0, in: tracks, from: drawnStart, to: drawnStart + 7_200))
        #expect(found.kind == .oneHull && found.evidence == .coincidingTrack)
        #expect(found.ids == ["200000001", "200000002"])
    }

    @Test func aTugLashedAlongsideIsAnotherHull() {
        #expect(evidence(pair(apart: 9)) == nil)
        let sister = VesselStaticData.of(name: "ALPHA", type: .tug, length: 32, beam: 11)
        #expect(
            evidence(pair(apart: 11, first: sister, second: .of(name: "BETA", type: .tug, length: 32, beam: 11))) == nil
        )
    }

    @Test func antennasOfOneLargeShipMayStandApart() {
        let ship = VesselStaticData.of(name: "ALPHA", length: 200, beam: 32)
        #expect(evidence(pair(apart: 20, first: ship, second: ship)) == .coincidingTrack)
        #expect(evidence(pair(apart: 20, first: ship, second: .of(length: 200, beam: 32))) == .coincidingTrack)
        #expect(evidence(pair(apart: 45, first: ship, second: ship)) == nil)
    }

    @Test func shipsThatDoNotMoveShowNothing() {
        #expect(evidence(pair(apart: 2, knots: 0.1)) == nil)
        // Moored, and heard each second: noise alone makes some kilometres and a knot or two.
        var random = SplitMix64(seed: 12)
        let moored = ["200000001", "200000002"].map { id in
            var track = DrawnTrack(id: id)
            track.draw(stride(from: 0, to: 7_200, by: 1)) { _ in
                (random.number(in: -1.5...1.5), random.number(in: -1.5...1.5))
            }
            return track
        }
        #expect(evidence(TrackTable.drawn(moored)) == nil)
    }

    @Test func oneIMONumberIsOneHullAndTwoAreNot() {
        let one = VesselStaticData.of(imo: 9_187_629)
        #expect(evidence(pair(apart: 300, knots: 0, first: one, second: one)) == .sameIMO)
        #expect(evidence(pair(apart: 2, first: one, second: .of(imo: 9_074_729))) == nil)
        #expect(evidence(pair(apart: 2, first: one)) == .coincidingTrack)
    }
}
