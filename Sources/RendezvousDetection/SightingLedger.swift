import FixMemory
import MaritimeModel
import PathWindows

/// A time of day rounded to the nearest second, halves up; the values are far inside the range of `Int`.
func wholeSeconds(_ seconds: Double) -> Int { Int((seconds + 0.5).rounded(.down)) }

/// Contact seconds by the longer of the two stretches on which they lie.
///
/// Ends of windows are whole seconds, or multiples of a 2^-22nd of one: sums are exact, in whatever order.
struct SeenOn {
    private(set) var upTo10Minutes = 0.0
    private(set) var upTo30Minutes = 0.0
    private(set) var longer = 0.0

    /// Longest stretches that count as short.
    static let shortSeconds = 600.0

    @inline(__always)
    mutating func add(seconds: Double, stretch: Double) {
        if stretch <= SeenOn.shortSeconds {
            upTo10Minutes += seconds
        } else if stretch <= 1_800 {
            upTo30Minutes += seconds
        } else {
            longer += seconds
        }
    }
}

extension SeenOn {
    /// Adds a contact, window by window, unless no stretch of either vessel is long. Complexity: O(fixes of both).
    mutating func add(_ first: SegmentPath, _ part: PathPart, _ second: SegmentPath, _ otherPart: PathPart) {
        if first.longest.seconds <= SeenOn.shortSeconds, second.longest.seconds <= SeenOn.shortSeconds {
            return add(seconds: part.end - part.start, stretch: 0)
        }
        var (one, other) = (part.stretches.lowerBound, otherPart.stretches.lowerBound)
        var time = part.start
        while time < part.end {
            let (left, right) = (first.stretches[one], second.stretches[other])
            let until = min(part.end, left.end, right.end)
            add(seconds: until - time, stretch: max(left.duration, right.duration))
            if left.end <= until { one += 1 }
            if right.end <= until { other += 1 }
            time = until
        }
    }
}

/// The longest time from one moment to another without a fix, and the number of fixes, ends included.
struct Silence {
    private(set) var longest = 0.0
    private(set) var fixes = 0

    init(longest: Double, fixes: Int) {
        self.longest = longest
        self.fixes = fixes
    }

    init(of segment: Int, in tracks: TrackTable, from start: Double, to end: Double) {
        let range = tracks.fixRange(ofSegment: segment)
        let first = tracks.firstFix(in: range, notBefore: start)
        var fix = first
        guard fix < range.upperBound, Double(tracks.times[fix]) <= end else {
            longest = max(0, end - start)
            return
        }
        longest = Double(tracks.times[fix]) - start
        var last = tracks.times[fix]
        var silence: UInt32 = 0
        fix += 1
        while fix < range.upperBound, Double(tracks.times[fix]) <= end {
            silence = max(silence, tracks.times[fix] - last)
            last = tracks.times[fix]
            fix += 1
        }
        fixes = fix - first
        longest = max(longest, Double(silence), end - Double(last))
    }
}
