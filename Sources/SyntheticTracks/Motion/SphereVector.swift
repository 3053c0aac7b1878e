import Glibc
import MaritimeModel

/// A point on the unit sphere. Vectors know neither dateline nor poles, so nothing here treats them specially.
struct SphereVector {
    var x: Double
    var y: Double
    var z: Double

    /// Makes a point from degrees.
    init(latitude: Double, longitude: Double) {
        let phi = latitude * .pi / 180
        let lambda = longitude * .pi / 180
        x = cos(phi) * cos(lambda)
        y = cos(phi) * sin(lambda)
        z = sin(phi)
    }

    private init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// Degrees, north positive.
    var latitude: Double { atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi }
    /// Degrees, east positive.
    var longitude: Double { atan2(y, x) * 180 / .pi }

    /// The great-circle distance in metres, accurate for short distances too.
    func distanceMetres(to other: SphereVector) -> Double {
        angle(to: other) * earthRadiusMetres
    }

    /// The angle between two points in radians, from the chord.
    func angle(to other: SphereVector) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        let halfChord = (dx * dx + dy * dy + dz * dz).squareRoot() / 2
        return 2 * asin(min(1, halfChord))
    }

    /// The point at a fraction of the great circle towards another point that lies at `angle` radians.
    func towards(_ other: SphereVector, fraction: Double, angle: Double) -> SphereVector {
        guard angle > 0 else { return self }
        let near = sin((1 - fraction) * angle) / sin(angle)
        let far = sin(fraction * angle) / sin(angle)
        return SphereVector(
            x: near * x + far * other.x, y: near * y + far * other.y, z: near * z + far * other.z)
    }

    /// The initial course to another point in degrees, 0..<360.
    func courseDegrees(to other: SphereVector) -> Double {
        let phi = latitude * .pi / 180
        let otherPhi = other.latitude * .pi / 180
        let delta = (other.longitude - longitude) * .pi / 180
        let course = atan2(
            sin(delta) * cos(otherPhi), cos(phi) * sin(otherPhi) - sin(phi) * cos(otherPhi) * cos(delta))
        let degrees = course * 180 / .pi
        return degrees < 0 ? degrees + 360 : degrees
    }
}

/// A flat frame around a place: metres east and north of it (azimuthal equidistant), good for scenes of some 100 km.
struct LocalFrame {
    let latitude: Double
    let longitude: Double

    /// The point on the sphere at an offset, found along the great circle that leaves the centre in its direction.
    func point(east: Double, north: Double) -> SphereVector {
        let angle = (east * east + north * north).squareRoot() / earthRadiusMetres
        guard angle > 0 else { return SphereVector(latitude: latitude, longitude: longitude) }
        let course = atan2(east, north)
        let phi = latitude * .pi / 180
        let sine = sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(course)
        let delta = atan2(sin(course) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sine)
        return SphereVector(latitude: asin(sine) * 180 / .pi, longitude: longitude + delta * 180 / .pi)
    }
}
