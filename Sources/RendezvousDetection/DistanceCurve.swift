import Glibc
import MaritimeModel
import PathWindows

/// The distance of two vessels over their contact, as parabolas of the squared straight-line distance.
///
/// Each window is cut until a parabola is within 1e-6 of the greatest value, so that the median, for which time below a
/// distance has to be known for several distances, costs a square root a piece and a distance instead of a walk.
struct DistanceCurve {
    private var pieces = PairWindows()
    private var near = NearWindows()
    /// What was found without pieces.
    private var nearMedian: NearMedian?
    private var least = Double.infinity
    private var greatest = 0.0
    private var leastAtFix: Double?

    /// Forgets the pieces, and keeps their memory.
    mutating func removeAll() {
        pieces.removeAll()
        nearMedian = nil
        least = .infinity
        greatest = 0
        leastAtFix = nil
    }

    /// Notes the squared distance at a moment at which one of the vessels sent a fix.
    @inline(__always)
    mutating func addFix(_ value: Double) { leastAtFix = min(leastAtFix ?? value, value) }

    /// Adds a window on which both vessels are on one stretch each.
    ///
    /// - Parameters:
    ///   - left: the squared distance at the start, as `right` is at the end.
    mutating func add(
        _ first: PathCursor, _ second: PathCursor, from start: Double, to end: Double, left: Double, right: Double,
        depth: Int = 0
    ) {
        func value(_ time: Double) -> Double { (first.position(at: time) - second.position(at: time)).squared }
        let time = start + (end - start) / 2
        let middle = value(time)
        let reach = (first.angularSpeed + second.angularSpeed) * (end - start) / 2
        let error = 0.129 * reach * reach * reach * (middle.squareRoot() + reach)
        if error > 1e-6 * max(left, middle, right, 1e-14), depth < 20 {
            add(first, second, from: start, to: time, left: left, right: middle, depth: depth + 1)
            add(first, second, from: time, to: end, left: middle, right: right, depth: depth + 1)
            return
        }
        if let turn = add(seconds: end - start, left: left, middle: middle, right: right) {
            least = min(least, value(time + turn * (end - start) / 2))
        }
    }

    /// Adds a window on which both vessels go straight, by their offsets at its ends: the parabola is exact.
    @inline(__always)
    mutating func add(seconds: Double, from start: UnitVector, to end: UnitVector, left: Double, right: Double) {
        let middle = ((start + end) * 0.5).squared
        if let turn = add(seconds: seconds, left: left, middle: middle, right: right) {
            least = min(least, (start + (end - start) * ((turn + 1) / 2)).squared)
        }
    }

    /// Adds a contact on which both vessels go straight; gives how they see each other at its start and its end.
    ///
    /// - Parameter isAll: there is no other contact.
    mutating func add(
        _ first: SegmentPath, _ part: PathPart, _ second: SegmentPath, _ otherPart: PathPart, isAll: Bool
    ) -> (start: UnitVector, end: UnitVector) {
        let (start, end) = (part.start, part.end)
        let found =
            (isAll ? near(first, part, second, otherPart) : nil)
            ?? pieces.add(
                first.stretches, part.stretches, second.stretches, otherPart.stretches, from: start, to: end,
                least: least)
        least = min(least, found.least)
        greatest = max(greatest, found.greatest)
        if found.leastAtFix < .infinity { addFix(found.leastAtFix) }
        let offsets = (start: UnitVector(found.startOffset), end: UnitVector(found.endOffset))
        // The contact may begin and end between fixes.
        func isFix(_ time: Double, _ path: SegmentPath, _ stretch: Int) -> Bool {
            time == path.stretches[stretch].start || time == path.stretches[stretch].end
        }
        if isFix(start, first, part.stretches.lowerBound) || isFix(start, second, otherPart.stretches.lowerBound) {
            addFix(offsets.start.squared)
        }
        if isFix(end, first, part.stretches.upperBound) || isFix(end, second, otherPart.stretches.upperBound) {
            addFix(offsets.end.squared)
        }
        return offsets
    }

    /// Works in single precision as far as that leaves no doubt about the median.
    private mutating func near(
        _ first: SegmentPath, _ part: PathPart, _ second: SegmentPath, _ otherPart: PathPart
    ) -> PairWindows.Found? {
        guard let one = first.near, let other = second.near,
            let (found, mean) = near.follow(
                NearWindows.Part(one, first.stretches, part.stretches),
                NearWindows.Part(other, second.stretches, otherPart.stretches), from: part.start, to: part.end)
        else { return nil }
        let median = NearMedian(
            of: near, mean: mean, between: metres(ofChordSquared: found.least),
            and: metres(ofChordSquared: found.greatest))
        nearMedian = median
        return median.metres == nil ? nil : found
    }

    /// Adds a piece; gives the place of its least value, -1...1, when that lies inside and may be the least of all.
    @inline(__always)
    private mutating func add(seconds: Double, left: Double, middle: Double, right: Double) -> Double? {
        let curvature = (left + right) / 2 - middle
        let slope = (right - left) / 2
        let low = min(left, middle, right)
        let high = max(left, middle, right)
        let steepness = abs(slope)
        pieces.append(
            seconds: seconds, curvature: curvature, slope: slope, middle: middle,
            rises: steepness >= 2 * abs(curvature) && steepness > 1e-12 * (middle + 1e-14))
        greatest = max(greatest, high)
        least = min(least, low)
        // A parabola through the three leaves their range where it turns, by an eighth of what it spans at most.
        guard curvature > 0, steepness < 2 * curvature, low - (high - low) / 4 - 1e-6 * high < least else { return nil }
        return -slope / (2 * curvature)
    }

    /// Least, median and greatest distance in metres; the median is time-weighted, to a millimetre.
    func summary() -> DistanceSummary {
        guard least.isFinite else { return DistanceSummary(minimum: 0, median: 0, maximum: 0) }
        let minimum = metres(ofChordSquared: least)
        let maximum = metres(ofChordSquared: greatest)
        var median = nearMedian?.metres
        if median == nil {
            var search = MedianDistance(of: pieces, within: nearMedian?.bounds ?? MedianBounds())
            median = search.median(between: minimum, and: maximum)
        }
        return DistanceSummary(
            minimum: minimum, minimumAtFix: leastAtFix.map(metres(ofChordSquared:)), median: median ?? maximum,
            maximum: maximum)
    }
}
