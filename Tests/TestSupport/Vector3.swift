import Glibc
public import MaritimeModel

/// A vector in space; a point of the sphere is a vector of length 1 from its centre.
public struct Vector3: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var z: Double

    public init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The point of the sphere at a position; both signs of 180 degrees give the same one, and so do all longitudes
    /// at a pole, to a nanometre.
    public init(_ position: GeoPosition) {
        let latitude = position.latitude * .pi / 180
        let longitude = position.longitude * .pi / 180
        self.init(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    public var length: Double { (x * x + y * y + z * z).squareRoot() }
    /// In degrees, -90...90.
    public var latitude: Double { atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi }
    /// In degrees, -180...180.
    public var longitude: Double { atan2(y, x) * 180 / .pi }

    public func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

    public func cross(_ other: Vector3) -> Vector3 {
        Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    /// The angle to another vector, in radians, exact for tiny and for large angles alike.
    public func angle(to other: Vector3) -> Double { atan2(cross(other).length, dot(other)) }

    public static func + (left: Vector3, right: Vector3) -> Vector3 {
        Vector3(left.x + right.x, left.y + right.y, left.z + right.z)
    }

    public static func - (left: Vector3, right: Vector3) -> Vector3 {
        Vector3(left.x - right.x, left.y - right.y, left.z - right.z)
    }

    public static func * (vector: Vector3, factor: Double) -> Vector3 {
        Vector3(vector.x * factor, vector.y * factor, vector.z * factor)
    }
}

/// The great-circle distance of two points of the sphere, in metres.
public func greatCircleMetres(_ first: Vector3, _ second: Vector3) -> Double {
    earthRadiusMetres * first.angle(to: second)
}
