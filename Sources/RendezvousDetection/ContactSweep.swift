import MaritimeModel

/// Sweeps over a range of time slabs and collects the contacts in it: memory follows the vessels alive and their pairs.
///
/// In each slab the vessels alive are entered into the grid, pairs that share a cell are followed stretch by stretch,
/// and what a pair has in one slab is glued to what it had in the slab before when both meet in the same moment.
struct ContactSweep {
    /// The length of a slab in seconds. Ten minutes is a few fixes of most ships and some 6 km of the fastest.
    static let slabSeconds: Int64 = 600

    private let builder: SlabEntryBuilder
    private let grid: SpatialGrid
    private let solver: ContactSolver
    private var index = CandidateIndex()
    private var entries: [SlabEntry] = []
    private var motions: [GreatCircleMotion] = []
    /// By entry: where the motions of its stretches begin in `motions`, or -1 while nobody has asked for them.
    private var firstMotion: [Int] = []
    /// Entries that cover too many cells: compared with every other one of the slab.
    private var wide: [Int] = []
    /// Contacts of pairs with several entries in the slab, which may be found out of order.
    private var unordered: [Contact] = []
    private var gluer = ContactGluer()

    /// An entry that covers more cells than this is `wide`.
    private static let mostCells = 64

    init(tracks: TrackTable, maxDistanceMetres: Double, maxGapSeconds: Int) {
        // A cell of twice the contact distance keeps most entries in one to four cells.
        let cellMetres = max(1_000, 2 * maxDistanceMetres)
        grid = SpatialGrid(cellMetres: cellMetres)
        builder = SlabEntryBuilder(
            tracks: tracks, maxGapSeconds: maxGapSeconds, maxDistanceMetres: maxDistanceMetres,
            cellMetres: grid.cellMetres)
        solver = ContactSolver(maxDistanceMetres: maxDistanceMetres)
    }

    /// The contacts within the slabs of a range, cut at its ends only; in no particular order.
    ///
    /// A slab's number is its start time divided by `slabSeconds`.
    mutating func contacts(inSlabs range: Range<Int64>) -> [Contact] {
        var waiting = VesselQueue()
        var cursors = [Int](repeating: 0, count: builder.tracks.segments.count)
        for vessel in builder.tracks.segments {
            cursors[vessel] = firstFix(of: vessel, reachingInto: range.lowerBound * Self.slabSeconds)
            if let slab = nextSlab(of: vessel, cursor: &cursors[vessel], notBefore: range.lowerBound) {
                waiting.push(slab: slab, vessel: vessel)
            }
        }
        var alive: [Int] = []
        var slab = range.lowerBound
        while slab < range.upperBound {
            if alive.isEmpty {
                guard let next = waiting.nextSlab else { break }
                slab = max(slab, next)
                guard slab < range.upperBound else { break }
            }
            while let next = waiting.nextSlab, next <= slab, let vessel = waiting.pop() { alive.append(vessel) }
            enter(vessels: alive, slab: slab, cursors: &cursors)
            examineSlab()
            gluer.forgetPairs(endingBefore: Double((slab + 1) * Self.slabSeconds))
            var stillAlive: [Int] = []
            stillAlive.reserveCapacity(alive.count)
            for vessel in alive {
                guard let next = nextSlab(of: vessel, cursor: &cursors[vessel], notBefore: slab + 1) else { continue }
                if next == slab + 1 {
                    stillAlive.append(vessel)
                } else {
                    waiting.push(slab: next, vessel: vessel)
                }
            }
            alive = stillAlive
            slab += 1
        }
        return gluer.finish()
    }

    /// The first fix of a vessel whose stretch ends after a time.
    private func firstFix(of vessel: Int, reachingInto time: Int64) -> Int {
        let range = builder.tracks.fixRange(ofSegment: vessel)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if Int64(builder.tracks.times[middle]) <= time { low = middle + 1 } else { high = middle }
        }
        return max(range.lowerBound, low - 1)
    }

    /// The first slab, not before one, into which a known stretch of the vessel reaches; the cursor moves to it.
    private func nextSlab(of vessel: Int, cursor: inout Int, notBefore slab: Int64) -> Int64? {
        let last = builder.tracks.firstFix[vessel + 1] - 1
        let time = slab * Self.slabSeconds
        while cursor < last {
            if Int64(builder.tracks.times[cursor + 1]) > time, builder.isKnown(stretch: cursor) {
                return max(slab, Int64(builder.tracks.times[cursor]) / Self.slabSeconds)
            }
            cursor += 1
        }
        return nil
    }

    private mutating func enter(vessels: [Int], slab: Int64, cursors: inout [Int]) {
        entries.removeAll(keepingCapacity: true)
        motions.removeAll(keepingCapacity: true)
        firstMotion.removeAll(keepingCapacity: true)
        wide.removeAll(keepingCapacity: true)
        index.removeAll()
        for vessel in vessels {
            builder.appendEntries(
                of: vessel, slabStart: slab * Self.slabSeconds, slabEnd: (slab + 1) * Self.slabSeconds,
                cursor: &cursors[vessel], to: &entries)
        }
    }

    /// Finds the pairs that share a cell and follows each.
    private mutating func examineSlab() {
        unordered.removeAll(keepingCapacity: true)
        firstMotion.append(contentsOf: repeatElement(-1, count: entries.count))
        // The grid is walked while the index changes; local names keep access to the sweep's own parts exclusive.
        let entries = self.entries
        let grid = self.grid
        var partners: [Int] = []
        for entry in entries.indices {
            let box = entries[entry].box
            guard grid.cellCount(of: box) <= Self.mostCells else {
                wide.append(entry)
                continue
            }
            partners.removeAll(keepingCapacity: true)
            var index = self.index
            self.index = CandidateIndex.empty
            grid.forEachCell(of: box) { cell in
                index.register(entry, in: cell) { other in
                    let otherBox = entries[other].box
                    guard entries[other].vessel != entries[entry].vessel, otherBox.intersects(box) else { return }
                    // Pairs meet in many cells; the one that holds the corner of their shared part is theirs.
                    let corner = otherBox.sharedCorner(with: box)
                    if grid.cell(latitude: corner.latitude, longitude: corner.longitude) == cell {
                        partners.append(other)
                    }
                }
            }
            self.index = index
            for other in partners { follow(other, entry) }
        }
        examineWideEntries()
        gluer.add(unordered: &unordered)
    }

    private mutating func examineWideEntries() {
        guard !wide.isEmpty else { return }
        let isWide = Set(wide)
        for entry in wide {
            for other in entries.indices where other != entry {
                if isWide.contains(other), other > entry { continue }
                guard entries[other].vessel != entries[entry].vessel,
                    entries[other].box.intersects(entries[entry].box)
                else { continue }
                follow(other, entry)
            }
        }
    }

    /// Follows two entries stretch by stretch through the time they share.
    private mutating func follow(_ one: Int, _ other: Int) {
        let start = max(entries[one].start, entries[other].start)
        let end = min(entries[one].end, entries[other].end)
        guard start < end else { return }
        let isOrdered = entries[one].isOnlyOne && entries[other].isOnlyOne
        let first = min(entries[one].vessel, entries[other].vessel)
        let second = max(entries[one].vessel, entries[other].vessel)
        // Ships at anchor and at berths hardly move in ten minutes: most pairs are decided without following them.
        switch solver.glance(
            (entries[one].centre, entries[one].angle), (entries[other].centre, entries[other].angle))
        {
        case .neverWithin: return
        case .alwaysWithin:
            let contact = Contact(first: first, second: second, start: start, end: end)
            if isOrdered { gluer.add(contact) } else { unordered.append(contact) }
            return
        case .unclear: break
        }
        prepareMotions(of: one)
        prepareMotions(of: other)
        let motions = self.motions
        let solver = self.solver
        // The same pair is always solved in the same roles, so that the answer is the same to the last bit.
        let (left, right) = entries[one].vessel == first ? (one, other) : (other, one)
        var leftMotion = firstMotion[left]
        var rightMotion = firstMotion[right]
        var time = start
        while time < end {
            while motions[leftMotion].end <= time { leftMotion += 1 }
            while motions[rightMotion].end <= time { rightMotion += 1 }
            let until = min(end, motions[leftMotion].end, motions[rightMotion].end)
            solver.intervals(motions[leftMotion], motions[rightMotion], from: time, to: until) { from, to in
                let contact = Contact(first: first, second: second, start: from, end: to)
                if isOrdered { gluer.add(contact) } else { unordered.append(contact) }
            }
            time = until
        }
    }

    private mutating func prepareMotions(of entry: Int) {
        guard firstMotion[entry] < 0 else { return }
        firstMotion[entry] = motions.count
        for fix in entries[entry].firstFix..<entries[entry].lastFix { motions.append(builder.motion(stretch: fix)) }
    }
}
