public import FixMemory

/// All tracks of an input, as columns: the fixes of one segment are contiguous and in strictly increasing time order.
///
/// A segment is what one hull can have sailed under one identity; most vessels have one. Vessels are ordered by id
/// (bytes compared) and the segments of a vessel by their first fix, so numbers are the same whatever the order of the
/// input. A fix takes 12 bytes, in memory or in a temporary file.
public struct TrackTable: Sendable {
    /// The identities, ordered by id. One that is known from rows without positions alone may have no segment.
    public let vessels: [TrackedVessel]
    /// One entry per segment: the vessel it belongs to, in increasing order.
    public let vesselOfSegment: [Int32]
    /// One entry per segment: where its fixes begin, and where they end. Between segments there may be fixes of none.
    public let firstFix: [Int]
    public let endFix: [Int]
    /// One entry per segment: when its first and its last fix were sent, in seconds since 1970; 0 when it has none.
    ///
    /// Here and not with the fixes alone, since those may lie in a file.
    public let firstTimes: [UInt32]
    public let lastTimes: [UInt32]
    /// Seconds since 1970, one per fix.
    public let times: FixColumn<UInt32>
    /// 1e-7 degree, one per fix.
    public let latitudes: FixColumn<Int32>
    /// 1e-7 degree, one per fix.
    public let longitudes: FixColumn<Int32>
    /// The same, each fix read at once.
    public let rows: FixRows
    /// From the earliest to the latest fix, in seconds since 1970; nil when there is none.
    public let timeRange: ClosedRange<UInt32>?
    private let fixes: FixMemory

    /// Makes a table of fixes that lie in some memory; traps when segments and memory do not fit together.
    ///
    /// Complexity: O(segments), and no fix is looked at.
    ///
    /// - Parameters:
    ///   - firstTimes: by segment, the time of its first fix, and 0 when it has none; `lastTimes` likewise.
    ///   - timeRange: from the first to the last fix of all segments; nil when there is none.
    public init(
        vessels: [TrackedVessel], vesselOfSegment: [Int32], fixRanges: [Range<Int>], firstTimes: [UInt32],
        lastTimes: [UInt32], fixes: FixMemory, timeRange: ClosedRange<UInt32>?
    ) {
        precondition(fixRanges.count == vesselOfSegment.count)
        precondition(firstTimes.count == fixRanges.count && lastTimes.count == fixRanges.count)
        precondition(fixRanges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= fixes.count })
        self.vessels = vessels
        self.vesselOfSegment = vesselOfSegment
        firstFix = fixRanges.map(\.lowerBound)
        endFix = fixRanges.map(\.upperBound)
        self.firstTimes = firstTimes
        self.lastTimes = lastTimes
        self.fixes = fixes
        times = fixes.times
        latitudes = fixes.latitudes
        longitudes = fixes.longitudes
        self.timeRange = timeRange
        rows = fixes.rows
    }

    /// Makes a table from columns; traps when they do not fit together. For tables that are written by hand.
    public init(
        vessels: [TrackedVessel], vesselOfSegment: [Int32], firstFix: [Int], times: [UInt32], latitudes: [Int32],
        longitudes: [Int32]
    ) {
        precondition(
            firstFix.count == vesselOfSegment.count + 1 && firstFix.first == 0 && firstFix.last == times.count)
        precondition(times.count == latitudes.count && times.count == longitudes.count)
        guard let fixes = try? FixMemory(count: times.count, mostBytesInMemory: .max) else {
            preconditionFailure("no memory for a table of fixes")
        }
        let stored = times.indices.map { fix in
            StoredFix(time: times[fix], latitude: latitudes[fix], longitude: longitudes[fix])
        }
        // Memory takes all that there is room for.
        try? fixes.put(stored[...], at: 0)
        let fixRanges = zip(firstFix, firstFix.dropFirst()).map { $0..<$1 }
        let own = fixRanges.filter { !$0.isEmpty }
        let first = own.map { times[$0.lowerBound] }.min()
        let last = own.map { max(times[$0.lowerBound], times[$0.upperBound - 1]) }.max()
        self.init(
            vessels: vessels, vesselOfSegment: vesselOfSegment, fixRanges: fixRanges,
            firstTimes: fixRanges.map { $0.first.map { times[$0] } ?? 0 },
            lastTimes: fixRanges.map { $0.last.map { times[$0] } ?? 0 }, fixes: fixes,
            timeRange: first.flatMap { first in last.map { first...$0 } })
    }

    /// Makes a table in which every vessel has one segment; traps when the columns do not fit together.
    public init(
        vessels: [TrackedVessel], firstFix: [Int], times: [UInt32], latitudes: [Int32], longitudes: [Int32]
    ) {
        self.init(
            vessels: vessels, vesselOfSegment: vessels.indices.map { Int32(truncatingIfNeeded: $0) },
            firstFix: firstFix, times: times, latitudes: latitudes, longitudes: longitudes)
    }

    /// Lets go of the memory of some segments' fixes when they lie in a file; they come back when they are used.
    public func letGo(segments: Range<Int>) {
        guard !segments.isEmpty else { return }
        fixes.letGo(firstFix[segments.lowerBound]..<endFix[segments.upperBound - 1])
    }

    /// How many fixes the segments have. Complexity: O(segments).
    public var fixCount: Int { zip(firstFix, endFix).reduce(0) { $0 + $1.1 - $1.0 } }

    /// The numbers of all segments.
    @inlinable
    public var segments: Range<Int> { 0..<vesselOfSegment.count }

    /// The positions in the columns of one segment's fixes.
    @inlinable
    public func fixRange(ofSegment segment: Int) -> Range<Int> { firstFix[segment]..<endFix[segment] }

    /// The identity that sailed a segment.
    @inlinable
    public func vessel(ofSegment segment: Int) -> TrackedVessel { vessels[Int(vesselOfSegment[segment])] }

    /// The segments of one vessel, in the order of their first fixes. Complexity: O(log n).
    public func segments(ofVessel vessel: Int) -> Range<Int> {
        firstSegment(notBefore: vessel)..<firstSegment(notBefore: vessel + 1)
    }

    private func firstSegment(notBefore vessel: Int) -> Int {
        var low = 0
        var high = vesselOfSegment.count
        while low < high {
            let middle = low + (high - low) / 2
            if Int(vesselOfSegment[middle]) < vessel { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The times of a segment's first and last fix, or nil when it has none.
    public func timeSpan(ofSegment segment: Int) -> ClosedRange<Timestamp>? {
        guard !fixRange(ofSegment: segment).isEmpty else { return nil }
        return Timestamp(
            secondsSince1970: Int64(firstTimes[segment]))...Timestamp(secondsSince1970: Int64(lastTimes[segment]))
    }

    /// The first fix of a range within a segment that is not before a time in seconds since 1970, or the range's end.
    ///
    /// Complexity: O(log n).
    public func firstFix(in range: Range<Int>, notBefore time: Double) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        // Often the time lies before or behind all of a track.
        if low == high || Double(times[low]) >= time { return low }
        if Double(times[high - 1]) < time { return high }
        while low < high {
            let middle = low + (high - low) / 2
            if Double(times[middle]) < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The position of one fix.
    @inlinable
    public func position(ofFix fix: Int) -> GeoPosition {
        GeoPosition(latitudeE7: latitudes[fix], longitudeE7: longitudes[fix])
    }
}
