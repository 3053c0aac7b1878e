import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct ContinuingTrackTests {
    private let ship = VesselStaticData.of(name: "ALPHA", callSign: "ABCD1", length: 180, beam: 30)

    /// One identity that sails for an hour, another that begins so much later and so far on.
    private func change(
        after seconds: Double, metres: Double, from first: VesselStaticData, to second: VesselStaticData
    ) -> [IdentityFinding] {
        var one = DrawnTrack(id: "300000001", staticData: first)
        one.draw(stride(from: 0, through: 3_600, by: 60)) { second in (5 * second, 0) }
        var other = DrawnTrack(id: "200000002", staticData: second)
        other.draw(stride(from: 3_600 + seconds, through: 7_200 + seconds, by: 60)) { second in
            (5 * (second - seconds) + metres, 0)
        }
        return ContinuingTrack.findings(in: TrackTable.drawn([one, other]))
    }

    @Test func aShipThatGoesOnUnderAnotherNumberIsFound() throws {
        let found = change(after: 1_200, metres: 4_000, from: ship, to: ship)
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.evidence == .continuingTrack && finding.kind == .oneHull)
        #expect(finding.ids == ["200000002", "300000001"])
        #expect(finding.says.hasPrefix("300000001 falls silent"))
        #expect(finding.figures == [.init("silence_s", 1_200), .init("way_m", 4_000)])
    }

    @Test func oneOfNameCallSignAndNumberIsEnough() {
        for other in [
            VesselStaticData.of(name: "ALPHA", callSign: "XY9", length: 180, beam: 30),
            .of(name: "BETA", callSign: "ABCD1", length: 180, beam: 30),
        ] {
            #expect(change(after: 600, metres: 100, from: ship, to: other).count == 1)
        }
        let imo = VesselStaticData.of(imo: 9_187_629, length: 180, beam: 30)
        #expect(change(after: 600, metres: 100, from: imo, to: imo).count == 1)
    }

    @Test func whatDiffersOrLiesOutOfReachIsAnotherShip() {
        #expect(change(after: 1_200, metres: 12_000, from: ship, to: ship).isEmpty)
        #expect(change(after: 60, metres: 2_000, from: ship, to: ship).isEmpty)
        #expect(change(after: 30_000, metres: 100, from: ship, to: ship).isEmpty)
        #expect(change(after: 600, metres: 100, from: ship, to: .of(name: "ALPHA", length: 182, beam: 30)).isEmpty)
        #expect(change(after: 600, metres: 100, from: ship, to: .of(name: "BETA", length: 180, beam: 30)).isEmpty)
        var one = ship
        var two = ship
        one.imoNumbers = VesselStaticData.of(imo: 9_187_629).imoNumbers
        two.imoNumbers = VesselStaticData.of(imo: 9_074_729).imoNumbers
        #expect(change(after: 600, metres: 100, from: one, to: two).isEmpty)
    }

    @Test func identitiesThatLiveAtOneTimeDoNotContinueEachOther() {
        #expect(change(after: -1_800, metres: 0, from: ship, to: ship).isEmpty)
    }

    /// Work is bounded by the look-back, whatever the input says.
    @Test func manyIdentitiesThatSayTheSameAreNoTrouble() {
        let tracks = (0..<20_000).map { number in
            var track = DrawnTrack(id: "\(200_000_000 + number)", staticData: ship)
            track.add(second: Double(number), east: 0, north: 0)
            return track
        }
        let found = ContinuingTrack.findings(in: TrackTable.drawn(tracks))
        #expect(found.count <= 20_000 * ContinuingTrack.lookBack)
        #expect(found.map(\.start) == found.map(\.start).sorted())
    }
}
