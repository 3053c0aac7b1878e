/// Times in which the squared straight-line distance of two vessels rises or falls all along, as parabolas.
///
/// f(s) = curvature s² + slope s + middle, s in -1...1. The share at or below a value is the same for a slope up as for
/// the same slope down, so the steepness is enough. Two pieces go side by side through the processor.
struct MonotonePieces {
    private struct Pair {
        var seconds: SIMD2<Double>
        var curvature: SIMD2<Double>
        var steepness: SIMD2<Double>
        var middle: SIMD2<Double>
    }

    private var pairs: [Pair] = []
    private var isHalf = false

    mutating func removeAll() {
        pairs.removeAll(keepingCapacity: true)
        isHalf = false
    }

    /// Adds a piece whose steepness is twice its curvature or more, and is not nothing.
    @inline(__always)
    mutating func append(seconds: Double, curvature: Double, steepness: Double, middle: Double) {
        if isHalf {
            var pieces = pairs.mutableSpan
            let last = pieces.count - 1
            pieces[last].seconds.y = seconds
            pieces[last].curvature.y = curvature
            pieces[last].steepness.y = steepness
            pieces[last].middle.y = middle
        } else {
            // The other half lasts no time.
            pairs.append(
                Pair(
                    seconds: SIMD2(seconds, 0), curvature: SIMD2(curvature, 0), steepness: SIMD2(steepness, 1),
                    middle: SIMD2(middle, middle)))
        }
        isHalf.toggle()
    }

    /// Seconds, and seconds times the middle value. Complexity: O(n).
    var totals: (seconds: Double, moment: Double) {
        var seconds = SIMD2<Double>.zero
        var moment = SIMD2<Double>.zero
        for pair in pairs {
            seconds += pair.seconds
            moment += pair.seconds * pair.middle
        }
        return (seconds.sum(), moment.sum())
    }

    /// Seconds at or below a value, and by how much they grow with the value. Complexity: O(n).
    func within(_ limit: Double) -> (seconds: Double, growth: Double) {
        var seconds = SIMD2<Double>.zero
        var growth = SIMD2<Double>.zero
        let one = SIMD2<Double>(repeating: 1)
        for pair in pairs {
            let constant = limit - pair.middle
            // The root that may lie within the piece is 2 constant / (steepness + width), a pole away from the other.
            let square = pair.steepness * pair.steepness + 4 * pair.curvature * constant
            let floor = pair.steepness * 1e-9
            let width = square.replacing(with: floor * floor, where: square .< floor * floor).squareRoot()
            let sum = pair.steepness + width
            let inverse = 1 / (sum * width)
            let root = 2 * constant * width * inverse
            // Written with masks, which become instructions for both; a minimum of vectors does not.
            let isAbove = root .> one
            let isBelow = root .< -one
            let inside = root.replacing(with: one, where: isAbove).replacing(with: -one, where: isBelow)
            seconds += pair.seconds * (inside + 1)
            growth += (pair.seconds * sum * inverse).replacing(with: 0, where: isAbove .| isBelow)
        }
        return (seconds.sum() * 0.5, growth.sum() * 0.5)
    }
}
