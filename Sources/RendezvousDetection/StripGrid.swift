import MaritimeModel

/// Cuts the sphere into strips of equal latitude, and numbers places within a strip from west to east.
///
/// A key holds a strip in its upper bits and a column of 4 096e-7 degree (46 m at the equator) in its lower ones, so
/// that what is ordered by keys lies strip by strip, each from 180° W eastwards.
struct StripGrid: Sendable {
    /// 2^rowShift units of 1e-7 degree to a strip.
    private let rowShift: UInt32

    private static let columnShift: UInt32 = 12
    /// 3 600 000 000 >> 12 takes 20 bits; 1 800 000 000 >> 19 takes the other 12.
    private static let columnBits: UInt32 = 20
    private static let lastColumn: UInt32 = (1 << columnBits) - 1

    /// Strips are 5.8 km high, and higher for distances beyond half of that.
    init(maxDistanceMetres: Double) {
        let wanted = min(2 * maxDistanceMetres / earthRadiusMetres / radiansPerE7, 1e9)
        var shift: UInt32 = 19
        while Double(UInt32(1) << shift) < wanted { shift += 1 }
        rowShift = shift
    }

    /// The strip that holds a latitude in 1e-7 degree.
    @inline(__always)
    func row(of latitude: Int32) -> UInt32 {
        UInt32(clamping: Int64(latitude) + GeoBox.pole) >> rowShift
    }

    /// The key of a longitude, counted from 180° W; beyond the full circle it is the last of the strip.
    @inline(__always)
    func key(row: UInt32, longitude: Int64) -> UInt32 {
        row << Self.columnBits | UInt32(min(longitude >> Int64(Self.columnShift), Int64(Self.lastColumn)))
    }
}
