/// How often a ship of a random world sends a fix.
enum Sampling: Sendable {
    /// Every so many seconds.
    case every(Int)
    /// Anything from a second to an hour, short waits as likely as long ones.
    case irregular(longest: Int)
    /// Mostly a second beside the greatest gap, or exactly it.
    case nearGreatestGap

    init(for kind: WorldKind, horizon: Int, with random: inout SplitMix64) {
        if kind == .gapEdges, random.chance(0.7) {
            self = .nearGreatestGap
        } else if random.chance(0.3) {
            self = .irregular(longest: min(3_600, horizon))
        } else {
            // Of the usual rates those that give the world's time at least two fixes and a ship not many too many.
            let rates = [1, 2, 10, 60, 180, 600, 1_800, 3_600].filter { $0 <= horizon && horizon <= $0 * 500 }
            self = .every(random.pick(rates))
        }
    }

    /// Seconds until the next fix, at least 1.
    func wait(maxGapSeconds: Int, with random: inout SplitMix64) -> Int {
        switch self {
        case .every(let seconds): return seconds
        case .irregular(let longest):
            var scale = longest
            while scale > 1, random.chance(0.5) { scale /= 4 }
            return random.integer(in: 1...max(1, scale))
        case .nearGreatestGap:
            return random.chance(0.3)
                ? random.integer(in: 1...maxGapSeconds) : maxGapSeconds + random.pick([-1, 0, 0, 1])
        }
    }
}
