import Glibc
import MaritimeModel

/// Searches the distance at or below which two vessels were for half of their contact.
///
/// The answer is that of halving the range from the least to the greatest distance down to a millimetre. The time below
/// a distance is asked for where Newton's method says that the median lies, which leaves most of the halves decided.
struct MedianDistance {
    /// Those in front are still in question.
    private(set) var pieces: [DistancePiece]
    private var open: Int
    /// Seconds of the pieces that lie below all that is in question.
    private var below = 0.0
    private let half: Double
    /// Squared distances: less than half of the time is at or below the one, at least half at or below the other.
    private var lower = -Double.infinity
    private var upper = Double.infinity

    /// Takes pieces, which it puts into another order.
    init(pieces: [DistancePiece]) {
        open = pieces.count
        half = pieces.reduce(0) { $0 + $1.seconds } / 2
        self.pieces = pieces
    }

    /// The median in metres, at most a millimetre above the true one.
    mutating func median(between least: Double, and greatest: Double) -> Double {
        var low = least
        var high = greatest
        while high - low > 0.001 {
            let middle = (low + high) / 2
            let limit = chordSquared(ofMetres: middle)
            if limit > lower, limit < upper { close(in: limit) }
            if limit >= upper { high = middle } else { low = middle }
        }
        return high
    }

    /// Says on which side of a limit the median lies, and draws the bounds together around it.
    private mutating func close(in limit: Double) {
        var guess = ask(limit)
        // Twice by Newton's method, then a hair's breadth on the other side.
        for step in 0..<3 {
            guard guess > lower, guess < upper else { return }
            let last = guess
            guess = ask(last)
            guard step > 0 else { continue }
            let hair = max(abs(guess - last) * 2, last * 1e-7)
            let beyond = last >= upper ? guess - hair : guess + hair
            guard beyond > lower, beyond < upper else { return }
            guess = ask(beyond)
        }
    }

    /// Takes note of the time at or below a limit; gives where the median seems to lie. Complexity: O(open pieces).
    private mutating func ask(_ limit: Double) -> Double {
        var seconds = 0.0
        var growth = 0.0
        var kept = 0
        var below = self.below
        let open = self.open
        let lower = self.lower
        let upper = self.upper
        var pieces = self.pieces.mutableSpan
        for index in 0..<open {
            let piece = pieces[index]
            // Pieces that lie below or above all that is in question are asked no more.
            if piece.greatest <= lower {
                below += piece.seconds
                continue
            }
            if piece.least > upper { continue }
            if kept < index { pieces[kept] = piece }
            kept += 1
            if piece.greatest <= limit {
                seconds += piece.seconds
            } else if piece.least <= limit {
                let within = piece.within(limit)
                seconds += piece.seconds * within.share
                growth += piece.seconds * within.growth
            }
        }
        self.open = kept
        self.below = below
        seconds += below
        if seconds >= half { self.upper = limit } else { self.lower = limit }
        return growth > 0 ? limit + (half - seconds) / growth : .nan
    }
}
