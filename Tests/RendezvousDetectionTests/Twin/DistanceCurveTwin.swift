import Glibc
import MaritimeModel

@testable import RendezvousDetection

/// The distance of two vessels over their contact, as parabolas of the squared straight-line distance.
///
/// Each window is cut until a parabola is within 1e-6 of the greatest value, so that the median, for which time below a
/// distance has to be known for many distances, costs a square root a piece and a distance instead of a walk.
struct TwinDistanceCurve {
    fileprivate struct Piece {
        var seconds: Double
        /// f(s) = curvature s² + slope s + middle, s in -1...1.
        var curvature: Double
        var slope: Double
        var middle: Double
        /// Bounds of f on the piece.
        var least: Double
        var greatest: Double
    }

    private var pieces: [Piece] = []
    private var least = Double.infinity
    private var greatest = 0.0
    private var leastAtFix: Double?

    mutating func add(_ window: TwinMeetingWindow) {
        for time in [window.start, window.end] where window.isFix(time) {
            let value = (window.first.position(at: time) - window.second.position(at: time)).squared
            leastAtFix = min(leastAtFix ?? value, value)
        }
        add(window, from: window.start, to: window.end, depth: 0)
    }

    private mutating func add(_ window: TwinMeetingWindow, from start: Double, to end: Double, depth: Int) {
        func value(_ time: Double) -> Double {
            (window.first.position(at: time) - window.second.position(at: time)).squared
        }
        let time = start + (end - start) / 2
        let (left, middle, right) = (value(start), value(time), value(end))
        let reach = (window.first.angularSpeed + window.second.angularSpeed) * (end - start) / 2
        let error = 0.129 * reach * reach * reach * (middle.squareRoot() + reach)
        if error > 1e-6 * max(left, middle, right, 1e-14), depth < 20 {
            add(window, from: start, to: time, depth: depth + 1)
            add(window, from: time, to: end, depth: depth + 1)
            return
        }
        var piece = Piece(
            seconds: end - start, curvature: (left + right) / 2 - middle, slope: (right - left) / 2, middle: middle,
            least: min(left, middle, right), greatest: max(left, middle, right))
        // A parabola through the three leaves their range by an eighth of what it spans at most.
        let spread = (piece.greatest - piece.least) / 4 + 1e-18
        piece.least -= spread
        piece.greatest += spread
        pieces.append(piece)
        greatest = max(greatest, left, middle, right)
        least = min(least, left, middle, right)
        let turn = piece.curvature > 0 ? -piece.slope / (2 * piece.curvature) : 2
        if turn > -1, turn < 1 { least = min(least, value(time + turn * (end - start) / 2)) }
    }

    /// Least, median and greatest distance in metres; the median is time-weighted, to a millimetre.
    func summary() -> DistanceSummary {
        guard least.isFinite else { return DistanceSummary(minimum: 0, median: 0, maximum: 0) }
        let minimumAtFix = leastAtFix.map(metres(ofChordSquared:))
        let minimum = metres(ofChordSquared: least)
        let maximum = metres(ofChordSquared: greatest)
        let half = pieces.reduce(0) { $0 + $1.seconds } / 2
        var low = minimum
        var high = maximum
        // Pieces that lie below or above all that is left of the search are asked no more.
        var open = pieces
        var below = 0.0
        while high - low > 0.001 {
            let middle = (low + high) / 2
            let limit = chordSquared(ofMetres: middle)
            let seconds = open.reduce(below) { $0 + $1.seconds * $1.shareWithin(limit) }
            if seconds >= half { high = middle } else { low = middle }
            let (lowest, highest) = (chordSquared(ofMetres: low), chordSquared(ofMetres: high))
            open.removeAll { piece in
                if piece.greatest < lowest {
                    below += piece.seconds
                    return true
                }
                return piece.least > highest
            }
        }
        return DistanceSummary(minimum: minimum, minimumAtFix: minimumAtFix, median: high, maximum: maximum)
    }

}

extension TwinDistanceCurve.Piece {
    /// Which share of the piece, 0...1, is at or below a value.
    fileprivate func shareWithin(_ limit: Double) -> Double {
        let constant = middle - limit
        // A difference that cannot be told from rounding counts as a constant distance.
        if abs(curvature) + abs(slope) <= 1e-12 * (abs(middle) + 1e-14) { return constant <= 0 ? 1 : 0 }
        if abs(curvature) <= 1e-9 * abs(slope) {
            let root = max(-1, min(1, -constant / slope))
            return slope > 0 ? (root + 1) / 2 : (1 - root) / 2
        }
        let discriminant = slope * slope - 4 * curvature * constant
        guard discriminant > 0 else { return curvature > 0 ? 0 : 1 }
        // The stable form of the two roots.
        let sum = -(slope + (slope < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
        let one = sum / curvature
        let other = sum == 0 ? 0 : constant / sum
        let low = max(-1, min(1, min(one, other)))
        let high = max(-1, min(1, max(one, other)))
        let between = (high - low) / 2
        return curvature > 0 ? between : 1 - between
    }
}
