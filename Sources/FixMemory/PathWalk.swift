import CFixWalk

/// A time and the box of a path in it: seconds since 1970, and 1e-7 degree.
public struct WalkedBox: BitwiseCopyable, Hashable, Sendable {
    public var start: UInt32
    public var end: UInt32
    public var south: Int32
    public var north: Int32
    public var west: Int32
    public var east: Int32

    /// Fills room that no box has taken yet.
    static let none = WalkedBox(start: 0, end: 0, south: 0, north: 0, west: 0, east: 0)
}

/// Walks from fix to fix and gathers the boxes of a path, a slab of time or a stay each.
///
/// The wrapper of `CFixWalk`. A value's memory is used again and again.
@safe
public struct PathWalk: Sendable {
    /// What was found last: the first so many count.
    public private(set) var boxes: [WalkedBox]
    private let rules: sts_walk_rules
    /// The means by which it works, see `CFixWalk`.
    private let level: Int32

    /// What a walk is held to. Extents and latitudes are in 1e-7 degree.
    public struct Rules: Sendable {
        /// Boxes end at multiples of so many seconds, but for those that may go on.
        public var slabSeconds: UInt32
        /// Of a stretch that lasts longer nothing is known; one that does not reach less far than this in latitude or
        /// longitude asks for a closer look.
        public var gapSeconds: UInt32
        public var reach: UInt32
        /// The largest box that may go on, and the largest of any, from south to north and from west to east.
        public var stay: UInt32
        public var largest: UInt32
        /// All latitudes are nearer to the equator than this.
        public var high: Int32

        public init(
            slabSeconds: UInt32, gapSeconds: UInt32, reach: UInt32, stay: UInt32, largest: UInt32, high: Int32
        ) {
            precondition(slabSeconds > 0 && reach > 0 && reach < 1 << 30 && high > 0)
            self.slabSeconds = slabSeconds
            self.gapSeconds = gapSeconds
            self.reach = reach
            self.stay = stay
            self.largest = largest
            self.high = high
        }
    }

    /// The means that this processor has, the fastest one last.
    public static let levels: [Int32] = [0, 2].filter { $0 <= sts_walk_level() }

    /// - Parameters:
    ///   - mostBoxes: a walk with more boxes asks for a closer look.
    ///   - level: one of `levels`; nil for the fastest.
    public init(_ rules: Rules, mostBoxes: Int, level: Int32? = nil) {
        let level = level ?? Self.levels.last ?? 0
        precondition(Self.levels.contains(level), "this processor cannot do that")
        precondition(
            MemoryLayout<WalkedBox>.size == MemoryLayout<sts_path_box>.size
                && MemoryLayout<WalkedBox>.stride == MemoryLayout<sts_path_box>.stride,
            "a box is laid out otherwise in C")
        boxes = [WalkedBox](repeating: .none, count: max(1, mostBoxes))
        self.rules = sts_walk_rules(
            slab: rules.slabSeconds, gap: rules.gapSeconds, reach: rules.reach, stay: rules.stay,
            largest: rules.largest, high: rules.high)
        self.level = level
    }

    /// Makes `boxes` those of a path from one time to another, which are the ends of slabs.
    ///
    /// Complexity: O(fixes in the time + slabs).
    /// - Parameters:
    ///   - fixes: those of the path from the first whose stretch reaches beyond `start` or ends there, in strictly
    ///     increasing order of time.
    /// - Returns: how many boxes there are, one behind the other in time, and the first fix whose stretch may reach
    ///   beyond `end`; nil when a stretch or a box asks for a closer look.
    @inline(__always)
    public mutating func walk(
        _ fixes: Range<Int>, of rows: FixRows, from start: UInt32, until end: UInt32
    ) -> (count: Int, next: Int)? {
        precondition(fixes.lowerBound >= 0 && fixes.upperBound <= rows.count && !fixes.isEmpty, "no such fixes")
        var next: UInt64 = 0
        let room = Int64(boxes.count)
        // Safe: because the fixes lie within the memory that `rows` holds, there is room for as many boxes as is
        // said, and a box is laid out as in C.
        let count = unsafe boxes.withUnsafeMutableBytes { boxes in
            unsafe sts_walk(
                level, rows.start, UInt64(fixes.lowerBound), UInt64(fixes.upperBound - 1), start, end, rules,
                boxes.baseAddress?.assumingMemoryBound(to: sts_path_box.self), room, &next)
        }
        return count < 0 ? nil : (Int(count), Int(next))
    }
}
