@testable import PathWindows

/// A time in which the squared straight-line distance of two vessels is a parabola.
struct PieceTwin {
    var seconds: Double
    /// f(s) = curvature s² + slope s + middle, s in -1...1.
    var curvature: Double
    var slope: Double
    var middle: Double

    /// Which share of the piece, 0...1, is at or below a value, and by how much that grows with the value.
    func within(_ limit: Double) -> (share: Double, growth: Double) {
        let constant = middle - limit
        // A difference that cannot be told from rounding counts as a constant distance.
        if abs(curvature) + abs(slope) <= 1e-12 * (abs(middle) + 1e-14) { return (constant <= 0 ? 1 : 0, 0) }
        let discriminant = slope * slope - 4 * curvature * constant
        guard discriminant > 0 else { return (curvature > 0 ? 0 : 1, 0) }
        let width = discriminant.squareRoot()
        // The stable form of the two roots.
        let sum = -(slope + (slope < 0 ? -width : width)) / 2
        let one = sum / curvature
        let other = sum == 0 ? 0 : constant / sum
        let low = max(-1, min(1, min(one, other)))
        let high = max(-1, min(1, max(one, other)))
        let between = (high - low) / 2
        let roots = (abs(one) < 1 ? 0.5 : 0) + (abs(other) < 1 ? 0.5 : 0)
        return (curvature > 0 ? between : 1 - between, roots / width)
    }

    /// The pieces of two vessels over a time, window by window, and what the windows show.
    static func pieces(
        _ one: [Stretch], _ other: [Stretch], from start: Double, to end: Double
    ) -> (pieces: [PieceTwin], least: Double, greatest: Double, leastAtFix: Double) {
        var pieces: [PieceTwin] = []
        var (least, greatest, leastAtFix) = (Double.infinity, 0.0, Double.infinity)
        let ends = Set((one + other).map(\.end).filter { $0 > start && $0 < end } + [start, end]).sorted()
        for (from, to) in zip(ends, ends.dropFirst()) {
            let (left, right) = (place(one, other, at: from, on: to), place(one, other, at: to, on: to))
            let middle = square(((left.0 + right.0) / 2, (left.1 + right.1) / 2, (left.2 + right.2) / 2))
            let (first, last) = (square(left), square(right))
            pieces.append(
                PieceTwin(
                    seconds: to - from, curvature: (first + last) / 2 - middle, slope: (last - first) / 2,
                    middle: middle))
            greatest = max(greatest, first, middle, last)
            least = min(least, first, middle, last)
            if to < end { leastAtFix = min(leastAtFix, last) }
            // The foot of the perpendicular, wherever it lies.
            let way = (right.0 - left.0, right.1 - left.1, right.2 - left.2)
            let along = -(left.0 * way.0 + left.1 * way.1 + left.2 * way.2) / square(way)
            if along > 0, along < 1 {
                least = min(least, square((left.0 + way.0 * along, left.1 + way.1 * along, left.2 + way.2 * along)))
            }
        }
        return (pieces, least, greatest, leastAtFix)
    }

    private static func square(_ vector: (Double, Double, Double)) -> Double {
        vector.0 * vector.0 + vector.1 * vector.1 + vector.2 * vector.2
    }

    /// The place of one less that of the other, on the stretches that end at a time or later.
    private static func place(
        _ one: [Stretch], _ other: [Stretch], at time: Double, on end: Double
    ) -> (Double, Double, Double) {
        guard let left = one.first(where: { $0.end >= end }), let right = other.first(where: { $0.end >= end }) else {
            preconditionFailure("the stretches end too early")
        }
        let (before, after) = (time - left.start, time - right.start)
        return (
            left.x + left.xPerSecond * before - (right.x + right.xPerSecond * after),
            left.y + left.yPerSecond * before - (right.y + right.yPerSecond * after),
            left.z + left.zPerSecond * before - (right.z + right.zPerSecond * after)
        )
    }
}

/// The stretches from the one on which a time lies to the one on which another does.
func range(_ ship: [Stretch], _ start: Double, _ end: Double) -> ClosedRange<Int> {
    guard let first = ship.firstIndex(where: { $0.end > start }),
        let last = ship.firstIndex(where: { $0.end >= end })
    else { preconditionFailure("the stretches end too early") }
    return first...max(first, last)
}
