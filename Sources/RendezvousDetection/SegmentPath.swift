import FixMemory
import Glibc
import MaritimeModel
import PathWindows

/// A part of a segment made ready for measuring: its fixes as points, and the way and the speed on each stretch.
///
/// A segment that takes part in many meetings needs this once. 72 bytes a fix, and 12 more with the order of speeds.
final class SegmentPath: Sendable {
    /// The fixes that it holds.
    let fixes: Range<Int>
    /// From each fix to the next along the chord, then one that does not move and stands for the last fix.
    let stretches: [Stretch]
    /// Radians per second from each fix to the next; one less than there are fixes.
    let angularSpeeds: [Double]
    /// How the stretches stand in the order of speed; nil where nobody asks for it.
    let order: SpeedOrder?
    /// The same in single precision, where it is asked for and the vessel hardly moves.
    let near: NearPath?
    /// The stretches whose arc is not as good as the chord, in order.
    let curved: [Int32]
    /// The first of the longest stretches, and its seconds.
    let longest: (stretch: Int, seconds: Double)
    /// No fix is farther from the first one than this, in a straight line on the unit sphere.
    let reach: Double
    /// The integral over time of the place less the first fix.
    let moment: UnitVector

    /// On a stretch of up to `straightMetres` the chord is as good as the arc: at the middle of 50 m they are 0.05 mm
    /// apart, and that upright, which changes the distance of two ships half a metre or more apart by less than 1e-8 m;
    /// along the arc the two motions differ by less than 1e-9 m.
    static let straightMetres = 50.0
    static let straightAngle = straightMetres / earthRadiusMetres

    /// The same path with the order of speeds, and in single precision if it is fit for it. Complexity: O(n log n).
    init(_ path: SegmentPath, withOrderIn tracks: TrackTable) {
        fixes = path.fixes
        stretches = path.stretches
        angularSpeeds = path.angularSpeeds
        order = SpeedOrder(path.angularSpeeds, fixes: path.fixes, in: tracks)
        near = path.curved.isEmpty ? NearPath(of: path.stretches, unit: earthRadiusMetres) : nil
        curved = path.curved
        longest = path.longest
        reach = path.reach
        moment = path.moment
    }

    /// Complexity: O(n).
    init(fixes: Range<Int>, in tracks: TrackTable) {
        self.fixes = fixes
        var stretches: [Stretch] = []
        var speeds: [Double] = []
        var curved: [Int32] = []
        var longest = (stretch: 0, seconds: 0.0)
        var reach = 0.0
        var moment = UnitVector(0, 0, 0)
        stretches.reserveCapacity(fixes.count)
        speeds.reserveCapacity(fixes.count)
        var centre = UnitVector(0, 0, 0)
        var last: (place: UnitVector, time: Double)?
        for fix in fixes {
            let place = UnitVector(tracks.position(ofFix: fix))
            let time = Double(tracks.times[fix])
            if let last {
                let way = place - last.place
                let seconds = time - last.time
                let angle = SegmentPath.angle(ofChordSquared: way.squared)
                let speed = angle / seconds
                if speed * seconds > SegmentPath.straightAngle { curved.append(Int32(speeds.count)) }
                if seconds > longest.seconds { longest = (speeds.count, seconds) }
                stretches.append(Stretch(from: last.place, at: last.time, way: way * (1 / seconds), until: time))
                speeds.append(speed)
                let offset = place - centre
                reach = max(reach, offset.squared)
                moment = moment + (offset + (last.place - centre)) * (seconds / 2)
            } else {
                centre = place
            }
            last = (place, time)
        }
        if let last {
            stretches.append(Stretch(from: last.place, at: last.time, way: UnitVector(0, 0, 0), until: last.time))
        }
        self.stretches = stretches
        angularSpeeds = speeds
        order = nil
        near = nil
        self.curved = curved
        self.longest = longest
        self.reach = reach.squareRoot()
        self.moment = moment
    }

    /// The angle between two points of the unit sphere by their straight-line distance, in radians.
    private static func angle(ofChordSquared square: Double) -> Double {
        let half = square.squareRoot() / 2
        guard half < 0.005 else { return 2 * asin(min(1, half)) }
        // The next term of the arc sine is below 1e-17 of the first for an arc of up to 60 km.
        let power = half * half
        return 2 * half * (1 + power * (1.0 / 6 + power * (3.0 / 40 + power * (15.0 / 336))))
    }
}

extension SegmentPath {
    /// The median of the angular speed over a meeting of one contact, or nil where a selection is to find it.
    func median(during meeting: Rendezvous, in tracks: TrackTable) -> Double? {
        guard let order, let part = part(from: meeting.start, to: meeting.end) else { return nil }
        let known = part.stretches
        return order.median(
            ofStretches: known.lowerBound..<known.upperBound + 1,
            cut: (meeting.start - stretches[known.lowerBound].start, stretches[known.upperBound].end - meeting.end),
            seconds: meeting.end - meeting.start
        ).map { angularSpeeds[$0] }
    }

    /// The stretches from one time to another, later one; nil when the path does not hold all that time.
    func part(from start: Double, to end: Double) -> PathPart? {
        let count = angularSpeeds.count
        guard count > 0, start < end, stretches[0].start <= start, end <= stretches[count].start else { return nil }
        // Meetings of ships that lie side by side begin and end with the tracks, or nearly: look there first.
        var first = 0
        while first < 4, stretches[first].end <= start { first += 1 }
        if first == 4 { first = partition(4..<count) { stretches[$0].end > start } }
        var last = count - 1
        let near = max(first, count - 4)
        while last > near, stretches[last].start >= end { last -= 1 }
        if last == near, stretches[last].start >= end { last = partition(first..<near) { stretches[$0].end >= end } }
        return PathPart(stretches: first...last, start: start, end: end)
    }

    /// The first number of a range that passes a test which all that follow pass too, or the end of the range.
    private func partition(_ range: Range<Int>, passes: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if passes(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Stretch {
    init(from place: UnitVector, at start: Double, way: UnitVector, until end: Double) {
        self.init(
            from: (place.x, place.y, place.z), at: start, perSecond: (way.x, way.y, way.z), until: end)
    }

    /// The place where it begins.
    @inline(__always)
    var from: UnitVector { UnitVector(x, y, z) }

    /// The way in a second along the chord.
    @inline(__always)
    var way: UnitVector { UnitVector(xPerSecond, yPerSecond, zPerSecond) }

    /// Where the vessel is at a time if it goes along the chord.
    @inline(__always)
    func position(at time: Double) -> UnitVector { from + way * (time - start) }

    /// Seconds from fix to fix.
    @inline(__always)
    var duration: Double { end - start }
}
