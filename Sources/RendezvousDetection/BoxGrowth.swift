import Glibc
import MaritimeModel

/// Grows boxes by a distance on every side, with a table in place of trigonometry.
struct BoxGrowth: Sendable {
    private let metres: Double
    private let northwards: Int64
    /// By latitude: how far the distance reaches east at the poleward end of the row, in 1e-7 degree.
    private let eastwards: [Int64]

    /// 2^20 units of 1e-7 degree, 0.1 degree, to a row.
    private static let rowShift = 20
    private static let highLatitude: Int64 = 850_000_000

    init(metres: Double) {
        self.metres = metres
        let angle = metres / earthRadiusMetres
        northwards = Int64((angle / radiansPerE7).rounded(.up)) + 1
        let rows = Int(Self.highLatitude >> Self.rowShift) + 1
        eastwards = (0...rows).map { row in
            let latitude = Double((row + 1) << Self.rowShift) * radiansPerE7
            return Int64((asin(min(1, sin(angle) / cos(latitude))) / radiansPerE7).rounded(.up)) + 1
        }
    }

    /// The box grown; it holds every point within the distance of a point of the box.
    @inline(__always)
    func grown(_ box: PathBox) -> PathBox {
        var result = box
        let poleward = max(-Int64(box.south), Int64(box.north))
        guard poleward < Self.highLatitude else {
            let grown = box.geoBox.grown(byMetres: metres)
            result.south = Int32(clamping: grown.south)
            result.north = Int32(clamping: grown.north)
            result.west = UInt32(clamping: grown.west)
            result.width = UInt32(clamping: grown.width)
            return result
        }
        let east = eastwards[Int(poleward >> Self.rowShift)]
        let width = min(GeoBox.fullCircle, Int64(box.width) + 2 * east)
        var west = Int64(box.west) - east
        if west < 0 { west += GeoBox.fullCircle }
        result.south = Int32(clamping: Int64(box.south) - northwards)
        result.north = Int32(clamping: Int64(box.north) + northwards)
        result.west = width == GeoBox.fullCircle ? 0 : UInt32(clamping: west)
        result.width = UInt32(clamping: width)
        return result
    }
}
