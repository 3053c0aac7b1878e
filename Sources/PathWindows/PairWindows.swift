import CPathScan

/// The squared straight-line distance of two vessels over a time, as parabolas, and the time below a distance.
///
/// The wrapper of `CPathScan`, which works on four windows at a time. A value's memory is used again and again.
@safe
public struct PairWindows: Sendable {
    private var sights: [sts_sight] = []
    /// Pieces on which the distance rises or falls all along, and those on which it turns or stays: the first so many
    /// count.
    private var rising: [sts_pieces] = []
    private var turning: [sts_pieces] = []
    private var risingCount = 0
    private var turningCount = 0
    private var relations: [UInt8] = []
    /// The means by which it works, see `CPathScan`.
    private let level: Int32

    /// What the windows of a time show.
    public struct Found: Sendable {
        /// Squared distances; of the fixes between start and end only, infinite if there is none.
        public var least: Double
        public var greatest: Double
        public var leastAtFix: Double
        /// The place of the first less that of the second vessel at the start and at the end.
        public var startOffset: (x: Double, y: Double, z: Double)
        public var endOffset: (x: Double, y: Double, z: Double)
    }

    /// The means that this processor has, the fastest one last.
    public static let levels: [Int32] = [0, 2].filter { $0 <= sts_window_level() }

    /// Makes one without pieces.
    public init() { self.init(level: Self.levels.last ?? 0) }

    /// - Parameter level: one of `levels`.
    public init(level: Int32) {
        precondition(Self.levels.contains(level), "this processor cannot do that")
        precondition(
            MemoryLayout<Stretch>.size == MemoryLayout<sts_stretch>.size
                && MemoryLayout<Stretch>.stride == MemoryLayout<sts_stretch>.stride,
            "a stretch is laid out otherwise in C")
        self.level = level
    }

    /// Forgets the pieces, and keeps their memory.
    public mutating func removeAll() {
        risingCount = 0
        turningCount = 0
    }

    /// Adds the windows of a time on which both vessels go straight from fix to fix.
    ///
    /// Complexity: O(fixes of both).
    /// - Parameters:
    ///   - one: the stretches of a vessel; `first` is the one on which `start` lies, `last` the one on which `end` does.
    ///   - least: the least squared distance that is known already, which spares looking for greater ones.
    public mutating func add(
        _ one: [Stretch], _ ofOne: ClosedRange<Int>, _ other: [Stretch], _ ofOther: ClosedRange<Int>,
        from start: Double, to end: Double, least: Double
    ) -> Found {
        let most = ofOne.count + ofOther.count
        rising.reserve((risingCount + 3) / 4 + (most + 3) / 4)
        turning.reserve((turningCount + most + 3) / 4)
        var range = sts_range(
            least: least, greatest: 0, least_at_fix: .infinity, blocks: UInt64((risingCount + 3) / 4),
            turning: UInt64(turningCount))
        let windows = follow(one, ofOne, other, ofOther, from: start, to: end)
        // Safe: because there are fewer windows than stretches, for which there is room.
        unsafe sts_make_pieces(level, sights, windows, &rising, &turning, &range)
        risingCount = Int(range.blocks) * 4
        turningCount = Int(range.turning)
        let (first, last) = (sights[0].offset, sights[Int(windows)].offset)
        return Found(
            least: range.least, greatest: range.greatest, leastAtFix: range.least_at_fix, startOffset: first,
            endOffset: last)
    }

    /// Sees the two at the ends of all windows, and gives the number of windows: fewer than stretches.
    private mutating func follow(
        _ one: [Stretch], _ ofOne: ClosedRange<Int>, _ other: [Stretch], _ ofOther: ClosedRange<Int>,
        from start: Double, to end: Double
    ) -> UInt64 {
        precondition(ofOne.lowerBound >= 0 && ofOne.upperBound < one.count, "there are no such stretches")
        precondition(ofOther.lowerBound >= 0 && ofOther.upperBound < other.count, "there are no such stretches")
        precondition(
            0 <= start && start < end && one[ofOne.upperBound].end >= end && other[ofOther.upperBound].end >= end,
            "the stretches end too early")
        sights.reserve(ofOne.count + ofOther.count + 6)
        // Safe: because no stretch is passed before its end, and one of each that is there ends at `end` or later; a
        // window ends with a stretch or with the time, so that there are fewer than stretches, for which there is room.
        return unsafe sts_follow(
            level, one, UInt64(ofOne.lowerBound), other, UInt64(ofOther.lowerBound), start, end, &sights)
    }

    /// Tells for each window of a time whether the two are nearer than one squared distance all along, or farther than
    /// another.
    ///
    /// Calls `told` with the start and the end of each unclear window, and of windows that follow each other of which the
    /// same is known, in time order. The stretches are given as for `add`. Complexity: O(fixes of both).
    public mutating func tell(
        _ one: [Stretch], _ ofOne: ClosedRange<Int>, _ other: [Stretch], _ ofOther: ClosedRange<Int>,
        from start: Double, to end: Double, within: Double, beyond: Double,
        told: (_ start: Double, _ end: Double, _ relation: Relation) -> Void
    ) {
        let windows = follow(one, ofOne, other, ofOther, from: start, to: end)
        let count = Int(windows)
        if relations.count < count + 3 { relations = Array(repeating: 0, count: count + count / 2 + 3) }
        // Safe: because there are that many windows, and room for what is told of each.
        unsafe sts_tell(level, sights, windows, within, beyond, &relations)
        var window = 0
        while window < count {
            let relation = relations[window]
            var next = window + 1
            if relation != Relation.unclear.rawValue { while next < count, relations[next] == relation { next += 1 } }
            told(sights[window].time, sights[next].time, Relation(rawValue: relation) ?? .unclear)
            window = next
        }
    }

    /// How far apart two vessels are in a window.
    public enum Relation: UInt8, Sendable {
        case unclear = 0
        case within = 1
        case beyond = 2
    }

    /// Adds a piece f(s) = curvature s² + slope s + middle, s in -1...1.
    ///
    /// - Parameter rises: it rises or falls all along: its slope is twice its curvature or more, and is not nothing.
    public mutating func append(seconds: Double, curvature: Double, slope: Double, middle: Double, rises: Bool) {
        if rises {
            rising.reserve(risingCount / 4 + 1)
            // Safe: because there is room for the piece.
            unsafe sts_put_piece(&rising, UInt64(risingCount), seconds, curvature, abs(slope), middle)
            risingCount += 1
        } else {
            turning.reserve(turningCount / 4 + 1)
            // Safe: because there is room for the piece.
            unsafe sts_put_piece(&turning, UInt64(turningCount), seconds, curvature, slope, middle)
            turningCount += 1
        }
    }

    /// Seconds of all pieces, and seconds times the middle value. Complexity: O(pieces).
    public var totals: (seconds: Double, moment: Double) {
        // Safe: because that many blocks were filled.
        let one = unsafe sts_totals(rising, UInt64((risingCount + 3) / 4))
        let other = unsafe sts_totals(turning, UInt64((turningCount + 3) / 4))
        return (one.seconds + other.seconds, one.growth + other.growth)
    }

    /// Seconds at or below a squared distance, and by how much they grow with it. Complexity: O(pieces).
    public func within(_ limit: Double) -> (seconds: Double, growth: Double) {
        // Safe: because that many blocks were filled.
        let share = unsafe sts_time_within(
            level, rising, UInt64((risingCount + 3) / 4), turning, UInt64(turningCount), limit)
        return (share.seconds, share.growth)
    }
}

extension Array {
    /// Makes room for elements, which C is to fill.
    fileprivate mutating func reserve(_ count: Int) where Element == sts_pieces {
        if self.count < count { append(contentsOf: repeatElement(sts_pieces(), count: count + count / 2 - self.count)) }
    }

    fileprivate mutating func reserve(_ count: Int) where Element == sts_sight {
        if self.count < count { append(contentsOf: repeatElement(sts_sight(), count: count + count / 2 - self.count)) }
    }
}
