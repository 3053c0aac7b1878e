import PathWindows

/// Searches the median of the distance as `MedianDistance` does, as far as single precision leaves no doubt about it.
struct NearMedian {
    /// The median in metres that `MedianDistance` finds; nil where it cannot be told.
    private(set) var metres: Double?
    /// What is known for sure in any case.
    private(set) var bounds = MedianBounds()

    /// Searches the median between the least and the greatest distance in metres.
    ///
    /// Complexity: O(windows).
    /// - Parameter mean: a squared distance to begin with.
    init(of windows: NearWindows, mean: Double, between least: Double, and greatest: Double) {
        guard greatest - least > MedianDistance.tolerance else {
            metres = greatest
            return
        }
        var guess = mean
        // Newton's method comes near enough with two questions, which need not be answered exactly.
        for _ in 0..<2 { guess = windows.ask(.none, of: guess).guess }
        for _ in 0..<4 {
            guard guess > 0 else { return }
            bounds.guess = guess
            let (low, high) = MedianDistance.halves(
                between: least, and: greatest, around: RendezvousDetection.metres(ofChordSquared: guess))
            var unsure: Double?
            if low > least {
                if windows.ask(.isLess, of: chordSquared(ofMetres: low)).isSure {
                    bounds.above = max(bounds.above, low)
                } else {
                    unsure = low
                }
            }
            if high < greatest {
                if windows.ask(.isHalf, of: chordSquared(ofMetres: high)).isSure {
                    bounds.upTo = min(bounds.upTo, high)
                } else {
                    unsure = high
                }
            }
            guard let unsure else {
                metres = high
                return
            }
            guess = windows.ask(.none, of: chordSquared(ofMetres: unsure)).guess
            // Still between these, but too near to one of them.
            let seeming = guess > 0 ? RendezvousDetection.metres(ofChordSquared: guess) : 0
            if seeming > low, seeming <= high { return }
        }
    }
}

/// What is known of a median before it is searched.
struct MedianBounds {
    /// Metres: less than half of the time is at or below the one, at least half at or below the other.
    var above = -Double.infinity
    var upTo = Double.infinity
    /// The squared distance where it seems to be.
    var guess: Double?
}
