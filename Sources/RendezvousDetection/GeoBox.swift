import Glibc
import MaritimeModel

/// A box in latitude and longitude, in fixed point, that may lie across the dateline or around a pole.
///
/// Unit: 1e-7 degree. West is 0..<3 600 000 000, counted from 180° W; a width of 3 600 000 000 is all the way round.
struct GeoBox: Hashable, Sendable {
    var south: Int64
    var north: Int64
    var west: Int64
    var width: Int64

    /// All the way round, in 1e-7 degree.
    static let fullCircle: Int64 = 3_600_000_000
    /// The latitude of a pole, in 1e-7 degree.
    static let pole: Int64 = 900_000_000

    /// A box by its numbers.
    init(south: Int64, north: Int64, west: Int64, width: Int64) {
        self.south = south
        self.north = north
        self.west = west
        self.width = width
    }

    /// The box of everything within an angle (radians) of a point of the unit sphere, rounded outwards.
    init(around centre: UnitVector, within angle: Double) {
        let latitude = centre.latitude
        let south = latitude - angle
        let north = latitude + angle
        self.south = max(-GeoBox.pole, Int64((south / radiansPerE7).rounded(.down)) - 1)
        self.north = min(GeoBox.pole, Int64((north / radiansPerE7).rounded(.up)) + 1)
        guard south > -Double.pi / 2 + 1e-9, north < Double.pi / 2 - 1e-9 else {
            west = 0
            width = GeoBox.fullCircle
            return
        }
        // The widest place of a cap lies polewards of its centre: sin(half width) = sin(angle) / cos(latitude).
        let half = asin(min(1, sin(angle) / cos(latitude)))
        let halfE7 = Int64((half / radiansPerE7).rounded(.up)) + 1
        let middle = Int64((centre.longitude / radiansPerE7).rounded()) + GeoBox.fullCircle / 2
        width = min(GeoBox.fullCircle, 2 * halfE7)
        west = GeoBox.wrapped(middle - halfE7)
    }

    /// The box grown by a distance on every side; it holds every point within that distance of a point of the box.
    func grown(byMetres metres: Double) -> GeoBox {
        let angle = metres / earthRadiusMetres
        let angleE7 = Int64((angle / radiansPerE7).rounded(.up)) + 1
        var box = self
        box.south = max(-GeoBox.pole, south - angleE7)
        box.north = min(GeoBox.pole, north + angleE7)
        let steepest = max(abs(south), abs(north)) + angleE7
        guard width < GeoBox.fullCircle, steepest < GeoBox.pole - 1_000 else {
            box.west = 0
            box.width = GeoBox.fullCircle
            return box
        }
        let half = asin(min(1, sin(angle) / cos(Double(max(abs(south), abs(north))) * radiansPerE7)))
        let halfE7 = Int64((half / radiansPerE7).rounded(.up)) + 1
        box.width = min(GeoBox.fullCircle, width + 2 * halfE7)
        box.west = box.width == GeoBox.fullCircle ? 0 : GeoBox.wrapped(west - halfE7)
        return box
    }

    /// Whether the box's longitudes hold one, counted from 180° W.
    func holds(longitude: Int64) -> Bool {
        let offset = longitude - west
        return (offset < 0 ? offset + GeoBox.fullCircle : offset) <= width
    }

    /// Whether two boxes share a point.
    func intersects(_ other: GeoBox) -> Bool {
        guard south <= other.north, other.south <= north else { return false }
        return holds(longitude: other.west) || other.holds(longitude: west)
    }

    /// A longitude brought into 0..<3 600 000 000.
    static func wrapped(_ longitude: Int64) -> Int64 {
        let rest = longitude % fullCircle
        return rest < 0 ? rest + fullCircle : rest
    }
}
