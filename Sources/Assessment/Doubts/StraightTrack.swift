import FixMemory
public import MaritimeModel

/// Finds tracks that are straighter and more even than a ship at sea can be seen to sail.
///
/// A generated track is a formula: between two way points it leaves the line, and the place where it should be at each
/// second, only by the rounding of its numbers. A ship is set off by waves, wind and steering, and her receiver by a
/// metre or more (IMO MSC.112(73) asks for 13 m, the US GPS performance standard of 2020 promises 8 m; an hour's wander
/// with corrections is about 1 m). False tracks of tankers were told by being too even (Windward 2021; SkyTruth,
/// December 2022).
public enum StraightTrack {
    static let leastFixes = 30
    static let leastSeconds = 3_600.0
    static let leastSpeedKnots = 3.0
    /// Root of the mean square distance from the line, in metres, beyond what rounding explains: half of what a
    /// receiver with corrections wanders in an hour.
    static let noiseMetres = 0.5
    /// Coarser coordinates hide what a ship does: 1e-5 degree is 1.1 m of latitude, NOAA's resolution.
    static let coarsestQuantum = 100
    /// What the rounded numbers may leave may be larger than their expectation by this factor.
    static let allowance = 1.25

    /// The straight parts of a segment's fixes, in time order; neighbouring windows are joined. Complexity: O(n).
    public static func doubts(in tracks: TrackTable, fixes: Range<Int>) -> [TrackDoubt] {
        var doubts: [TrackDoubt] = []
        var joined: (fixes: Range<Int>, line: StraightLine)?
        func close() {
            if let part = joined { doubts.append(doubt(tracks, part.fixes, part.line)) }
            joined = nil
        }
        var end = fixes.lowerBound
        var first = fixes.lowerBound
        while first < fixes.upperBound {
            while end < fixes.upperBound,
                end - first < leastFixes || tracks.seconds(fromFix: first, toFix: end - 1) < leastSeconds
            { end += 1 }
            guard end - first >= leastFixes, tracks.seconds(fromFix: first, toFix: end - 1) >= leastSeconds
            else { break }
            if let line = StraightLine(in: tracks, fixes: first..<end) {
                if let part = joined, part.fixes.upperBound >= first {
                    joined = (part.fixes.lowerBound..<end, part.line.crossMetres > line.crossMetres ? part.line : line)
                } else {
                    close()
                    joined = (first..<end, line)
                }
            }
            first = (first + end) / 2
        }
        close()
        return doubts
    }

    /// Whether any part of some fixes may be straight: the box of all must be as long as the shortest line that counts.
    static func mayBeStraight(in tracks: TrackTable, fixes: Range<Int>) -> Bool {
        guard fixes.count >= leastFixes, let first = fixes.first else { return false }
        var south = tracks.latitudes[first]
        var north = south
        var west = tracks.longitudes[first]
        var east = west
        for fix in fixes {
            let (latitude, longitude) = (tracks.latitudes[fix], tracks.longitudes[fix])
            (south, north) = (min(south, latitude), max(north, latitude))
            (west, east) = (min(west, longitude), max(east, longitude))
        }
        // Over the dateline the box goes round the globe, which errs towards a closer look.
        let shortest = leastSpeedKnots * metresPerSecondPerKnot * leastSeconds
        return squaredMetres(
            latitudeE7: Double(north) - Double(south), longitudeE7: Double(east) - Double(west)) >= shortest * shortest
    }

    private static func doubt(_ tracks: TrackTable, _ part: Range<Int>, _ line: StraightLine) -> TrackDoubt {
        let seconds = tracks.seconds(fromFix: part.lowerBound, toFix: part.upperBound - 1)
        return TrackDoubt(
            reason: .straightLine, start: tracks.time(ofFix: part.lowerBound),
            end: tracks.time(ofFix: part.upperBound - 1),
            figures: [
                .init("off_line_m", (line.crossMetres * 100).rounded() / 100),
                .init("off_time_m", (line.alongMetres * 100).rounded() / 100),
                .init("speed_kn", toTenth(line.speedKnots)), .init("seconds", seconds),
                .init("fixes", Double(part.count)),
            ],
            says: """
                For \(durationInWords(seconds)) the track leaves a straight line by no more than \
                \((line.crossMetres * 100).rounded() / 100) m (root mean square) at a speed of \
                \(toTenth(line.speedKnots)) kn that never varies. Positions that a provider filled in between two real \
                ones look like this too.
                """)
    }
}
