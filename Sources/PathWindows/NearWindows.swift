import CPathScan

/// The squared distance of two vessels that hardly move, sixteen windows at a time, in single precision.
///
/// What it says is certain: the least and the greatest distance are worked out as `PairWindows` does, where single
/// precision says that they may lie; and of the time below a distance it tells how far it may be wrong. Where it cannot
/// tell, `PairWindows` can. A value's memory is used again and again.
@safe
public struct NearWindows: Sendable {
    private var blocks: [sts_near_block] = []
    private var count: UInt64 = 0
    /// Squared distances of blocks are in units of a path's, less the square of the distance of the middles.
    private var unitSquared = 1.0
    private var centre = 0.0
    /// How far those may be wrong.
    private var doubt = 0.0
    private var seconds = 0.0

    /// Whether this processor can do it: it has AVX-512.
    public static let isAvailable = sts_near_level() > 0

    /// Fewer stretches are not worth it.
    private static let fewest = 64

    /// Makes one without windows.
    public init() {}

    /// One of two vessels: its path, made ready twice, and the stretches that are asked for.
    public struct Part {
        var near: NearPath
        var stretches: [Stretch]
        var range: ClosedRange<Int>

        /// - Parameter range: the first stretch is the one on which the time begins, the last the one on which it ends.
        public init(_ near: NearPath, _ stretches: [Stretch], _ range: ClosedRange<Int>) {
            precondition(range.lowerBound >= 0 && range.upperBound < stretches.count - 1, "there are no such stretches")
            precondition(near.stride > stretches.count, "these are not the stretches of the path")
            self.near = near
            self.stretches = stretches
            self.range = range
        }
    }

    /// Follows the windows of a time on which both vessels go straight from fix to fix; gives what `PairWindows.add` gives,
    /// and their mean squared distance, about. Nil when they are not fit for it.
    ///
    /// Complexity: O(fixes of both).
    public mutating func follow(
        _ one: Part, _ other: Part, from start: Double, to end: Double
    ) -> (found: PairWindows.Found, mean: Double)? {
        let (first, second) = (one.near, other.near)
        guard NearWindows.isAvailable, one.range.count + other.range.count >= NearWindows.fewest,
            one.range.count > 2, other.range.count > 2
        else { return nil }
        precondition(
            one.stretches[one.range.lowerBound].start <= start && other.stretches[other.range.lowerBound].start <= start
                && one.stretches[one.range.upperBound].end >= end
                && other.stretches[other.range.upperBound].end >= end && start < end,
            "the stretches do not hold the time")
        let unit = first.unit
        let x = (first.centre.x - second.centre.x) * unit
        let y = (first.centre.y - second.centre.y) * unit
        let z = (first.centre.z - second.centre.z) * unit
        centre = x * x + y * y + z * z
        unitSquared = unit * unit
        doubt = NearWindows.doubt(apart: SIMD3(abs(x), abs(y), abs(z)), reach: first.reach + second.reach)
        seconds = end - start
        // Twice of what full blocks need: one vessel's fixes may be so dense that the other's do not fill a block.
        let most = (one.range.count + other.range.count) / 8 + 8
        if blocks.count < most {
            blocks.append(contentsOf: repeatElement(sts_near_block(), count: most + most / 4 - blocks.count))
        }
        var result = sts_near_result()
        // Safe: because the stretches begin and end beside the time, both paths go on behind them as `NearPath` pads them,
        // and there is room for so many blocks.
        let isFit = unsafe first.columns.withUnsafeBufferPointer { columns in
            unsafe second.columns.withUnsafeBufferPointer { otherColumns in
                unsafe one.stretches.withUnsafeBytes { stretches in
                    unsafe other.stretches.withUnsafeBytes { otherStretches in
                        var pair = unsafe sts_near_pair(
                            one: sts_near_part(columns, first, stretches, one.range),
                            other: sts_near_part(otherColumns, second, otherStretches, other.range),
                            base: (x, y, z), centre: centre, doubt: doubt, unit: unitSquared)
                        return unsafe sts_near_follow(&pair, start, end, &blocks, UInt64(most), &result)
                    }
                }
            }
        }
        guard isFit != 0 else { return nil }
        count = result.blocks
        let found = PairWindows.Found(
            least: result.least, greatest: result.greatest, leastAtFix: result.least_at_fix,
            startOffset: result.start_offset, endOffset: result.end_offset)
        return (found, (result.mean + centre) / unitSquared)
    }

    /// How far squared distances may be wrong, in units of the path.
    ///
    /// Single precision rounds by u = 2^-24. With W the sum of the products of `apart` and `reach`, and D that of the
    /// squares of `reach`, all errors going one way, an offset is wrong by 5 u of its reach, the squared distance at the
    /// start of a window by u (20 W + 14 D), what is added along it by u (42 W + 95 D), and what is asked for by
    /// u (11 W + 12 D).
    /// - Parameters:
    ///   - apart: how far the middles of both are apart on each axis.
    ///   - reach: how far the places of both together are from their middles on each axis.
    static func doubt(apart: SIMD3<Double>, reach: SIMD3<Double>) -> Double {
        let rounding = 0x1p-24
        return rounding * (73 * (apart * reach).sum() + 121 * (reach * reach).sum()) + 1e-12
    }

    /// What is asked of the time at or below a squared distance.
    public enum Question: Sendable {
        /// Whether it is half of all the time or more.
        case isHalf
        /// Whether it is less than half.
        case isLess
        /// Nothing for certain.
        case none
    }

    /// Whether the answer to a question is yes for sure; without one, where half of the time seems to be reached.
    ///
    /// Complexity: O(windows).
    public func ask(_ question: Question, of limit: Double) -> (isSure: Bool, guess: Double) {
        let wanted = limit * unitSquared - centre
        let asked =
            switch question {
            case .isHalf: wanted - doubt
            case .isLess: wanted + doubt
            case .none: wanted
            }
        // Safe: because that many blocks were filled.
        let share = unsafe sts_near_within(blocks, count, Float(asked), question == .none ? 1 : 0)
        let isSure =
            switch question {
            case .isHalf: share.seconds > seconds * (0.5 + NearWindows.sumDoubt)
            case .isLess: share.seconds < seconds * (0.5 - NearWindows.sumDoubt)
            case .none: false
            }
        let guess = share.growth > 0 ? asked + (seconds / 2 - share.seconds) / share.growth : .nan
        return (isSure, (guess + centre) / unitSquared)
    }

    /// How far a sum may be wrong, as a share of all the time: it is rounded eight times on its way to double precision,
    /// where it is half of all, and the ends of what lies below a distance are good to 21 u at most in a window, 2 wide.
    private static let sumDoubt = 15 * 0x1p-24
}

extension sts_near_part {
    @unsafe
    fileprivate init(
        _ columns: UnsafeBufferPointer<UInt32>, _ path: NearPath, _ stretches: UnsafeRawBufferPointer,
        _ range: ClosedRange<Int>
    ) {
        unsafe self.init(
            path: sts_near_path(times: columns.baseAddress, stride: UInt64(path.stride)),
            stretches: stretches.bindMemory(to: sts_stretch.self).baseAddress,
            first: UInt64(range.lowerBound), last: UInt64(range.upperBound))
    }
}
