import FixMemory
import MaritimeModel

/// Tells at a glance that a track is a single segment: nearly all are, and need no segmenter.
enum PlainTrackCheck {
    /// Whether the segmenter would surely leave the fixes of a range as they are. No may be a false alarm.
    ///
    /// Complexity: O(n), a few nanoseconds a fix.
    static func isPlain(
        _ range: Range<Int>, times: FixColumn<UInt32>, latitudes: FixColumn<Int32>, longitudes: FixColumn<Int32>
    ) -> Bool {
        guard range.count > 1 else { return true }
        // Below this speed nothing is beyond reach and nothing a spike.
        let unitsPerSecond = PlausibleMotion.spikeSpeed / (earthRadiusMetres * .pi / 180 * 1e-7)
        for fix in (range.lowerBound + 1)..<range.upperBound {
            let (time, before) = (times[fix], times[fix - 1])
            guard time > before else { return false }
            let north = abs(Int64(latitudes[fix]) - Int64(latitudes[fix - 1]))
            let east = abs(Int64(longitudes[fix]) - Int64(longitudes[fix - 1]))
            // Never less than the distance: a degree of longitude is at most one of latitude, and the eight-sided
            // norm is at least the round one.
            let units = 2 * max(north, east) + min(north, east)
            if Double(units) > 2 * unitsPerSecond * Double(time - before) {
                let metres = position(fix, latitudes, longitudes).metres(to: position(fix - 1, latitudes, longitudes))
                guard metres <= PlausibleMotion.spikeSpeed * Double(time - before) else { return false }
            }
            if time - before <= PlausibleMotion.copySeconds {
                var earlier = fix - 1
                while earlier >= range.lowerBound, time - times[earlier] <= PlausibleMotion.copySeconds {
                    if latitudes[earlier] == latitudes[fix], longitudes[earlier] == longitudes[fix] {
                        // A ship that lies still repeats itself; a copy comes when it has moved.
                        let moved =
                            earlier < fix - 1
                            || (earlier > range.lowerBound
                                && (latitudes[earlier - 1] != latitudes[fix]
                                    || longitudes[earlier - 1] != longitudes[fix]))
                        if moved { return false }
                        break
                    }
                    earlier -= 1
                }
            }
        }
        return true
    }

    private static func position(_ fix: Int, _ latitudes: FixColumn<Int32>, _ longitudes: FixColumn<Int32>)
        -> GeoPosition
    {
        GeoPosition(latitudeE7: latitudes[fix], longitudeE7: longitudes[fix])
    }
}
