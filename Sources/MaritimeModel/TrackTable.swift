/// All tracks of an input, as columns: the fixes of one vessel are contiguous and in strictly increasing time order.
///
/// Vessels are ordered by id (bytes compared), so a vessel's number is the same whatever the order of the input.
/// A fix takes 12 bytes.
public struct TrackTable: Sendable {
    /// Ordered by id; `vessels[i]` sailed the fixes `fixRange(of: i)`.
    public let vessels: [TrackedVessel]
    /// One more entry than there are vessels: where each vessel's fixes begin.
    public let firstFix: [Int]
    /// Seconds since 1970, one per fix.
    public let times: [UInt32]
    /// 1e-7 degree, one per fix.
    public let latitudes: [Int32]
    /// 1e-7 degree, one per fix.
    public let longitudes: [Int32]

    /// Makes a table; traps when the columns do not fit together.
    public init(
        vessels: [TrackedVessel], firstFix: [Int], times: [UInt32], latitudes: [Int32], longitudes: [Int32]
    ) {
        precondition(firstFix.count == vessels.count + 1 && firstFix.first == 0 && firstFix.last == times.count)
        precondition(times.count == latitudes.count && times.count == longitudes.count)
        self.vessels = vessels
        self.firstFix = firstFix
        self.times = times
        self.latitudes = latitudes
        self.longitudes = longitudes
    }

    /// The positions in the columns of one vessel's fixes.
    @inlinable
    public func fixRange(of vessel: Int) -> Range<Int> { firstFix[vessel]..<firstFix[vessel + 1] }

    /// The position of one fix.
    @inlinable
    public func position(ofFix fix: Int) -> GeoPosition {
        GeoPosition(latitudeE7: latitudes[fix], longitudeE7: longitudes[fix])
    }
}
