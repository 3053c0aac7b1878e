import Glibc
import MaritimeModel

/// Tells from two boxes whether what is in them is surely within the contact distance, surely beyond it, or neither.
///
/// With small angles, chord² lies between Δφ² + cos²φ Δλ², taken with the least differences and the least cosine, and
/// the same with the greatest: no trigonometry is needed, only bounds of the cosine from a table.
struct BoxBounds: Sendable {
    /// What two boxes tell.
    enum Relation {
        case within, apart, unclear
    }

    /// By latitude: the greatest cosine in a row of the table. The least is that of the next row.
    private let cosines: [Double]
    private let apartLimit: Double
    private let withinLimit: Double

    /// 2^18 units of 1e-7 degree, 0.026 degree, to a row.
    private static let rowShift = 18
    /// Beyond this latitude (85 degrees) nothing is told.
    private static let highLatitude: Int64 = 850_000_000
    /// Gaps are taken as no larger than this (0.05 rad): sin x is x there to 2.1e-4 of its square.
    private static let greatestGap: Int64 = 28_600_000
    private static let sineLoss = 1 - 2.1e-4

    /// - Parameter slackMetres: by how much each of the two may lie outside of its box.
    init(maxDistanceMetres: Double, slackMetres: Double) {
        let rows = Int(Self.highLatitude >> Self.rowShift) + 2
        cosines = (0...rows).map { cos(Double($0 << Self.rowShift) * radiansPerE7) }
        apartLimit = chordSquared(ofMetres: maxDistanceMetres + 2 * slackMetres + 0.001)
        let inner = maxDistanceMetres - 2 * slackMetres - 0.001
        withinLimit = inner > 0 ? chordSquared(ofMetres: inner) : -1
    }

    /// What two boxes tell of any point in the one and any in the other. Complexity: O(1), some ten nanoseconds.
    @inline(__always)
    func relation(_ one: PathBox, _ other: PathBox) -> Relation {
        var offset = Int64(other.west) - Int64(one.west)
        if offset > GeoBox.fullCircle / 2 { offset -= GeoBox.fullCircle }
        if offset < -GeoBox.fullCircle / 2 { offset += GeoBox.fullCircle }
        return relation(
            south: (Int64(one.south), Int64(other.south)), north: (Int64(one.north), Int64(other.north)),
            offset: offset, width: (Int64(one.width), Int64(other.width)))
    }

    /// The same of boxes given by their numbers; the second begins `offset` east of the first.
    @inline(__always)
    func relation(
        south: (Int64, Int64), north: (Int64, Int64), offset: Int64, width: (Int64, Int64)
    ) -> Relation {
        let lowest = min(south.0, south.1)
        let highest = max(north.0, north.1)
        let poleward = max(-lowest, highest)
        let across = max(width.0, offset + width.1) - min(0, offset)
        guard poleward < Self.highLatitude, across < GeoBox.fullCircle / 2 else { return .unclear }
        let northGap = min(Self.greatestGap, max(0, south.0 - north.1, south.1 - north.0))
        let eastGap = min(Self.greatestGap, max(0, offset - width.0, -(offset + width.1)))
        let least = cosines[Int(poleward >> Self.rowShift) + 1]
        let (up, aside) = (Double(northGap) * radiansPerE7, Double(eastGap) * radiansPerE7 * least)
        if (up * up + aside * aside) * Self.sineLoss > apartLimit { return .apart }
        let equatorward = lowest <= 0 && highest >= 0 ? 0 : min(abs(lowest), abs(highest))
        let greatest = cosines[Int(equatorward >> Self.rowShift)]
        let (high, wide) = (Double(highest - lowest) * radiansPerE7, Double(across) * radiansPerE7 * greatest)
        return high * high + wide * wide <= withinLimit ? .within : .unclear
    }
}
