import Glibc
import MaritimeModel

/// A circle that was found.
struct FoundCircle {
    var fixes: Range<Int>
    var fit: CircleFit
    var turnDegrees: Double
    var speedKnots: Double
}

/// Looks at windows of 12, 24, 48 ... fixes, each overlapping the next by half, the longest first.
///
/// A circling part of a track holds a window of at least a third of its length; from there it is followed both ways.
/// Most windows are settled by their way and extent alone.
struct CircleSearch {
    let tracks: TrackTable
    let fixes: Range<Int>
    /// The fixes on the sphere; each window is laid flat in the tangent plane of its own middle.
    private let points: [SIMD3<Double>]
    /// Metres of path up to each fix.
    private let way: [Double]

    init(tracks: TrackTable, fixes: Range<Int>) {
        self.tracks = tracks
        self.fixes = fixes
        points = fixes.map { tracks.point(ofFix: $0) }
        var way = [0.0]
        way.reserveCapacity(points.count)
        var metres = 0.0
        for place in points.indices.dropFirst() {
            metres += metresBetween(points[place - 1], points[place])
            way.append(metres)
        }
        self.way = way
    }

    func circles() -> [FoundCircle] {
        var found: [FoundCircle] = []
        // One flag a fix, so that a circle is found once.
        var taken = [Bool](repeating: false, count: points.count)
        var size = CircularTrack.leastFixes
        while size * 2 <= points.count { size *= 2 }
        while size >= CircularTrack.leastFixes {
            var begin = 0
            while begin + size <= points.count {
                let window = begin..<begin + size
                begin += size / 2
                guard !taken[window.lowerBound], !taken[window.upperBound - 1], mayCircle(window),
                    let circle = circle(around: window)
                else { continue }
                let places =
                    circle.fixes.lowerBound - fixes.lowerBound..<circle.fixes.upperBound - fixes.lowerBound
                guard !places.contains(where: { taken[$0] }) else { continue }
                for place in places { taken[place] = true }
                found.append(circle)
            }
            size /= 2
        }
        return found.sorted { $0.fixes.lowerBound < $1.fixes.lowerBound }
    }

    /// Whether the way is long enough for one round of a circle as wide as the window's points lie apart.
    private func mayCircle(_ window: Range<Int>) -> Bool {
        let metres = way[window.upperBound - 1] - way[window.lowerBound]
        guard metres >= .pi * CircularTrack.radiusMetres.lowerBound else { return false }
        // No two points of a circle are further apart than its width, so one long chord settles it. Of two rounds a
        // window is sure to hold two thirds of one, a way of 2.09 widths.
        let step = max(1, window.count / 8)
        let first = points[window.lowerBound]
        for place in stride(from: window.lowerBound, to: window.upperBound, by: step)
        where metresBetween(first, points[place]) * 1.8 > metres { return false }
        return true
    }

    private func circle(around window: Range<Int>) -> FoundCircle? {
        let plane = TangentPlane(at: points[window.lowerBound + window.count / 2])
        // A longer circle holds a longer window, so there is no need to look further than this.
        let reach =
            max(
                0, window.lowerBound - 2 * window.count)..<min(
                points.count, window.upperBound + 2 * window.count)
        guard let rough = CircleFit(window.map { plane.fromAbove(points[$0]) }[...]),
            CircularTrack.radiusMetres.contains(rough.radius),
            rough.residual <= 2 * CircularTrack.greatestResidual * rough.radius
        else { return nil }
        let part = extended(window, within: reach, on: rough, plane)
        let flat = part.map { plane.fromAbove(points[$0]) }
        guard let fit = CircleFit(flat[...]), CircularTrack.radiusMetres.contains(fit.radius),
            fit.residual <= CircularTrack.greatestResidual * fit.radius,
            let turn = turnDegrees(flat, around: fit.centre), abs(turn) >= CircularTrack.leastTurnDegrees,
            let speed = evenSpeedKnots(part)
        else { return nil }
        return FoundCircle(
            fixes: fixes.lowerBound + part.lowerBound..<fixes.lowerBound + part.upperBound, fit: fit,
            turnDegrees: abs(turn), speedKnots: speed)
    }

    /// The window and what lies beside it on the same circle.
    private func extended(
        _ window: Range<Int>, within reach: Range<Int>, on circle: CircleFit, _ plane: TangentPlane
    ) -> Range<Int> {
        func isOnCircle(_ place: Int) -> Bool {
            let spoke = plane.fromAbove(points[place]) - circle.centre
            return abs((spoke * spoke).sum().squareRoot() - circle.radius)
                <= 3 * CircularTrack.greatestResidual * circle.radius
        }
        var first = window.lowerBound
        var end = window.upperBound
        while first > reach.lowerBound, isOnCircle(first - 1) { first -= 1 }
        while end < reach.upperBound, isOnCircle(end) { end += 1 }
        return first..<end
    }

    /// The angle turned around a centre, or nil when the steps are too long or go both ways.
    private func turnDegrees(_ flat: [SIMD2<Double>], around centre: SIMD2<Double>) -> Double? {
        var total = 0.0
        var back = 0.0
        var last = flat[0] - centre
        for point in flat.dropFirst() {
            let spoke = point - centre
            let step = atan2(last.x * spoke.y - last.y * spoke.x, (last * spoke).sum()) * 180 / .pi
            guard abs(step) <= CircularTrack.greatestStepDegrees else { return nil }
            total += step
            back += abs(step)
            last = spoke
        }
        // Noise may step back a little; a swing to and fro may not.
        return abs(total) >= 0.9 * back ? total : nil
    }

    /// The median speed in knots, or nil when it is low or uneven.
    private func evenSpeedKnots(_ part: Range<Int>) -> Double? {
        var speeds: [Double] = []
        speeds.reserveCapacity(part.count)
        for place in part.dropFirst() {
            let seconds = tracks.seconds(
                fromFix: fixes.lowerBound + place - 1, toFix: fixes.lowerBound + place)
            speeds.append((way[place] - way[place - 1]) / seconds / metresPerSecondPerKnot)
        }
        speeds.sort()
        let middle = speeds[speeds.count / 2]
        let spread = speeds[speeds.count * 3 / 4] - speeds[speeds.count / 4]
        guard middle >= CircularTrack.leastSpeedKnots, spread <= CircularTrack.greatestSpeedSpread * middle
        else { return nil }
        return middle
    }
}
