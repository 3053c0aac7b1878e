import MaritimeModel
import PathWindows

/// The stretches of a path that have a part between two times; the path holds all that time.
struct PathPart {
    let stretches: ClosedRange<Int>
    /// Seconds since 1970, the start before the end.
    let start: Double
    let end: Double
}

extension SegmentPath {
    /// Whether the chord is as good as the arc on all stretches of a part. Complexity: O(log n).
    func isStraight(_ part: PathPart) -> Bool {
        if curved.isEmpty { return true }
        var (low, high) = (0, curved.count)
        while low < high {
            let middle = (low + high) / 2
            if curved[middle] < Int32(part.stretches.lowerBound) { low = middle + 1 } else { high = middle }
        }
        return low == curved.count || curved[low] > Int32(part.stretches.upperBound)
    }

    /// Seconds of the longest of some stretches, 0 for none. Complexity: O(1) if it is the longest of all, else O(n).
    func longest(of some: Range<Int>) -> Double {
        if some.contains(longest.stretch) { return longest.seconds }
        var seconds = 0.0
        for stretch in some { seconds = max(seconds, stretches[stretch].duration) }
        return seconds
    }

    /// Whether no stretch of a part is longer than a limit in seconds. Complexity: O(1) if none of all is, else O(n).
    func isKnown(_ part: PathPart, maxGapSeconds: Double) -> Bool {
        longest.seconds <= maxGapSeconds
            || longest(of: part.stretches.lowerBound..<part.stretches.upperBound + 1) <= maxGapSeconds
    }

    /// The integral of the place over the time of a part whose stretches are straight.
    ///
    /// Complexity: O(n) in the stretches of the part or in those outside of it, whichever are fewer.
    func moment(of part: PathPart) -> UnitVector {
        let (first, last) = (part.stretches.lowerBound, part.stretches.upperBound)
        let count = angularSpeeds.count
        let centre = stretches[0].from
        // In the first and the last stretch a half is inside, or is left out.
        func moment(on stretch: Int, from start: Double, to end: Double) -> UnitVector {
            (stretches[stretch].position(at: (start + end) / 2) - centre) * (end - start)
        }
        var sum = UnitVector(0, 0, 0)
        if first == last {
            sum = moment(on: first, from: part.start, to: part.end)
        } else if last - first > count / 2, curved.isEmpty {
            for stretch in 0..<first { sum = sum + wholeMoment(on: stretch, centre) }
            for stretch in last + 1..<max(count, last + 1) { sum = sum + wholeMoment(on: stretch, centre) }
            sum = sum + moment(on: first, from: stretches[first].start, to: part.start)
            sum = sum + moment(on: last, from: part.end, to: stretches[last].end)
            sum = self.moment - sum
        } else {
            for stretch in first + 1..<max(last, first + 1) { sum = sum + wholeMoment(on: stretch, centre) }
            sum = sum + moment(on: first, from: part.start, to: stretches[first].end)
            sum = sum + moment(on: last, from: stretches[last].start, to: part.end)
        }
        return centre * (part.end - part.start) + sum
    }

    private func wholeMoment(on stretch: Int, _ centre: UnitVector) -> UnitVector {
        let (one, next) = (stretches[stretch], stretches[stretch + 1])
        return ((one.from - centre) + (next.from - centre)) * (one.duration / 2)
    }

    /// Where the vessel is at a time within a straight part, on the stretch that ends then or later.
    ///
    /// Complexity: O(stretches behind it in the part).
    func position(at time: Double, within part: PathPart) -> UnitVector {
        var stretch = part.stretches.upperBound
        while stretch > part.stretches.lowerBound, stretches[stretch].start >= time { stretch -= 1 }
        return stretches[stretch].position(at: time)
    }

    /// The longest time without a fix, and the number of fixes, in a part. Complexity: as `longest(of:)`.
    func silence(in part: PathPart) -> Silence {
        let (first, last) = (part.stretches.lowerBound, part.stretches.upperBound)
        let firstFix = stretches[first].start == part.start ? first : first + 1
        let lastFix = stretches[last].end == part.end ? last + 1 : last
        guard firstFix <= lastFix else { return Silence(longest: part.end - part.start, fixes: 0) }
        let ends = max(stretches[firstFix].start - part.start, part.end - stretches[lastFix].start)
        return Silence(longest: max(ends, longest(of: firstFix..<lastFix)), fixes: lastFix - firstFix + 1)
    }

    /// Adds the speeds in a part, by how long they lasted.
    func addSpeeds(in part: PathPart, to median: inout WeightedMedian) {
        for stretch in part.stretches {
            let seconds = min(part.end, stretches[stretch].end) - max(part.start, stretches[stretch].start)
            median.add(angularSpeeds[stretch], weight: seconds)
        }
    }
}
