import Glibc
import MaritimeModel

/// The motion on one stretch: constant speed along the shorter great circle from one fix to the next.
///
/// The position at `start` and `end` is exactly that of the fixes, so stretches that follow each other agree to the
/// last bit where they meet.
struct GreatCircleMotion: Sendable {
    /// Seconds since 1970, whole.
    let start: Double
    let end: Double
    /// The fixes.
    let from: UnitVector
    let to: UnitVector
    /// The unit tangent at `from` in the direction of travel; zero for a vessel that does not move.
    let heading: UnitVector
    /// Radians per second, at least 0.
    let angularSpeed: Double

    init(start: Double, from: UnitVector, end: Double, to: UnitVector) {
        self.start = start
        self.end = end
        self.from = from
        self.to = to
        let chord = ((to - from).squared).squareRoot()
        let angle = 2 * asin(min(1, chord / 2))
        guard angle > 0, let heading = GreatCircleMotion.heading(from: from, to: to) else {
            heading = UnitVector(0, 0, 0)
            angularSpeed = 0
            return
        }
        self.heading = heading
        angularSpeed = angle / (end - start)
    }

    /// The unit tangent at one fix towards the next; nil when they are one place.
    static func heading(from: UnitVector, to: UnitVector) -> UnitVector? {
        let product = from • to
        var tangent = to - from * product
        var length = tangent.squared.squareRoot()
        if product < -0.9, length < 1e-9 {
            // Antipodal fixes have no short way: over the pole is as good as any.
            tangent = UnitVector(0, 0, 1) - from * from.z
            length = tangent.squared.squareRoot()
        }
        return length > 0 ? tangent * (1 / length) : nil
    }

    /// Where the vessel is at a time within start...end.
    func position(at time: Double) -> UnitVector {
        if time == start { return from }
        if time == end { return to }
        return GreatCircleMotion.position(from: from, heading: heading, angle: angularSpeed * (time - start))
    }

    /// The place an angle in radians along the way.
    @inline(__always)
    static func position(from: UnitVector, heading: UnitVector, angle: Double) -> UnitVector {
        if angle < 0.004 {
            // The next terms are below 1e-16 of the radius for an arc of up to 25 km.
            let square = angle * angle
            let cosine = 1 - square * (0.5 - square * (1.0 / 24))
            let sine = angle * (1 - square * (1.0 / 6 - square * (1.0 / 120)))
            return from * cosine + heading * sine
        }
        return from * cos(angle) + heading * sin(angle)
    }

    /// Metres per second along the path.
    var speedMetresPerSecond: Double { angularSpeed * earthRadiusMetres }
}
