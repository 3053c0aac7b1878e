import FixMemory
import Glibc
import MaritimeModel

/// What the rules need of a track between its fixes; positions are points on the sphere of radius 1.
extension TrackTable {
    /// A fix as a point on the sphere, which knows no dateline and no pole.
    func point(ofFix fix: Int) -> SIMD3<Double> {
        unitVector(latitude: Double(latitudes[fix]) * 1e-7, longitude: Double(longitudes[fix]) * 1e-7)
    }

    /// Great-circle metres between two fixes.
    func metres(fromFix first: Int, toFix second: Int) -> Double {
        guard latitudes[first] != latitudes[second] || longitudes[first] != longitudes[second] else { return 0 }
        return metresBetween(point(ofFix: first), point(ofFix: second))
    }

    /// An upper bound of the squared metres between two fixes, without trigonometry: as if meridians never drew together.
    func squaredMetresAtMost(fromFix first: Int, toFix second: Int) -> Double {
        let north = Double(latitudes[first]) - Double(latitudes[second])
        var east = abs(Double(longitudes[first]) - Double(longitudes[second]))
        if east > 1.8e9 { east = 3.6e9 - east }
        return squaredMetres(latitudeE7: north, longitudeE7: east)
    }

    /// Whether the way between two fixes may have been made at a speed or faster; false only when surely not.
    func mayBeFaster(than knots: Double, fromFix first: Int, toFix second: Int) -> Bool {
        let reach = knots * metresPerSecondPerKnot * seconds(fromFix: first, toFix: second)
        return squaredMetresAtMost(fromFix: first, toFix: second) >= reach * reach
    }

    /// Seconds between two fixes, positive when the second is later.
    func seconds(fromFix first: Int, toFix second: Int) -> Double { Double(times[second]) - Double(times[first]) }

    /// When a fix was sent.
    func time(ofFix fix: Int) -> Timestamp { Timestamp(secondsSince1970: Int64(times[fix])) }

    /// Whether two fixes have the same position to the last digit.
    func isSamePlace(_ first: Int, _ second: Int) -> Bool {
        latitudes[first] == latitudes[second] && longitudes[first] == longitudes[second]
    }

    /// The fixes of a range from one time to another, both inclusive. Complexity: O(log n).
    func fixes(in range: Range<Int>, from start: Timestamp, to end: Timestamp) -> Range<Int> {
        let first = firstFix(in: range, notBefore: Double(start.secondsSince1970))
        let last = firstFix(in: range, notBefore: Double(end.secondsSince1970) + 1)
        return first..<max(first, last)
    }

    /// Where a vessel was at a time, half-way points on the straight line between its fixes.
    ///
    /// - Returns: nil outside the range's fixes and in silences longer than `maxGapSeconds`. Complexity: O(log n).
    func place(in range: Range<Int>, at time: Double, maxGapSeconds: Double) -> SIMD3<Double>? {
        let next = firstFix(in: range, notBefore: time)
        guard next < range.upperBound else { return nil }
        if Double(times[next]) == time { return point(ofFix: next) }
        guard next > range.lowerBound else { return nil }
        let gap = seconds(fromFix: next - 1, toFix: next)
        guard gap <= maxGapSeconds else { return nil }
        let part = (time - Double(times[next - 1])) / gap
        let between = point(ofFix: next - 1) * (1 - part) + point(ofFix: next) * part
        let length = (between * between).sum().squareRoot()
        return length > 0 ? between / length : nil
    }
}

/// The square of the metres in 1e-7 degree of latitude, with room for rounding.
private let squaredMetresPerUnit = (earthRadiusMetres * .pi / 1.8e9) * (earthRadiusMetres * .pi / 1.8e9) * (1 + 1e-6)

/// An upper bound of the squared metres of a way, without trigonometry: as if meridians never drew together.
func squaredMetres(latitudeE7 north: Double, longitudeE7 east: Double) -> Double {
    (north * north + east * east) * squaredMetresPerUnit
}

/// Great-circle metres between two points on the sphere of radius 1.
func metresBetween(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> Double {
    angle(ofSquaredChord: squaredChord(first, second)) * earthRadiusMetres
}

/// A plane that touches the sphere, with axes to the east and the north; coordinates in metres.
struct TangentPlane {
    private let east: SIMD3<Double>
    private let north: SIMD3<Double>
    private let up: SIMD3<Double>

    init(at point: SIMD3<Double>) {
        up = point
        let flat = (point.x * point.x + point.y * point.y).squareRoot()
        // At a pole every direction is as good as another.
        east = flat > 1e-12 ? SIMD3(-point.y / flat, point.x / flat, 0) : SIMD3(0, 1, 0)
        north = SIMD3(
            up.y * east.z - up.z * east.y, up.z * east.x - up.x * east.z, up.x * east.y - up.y * east.x)
    }

    /// The point seen from straight above: circles around the point of contact stay circles.
    func fromAbove(_ point: SIMD3<Double>) -> SIMD2<Double> {
        SIMD2((point * east).sum(), (point * north).sum()) * earthRadiusMetres
    }

    /// The point seen from the centre of the sphere: great circles become straight lines. Nil for the far half.
    func fromCentre(_ point: SIMD3<Double>) -> SIMD2<Double>? {
        let depth = (point * up).sum()
        guard depth > 0.1 else { return nil }
        return fromAbove(point) / depth
    }
}

/// The middle value of a list; 0 for an empty one. Complexity: O(n log n).
func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

/// The value below which a part of a list lies; 0 for an empty one. Complexity: O(n log n).
func quantile(_ values: [Double], _ part: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
}

/// A number for a figure or a sentence: to a tenth.
func toTenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

/// A length in words: metres to a tenth below ten, whole metres below two kilometres, else kilometres to a tenth.
func lengthInWords(_ metres: Double) -> String {
    if metres < 10 { return "\(toTenth(metres)) m" }
    return metres < 2_000 ? "\(Int(metres.rounded())) m" : "\(toTenth(metres / 1_000)) km"
}

/// A time in words: minutes below three hours, else hours to a tenth.
func durationInWords(_ seconds: Double) -> String {
    seconds < 10_800 ? "\(Int((seconds / 60).rounded())) min" : "\(toTenth(seconds / 3_600)) h"
}
