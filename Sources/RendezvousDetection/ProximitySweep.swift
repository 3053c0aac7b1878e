/// Sweeps over watches and finds which segments come near each other, by boxes alone: nothing is solved here.
///
/// Boxes are put in the order of strips, slab by slab, and those of ships that lie still once in a watch. Two boxes that
/// share a strip, some longitudes and a time are compared once, in the southernmost strip that both reach.
struct ProximitySweep: Sendable {
    private let grid: StripGrid
    private let bounds: BoxBounds
    private let growth: BoxGrowth
    /// By segment: those with one number (from 0) are not compared with each other.
    private let groups: [Int32]
    private var runs: PairRuns
    /// What was found in the last watch.
    private(set) var pieces: [NearPiece] = []
    private static let usualPieces = 1 << 17
    private var lasting = StripList()
    private var passing = StripList()

    init(grid: StripGrid, bounds: BoxBounds, growth: BoxGrowth, groups: [Int32], runs: PairRuns) {
        self.grid = grid
        self.bounds = bounds
        self.growth = growth
        self.groups = groups
        self.runs = runs
        // Most of this room is used, and growing into it step by step costs more.
        pieces.reserveCapacity(Self.usualPieces)
    }

    /// Begins a sweep over another time, with the memory of the last one, which is finished.
    mutating func begin(inner: ClosedRange<Int64>) { runs.begin(inner: inner) }

    /// Sweeps over one watch; watches come in time order, and at last none after the last.
    mutating func sweep(_ boxes: WatchBoxes, isLast: Bool) {
        findPieces(of: boxes)
        runs.take(&pieces, from: boxes.start, isLast: isLast)
    }

    /// What was found; the sweep is over.
    mutating func finish() -> PairRunList { runs.finish() }

    /// Makes `pieces` those of a watch, each once and in no order.
    mutating func findPieces(of boxes: WatchBoxes) {
        pieces.removeAll(keepingCapacity: true)
        let comparison = BoxComparison(grid: grid, bounds: bounds, growth: growth, watchStart: boxes.start)
        // A name of its own keeps access to the sweep's parts exclusive.
        var found: [NearPiece] = []
        swap(&found, &pieces)
        lasting.fill(boxes.lasting, grid, growth, groups: groups)
        // They are looked at again and again, from west to east.
        let still = lasting.numberedInOrder(boxes.lasting)
        lasting.forEachPair { one, other in comparison.compare(one, still, other, still, &found) }
        var wide = lasting.wide
        for slab in boxes.slabs where !slab.isEmpty {
            passing.fill(slab, grid, growth, groups: groups)
            passing.forEachPair { one, other in comparison.compare(one, slab, other, slab, &found) }
            passing.forEachPair(with: lasting) { one, other in
                comparison.compare(one, slab, other, still, &found)
            }
            wide += passing.wide
        }
        for (number, box) in wide.enumerated() {
            for other in wide[..<number] { comparison.compare(box, other, groups: groups, &found) }
            for others in boxes.slabs + [boxes.lasting] {
                for other in others where !StripList.isWide(growth.grown(other), grid) {
                    comparison.compare(box, other, groups: groups, &found)
                }
            }
        }
        swap(&found, &pieces)
    }
}
