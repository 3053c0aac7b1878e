import MaritimeModel

/// Sweeps over watches and finds which segments come near each other, by boxes alone: nothing is solved here.
///
/// Boxes are entered into a grid in the order of the slabs in which they begin. Two boxes that share a cell and a time
/// are compared once, in the one cell that holds the corner of what they share.
struct ProximitySweep {
    private let grid: SpatialGrid
    private let bounds: BoxBounds
    private let growth: BoxGrowth
    /// By segment: those with one number (from 0) are not compared with each other.
    private let groups: [Int32]
    private var runs: PairRuns
    private var cells = LiveCells()
    /// The boxes of the watch in the order in which they are entered.
    private var entered: [PathBox] = []
    /// The same, grown by half the contact distance: when two vessels are in contact, the point half-way between them
    /// lies in both.
    private var grown: [GrownBox] = []

    /// What a comparison looks at first, in 32 bytes.
    private struct GrownBox {
        var box: PathBox
        /// Those of one group, from 0, are not compared.
        var group: Int32
    }
    /// Boxes that cover too many cells: compared with every other one.
    private var wide: [Int32] = []

    /// A box that covers more cells than this is `wide`.
    private static let mostCells = 64

    init(grid: SpatialGrid, bounds: BoxBounds, growth: BoxGrowth, groups: [Int32], runs: PairRuns) {
        self.grid = grid
        self.bounds = bounds
        self.growth = growth
        self.groups = groups
        self.runs = runs
    }

    /// Sweeps over one watch; watches come in time order.
    mutating func sweep(_ boxes: [PathBox], watch: Int64) {
        let slabs = Int(PathBoxBuilder.watchSeconds / PathBoxBuilder.slabSeconds)
        let watchStart = watch * PathBoxBuilder.watchSeconds
        // A counting sort by slab.
        var next = [Int](repeating: 0, count: slabs + 1)
        for box in boxes { next[Int((Int64(box.start) - watchStart) / PathBoxBuilder.slabSeconds) + 1] += 1 }
        for slab in 1...slabs { next[slab] += next[slab - 1] }
        var ordered = [Int32](repeating: 0, count: boxes.count)
        for (index, box) in boxes.enumerated() {
            let slab = Int((Int64(box.start) - watchStart) / PathBoxBuilder.slabSeconds)
            ordered[next[slab]] = Int32(truncatingIfNeeded: index)
            next[slab] += 1
        }
        cells.removeAll()
        wide.removeAll(keepingCapacity: true)
        entered.removeAll(keepingCapacity: true)
        grown.removeAll(keepingCapacity: true)
        entered.reserveCapacity(boxes.count)
        grown.reserveCapacity(boxes.count)
        var slab = -1
        var now = watchStart
        for index in ordered {
            let box = boxes[Int(index)]
            let itsSlab = Int((Int64(box.start) - watchStart) / PathBoxBuilder.slabSeconds)
            if itsSlab != slab {
                slab = itsSlab
                now = watchStart + Int64(slab) * PathBoxBuilder.slabSeconds
                runs.forgetPairs(before: now)
            }
            enter(box, now: now)
        }
    }

    /// What was found; the sweep is over.
    mutating func finish() -> [PairRun] { runs.finish() }

    private mutating func enter(_ box: PathBox, now: Int64) {
        let position = entered.count
        let itsGrown = GrownBox(box: growth.grown(box), group: groups[Int(box.segment)])
        entered.append(box)
        grown.append(itsGrown)
        let area = itsGrown.box.geoBox
        guard let rows = grid.rows(of: area, most: Self.mostCells) else {
            for other in 0..<position { compare(itsGrown, other, nil, now: now) }
            wide.append(Int32(truncatingIfNeeded: position))
            return
        }
        for other in wide { compare(itsGrown, Int(other), nil, now: now) }
        // A name of its own keeps access to the sweep's parts exclusive.
        let grid = self.grid
        grid.forEachCell(of: area, rows: rows) { cell in
            var link = cells.head(of: cell)
            var before: Int32 = -1
            while link >= 0 {
                let (entry, following) = cells.link(link)
                if Int64(grown[Int(entry)].box.end) <= now {
                    cells.unlink(link, after: before)
                } else {
                    compare(itsGrown, Int(entry), cell, now: now)
                    before = link
                }
                link = following
            }
            cells.insert(Int32(truncatingIfNeeded: position))
        }
    }

    /// Compares the box that was entered last, grown, with an earlier one; with a cell, only if it is the pair's own.
    @inline(__always)
    private mutating func compare(_ last: GrownBox, _ other: Int, _ cell: UInt32?, now: Int64) {
        if last.group >= 0, last.group == grown[other].group { return }
        let (one, another) = (last.box, grown[other].box)
        guard one.south <= another.north, another.south <= one.north else { return }
        var offset = Int64(another.west) - Int64(one.west)
        if offset < 0 { offset += GeoBox.fullCircle }
        guard offset <= Int64(one.width) || GeoBox.fullCircle - offset <= Int64(another.width) || offset == 0 else {
            return
        }
        let start = max(one.start, another.start)
        let end = min(one.end, another.end)
        guard start < end, one.segment != another.segment else { return }
        if let cell {
            let corner = another.geoBox.sharedCorner(with: one.geoBox)
            guard grid.cell(latitude: corner.latitude, longitude: corner.longitude) == cell else { return }
        }
        let relation = bounds.relation(entered[entered.count - 1], entered[other])
        guard relation != .apart else { return }
        runs.add(
            first: min(one.segment, another.segment), second: max(one.segment, another.segment),
            PairPiece(start: start, end: end, isSure: relation == .within), now: now)
    }
}

/// Cells and the boxes in them: an open-addressing table of linked lists.
struct LiveCells {
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
    private var free: Int32 = -1
    /// The slot that `head(of:)` found.
    private var found = 0

    /// Forgets all entries.
    mutating func removeAll() {
        links.removeAll(keepingCapacity: true)
        free = -1
        used = 0
        generation &+= 1
        if generation == 0 {
            slots = [Slot](repeating: Slot(), count: slots.count)
            generation = 1
        }
    }

    /// The first link of a cell's list, or -1.
    @inline(__always)
    mutating func head(of cell: UInt32) -> Int32 {
        if used * 2 >= slots.count { grow() }
        found = find(cell)
        if slots[found].generation != generation {
            slots[found] = Slot(generation: generation, cell: cell, head: -1)
            used += 1
        }
        return slots[found].head
    }

    /// The entry of a link and the link behind it, or -1.
    @inline(__always)
    func link(_ link: Int32) -> (entry: Int32, next: Int32) { (links[Int(link)].entry, links[Int(link)].next) }

    /// Takes a link out of the list of the cell that `head(of:)` was last asked for.
    mutating func unlink(_ link: Int32, after before: Int32) {
        let next = links[Int(link)].next
        if before < 0 { slots[found].head = next } else { links[Int(before)].next = next }
        links[Int(link)].next = free
        free = link
    }

    /// Adds an entry to the cell that `head(of:)` was last asked for.
    @inline(__always)
    mutating func insert(_ entry: Int32) {
        let link = Link(entry: entry, next: slots[found].head)
        if free >= 0 {
            let number = free
            free = links[Int(number)].next
            links[Int(number)] = link
            slots[found].head = number
        } else {
            slots[found].head = Int32(truncatingIfNeeded: links.count)
            links.append(link)
        }
    }

    @inline(__always)
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
