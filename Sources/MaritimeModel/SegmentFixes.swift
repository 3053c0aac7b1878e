import FixMemory

/// The fixes of one segment, seen through the columns of the track table: making it copies nothing.
///
/// It keeps the columns of the table alive. Positions count from 0.
public struct SegmentFixes: RandomAccessCollection, Sendable {
    private let tracks: TrackTable
    private let range: Range<Int>

    /// The fixes of a segment of a table.
    public init(ofSegment segment: Int, in tracks: TrackTable) {
        self.tracks = tracks
        range = tracks.fixRange(ofSegment: segment)
    }

    /// Fixes written by hand; traps when a time lies outside 1970...2106, as no fix of a table does.
    public init(_ fixes: [TimedPosition]) {
        tracks = TrackTable(
            vessels: [], vesselOfSegment: [0], firstFix: [0, fixes.count],
            times: fixes.map { UInt32($0.time.secondsSince1970) }, latitudes: fixes.map(\.position.latitudeE7),
            longitudes: fixes.map(\.position.longitudeE7))
        range = 0..<fixes.count
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { range.count }

    public subscript(position: Int) -> TimedPosition {
        let fix = range.lowerBound + position
        return TimedPosition(
            time: Timestamp(secondsSince1970: Int64(tracks.times[fix])), position: tracks.position(ofFix: fix))
    }
}

extension SegmentFixes: Hashable {
    public static func == (left: SegmentFixes, right: SegmentFixes) -> Bool { left.elementsEqual(right) }

    public func hash(into hasher: inout Hasher) {
        for fix in self { hasher.combine(fix) }
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
