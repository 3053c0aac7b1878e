/// When the identities of a table begin and end, to know those that none can go on as, or from: nearly all.
///
/// Times fall into bins as long as the greatest silence, of which the first and the last time are known. A silence
/// reaches from its bin into the next, and no farther, so two bins answer a question exactly.
struct Silences {
    /// The times of a bin; an empty one has none that is not greater than the other.
    private struct Bin {
        var earliest = UInt32.max
        var latest = UInt32.min
    }

    private let seconds: UInt32
    /// The number of the first bin.
    private let start: UInt32
    private var firsts: [Bin] = []
    private var lasts: [Bin] = []

    /// Complexity: O(identities + bins between the first time and the last).
    ///
    /// - Parameters:
    ///   - firsts: the time of each identity's first fix, in seconds since 1970; `lasts` likewise.
    ///   - greatestSeconds: the longest silence, greater than 0.
    init(firsts: some Collection<UInt32>, lasts: some Collection<UInt32>, greatestSeconds: Int) {
        precondition(greatestSeconds > 0, "a silence takes time")
        seconds = UInt32(clamping: greatestSeconds)
        let earliest = [firsts.min(), lasts.min()].compactMap(\.self).min() ?? 0
        let latest = [firsts.max(), lasts.max()].compactMap(\.self).max() ?? 0
        start = earliest / seconds
        let count = Int(latest / seconds - start) + 1
        self.firsts = bins(of: firsts, count: count)
        self.lasts = bins(of: lasts, count: count)
    }

    private func bins(of times: some Collection<UInt32>, count: Int) -> [Bin] {
        var bins = [Bin](repeating: Bin(), count: count)
        for time in times {
            let place = Int(time / seconds - start)
            bins[place].earliest = min(bins[place].earliest, time)
            bins[place].latest = max(bins[place].latest, time)
        }
        return bins
    }

    /// Whether an identity begins after a time and not later than the greatest silence behind it.
    func isBroken(endingAt time: UInt32) -> Bool {
        let own = bin(Int(time / seconds), of: firsts)
        let next = bin(Int(time / seconds) + 1, of: firsts)
        return own.latest > time || Int(next.earliest) <= Int(time) + Int(seconds) && next.earliest <= next.latest
    }

    /// Whether an identity ends before a time and not sooner than the greatest silence before it.
    func isBroken(beginningAt time: UInt32) -> Bool {
        let own = bin(Int(time / seconds), of: lasts)
        let before = bin(Int(time / seconds) - 1, of: lasts)
        return own.earliest < time || Int(before.latest) >= Int(time) - Int(seconds) && before.earliest <= before.latest
    }

    /// A bin by its number; beyond all times they are empty.
    private func bin(_ number: Int, of bins: [Bin]) -> Bin {
        let place = number - Int(start)
        return bins.indices.contains(place) ? bins[place] : Bin()
    }
}
