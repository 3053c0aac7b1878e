/// Which names have a clue: a sorted table with a first step by the clue's upper bits.
struct NameClueTable: Sendable {
    /// A clue in the upper half and a name's position in the lower, rising, each once.
    private let entries: [UInt64]
    /// Where the entries begin whose clue has these upper bits.
    private let starts: [UInt32]
    private let shift: UInt64

    /// Complexity: O(n log n).
    init(_ entries: [UInt64]) {
        var entries = entries
        entries.sort()
        var kept = min(1, entries.count)
        for place in entries.indices.dropFirst() where entries[place] != entries[kept - 1] {
            entries[kept] = entries[place]
            kept += 1
        }
        entries.removeLast(entries.count - kept)
        var bits: UInt64 = 4
        while bits < 24, 1 << bits < entries.count { bits += 1 }
        let shift = 64 - bits
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for entry in entries { starts[Int(entry >> shift) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        self.entries = entries
        self.starts = starts
        self.shift = shift
    }

    /// Where a clue's entries stand. Complexity: O(1) on average.
    func range(of clue: UInt32) -> Range<Int> {
        let bucket = Int((UInt64(clue) << 32) >> shift)
        let end = Int(starts[bucket + 1])
        var first = Int(starts[bucket])
        while first < end, entries[first] >> 32 < UInt64(clue) { first += 1 }
        var last = first
        while last < end, entries[last] >> 32 == UInt64(clue) { last += 1 }
        return first..<last
    }

    /// The position of the name of an entry.
    func name(at place: Int) -> Int32 { Int32(truncatingIfNeeded: entries[place] & 0xFFFF_FFFF) }
}
