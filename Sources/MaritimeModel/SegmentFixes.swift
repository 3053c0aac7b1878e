/// The fixes of one segment, seen through the columns of the track table: making it copies nothing.
///
/// It keeps the columns of the table in memory. Positions count from 0.
public struct SegmentFixes: RandomAccessCollection, Hashable, Sendable {
    private let times: ArraySlice<UInt32>
    private let latitudes: ArraySlice<Int32>
    private let longitudes: ArraySlice<Int32>

    /// The fixes of a segment of a table.
    public init(ofSegment segment: Int, in tracks: TrackTable) {
        let range = tracks.fixRange(ofSegment: segment)
        times = tracks.times[range]
        latitudes = tracks.latitudes[range]
        longitudes = tracks.longitudes[range]
    }

    /// Fixes written by hand; traps when a time lies outside 1970...2106, as no fix of a table does.
    public init(_ fixes: [TimedPosition]) {
        times = fixes.map { UInt32($0.time.secondsSince1970) }[...]
        latitudes = fixes.map(\.position.latitudeE7)[...]
        longitudes = fixes.map(\.position.longitudeE7)[...]
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { times.count }

    public subscript(position: Int) -> TimedPosition {
        TimedPosition(
            time: Timestamp(secondsSince1970: Int64(times[times.startIndex + position])),
            position: GeoPosition(
                latitudeE7: latitudes[latitudes.startIndex + position],
                longitudeE7: longitudes[longitudes.startIndex + position]))
    }
}

/// A position and when it was sent.
public struct TimedPosition: Hashable, Sendable {
    public var time: Timestamp
    public var position: GeoPosition

    public init(time: Timestamp, position: GeoPosition) {
        self.time = time
        self.position = position
    }
}
