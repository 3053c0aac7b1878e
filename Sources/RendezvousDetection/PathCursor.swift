import MaritimeModel
import PathWindows

/// Goes along a path stretch by stretch, and says where the vessel is on the stretch it has come to.
///
/// Positions are those of `GreatCircleMotion`, but for straight stretches; see `SegmentPath.straightMetres`.
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

    /// Stands before the stretch that holds a time.
    init(on path: SegmentPath, at time: Double) {
        var (low, high) = (0, path.stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if path.stretches[middle].start < time { low = middle + 1 } else { high = middle }
        }
        stretch = max(0, low - 1) - 1
    }

    /// Seconds from fix to fix.
    @inline(__always)
    var duration: Double { end - start }

    /// Goes on to the stretch that is under way right after a time; false when there is none.
    @inline(__always)
    mutating func advance(after time: Double, on path: SegmentPath) -> Bool {
        if end > time { return true }
        repeat {
            stretch += 1
            guard stretch < path.angularSpeeds.count else { return false }
            end = path.stretches[stretch].end
        } while end <= time
        let now = path.stretches[stretch]
        start = now.start
        from = now.from
        to = path.stretches[stretch + 1].from
        angularSpeed = path.angularSpeeds[stretch]
        isStraight = angularSpeed * (end - start) <= SegmentPath.straightAngle
        if isStraight { heading = now.way } else { takeHeading() }
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
