public import MaritimeModel

/// Finds where a track stands still to the last digit in the middle of a voyage while its clock goes on.
///
/// A receiver that has lost its satellites, or a spoofer that holds a ship at one point, repeats the last position. So
/// do many receivers of moored ships, on purpose; what tells them apart is that a ship slows down before she stops. The
/// rule therefore asks that the vessel came in, or went off, at full speed on fixes close together.
public enum FrozenPosition {
    /// A shorter stand is a receiver that skips a few minutes.
    static let leastSeconds = 1_800.0
    static let leastFixes = 10
    /// Ships manoeuvre and moor below 5 kn; the way of 500 m at this speed takes three minutes, and a large ship needs
    /// far more than that to stop (IMO MSC.137(76): up to 15 ship lengths).
    static let leastSpeedKnots = 5.0
    static let leastWayMetres = 500.0
    /// On a longer stretch the vessel can have slowed down and stopped unseen.
    static let longestStretchSeconds = 180.0
    /// A stretch so brief next to the stand may have any speed, for the stand may begin in the midst of it, ...
    static let briefStretchSeconds = 60.0
    /// ... as long as the vessel made this much before: no ship stops from it within a minute.
    static let leastSpeedBeforeBriefKnots = 8.0
    /// A longer stretch next to the stand may be slower by a fifth than those before it. Coming to a stop within the stretch
    /// would make it slower by about a half.
    static let leastPartOfSpeed = 0.8

    /// The frozen stands of a segment's fixes, in time order. Complexity: O(n).
    public static func doubts(in tracks: TrackTable, fixes: Range<Int>) -> [TrackDoubt] {
        var doubts: [TrackDoubt] = []
        var first = fixes.lowerBound
        while first < fixes.upperBound {
            var end = first + 1
            while end < fixes.upperBound, tracks.isSamePlace(first, end) { end += 1 }
            defer { first = end }
            let stood = tracks.seconds(fromFix: first, toFix: end - 1)
            guard end - first >= leastFixes, stood >= leastSeconds else { continue }
            let entry = speed(in: tracks, fixes: fixes, beside: first, step: -1)
            let exit = speed(in: tracks, fixes: fixes, beside: end - 1, step: 1)
            guard let speed = entry ?? exit else { continue }
            doubts.append(
                TrackDoubt(
                    reason: .frozenPosition, start: tracks.time(ofFix: first), end: tracks.time(ofFix: end - 1),
                    figures: [
                        .init("seconds", stood), .init("fixes", Double(end - first)), .init("speed_kn", toTenth(speed)),
                    ],
                    says: """
                        The position stands still to the last digit for \(durationInWords(stood)) and \
                        \(end - first) reports, and the vessel \(entry != nil ? "came to" : "left") it at \
                        \(toTenth(speed)) kn without slowing down. A receiver that lost its satellites does this too.
                        """))
        }
        return doubts
    }

    /// Whether any part of some fixes may hold a stand: there is none without a stretch at full speed before or
    /// behind it.
    static func mayStand(in tracks: TrackTable, fixes: Range<Int>) -> Bool {
        let knots = min(leastSpeedKnots, leastSpeedBeforeBriefKnots) * (1 - 1e-9)
        return fixes.dropFirst().contains { tracks.mayBeFaster(than: knots, fromFix: $0 - 1, toFix: $0) }
    }

    /// The speed in knots at which the vessel came to or left a fix, or nil when it was slow, slowing or not seen well.
    private static func speed(in tracks: TrackTable, fixes: Range<Int>, beside fix: Int, step: Int) -> Double? {
        guard fixes.contains(fix + step) else { return nil }
        // The stand may begin anywhere on the stretch next to it, so a brief one may have any speed.
        let nearest = abs(tracks.seconds(fromFix: fix, toFix: fix + step))
        let isBrief = nearest <= briefStretchSeconds
        let least = isBrief ? leastSpeedBeforeBriefKnots : leastSpeedKnots
        let nearestSpeed = tracks.metres(fromFix: fix, toFix: fix + step) / nearest / metresPerSecondPerKnot
        guard nearest <= longestStretchSeconds, isBrief || nearestSpeed >= least else { return nil }
        var way = 0.0
        var seconds = 0.0
        var at = fix + step
        while way < leastWayMetres {
            let next = at + step
            guard fixes.contains(next) else { return nil }
            let stretch = abs(tracks.seconds(fromFix: at, toFix: next))
            let metres = tracks.metres(fromFix: at, toFix: next)
            guard stretch <= longestStretchSeconds, metres / stretch / metresPerSecondPerKnot >= least else {
                return nil
            }
            way += metres
            seconds += stretch
            at = next
        }
        let mean = way / seconds / metresPerSecondPerKnot
        return isBrief || nearestSpeed >= leastPartOfSpeed * mean ? mean : nil
    }
}
