import Glibc

extension GeoPosition {
    /// The great-circle distance to another position, in metres, on the sphere of radius `earthRadiusMetres`.
    ///
    /// By the haversine formula, which keeps its accuracy for positions centimetres apart.
    public func metres(to other: GeoPosition) -> Double {
        let radians = Double.pi / 180 * 1e-7
        let north = sin(Double(Int64(other.latitudeE7) - Int64(latitudeE7)) * radians / 2)
        let east = sin(Double(Int64(other.longitudeE7) - Int64(longitudeE7)) * radians / 2)
        let square =
            north * north + cos(Double(latitudeE7) * radians) * cos(Double(other.latitudeE7) * radians) * east * east
        return 2 * earthRadiusMetres * asin(min(1, square.squareRoot()))
    }
}
