/// Solves when two vessels, each on one stretch, are within a distance: no sampling, no step size.
///
/// With r the straight line between the two unit vectors, f = |r|² is followed. Its third derivative is bounded by
/// 2 (w1 + w2)³ |r|, where w are the angular speeds, so on a short enough window a parabola through three points is f
/// to any accuracy asked for. The parabola only says where f turns; every decision is made on f itself, evaluated at
/// the ends of the window, at the turn and at the crossings, which are closed in upon by bracketing.
struct ContactSolver: Sendable {
    /// The square of the straight-line distance on the unit sphere that belongs to the contact distance.
    let limit: Double
    private let limitRoot: Double

    init(maxDistanceMetres: Double) {
        limit = chordSquared(ofMetres: maxDistanceMetres)
        limitRoot = limit.squareRoot()
    }

    /// How far, in f relative to the limit, the parabola may be off: 1e-5 of 500 m squared is 2.5 mm of distance.
    private static let tolerance = 1e-5
    /// Windows are halved at most this often; then they are shorter than a microsecond.
    private static let maxDepth = 40

    /// Calls `report(start, end)` for each time in `window` during which the two are within the limit, in time order.
    ///
    /// Intervals that touch are reported as one. An interval that reaches an end of the window ends exactly there.
    /// Complexity: one evaluation when they are clearly apart or clearly together, else a few tens.
    func intervals(
        _ first: GreatCircleMotion, _ second: GreatCircleMotion, from start: Double, to end: Double,
        report: (_ start: Double, _ end: Double) -> Void
    ) {
        guard start < end else { return }
        let middle = start + (end - start) / 2
        let atMiddle = separation(first, second, at: middle)
        let distance = atMiddle.squareRoot()
        // Nothing can come nearer, or part, faster than the sum of both speeds.
        let reach = (first.angularSpeed + second.angularSpeed) * (end - start) / 2 * (1 + 1e-9) + 1e-15
        if distance - reach > limitRoot { return }
        if distance + reach <= limitRoot {
            report(start, end)
            return
        }
        var open: (start: Double, end: Double)?
        func extend(_ from: Double, _ to: Double) {
            if let current = open, current.end == from {
                open = (current.start, to)
            } else {
                if let current = open { report(current.start, current.end) }
                open = (from, to)
            }
        }
        solve(
            first, second, Sample(time: start, value: separation(first, second, at: start)),
            Sample(time: end, value: separation(first, second, at: end)), depth: 0, extend)
        if let current = open { report(current.start, current.end) }
    }

    /// A parabola through f at the ends and the middle of a window.
    private struct Parabola {
        var curvature: Double
        var slope: Double
        var middle: Double
        /// The middle of the window, and half its length, in seconds.
        var centre: Double
        var half: Double

        /// A time between two others at which the parabola has a value, or nil.
        func time(of value: Double, between early: Double, and late: Double) -> Double? {
            let discriminant = slope * slope - 4 * curvature * (middle - value)
            guard discriminant >= 0 else { return nil }
            // The stable form of the two roots.
            let sum = -(slope + (slope < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
            let one = centre + (middle - value) / sum * half
            if early < one, one < late { return one }
            let other = centre + sum / curvature * half
            return early < other && other < late ? other : nil
        }
    }

    /// A time and f there.
    struct Sample {
        var time: Double
        var value: Double
    }

    /// f at a time: the square of the straight-line distance on the unit sphere.
    func separation(_ first: GreatCircleMotion, _ second: GreatCircleMotion, at time: Double) -> Double {
        (first.position(at: time) - second.position(at: time)).squared
    }

    private func solve(
        _ first: GreatCircleMotion, _ second: GreatCircleMotion, _ left: Sample, _ right: Sample, depth: Int,
        _ extend: (Double, Double) -> Void
    ) {
        let middleTime = left.time + (right.time - left.time) / 2
        let middle = Sample(time: middleTime, value: separation(first, second, at: middleTime))
        let reach = (first.angularSpeed + second.angularSpeed) * (right.time - left.time) / 2 * (1 + 1e-9) + 1e-15
        let distance = middle.value.squareRoot()
        if distance - reach > limitRoot { return }
        if distance + reach <= limitRoot {
            extend(left.time, right.time)
            return
        }
        let error = 0.129 * reach * reach * reach * (distance + reach)
        if error > ContactSolver.tolerance * limit, depth < ContactSolver.maxDepth, middleTime > left.time,
            middleTime < right.time
        {
            solve(first, second, left, middle, depth: depth + 1, extend)
            solve(first, second, middle, right, depth: depth + 1, extend)
            return
        }
        // f(s) ~ curvature s² + slope s + middle, with s from -1 to 1.
        let parabola = Parabola(
            curvature: (left.value + right.value) / 2 - middle.value, slope: (right.value - left.value) / 2,
            middle: middle.value, centre: middleTime, half: (right.time - left.time) / 2)
        let turn = parabola.curvature > 0 ? -parabola.slope / (2 * parabola.curvature) : 2
        if turn > -1, turn < 1 {
            let time = middleTime + turn * (right.time - left.time) / 2
            if time > left.time, time < right.time {
                let vertex = Sample(time: time, value: separation(first, second, at: time))
                monotone(first, second, left, vertex, parabola, extend)
                monotone(first, second, vertex, right, parabola, extend)
                return
            }
        }
        monotone(first, second, left, right, parabola, extend)
    }

    /// The part of a window within the limit, where f only rises or only falls.
    private func monotone(
        _ first: GreatCircleMotion, _ second: GreatCircleMotion, _ left: Sample, _ right: Sample,
        _ parabola: Parabola, _ extend: (Double, Double) -> Void
    ) {
        switch (left.value <= limit, right.value <= limit) {
        case (true, true): extend(left.time, right.time)
        case (false, false): break
        case (true, false): extend(left.time, crossing(first, second, inside: left, outside: right, parabola))
        case (false, true): extend(crossing(first, second, inside: right, outside: left, parabola), right.time)
        }
    }

    /// The time at which f crosses the limit, to a microsecond, by the Illinois variant of regula falsi.
    ///
    /// The first guess is where the parabola crosses, which leaves little to do.
    private func crossing(
        _ first: GreatCircleMotion, _ second: GreatCircleMotion, inside: Sample, outside: Sample, _ parabola: Parabola
    ) -> Double {
        var inner = Sample(time: inside.time, value: inside.value - limit)
        var outer = Sample(time: outside.time, value: outside.value - limit)
        var lastKeptInner: Bool?
        for step in 0..<100 {
            if inner.value == 0 || abs(outer.time - inner.time) < 1e-7 { break }
            var time = inner.time + (outer.time - inner.time) * (inner.value / (inner.value - outer.value))
            if step == 0 {
                let (early, late) = (min(inside.time, outside.time), max(inside.time, outside.time))
                time = parabola.time(of: limit, between: early, and: late) ?? time
            }
            // Regula falsi can crawl; a bisection now and then bounds the number of steps.
            if step % 8 == 7 || !(min(inner.time, outer.time)...max(inner.time, outer.time)).contains(time) {
                time = inner.time + (outer.time - inner.time) / 2
            }
            let value = separation(first, second, at: time) - limit
            // 1e-9 of the limit is 250 nm at 500 m; a tenth of that is rounding noise.
            if abs(value) <= limit * 1e-9 { return time }
            if value <= 0 {
                inner = Sample(time: time, value: value)
                if lastKeptInner == false { outer.value /= 2 }
                lastKeptInner = false
            } else {
                outer = Sample(time: time, value: value)
                if lastKeptInner == true { inner.value /= 2 }
                lastKeptInner = true
            }
        }
        return inner.time
    }
}
