/// Boxes in the order of strips and, within them, from west to east: those that touch lie near each other.
///
/// A box has an entry in each strip that it reaches, and a second one in each when it reaches across 180°.
struct StripList: Sendable {
    /// What a comparison looks at, in 32 bytes. The box is grown by half the contact distance: when two vessels are in
    /// contact, the point half-way between them lies in both of their grown boxes.
    struct Entry: Sendable {
        /// Of the western and the eastern edge, within one strip.
        var key: UInt32
        var lastKey: UInt32
        /// 1e-7 degree.
        var south: Int32
        var north: Int32
        /// Seconds since 1970.
        var start: UInt32
        var end: UInt32
        /// Entries of one group are not compared; each segment outside of any is its own.
        var group: Int32
        /// The number of the box, and above it the marks.
        fileprivate var mark: UInt32

        @inline(__always)
        var box: Int { Int(mark & ~(Self.isFirst | Self.isBehind)) }
        /// Whether this is the box's southernmost strip.
        fileprivate static let isFirst: UInt32 = 1 << 31
        /// Whether this is what lies east of 180° of a box that reaches across.
        fileprivate static let isBehind: UInt32 = 1 << 30

        /// Whether the two may be near each other at some moment, and this strip is where they are compared: the
        /// southernmost that both reach. Longitudes are for the caller.
        @inline(__always)
        func mayMeet(_ other: Entry) -> Bool {
            let latitudes = (other.north &- south) | (north &- other.south)
            let times = Int32(bitPattern: other.end &- start &- 1) | Int32(bitPattern: end &- other.start &- 1)
            let first = Int32(bitPattern: ~(mark | other.mark))
            return (latitudes | times | first) >= 0 && group != other.group
        }

        /// Whether this reaches over so many columns that it is looked for apart.
        @inline(__always)
        fileprivate var isBroad: Bool { lastKey - key > StripList.mostColumns }

        /// Whether one of the two lies behind 180°, so that the pair may be met with more than once.
        @inline(__always)
        func isBehind(or other: Entry) -> Bool { (mark | other.mark) & Self.isBehind != 0 }
    }

    private(set) var entries: [Entry] = []
    /// Boxes that reach over too many strips: compared with every other one.
    private(set) var wide: [PathBox] = []
    private var unordered: [Entry] = []
    /// By entry, its key above its number among the unordered ones.
    private var keys: [UInt64] = []
    private var scratch: [UInt64] = []
    /// Columns from the western to the eastern edge of any entry that is not broad.
    private var widest: UInt32 = 0
    /// The places of entries over more columns than `mostColumns`; there are few outside of polar seas.
    private var broad: [Int] = []

    /// A box that reaches over more strips than this is `wide`.
    private static let mostStrips: UInt32 = 64
    /// 190 km at the equator.
    private static let mostColumns: UInt32 = 1 << 12

    /// Takes other boxes in. Complexity: O(n).
    mutating func fill(_ boxes: [PathBox], _ grid: StripGrid, _ growth: BoxGrowth, groups: [Int32]) {
        unordered.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        wide.removeAll(keepingCapacity: true)
        for number in boxes.indices {
            let box = growth.grown(boxes[number])
            let rows = grid.row(of: box.south)...grid.row(of: box.north)
            guard rows.upperBound - rows.lowerBound < Self.mostStrips else {
                wide.append(boxes[number])
                continue
            }
            let group = groups[Int(box.segment)]
            var entry = Entry(
                key: 0, lastKey: 0, south: box.south, north: box.north, start: box.start, end: box.end,
                group: group >= 0 ? group : -1 - box.segment, mark: UInt32(truncatingIfNeeded: number))
            let (west, east) = (Int64(box.west), Int64(box.west) + Int64(box.width))
            for row in rows {
                let mark = UInt32(truncatingIfNeeded: number) | (row == rows.lowerBound ? Entry.isFirst : 0)
                entry.mark = mark
                entry.key = grid.key(row: row, longitude: west)
                entry.lastKey = grid.key(row: row, longitude: east)
                add(entry)
                if Self.reachesBehind(box) {
                    entry.mark = mark | Entry.isBehind
                    entry.key = grid.key(row: row, longitude: 0)
                    entry.lastKey = grid.key(row: row, longitude: east - GeoBox.fullCircle)
                    add(entry)
                }
            }
        }
        RadixOrder.sort(&keys, scratch: &scratch)
        entries.removeAll(keepingCapacity: true)
        broad.removeAll(keepingCapacity: true)
        entries.reserveCapacity(keys.count)
        widest = 0
        for key in keys {
            let entry = unordered[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)]
            if entry.isBroad { broad.append(entries.count) } else { widest = max(widest, entry.lastKey - entry.key) }
            entries.append(entry)
        }
    }

    @inline(__always)
    private mutating func add(_ entry: Entry) {
        keys.append(UInt64(entry.key) << 32 | UInt64(truncatingIfNeeded: unordered.count))
        unordered.append(entry)
    }

    /// The boxes of the entries, in their order; an entry's number is from then on that among these.
    mutating func numberedInOrder(_ boxes: [PathBox]) -> [PathBox] {
        var ordered: [PathBox] = []
        ordered.reserveCapacity(entries.count)
        for index in entries.indices {
            ordered.append(boxes[entries[index].box])
            entries[index].mark =
                entries[index].mark & (Entry.isFirst | Entry.isBehind) | UInt32(truncatingIfNeeded: index)
        }
        return ordered
    }

    /// Whether a grown box has a part east of 180°.
    @inline(__always)
    static func reachesBehind(_ box: PathBox) -> Bool {
        Int64(box.width) < GeoBox.fullCircle && Int64(box.west) + Int64(box.width) >= GeoBox.fullCircle
    }

    /// Whether a grown box is left to be compared with every other one.
    static func isWide(_ box: PathBox, _ grid: StripGrid) -> Bool {
        grid.row(of: box.north) - grid.row(of: box.south) >= mostStrips
    }

    /// Calls `body` with each two entries of which one begins within the other, from west to east.
    @inline(__always)
    func forEachPair(_ body: (_ one: Entry, _ other: Entry) -> Void) {
        for index in entries.indices {
            let one = entries[index]
            var next = index + 1
            while next < entries.count, entries[next].key <= one.lastKey {
                if one.mayMeet(entries[next]) { body(one, entries[next]) }
                next += 1
            }
        }
    }

    /// Calls `body` with each two entries, one of this and one of another list, that share a part of a strip.
    @inline(__always)
    func forEachPair(with others: StripList, _ body: (_ one: Entry, _ other: Entry) -> Void) {
        var low = 0
        for one in entries {
            // No other one that begins before this can reach `one`, unless it is broad.
            let least = one.key - min(one.key, others.widest)
            while low < others.keys.count, others.keys[low] >> 32 < UInt64(least) { low += 1 }
            var next = low
            while next < others.keys.count, others.keys[next] >> 32 <= UInt64(one.lastKey) {
                let other = others.entries[next]
                if other.lastKey >= one.key, !other.isBroad, one.mayMeet(other) { body(one, other) }
                next += 1
            }
            for place in others.broad {
                let other = others.entries[place]
                if other.key <= one.lastKey, other.lastKey >= one.key, one.mayMeet(other) { body(one, other) }
            }
        }
    }
}
