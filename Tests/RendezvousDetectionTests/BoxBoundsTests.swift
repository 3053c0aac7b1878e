import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// What boxes tell must be true of every point in them: a wrong "apart" would lose a contact, a wrong "within" invent one.
struct BoxBoundsTests {
    private static func box(near centre: (Int64, Int64), _ random: inout SplitMix64) -> GeoBox {
        let south = max(-900_000_000, min(899_000_000, centre.0 + Int64.random(in: -60_000...60_000, using: &random)))
        let north = min(900_000_000, south + Int64.random(in: 0...30_000, using: &random))
        let west = GeoBox.wrapped(centre.1 + Int64.random(in: -90_000...90_000, using: &random))
        return GeoBox(south: south, north: north, west: west, width: Int64.random(in: 0...40_000, using: &random))
    }

    private static func point(in box: GeoBox, _ random: inout SplitMix64) -> UnitVector {
        let edge = Bool.random(using: &random)
        let latitude =
            edge
            ? (Bool.random(using: &random) ? box.south : box.north)
            : Int64.random(in: box.south...box.north, using: &random)
        let east =
            edge ? (Bool.random(using: &random) ? 0 : box.width) : Int64.random(in: 0...box.width, using: &random)
        let longitude = GeoBox.wrapped(box.west + east) - GeoBox.fullCircle / 2
        return UnitVector(GeoPosition(latitudeE7: Int32(latitude), longitudeE7: Int32(longitude)))
    }

    @Test(arguments: [0, 10, 45, 60, 79, 84.9, 84.999, 89.9, -33, -84.99] as [Double])
    func whatBoxesTellHoldsForEveryPointInThem(latitude: Double) {
        var told = (within: 0, apart: 0, unclear: 0)
        for seed in 0..<4_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let metres = Double.random(in: 50...1_500, using: &random)
            let bounds = BoxBounds(maxDistanceMetres: metres, slackMetres: 2)
            let longitude = Bool.random(using: &random) ? 0 : Int64.random(in: 0..<3_600_000_000, using: &random)
            let centre = (Int64(latitude * 1e7), longitude)
            let one = Self.box(near: centre, &random)
            let other = Self.box(near: centre, &random)
            let relation = bounds.relation(
                PathBox(segment: 0, start: 0, end: 1, box: one), PathBox(segment: 1, start: 0, end: 1, box: other))
            for _ in 0..<8 {
                let chord = (Self.point(in: one, &random) - Self.point(in: other, &random)).squared
                let apart = RendezvousDetection.metres(ofChordSquared: chord)
                switch relation {
                case .within: #expect(apart <= metres - 4, "seed \(seed)")
                case .apart: #expect(apart > metres + 4, "seed \(seed)")
                case .unclear: break
                }
            }
            switch relation {
            case .within: told.within += 1
            case .apart: told.apart += 1
            case .unclear: told.unclear += 1
            }
        }
        if abs(latitude) < 84.9 { #expect(told.within > 100 && told.apart > 100 && told.unclear > 100) }
    }

    @Test(arguments: [0, 51, 84, 84.99, 89, -89.9999] as [Double])
    func aGrownBoxHoldsWhateverIsWithinTheDistance(latitude: Double) {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let metres = Double.random(in: 50...1_500, using: &random)
            let growth = BoxGrowth(metres: metres)
            let box = Self.box(near: (Int64(latitude * 1e7), 0), &random)
            let grown = growth.grown(PathBox(segment: 0, start: 0, end: 1, box: box)).geoBox
            let exact = box.grown(byMetres: metres - 0.02)
            #expect(grown.south <= exact.south && grown.north >= exact.north, "seed \(seed)")
            #expect(grown.width >= exact.width, "seed \(seed)")
            #expect(grown.holds(longitude: exact.west) || grown.width == GeoBox.fullCircle, "seed \(seed)")
        }
    }
}
