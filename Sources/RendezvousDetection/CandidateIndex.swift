/// Which entries of a time slab share a cell: an open-addressing table from cells to lists of entries.
///
/// Registering an entry finds its partners among the entries registered before it, so one pass gives every pair once.
/// Clearing is a matter of counting up a generation; the memory is used again for the next slab.
struct CandidateIndex {
    private struct Slot {
        var generation: UInt32 = 0
        var cell: UInt32 = 0
        var head: Int32 = -1
    }

    private struct Link {
        var entry: Int32
        var next: Int32
    }

    private var slots = [Slot](repeating: Slot(), count: 1_024)
    private var links: [Link] = []
    private var generation: UInt32 = 1
    private var used = 0

    /// An index that holds nothing and costs nothing.
    static let empty = CandidateIndex()

    /// Forgets all entries.
    mutating func removeAll() {
        links.removeAll(keepingCapacity: true)
        used = 0
        generation &+= 1
        if generation == 0 {
            slots = [Slot](repeating: Slot(), count: slots.count)
            generation = 1
        }
    }

    /// Adds an entry to a cell and calls `body` for each entry that was there already.
    mutating func register(_ entry: Int, in cell: UInt32, _ body: (Int) -> Void) {
        if used * 2 >= slots.count { grow() }
        let index = find(cell)
        if slots[index].generation != generation {
            slots[index] = Slot(generation: generation, cell: cell, head: -1)
            used += 1
        }
        var link = slots[index].head
        while link >= 0 {
            body(Int(links[Int(link)].entry))
            link = links[Int(link)].next
        }
        links.append(Link(entry: Int32(entry), next: slots[index].head))
        slots[index].head = Int32(links.count - 1)
    }

    private func find(_ cell: UInt32) -> Int {
        let mask = slots.count - 1
        // Fibonacci hashing: neighbouring cells land far apart.
        var index = Int(truncatingIfNeeded: (UInt64(cell) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index].generation == generation, slots[index].cell != cell { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.generation == generation { slots[find(slot.cell)] = slot }
    }
}
