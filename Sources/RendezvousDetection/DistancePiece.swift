/// A time in which the squared straight-line distance of two vessels is a parabola.
struct DistancePiece {
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
}
