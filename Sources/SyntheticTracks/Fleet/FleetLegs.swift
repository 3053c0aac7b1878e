import Glibc
import MaritimeModel

/// A straight piece of a vessel's round: even motion in latitude and longitude.
struct FleetLeg {
    /// 1e-7 degree.
    var latitude: Double
    var longitude: Double
    /// 1e-7 degree per second.
    var latitudeRate: Double
    var longitudeRate: Double
    /// Infinite for a vessel that never moves.
    var seconds: Double
    var speedTenths: Int16
    var courseTenths: Int16

    var isAtRest: Bool { speedTenths < 5 }
    /// Seconds between reports before the plan scales them: 3 min at rest, about 1 min under way, as in NOAA's files.
    var baseInterval: Double { isAtRest ? 180 : 70 }

    /// A stay at a place.
    static func stay(_ place: FleetGeography.Place, seconds: Double = .infinity) -> FleetLeg {
        FleetLeg(
            latitude: place.latitude * 1e7, longitude: place.longitude * 1e7, latitudeRate: 0, longitudeRate: 0,
            seconds: seconds, speedTenths: 0, courseTenths: 3_600)
    }

    /// A passage between two places; nil when they are the same.
    static func passage(from: FleetGeography.Place, to: FleetGeography.Place, knots: Double) -> FleetLeg? {
        let north = (to.latitude - from.latitude) * metresPerDegree
        let east =
            (to.longitude - from.longitude) * metresPerDegree
            * cos((from.latitude + to.latitude) / 2 * .pi / 180)
        let seconds = hypot(north, east) / (knots * metresPerSecondPerKnot)
        guard seconds > 0 else { return nil }
        var course = atan2(east, north) * 1_800 / .pi
        if course < 0 { course += 3_600 }
        return FleetLeg(
            latitude: from.latitude * 1e7, longitude: from.longitude * 1e7,
            latitudeRate: (to.latitude - from.latitude) * 1e7 / seconds,
            longitudeRate: (to.longitude - from.longitude) * 1e7 / seconds, seconds: seconds,
            speedTenths: Int16((knots * 10).rounded()), courseTenths: Int16(Int(course) % 3_600))
    }

    private static let metresPerDegree = earthRadiusMetres * .pi / 180

    /// A place some metres from another.
    static func offset(_ place: FleetGeography.Place, east: Double, north: Double) -> FleetGeography.Place {
        (
            place.latitude + north / metresPerDegree,
            place.longitude + east / metresPerDegree / cos(place.latitude * .pi / 180)
        )
    }
}
