import FixMemory
public import MaritimeModel

/// An order in which meetings are best measured: those of the same neighbourhood follow each other.
///
/// The paths of a crowded port are too many for the near caches of a processor; those of a few dozen neighbours are not.
public enum MeetingOrder {
    /// Segments whose paths together fit in a cache, as a power of two.
    private static let tileBits = 4
    /// With fewer meetings there is nothing to gain.
    private static let fewest = 4_096

    /// The numbers of the meetings in that order.
    ///
    /// Complexity: O(meetings + segments log segments).
    public static func byNeighbourhood(_ meetings: [Rendezvous], in tracks: TrackTable) -> [Int32] {
        guard meetings.count >= fewest else { return Array(0..<Int32(meetings.count)) }
        var segments = [Bool](repeating: false, count: tracks.segments.count)
        for meeting in meetings {
            segments[meeting.first] = true
            segments[meeting.second] = true
        }
        let places = tracks.segments.filter { segments[$0] }
            .map { (code: code(of: tracks.fixRange(ofSegment: $0).lowerBound, in: tracks), segment: $0) }
            .sorted { ($0.code, $0.segment) < ($1.code, $1.segment) }
        var tiles = [UInt64](repeating: 0, count: tracks.segments.count)
        // Sixteen bits name a tile.
        let bits = max(tileBits, Int.bitWidth - places.count.leadingZeroBitCount - 16)
        for (rank, place) in places.enumerated() { tiles[place.segment] = UInt64(rank >> bits) }
        var keys = meetings.enumerated().map { number, meeting in
            let (one, other) = (tiles[meeting.first], tiles[meeting.second])
            return min(one, other) << 48 | max(one, other) << 32 | UInt64(number)
        }
        var scratch: [UInt64] = []
        RadixOrder.sort(&keys, scratch: &scratch)
        return keys.map { Int32(truncatingIfNeeded: $0) }
    }

    /// Latitude and longitude of a fix with their bits by turns, the greatest first: neighbours have like codes.
    private static func code(of fix: Int, in tracks: TrackTable) -> UInt64 {
        func spread(_ value: UInt32) -> UInt64 {
            var bits = UInt64(value)
            bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff
            bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff
            bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f
            bits = (bits | bits << 2) & 0x3333_3333_3333_3333
            return (bits | bits << 1) & 0x5555_5555_5555_5555
        }
        let latitude = UInt32(bitPattern: tracks.latitudes[fix]) ^ 0x8000_0000
        let longitude = UInt32(bitPattern: tracks.longitudes[fix]) ^ 0x8000_0000
        return spread(latitude) << 1 | spread(longitude)
    }
}
