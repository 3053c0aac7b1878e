import FixMemory
import Glibc
import MaritimeModel

/// Goes along a path stretch by stretch, and says where the vessel is on the stretch it has come to.
///
/// Positions are those of `GreatCircleMotion`. On a stretch of up to `straightMetres` the chord is as good as the arc:
/// at the middle of 50 m they are 0.05 mm apart, and that upright, which changes the distance of two ships half a metre
/// or more apart by less than 1e-8 m; along the arc the two motions differ by less than 1e-9 m.
struct PathCursor {
    /// The stretch, counted from the first of the path.
    private(set) var stretch: Int
    /// Seconds since 1970, whole.
    private(set) var start = 0.0
    private(set) var end = -Double.infinity
    private(set) var from = UnitVector(0, 0, 0)
    private(set) var to = UnitVector(0, 0, 0)
    /// The way in a second on a straight stretch; else the unit tangent at `from`.
    private var heading = UnitVector(0, 0, 0)
    private(set) var angularSpeed = 0.0
    private(set) var isStraight = true

    private static let straightMetres = 50.0
    private static let straightAngle = straightMetres / earthRadiusMetres

    /// Stands before the stretch that holds a time.
    init(on path: SegmentPath, in tracks: TrackTable, at time: Double) {
        stretch = max(0, tracks.firstFix(in: path.fixes, notBefore: time) - 1 - path.fixes.lowerBound) - 1
    }

    /// Seconds from fix to fix.
    @inline(__always)
    var duration: Double { end - start }

    /// Goes on to the stretch that is under way right after a time; false when there is none.
    @inline(__always)
    mutating func advance(after time: Double, on path: SegmentPath, in tracks: TrackTable) -> Bool {
        if end > time { return true }
        repeat {
            stretch += 1
            guard stretch < path.angularSpeeds.count else { return false }
            end = Double(tracks.times[path.fixes.lowerBound + stretch + 1])
        } while end <= time
        start = Double(tracks.times[path.fixes.lowerBound + stretch])
        from = path.places[stretch]
        to = path.places[stretch + 1]
        angularSpeed = path.angularSpeeds[stretch]
        isStraight = angularSpeed * (end - start) <= PathCursor.straightAngle
        if isStraight { heading = (to - from) * (1 / (end - start)) } else { takeHeading() }
        return true
    }

    private mutating func takeHeading() {
        heading = GreatCircleMotion.heading(from: from, to: to) ?? UnitVector(0, 0, 0)
    }

    /// Where the vessel is at a time within start...end.
    @inline(__always)
    func position(at time: Double) -> UnitVector {
        // At the end this may differ from the fix by a rounding, which is cheaper than a branch that nobody foresees.
        if isStraight { return from + heading * (time - start) }
        if time == end { return to }
        if time == start { return from }
        return GreatCircleMotion.position(from: from, heading: heading, angle: angularSpeed * (time - start))
    }
}
