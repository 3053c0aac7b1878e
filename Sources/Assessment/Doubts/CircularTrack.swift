public import MaritimeModel

/// Finds tracks that go round and round on one circle at an even speed.
///
/// False positions often draw circles: ships thousands of miles away "sailed" around Point Reyes in California and
/// elsewhere (B. Bergman, SkyTruth and Global Fishing Watch, May 2020), and interference at Chinese oil terminals puts
/// positions on rings. Ships do turn circles, in trials, on courses for training or while fishing, but seldom two full
/// rounds that keep to one circle and one speed. A ship that swings at her anchor is far slower.
public enum CircularTrack {
    static let leastFixes = 12
    /// Root of the mean square distance from the circle, as a part of its radius.
    static let greatestResidual = 0.05
    /// Below, circles are those of a small craft at rest and of a receiver's noise; above, courses of ships at sea.
    static let radiusMetres = 50.0...100_000.0
    /// Two full rounds.
    static let leastTurnDegrees = 720.0
    /// A ship at anchor swings at less than 1 kn, one adrift or fishing seldom makes more than 3 kn.
    static let leastSpeedKnots = 3.0
    /// Greatest distance of the quartiles of the speed, as a part of the median.
    static let greatestSpeedSpread = 0.3
    /// With longer steps between two fixes the way round cannot be told.
    static let greatestStepDegrees = 120.0

    /// Whether enough of the stretches may be fast enough, which integers tell: most ships that meet others lie still.
    ///
    /// The median speed of a circle is `leastSpeedKnots` at least and its lower quartile lower by `greatestSpeedSpread` of
    /// that at most, so three quarters of its stretches, at least eight, make that much.
    static func mayCircle(in tracks: TrackTable, fixes: Range<Int>) -> Bool {
        guard fixes.count >= leastFixes else { return false }
        let knots = leastSpeedKnots * (1 - greatestSpeedSpread) * (1 - 1e-9)
        var fast = 0
        for fix in fixes.dropFirst() where tracks.mayBeFaster(than: knots, fromFix: fix - 1, toFix: fix) {
            fast += 1
            if fast >= 8 { return true }
        }
        return false
    }

    /// The circles in a segment's fixes, in time order. Complexity: O(n log n).
    public static func doubts(in tracks: TrackTable, fixes: Range<Int>) -> [TrackDoubt] {
        guard mayCircle(in: tracks, fixes: fixes) else { return [] }
        let search = CircleSearch(tracks: tracks, fixes: fixes)
        return search.circles().map { circle in
            let turns = circle.turnDegrees / 360
            return TrackDoubt(
                reason: .circle, start: tracks.time(ofFix: circle.fixes.lowerBound),
                end: tracks.time(ofFix: circle.fixes.upperBound - 1),
                figures: [
                    .init("radius_m", toTenth(circle.fit.radius)), .init("residual_m", toTenth(circle.fit.residual)),
                    .init("turns", toTenth(turns)), .init("median_speed_kn", toTenth(circle.speedKnots)),
                    .init("fixes", Double(circle.fixes.count)),
                ],
                says: """
                    \(toTenth(turns)) rounds on one circle of \(lengthInWords(circle.fit.radius)) radius at an even \
                    \(toTenth(circle.speedKnots)) kn, within \(lengthInWords(circle.fit.residual)) of it. Turning \
                    trials, training and some ways of fishing look like this too.
                    """)
        }
    }
}
