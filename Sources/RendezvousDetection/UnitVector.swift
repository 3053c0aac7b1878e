import Glibc
import MaritimeModel

/// A point on the unit sphere, or a difference of two: x towards 0° E, y towards 90° E, z towards the north pole.
struct UnitVector: Hashable, Sendable {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    init(_ coordinates: (x: Double, y: Double, z: Double)) {
        self.init(coordinates.x, coordinates.y, coordinates.z)
    }

    /// The direction of a position. At the poles the longitude does not matter.
    init(_ position: GeoPosition) {
        let latitude = Double(position.latitudeE7) * radiansPerE7
        let longitude = Double(position.longitudeE7) * radiansPerE7
        let ring = cos(latitude)
        self.init(ring * cos(longitude), ring * sin(longitude), sin(latitude))
    }

    /// Radians, -pi/2...pi/2; the vector need not have length 1.
    var latitude: Double { atan2(z, (x * x + y * y).squareRoot()) }
    /// Radians, -pi...pi; 0 at the poles.
    var longitude: Double { x == 0 && y == 0 ? 0 : atan2(y, x) }

    /// The square of the length.
    var squared: Double { x * x + y * y + z * z }

    static func + (left: UnitVector, right: UnitVector) -> UnitVector {
        UnitVector(left.x + right.x, left.y + right.y, left.z + right.z)
    }

    static func - (left: UnitVector, right: UnitVector) -> UnitVector {
        UnitVector(left.x - right.x, left.y - right.y, left.z - right.z)
    }

    static func * (vector: UnitVector, factor: Double) -> UnitVector {
        UnitVector(vector.x * factor, vector.y * factor, vector.z * factor)
    }

    /// The dot product.
    static func • (left: UnitVector, right: UnitVector) -> Double {
        left.x * right.x + left.y * right.y + left.z * right.z
    }
}

infix operator • : MultiplicationPrecedence

/// Radians in one unit of fixed-point position.
let radiansPerE7 = Double.pi / 1.8e9

/// The great-circle distance in metres of two points of the unit sphere whose straight-line distance squared is given.
func metres(ofChordSquared chordSquared: Double) -> Double {
    2 * earthRadiusMetres * asin(min(1, chordSquared.squareRoot() / 2))
}

/// The inverse of `metres(ofChordSquared:)`; distances beyond half the globe count as half the globe.
func chordSquared(ofMetres metres: Double) -> Double {
    let half = sin(min(metres / (2 * earthRadiusMetres), Double.pi / 2))
    return 4 * half * half
}
