import Glibc

/// A circle through points of a plane, by Pratt's algebraic least squares.
///
/// Source: V. Pratt, "Direct least-squares fitting of algebraic surfaces", Computer Graphics 21 (1987); the Newton step
/// is that of N. Chernov, "Circular and Linear Regression" (2010), chapter 5. Unlike the simplest fit it does not
/// shrink the circle when the points cover only an arc.
struct CircleFit {
    var centre: SIMD2<Double>
    var radius: Double
    /// Root of the mean square distance of the points from the circle.
    var residual: Double

    /// Fits a circle, or nil when the points are fewer than three, in one place or on a line. Complexity: O(n).
    init?(_ points: ArraySlice<SIMD2<Double>>) {
        guard points.count >= 3 else { return nil }
        let count = Double(points.count)
        var mean = SIMD2<Double>.zero
        for point in points { mean += point }
        mean /= count
        var xx = 0.0, yy = 0.0, xy = 0.0, xz = 0.0, yz = 0.0, zz = 0.0
        for point in points {
            let offset = point - mean
            let z = (offset * offset).sum()
            xx += offset.x * offset.x
            yy += offset.y * offset.y
            xy += offset.x * offset.y
            xz += offset.x * z
            yz += offset.y * z
            zz += z * z
        }
        (xx, yy, xy, xz, yz, zz) = (xx / count, yy / count, xy / count, xz / count, yz / count, zz / count)
        let z = xx + yy
        let covariance = xx * yy - xy * xy
        guard z > 0, covariance > 1e-9 * z * z else { return nil }
        let a2 = 4 * covariance - 3 * z * z - zz
        let a1 = zz * z + 4 * covariance * z - xz * xz - yz * yz - z * z * z
        let a0 = xz * xz * yy + yz * yz * xx - zz * covariance - 2 * xz * yz * xy + z * z * covariance
        // The least root that is not negative; Newton's method from 0 comes from the left and cannot pass it.
        var root = 0.0
        for _ in 0..<20 {
            let value = a0 + root * (a1 + root * (a2 + 4 * root * root))
            let slope = a1 + root * (2 * a2 + 16 * root * root)
            guard slope != 0 else { break }
            let next = root - value / slope
            guard next.isFinite, next >= 0, abs(next - root) > 1e-12 * z else { break }
            root = next
        }
        let determinant = root * root - root * z + covariance
        guard determinant != 0 else { return nil }
        let offset =
            SIMD2(xz * (yy - root) - yz * xy, yz * (xx - root) - xz * xy) / (2 * determinant)
        centre = mean + offset
        radius = ((offset * offset).sum() + z + 2 * root).squareRoot()
        guard radius.isFinite else { return nil }
        var squares = 0.0
        for point in points {
            let spoke = point - centre
            let miss = (spoke * spoke).sum().squareRoot() - radius
            squares += miss * miss
        }
        residual = (squares / count).squareRoot()
    }
}
