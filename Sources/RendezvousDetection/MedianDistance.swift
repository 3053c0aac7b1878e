import Glibc
import MaritimeModel
import PathWindows

/// Searches the distance at or below which two vessels were for half of their contact.
///
/// The answer is that of halving the range from the least to the greatest distance down to a millimetre. The time below
/// a distance is asked for where Newton's method says that the median lies, which leaves most of the halves decided.
struct MedianDistance {
    private let pieces: PairWindows
    private let half: Double
    /// The mean of the squared distances, about.
    private let mean: Double
    /// Squared distances: less than half of the time is at or below the one, at least half at or below the other.
    private var lower = -Double.infinity
    private var upper = Double.infinity

    init(of pieces: PairWindows) {
        self.pieces = pieces
        let (seconds, moment) = pieces.totals
        half = seconds / 2
        mean = moment / seconds
    }

    /// The median in metres, at most a millimetre above the true one.
    mutating func median(between least: Double, and greatest: Double) -> Double {
        var low = least
        var high = greatest
        if high - low > 0.001 { close() }
        while high - low > 0.001 {
            let middle = (low + high) / 2
            let limit = chordSquared(ofMetres: middle)
            if limit > lower, limit < upper { _ = ask(limit) }
            if limit >= upper { high = middle } else { low = middle }
        }
        return high
    }

    /// Draws the bounds together around the median: twice by Newton's method, then a hair's breadth on its other side.
    private mutating func close() {
        let first = ask(mean)
        guard first > lower, first < upper else { return }
        let second = ask(first)
        guard second > lower, second < upper else { return }
        let third = ask(second)
        let hair = abs(third - second) / 4 + second * 1e-9
        let beyond = second >= upper ? third - hair : third + hair
        guard beyond > lower, beyond < upper else { return }
        _ = ask(beyond)
    }

    /// Takes note of the time at or below a limit; gives where the median seems to lie. Complexity: O(pieces).
    private mutating func ask(_ limit: Double) -> Double {
        let (seconds, growth) = pieces.within(limit)
        if seconds >= half { upper = limit } else { lower = limit }
        return growth > 0 ? limit + (half - seconds) / growth : .nan
    }
}
