import FixMemory
import MaritimeModel

/// Tells at a glance that a track is a single segment: nearly all are, and need no segmenter.
enum PlainTrackCheck {
    /// Whether the segmenter would surely leave some fixes as they are. No may be a false alarm.
    ///
    /// Complexity: O(n), a few nanoseconds a fix.
    static func isPlain(_ fixes: Span<StoredFix>) -> Bool {
        guard fixes.count > 1 else { return true }
        // Below this speed nothing is beyond reach and nothing a spike.
        let unitsPerSecond = PlausibleMotion.spikeSpeed / (earthRadiusMetres * .pi / 180 * 1e-7)
        var before = fixes[0]
        for index in 1..<fixes.count {
            let fix = fixes[index]
            guard fix.time > before.time else { return false }
            let seconds = fix.time - before.time
            let north = abs(Int64(fix.latitude) - Int64(before.latitude))
            let east = abs(Int64(fix.longitude) - Int64(before.longitude))
            // Never less than the distance: a degree of longitude is at most one of latitude, and the eight-sided
            // norm is at least the round one.
            let units = 2 * max(north, east) + min(north, east)
            if Double(units) > 2 * unitsPerSecond * Double(seconds),
                !isWithin(2 * unitsPerSecond * Double(seconds), north: north, east: east, of: fix, before)
            {
                let metres = TrackFix(fix).position.metres(to: TrackFix(before).position)
                guard metres <= PlausibleMotion.spikeSpeed * Double(seconds) else { return false }
            }
            if seconds <= PlausibleMotion.copySeconds, isCopy(index, of: fixes) { return false }
            before = fix
        }
        return true
    }

    /// Whether the eight-sided norm is surely no more than a limit, with degrees of longitude as short as they can be on
    /// the way.
    ///
    /// They are longest at the least latitude, and the cosine there is less than the first terms of its series.
    static func isWithin(
        _ limit: Double, north: Int64, east: Int64, of one: StoredFix, _ other: StoredFix
    ) -> Bool {
        guard (one.latitude < 0) == (other.latitude < 0) else { return false }
        let latitude = Double(min(one.latitude.magnitude, other.latitude.magnitude)) * (.pi / 1.8e9)
        let square = latitude * latitude
        // A hair's breadth more than rounding can take away.
        let cosine = 1 - square * (0.5 - square * (1.0 / 24)) + 1e-9
        let (north, east) = (Double(north), Double(east) * cosine)
        return 2 * max(north, east) + min(north, east) <= limit
    }

    /// Whether a fix may be a late copy of an earlier one.
    private static func isCopy(_ index: Int, of fixes: Span<StoredFix>) -> Bool {
        let fix = fixes[index]
        var earlier = index - 1
        while earlier >= 0, fix.time - fixes[earlier].time <= PlausibleMotion.copySeconds {
            if isSamePlace(fixes[earlier], fix) {
                // A ship that lies still repeats itself; a copy comes when it has moved.
                return earlier < index - 1 || (earlier > 0 && !isSamePlace(fixes[earlier - 1], fix))
            }
            earlier -= 1
        }
        return false
    }

    private static func isSamePlace(_ one: StoredFix, _ other: StoredFix) -> Bool {
        one.latitude == other.latitude && one.longitude == other.longitude
    }
}
