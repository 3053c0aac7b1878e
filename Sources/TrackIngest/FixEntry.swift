import FixMemory
import MaritimeModel

/// A fix with all that orders it.
struct FixEntry {
    var fix: StoredFix
    /// The part of the second that was cut off.
    var nanoseconds: UInt32
    /// Number of the input that it is from.
    var input: UInt32

    /// Puts a vessel's fixes in the order of full time, latitude, longitude and input.
    ///
    /// Complexity: O(n log n), and O(n) for a few sequences that are in order.
    static func sorted(_ entries: [FixEntry]) -> [FixEntry] {
        // Numbers are sorted faster than entries, and the second decides nearly always.
        var keys = entries.indices.map { UInt64(entries[$0].fix.time) &<< 32 | UInt64($0) }
        keys.sort()
        var result = keys.map { entries[Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF)] }
        var start = 0
        while start < result.count {
            var end = start + 1
            while end < result.count, result[end].fix.time == result[start].fix.time { end += 1 }
            if end - start > 1 { result[start..<end].sort { $0.precedesInSecond($1) } }
            start = end
        }
        return result
    }

    private func precedesInSecond(_ other: FixEntry) -> Bool {
        (nanoseconds, fix.latitude, fix.longitude, input)
            < (other.nanoseconds, other.fix.latitude, other.fix.longitude, other.input)
    }
}

extension TrackFix {
    init(_ fix: StoredFix) {
        self.init(
            time: fix.time, position: GeoPosition(latitudeE7: fix.latitude, longitudeE7: fix.longitude))
    }
}
