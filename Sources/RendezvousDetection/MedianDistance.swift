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
    /// The squared distance where the median seems to be, if that is known.
    private let guess: Double?
    /// Squared distances: less than half of the time is at or below the one, at least half at or below the other.
    private var lower = -Double.infinity
    private var upper = Double.infinity
    /// The same in metres, of distances that halving asks for.
    private var lowerMetres = -Double.infinity
    private var upperMetres = Double.infinity

    /// Metres.
    static let tolerance = 0.001

    /// - Parameter bounds: what is known already.
    init(of pieces: PairWindows, within bounds: MedianBounds = MedianBounds()) {
        self.pieces = pieces
        let (seconds, moment) = pieces.totals
        half = seconds / 2
        mean = moment / seconds
        guess = bounds.guess
        lowerMetres = bounds.above
        upperMetres = bounds.upTo
    }

    /// The median in metres, at most a millimetre above the true one.
    mutating func median(between least: Double, and greatest: Double) -> Double {
        var low = least
        var high = greatest
        if high - low > Self.tolerance, let found = close(between: least, and: greatest) { return found }
        while high - low > Self.tolerance {
            let middle = (low + high) / 2
            if middle >= upperMetres {
                high = middle
            } else if middle <= lowerMetres {
                low = middle
            } else {
                let limit = chordSquared(ofMetres: middle)
                if limit > lower, limit < upper { _ = ask(limit) }
                if limit >= upper { high = middle } else { low = middle }
            }
        }
        return high
    }

    /// Draws the bounds together around the median by Newton's method; gives what halving would, if that is certain.
    ///
    /// What is asked for is not where the median seems to lie but the nearest distance that halving would ask for in the
    /// end: most often four questions tell both of the last ones.
    private mutating func close(between least: Double, and greatest: Double) -> Double? {
        var guess = guess ?? ask(mean)
        // The last two bounds of halving, by the guess.
        var (low, high) = (least, greatest)
        for _ in 0..<8 {
            guard guess > lower, guess < upper else { return nil }
            let guessMetres = metres(ofChordSquared: guess)
            if guessMetres <= low || guessMetres > high { (low, high) = (least, greatest) }
            (low, high) = Self.halves(between: low, and: high, around: guessMetres)
            let asksLow = low > least && low > lowerMetres
            let asksHigh = high < greatest && high < upperMetres
            guard asksLow || asksHigh else { return high }
            let isHigh = asksHigh && (!asksLow || high - guessMetres <= guessMetres - low)
            let bound = isHigh ? high : low
            let limit = chordSquared(ofMetres: bound)
            if limit > lower, limit < upper {
                let next = ask(limit)
                if next > lower, next < upper { guess = next }
            }
            if limit >= upper { upperMetres = bound } else { lowerMetres = bound }
        }
        return nil
    }

    /// Where halving the range from one distance to another would end if the median lay at a third, in metres.
    static func halves(between least: Double, and greatest: Double, around median: Double) -> (Double, Double) {
        var (low, high) = (least, greatest)
        while high - low > tolerance {
            let middle = (low + high) / 2
            if middle >= median { high = middle } else { low = middle }
        }
        return (low, high)
    }

    /// Takes note of the time at or below a limit; gives where the median seems to lie. Complexity: O(pieces).
    private mutating func ask(_ limit: Double) -> Double {
        let (seconds, growth) = pieces.within(limit)
        if seconds >= half { upper = limit } else { lower = limit }
        return growth > 0 ? limit + (half - seconds) / growth : .nan
    }
}
