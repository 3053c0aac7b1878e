import FixMemory
import Glibc
import MaritimeModel

/// What is left of a window when an even motion on a straight line is taken away.
struct StraightLine {
    var crossMetres: Double
    var alongMetres: Double
    var speedKnots: Double

    /// The line, or nil when the fixes leave it or the even motion by more than rounding does.
    ///
    /// Three lines are tried: the great circle, the rhumb line, and the straight line in degrees that simple programs
    /// draw.
    init?(in tracks: TrackTable, fixes: Range<Int>) {
        // Most parts of tracks are slow, which integers tell.
        guard
            tracks.mayBeFaster(
                than: StraightTrack.leastSpeedKnots, fromFix: fixes.lowerBound, toFix: fixes.upperBound - 1)
        else { return nil }
        let first = tracks.point(ofFix: fixes.lowerBound)
        let last = tracks.point(ofFix: fixes.upperBound - 1)
        let seconds = tracks.seconds(fromFix: fixes.lowerBound, toFix: fixes.upperBound - 1)
        speedKnots = metresBetween(first, last) / seconds / metresPerSecondPerKnot
        guard speedKnots >= StraightTrack.leastSpeedKnots else { return nil }
        // The middle of a great circle and that of a rhumb line lie at most this far apart; most ships are out at once.
        let middle = fixes.lowerBound + fixes.count / 2
        guard StraightLine.isNearLine(tracks.point(ofFix: middle), from: first, to: last) else { return nil }
        let quantum = Double(StraightLine.quantum(in: tracks, fixes: fixes))
        guard quantum <= Double(StraightTrack.coarsestQuantum) else { return nil }

        // Rounding to a quantum leaves q / sqrt(12), and cutting a second off leaves the way of one second / sqrt(12).
        let rounding = quantum * 1e-7 * .pi / 180 * earthRadiusMetres / 12.0.squareRoot()
        let second = speedKnots * metresPerSecondPerKnot / 12.0.squareRoot()
        let across = StraightTrack.noiseMetres + rounding * StraightTrack.allowance
        let along =
            StraightTrack.noiseMetres + (rounding * rounding + second * second).squareRoot() * StraightTrack.allowance
        for form in [Form.greatCircle, .rhumbLine, .degrees] {
            guard let points = form.flat(tracks, fixes) else { continue }
            let left = StraightLine.remainder(points, tracks, fixes)
            if left.across <= across, left.along <= along {
                crossMetres = left.across
                alongMetres = left.along
                return
            }
        }
        return nil
    }

    /// Root mean squares of what is left across and along the way when x and y are fitted as even functions of time.
    private static func remainder(
        _ points: [SIMD2<Double>], _ tracks: TrackTable, _ fixes: Range<Int>
    ) -> (across: Double, along: Double) {
        let count = Double(points.count)
        let middle = (Double(tracks.times[fixes.lowerBound]) + Double(tracks.times[fixes.upperBound - 1])) / 2
        var meanTime = 0.0
        var mean = SIMD2<Double>.zero
        for (place, point) in points.enumerated() {
            meanTime += Double(tracks.times[fixes.lowerBound + place]) - middle
            mean += point
        }
        meanTime /= count
        mean /= count
        var squares = 0.0
        var products = SIMD2<Double>.zero
        for (place, point) in points.enumerated() {
            let time = Double(tracks.times[fixes.lowerBound + place]) - middle - meanTime
            squares += time * time
            products += (point - mean) * time
        }
        let velocity = products / squares
        let speed = (velocity * velocity).sum().squareRoot()
        guard speed > 0 else { return (.infinity, .infinity) }
        let ahead = velocity / speed
        var across = 0.0
        var along = 0.0
        for (place, point) in points.enumerated() {
            let time = Double(tracks.times[fixes.lowerBound + place]) - middle - meanTime
            let left = point - mean - velocity * time
            let sideways = ahead.x * left.y - ahead.y * left.x
            let forwards = (ahead * left).sum()
            across += sideways * sideways
            along += forwards * forwards
        }
        return ((across / count).squareRoot(), (along / count).squareRoot())
    }

    /// Whether a point lies within a fiftieth of the way from the great circle between two others.
    private static func isNearLine(
        _ point: SIMD3<Double>, from first: SIMD3<Double>, to last: SIMD3<Double>
    ) -> Bool {
        let plane = TangentPlane(at: point)
        guard let one = plane.fromCentre(first), let other = plane.fromCentre(last) else { return false }
        let way = other - one
        let length = (way * way).sum().squareRoot()
        guard length > 0 else { return false }
        return abs(one.x * way.y - one.y * way.x) / length <= length / 50
    }

    /// The step of the coordinates in 1e-7 degree: 1 000, 100, 10 or 1, whichever divides them all.
    static func quantum(in tracks: TrackTable, fixes: Range<Int>) -> Int {
        var quantum: Int32 = 1_000
        for fix in fixes {
            while quantum > 1, tracks.latitudes[fix] % quantum != 0 || tracks.longitudes[fix] % quantum != 0 {
                quantum /= 10
            }
            if quantum == 1 { break }
        }
        return Int(quantum)
    }

    /// The maps in which the three kinds of line are straight, in metres near the middle of the fixes.
    private enum Form {
        case greatCircle, rhumbLine, degrees

        func flat(_ tracks: TrackTable, _ fixes: Range<Int>) -> [SIMD2<Double>]? {
            let middle = tracks.position(ofFix: fixes.lowerBound + fixes.count / 2)
            let metresPerRadian = earthRadiusMetres
            if self == .greatCircle {
                let plane = TangentPlane(at: tracks.point(ofFix: fixes.lowerBound + fixes.count / 2))
                var points: [SIMD2<Double>] = []
                points.reserveCapacity(fixes.count)
                for fix in fixes {
                    guard let point = plane.fromCentre(tracks.point(ofFix: fix)) else { return nil }
                    points.append(point)
                }
                return points
            }
            // Mercator's map ends before the poles.
            guard abs(middle.latitude) < 85 else { return nil }
            let cosine = cos(middle.latitude * .pi / 180)
            return fixes.map { fix in
                let position = tracks.position(ofFix: fix)
                var east = position.longitude - middle.longitude
                if east > 180 { east -= 360 } else if east < -180 { east += 360 }
                let latitude = min(89, max(-89, position.latitude)) * .pi / 180
                let north =
                    self == .degrees ? latitude : log(tan(.pi / 4 + latitude / 2)) * cosine
                return SIMD2(east * .pi / 180 * cosine, north) * metresPerRadian
            }
        }
    }
}
