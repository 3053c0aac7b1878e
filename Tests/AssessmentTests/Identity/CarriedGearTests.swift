import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct CarriedGearTests {
    /// A boat that sails out for an hour, fishes for five, and sails home; and a beacon that is aboard on the ways and
    /// in the water between.
    private func outing(boat: VesselStaticData, beacon: VesselStaticData, alone: Double = 0) -> TrackTable {
        var ship = DrawnTrack(id: "200000001", staticData: boat)
        var gear = DrawnTrack(id: "200000002", staticData: beacon)
        func sailing(_ second: Double) -> Double {
            speed(knots: 8) * (min(second, 3_600) - max(0, second - 21_600))
        }
        ship.draw(stride(from: 0, to: 25_200, by: 60)) { second in
            let fishing = (3_600...21_600).contains(second)
            let phase = (second - 3_600).truncatingRemainder(dividingBy: 3_600) / 3_600
            return (sailing(second), fishing ? 4_000 * min(phase, 1 - phase) : 0)
        }
        gear.draw(stride(from: 20, to: 25_200, by: 90)) { second in
            (sailing(second) + 15, alone * max(0, second - 3_600))
        }
        return TrackTable.drawn([ship, gear])
    }

    private func result(_ tracks: TrackTable) -> (finding: IdentityFinding, gearIsFirst: Bool)? {
        CarriedGear.finding(first: 0, second: 1, in: tracks, from: drawnStart, to: drawnStart + 25_200)
    }

    @Test func aBeaconThatAFishingBoatCarriesIsGear() throws {
        let found = try #require(result(outing(boat: .of(type: .fishing, length: 24), beacon: .of(length: 4))))
        #expect(!found.gearIsFirst && found.finding.ids == ["200000002"] && found.finding.carrier == "200000001")
        #expect(found.finding.evidence == .carriedByAShip && found.finding.kind == .gear)
    }

    @Test func theOrderDoesNotMatter() throws {
        let tracks = outing(boat: .of(type: .fishing), beacon: VesselStaticData())
        let swapped = try #require(
            CarriedGear.finding(first: 1, second: 0, in: tracks, from: drawnStart, to: drawnStart + 25_200))
        #expect(swapped.gearIsFirst && swapped.finding == result(tracks)?.finding)
    }

    @Test func whatStatesAShipIsAVessel() {
        let boat = VesselStaticData.of(type: .fishing, length: 24)
        #expect(result(outing(boat: boat, beacon: .of(type: .other))) == nil)
        #expect(result(outing(boat: boat, beacon: .of(length: 40))) == nil)
        #expect(result(outing(boat: boat, beacon: .of(imo: 9_187_629))) == nil)
    }

    @Test func whatMovesByItselfIsAVessel() {
        let boat = VesselStaticData.of(type: .fishing, length: 24)
        #expect(result(outing(boat: boat, beacon: VesselStaticData(), alone: speed(knots: 4))) == nil)
    }

    @Test func aTankerCarriesNoGear() {
        for type in [ShipType.tanker, .cargo, .tug] {
            #expect(result(outing(boat: .of(type: type, length: 50), beacon: VesselStaticData())) == nil)
        }
        #expect(result(outing(boat: VesselStaticData(), beacon: VesselStaticData())) == nil)
    }
}
