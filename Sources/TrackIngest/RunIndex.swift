import FixMemory
import WorkSharing

/// All runs, and where the fixes of each share of the vessels lie in each of them.
struct RunIndex: Sendable {
    /// In the order in which they are joined; by vessel within.
    let runs: [FixRun]
    /// By run, then by share, and one more: where the share's groups and fixes begin.
    private let starts: [[Start]]
    /// By worker: its number of an identity -> the number of the vessel.
    private let numbers: [[Int32]]

    private struct Start: BitwiseCopyable, Sendable {
        var group: Int
        var fix: Int
    }

    /// Complexity: O(groups), shared by the threads.
    ///
    /// - Parameter shares: ranges of vessels that follow each other, from 0 on.
    init(
        _ runs: [FixRun], numbers: [[Int32]], shares: [Range<Int>], threads: Int, clock: StageClock?
    ) throws(FixMemoryError) {
        let sorted = runs.sorted { $0.order < $1.order }
        let parts = parallelMap(count: sorted.count, threads: threads, clock: clock, stage: "run index") {
            run -> Result<(FixRun, [Start]), FixMemoryError> in
            Result { () throws(FixMemoryError) in
                try Self.starts(in: sorted[run], numbers[sorted[run].worker], shares)
            }
        }
        var (ordered, starts) = ([FixRun](), [[Start]]())
        for part in parts {
            let (run, start) = try part.get()
            ordered.append(run)
            starts.append(start)
        }
        self.runs = ordered
        self.starts = starts
        self.numbers = numbers
    }

    private static func starts(
        in run: FixRun, _ numbers: [Int32], _ shares: [Range<Int>]
    ) throws(FixMemoryError) -> (FixRun, [Start]) {
        let groups = try run.groups(0..<run.groupCount)
        var starts: [Start] = []
        starts.reserveCapacity(shares.count + 1)
        var place = Start(group: 0, fix: 0)
        var last: Int32 = -1
        // The first vessel of the next share.
        var bound = shares.first.map { Int32(truncatingIfNeeded: $0.lowerBound) } ?? .max
        for group in groups {
            let vessel = numbers[Int(group.identity)]
            guard vessel >= last else {
                // Two ways to write one text: the worker's order was that of one, and the order of all that of the other.
                let vessels = groups.map { numbers[Int($0.identity)] }
                let order = vessels.indices.sorted { (vessels[$0], $0) < (vessels[$1], $1) }
                return try self.starts(in: try run.rearranged(order), numbers, shares)
            }
            last = vessel
            while vessel >= bound {
                starts.append(place)
                bound = starts.count < shares.count ? Int32(truncatingIfNeeded: shares[starts.count].lowerBound) : .max
            }
            place.group += 1
            place.fix += Int(group.count)
        }
        while starts.count <= shares.count { starts.append(place) }
        return (run, starts)
    }

    /// The groups of a share in a run, which have the worker's numbers of identities.
    func groups(run: Int, share: Int) throws(FixMemoryError) -> ArraySlice<FixBatch.Group> {
        try runs[run].groups(starts[run][share].group..<starts[run][share + 1].group)
    }

    /// The numbers of the vessels by those of the identities in the groups of a run.
    func vessels(run: Int) -> [Int32] { numbers[runs[run].worker] }

    /// Where the fixes of a share lie in a run.
    func fixes(run: Int, share: Int) -> Range<Int> { starts[run][share].fix..<starts[run][share + 1].fix }
}
