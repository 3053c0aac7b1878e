import Glibc

/// A position on the sphere in fixed point: one unit is 1e-7 degree, about 1.1 cm of latitude.
///
/// Fixed point makes positions comparable, hashable and half the size of two `Double`s. AIS itself transmits 1/10 000
/// minute (1.7e-6 degree, ITU-R M.1371-5), so nothing that was transmitted is lost.
public struct GeoPosition: Hashable, Sendable {
    /// Latitude in 1e-7 degree, north positive, -900 000 000...900 000 000.
    public var latitudeE7: Int32
    /// Longitude in 1e-7 degree, east positive, -1 800 000 000...1 800 000 000.
    public var longitudeE7: Int32

    /// Makes a position from fixed-point coordinates; the caller checks the range.
    @inlinable
    public init(latitudeE7: Int32, longitudeE7: Int32) {
        self.latitudeE7 = latitudeE7
        self.longitudeE7 = longitudeE7
    }

    /// Makes a position from degrees, rounded to the nearest unit, or nil when a coordinate is out of range or not a number.
    public init?(latitude: Double, longitude: Double) {
        guard latitude >= -90, latitude <= 90, longitude >= -180, longitude <= 180 else { return nil }
        latitudeE7 = Int32((latitude * 1e7).rounded())
        longitudeE7 = Int32((longitude * 1e7).rounded())
    }

    /// Latitude in degrees.
    @inlinable public var latitude: Double { Double(latitudeE7) * 1e-7 }
    /// Longitude in degrees.
    @inlinable public var longitude: Double { Double(longitudeE7) * 1e-7 }
}

/// The radius of the sphere on which all distances are measured, in metres.
///
/// Source: mean radius R1 = (2a + b) / 3 of the GRS 80 ellipsoid (Moritz 2000), 6 371 008.8 m.
public let earthRadiusMetres = 6_371_008.8

/// Metres in an international nautical mile.
public let metresPerNauticalMile = 1_852.0

/// Metres per second in one knot.
public let metresPerSecondPerKnot = metresPerNauticalMile / 3_600
