import Glibc
import MaritimeModel

/// How far, how fast and with what silences a segment was sailed.
///
/// Distances are great-circle distances on the sphere of radius `earthRadiusMetres`; the speed of a stretch is its length
/// over its time.
struct SegmentMeasure {
    private(set) var pathMetres = 0.0
    /// The least speed at or below which at least half of the time lies, in knots; nil for a single fix.
    private(set) var medianSpeedKnots: Double?
    private(set) var greatestSpeedKnots: Double?
    private(set) var longestSilenceSeconds = 0

    /// Complexity: O(n log n) in the number of fixes, for the median.
    init(_ fixes: SegmentFixes) {
        guard fixes.count > 1 else { return }
        var stretches: [Stretch] = []
        stretches.reserveCapacity(fixes.count - 1)
        var before = fixes[0]
        var directionBefore = Direction(before.position)
        for fix in fixes.dropFirst() {
            let direction = fix.position == before.position ? directionBefore : Direction(fix.position)
            let metres = direction.metres(to: directionBefore)
            let seconds = fix.time.secondsSince1970 - before.time.secondsSince1970
            pathMetres += metres
            longestSilenceSeconds = max(longestSilenceSeconds, Int(seconds))
            stretches.append(Stretch(knots: metres / Double(seconds) / metresPerSecondPerKnot, seconds: Int(seconds)))
            before = fix
            directionBefore = direction
        }
        stretches.sort { $0.knots < $1.knots }
        greatestSpeedKnots = stretches.last?.knots
        let total = stretches.reduce(0) { $0 + $1.seconds }
        var atOrBelow = 0
        medianSpeedKnots =
            stretches.first { stretch in
                atOrBelow += stretch.seconds
                return atOrBelow * 2 >= total
            }?.knots
    }

    private struct Stretch {
        var knots: Double
        var seconds: Int
    }

    /// A position as a point on the sphere of radius 1, which knows no dateline and no pole.
    private struct Direction {
        var x: Double
        var y: Double
        var z: Double

        init(_ position: GeoPosition) {
            let latitude = position.latitude * .pi / 180
            let longitude = position.longitude * .pi / 180
            x = cos(latitude) * cos(longitude)
            y = cos(latitude) * sin(longitude)
            z = sin(latitude)
        }

        func metres(to other: Direction) -> Double {
            let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
            return 2 * earthRadiusMetres * asin(min(1, (dx * dx + dy * dy + dz * dz).squareRoot() / 2))
        }
    }
}
