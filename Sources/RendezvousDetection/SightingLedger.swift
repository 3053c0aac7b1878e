import FixMemory
import MaritimeModel

/// A time of day rounded to the nearest second, halves up; the values are far inside the range of `Int`.
func wholeSeconds(_ seconds: Double) -> Int { Int((seconds + 0.5).rounded(.down)) }

/// Contact seconds by the longer of the two stretches on which they lie.
///
/// Ends of windows are whole seconds, or multiples of a 2^-22nd of one: sums are exact, in whatever order.
struct SeenOn {
    private(set) var upTo10Minutes = 0.0
    private(set) var upTo30Minutes = 0.0
    private(set) var longer = 0.0

    @inline(__always)
    mutating func add(seconds: Double, stretch: Double) {
        if stretch <= 600 {
            upTo10Minutes += seconds
        } else if stretch <= 1_800 {
            upTo30Minutes += seconds
        } else {
            longer += seconds
        }
    }
}

/// The longest time from one moment to another without a fix, and the number of fixes, ends included.
struct Silence {
    private(set) var longest = 0.0
    private(set) var fixes = 0

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
