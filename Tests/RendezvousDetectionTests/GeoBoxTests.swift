import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// Boxes must never be too small: a contact outside a box would be lost.
struct GeoBoxTests {
    private func holds(_ box: GeoBox, _ point: UnitVector) -> Bool {
        let latitude = Int64((point.latitude / radiansPerE7).rounded())
        let longitude = GeoBox.wrapped(Int64((point.longitude / radiansPerE7).rounded()) + GeoBox.fullCircle / 2)
        // A unit of slack for the rounding of the point itself.
        return latitude >= box.south - 1 && latitude <= box.north + 1
            && (box.holds(longitude: longitude) || box.holds(longitude: GeoBox.wrapped(longitude + 1))
                || box.holds(longitude: GeoBox.wrapped(longitude - 1)) || abs(latitude) == GeoBox.pole)
    }

    /// A random point at an angle from another one.
    private func point(_ angle: Double, from centre: UnitVector, _ random: inout SplitMix64) -> UnitVector {
        let helper = abs(centre.z) < 0.9 ? UnitVector(0, 0, 1) : UnitVector(1, 0, 0)
        var east = UnitVector(
            helper.y * centre.z - helper.z * centre.y, helper.z * centre.x - helper.x * centre.z,
            helper.x * centre.y - helper.y * centre.x)
        east = east * (1 / east.squared.squareRoot())
        let north = UnitVector(
            centre.y * east.z - centre.z * east.y, centre.z * east.x - centre.x * east.z,
            centre.x * east.y - centre.y * east.x)
        let bearing = Double.random(in: 0...(2 * .pi), using: &random)
        let motion = GreatCircleMotion(
            start: 0, from: centre, end: 1,
            to: turned(centre, east * sine(bearing) + north * sine(bearing + .pi / 2), angle))
        return motion.to
    }

    private func turned(_ centre: UnitVector, _ direction: UnitVector, _ angle: Double) -> UnitVector {
        centre * sine(angle + .pi / 2) + direction * sine(angle)
    }

    /// The sine by its series after reduction, so that the test needs no C library.
    private func sine(_ angle: Double) -> Double {
        var rest = angle.remainder(dividingBy: 2 * .pi)
        if rest > .pi / 2 { rest = .pi - rest }
        if rest < -.pi / 2 { rest = -.pi - rest }
        var term = rest
        var sum = rest
        for step in 1..<14 {
            term *= -rest * rest / Double(2 * step * (2 * step + 1))
            sum += term
        }
        return sum
    }

    @Test(arguments: [0.0, 30, -60, 84.9, 89.9, -89.99, 90, -90])
    func aGrownBoxHoldsEverythingWithinTheDistance(latitude: Double) throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let longitude = seed % 3 == 0 ? 180 : Double.random(in: -180...180, using: &random)
            let position = try #require(GeoPosition(latitude: latitude, longitude: longitude))
            let metres = seed % 2 == 0 ? 250.0 : Double.random(in: 1...100_000, using: &random)
            let box = GeoBox(position).grown(byMetres: metres)
            let cap = GeoBox(around: UnitVector(position), within: metres / earthRadiusMetres)
            for _ in 0..<20 {
                let angle = metres * .random(in: 0...1, using: &random) / earthRadiusMetres
                let near = point(angle, from: UnitVector(position), &random)
                #expect(holds(box, near), "latitude \(latitude), seed \(seed)")
                #expect(holds(cap, near), "latitude \(latitude), seed \(seed)")
            }
        }
    }

    @Test func twoBoxesThatShareAPointIntersect() throws {
        for seed in 0..<3_000 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let latitude = seed % 5 == 0 ? 89.995 : Double.random(in: -89...89, using: &random)
            let longitude = seed % 3 == 0 ? 179.999 : Double.random(in: -180...180, using: &random)
            let position = try #require(GeoPosition(latitude: latitude, longitude: longitude))
            let centre = UnitVector(position)
            func around(_ random: inout SplitMix64) -> GeoBox {
                let reach = Double.random(in: 1...5_000, using: &random) / earthRadiusMetres
                return GeoBox(
                    around: point(reach * .random(in: 0...1, using: &random), from: centre, &random), within: reach)
            }
            let (one, other) = (around(&random), around(&random))
            #expect(one.intersects(other) && other.intersects(one), "seed \(seed)")
        }
    }
}

extension GeoBox {
    /// The box of one point.
    init(_ position: GeoPosition) {
        self.init(
            south: Int64(position.latitudeE7), north: Int64(position.latitudeE7),
            west: GeoBox.wrapped(Int64(position.longitudeE7) + GeoBox.fullCircle / 2), width: 0)
    }
}
