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

    /// The box of one point.
    init(_ position: GeoPosition) {
        south = Int64(position.latitudeE7)
        north = south
        west = GeoBox.wrapped(Int64(position.longitudeE7) + GeoBox.fullCircle / 2)
        width = 0
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

    /// Grows the box so that it holds a point, over the shorter way round.
    mutating func include(_ position: GeoPosition) {
        south = min(south, Int64(position.latitudeE7))
        north = max(north, Int64(position.latitudeE7))
        let longitude = GeoBox.wrapped(Int64(position.longitudeE7) + GeoBox.fullCircle / 2)
        let offset = GeoBox.wrapped(longitude - west)
        guard offset > width else { return }
        if offset - width <= GeoBox.fullCircle - offset {
            width = offset
        } else {
            west = longitude
            width += GeoBox.fullCircle - offset
        }
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

    /// A point of the unit sphere, and an angle in radians within which of it the whole box lies.
    ///
    /// The angle is exact enough for boxes of some kilometres: half the height and half the width at the widest
    /// latitude, added. A box that goes all the way round gives its whole sphere.
    var cap: (centre: UnitVector, angle: Double) {
        let latitude = Double(south + north) / 2 * radiansPerE7
        let longitude = (Double(west) + Double(width) / 2 - Double(GeoBox.fullCircle / 2)) * radiansPerE7
        let ring = cos(latitude)
        let centre = UnitVector(ring * cos(longitude), ring * sin(longitude), sin(latitude))
        guard width < GeoBox.fullCircle / 4 else { return (centre, .pi) }
        let widest = south <= 0 && north >= 0 ? 1 : cos(Double(min(abs(south), abs(north))) * radiansPerE7)
        let angle = (Double(north - south) + Double(width) * widest) / 2 * radiansPerE7
        return (centre, angle)
    }

    /// Whether two boxes share a point.
    func intersects(_ other: GeoBox) -> Bool {
        guard south <= other.north, other.south <= north else { return false }
        return holds(longitude: other.west) || other.holds(longitude: west)
    }

    /// Whether the box's longitudes hold one, counted from 180° W.
    func holds(longitude: Int64) -> Bool {
        let offset = longitude - west
        return (offset < 0 ? offset + GeoBox.fullCircle : offset) <= width
    }

    /// The south-western corner of the part that two intersecting boxes share.
    ///
    /// Both boxes hold it, so both lie in the grid cell that holds it: there, and only there, is the pair looked at.
    func sharedCorner(with other: GeoBox) -> (latitude: Int64, longitude: Int64) {
        (max(south, other.south), other.holds(longitude: west) ? west : other.west)
    }

    /// A longitude brought into 0..<3 600 000 000.
    static func wrapped(_ longitude: Int64) -> Int64 {
        let rest = longitude % fullCircle
        return rest < 0 ? rest + fullCircle : rest
    }
}
