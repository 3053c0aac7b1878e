import WorkSharing

/// The runs of several sweeps, joined where they go on: in the order (first, second, start), cut into lists at will.
struct JoinedRuns: Sendable {
    /// No pair has runs in two of them.
    let lists: [PairRunList]

    /// How many runs there are.
    let count: Int

    /// A list is worth so many runs at least.
    static let leastRuns = 512

    /// No runs.
    init() {
        lists = []
        count = 0
    }

    /// Joins the runs of sweeps over one time after the other, and drops those that cannot be long enough.
    ///
    /// Complexity: O(runs · sweeps), shared out by ranges of pairs.
    init(
        _ parts: [PairRunList], joinGapSeconds: Int, leastSeconds: Int, threads: Int,
        leastRuns: Int = JoinedRuns.leastRuns, clock: StageClock? = nil
    ) {
        let cuts = Self.cuts(of: parts, count: threads * 4, leastRuns: leastRuns)
        lists = parallelMap(count: cuts.count - 1, threads: threads, clock: clock, stage: "join runs") { number in
            Self.joined(
                parts, of: cuts[number]..<cuts[number + 1], joinGapSeconds: joinGapSeconds, leastSeconds: leastSeconds)
        }
        count = lists.reduce(0) { $0 + $1.runs.count }
    }

    /// The runs in so many shares of about the same size, in their order.
    func shares(_ wanted: Int) -> [(list: Int, runs: Range<Int>)] {
        var shares: [(list: Int, runs: Range<Int>)] = []
        let most = max(1, (count + wanted - 1) / wanted)
        for (number, list) in lists.enumerated() {
            let parts = (list.runs.count + most - 1) / most
            for part in 0..<parts {
                shares.append((number, list.runs.count * part / parts..<list.runs.count * (part + 1) / parts))
            }
        }
        return shares
    }

    /// Pairs that cut the runs of all sweeps into ranges of about the same size: from 0 on, and one beyond all.
    private static func cuts(of parts: [PairRunList], count: Int, leastRuns: Int) -> [UInt64] {
        var cuts: [UInt64] = [0]
        if let largest = parts.max(by: { $0.runs.count < $1.runs.count }) {
            let wanted = max(1, min(count, largest.runs.count / leastRuns))
            for part in 1..<max(1, wanted) {
                let cut = largest.runs[largest.runs.count * part / wanted].pair
                if cut > cuts[cuts.count - 1] { cuts.append(cut) }
            }
        }
        return cuts + [UInt64.max]
    }

    /// Joins the runs of some pairs.
    private static func joined(
        _ parts: [PairRunList], of pairs: Range<UInt64>, joinGapSeconds: Int, leastSeconds: Int
    ) -> PairRunList {
        var runs: [PairRun] = []
        var pieces: [PairPiece] = []
        // The next run of each part and its pair, and the last pair of the part.
        var heads = parts.map { $0.firstRun(notBefore: pairs.lowerBound) }
        func pair(_ part: Int) -> UInt64 {
            heads[part] < parts[part].runs.count ? parts[part].runs[heads[part]].pair : UInt64.max
        }
        var next = parts.indices.map(pair)
        // In a crowd the same pairs meet in all sweeps.
        let most = parts.indices.map { parts[$0].firstRun(notBefore: pairs.upperBound) - heads[$0] }.max() ?? 0
        runs.reserveCapacity(most)
        func close(_ run: PairRun) {
            if !run.isEmpty, Int(run.mostSeconds) + 1 >= leastSeconds {
                runs.append(run)
            } else {
                pieces.removeLast(run.listedCount)
            }
        }
        while let least = next.min(), least < pairs.upperBound {
            var joined = PairRun(0, 0, at: 0)
            // Of runs of one pair those of the earlier part come first.
            for part in next.indices where next[part] == least {
                while next[part] == least {
                    let run = parts[part].runs[heads[part]]
                    heads[part] += 1
                    next[part] = pair(part)
                    if joined.isEmpty || Int64(run.start) - Int64(joined.end) > Int64(joinGapSeconds) {
                        close(joined)
                        joined = PairRun(run.first, run.second, at: run.start)
                    }
                    joined.add(run, of: parts[part].pieces, to: &pieces)
                }
            }
            close(joined)
        }
        var result = PairRunList()
        swap(&result.runs, &runs)
        swap(&result.pieces, &pieces)
        return result
    }
}

extension PairRunList {
    /// The first run, in the order of pairs, of a pair or of one behind it. Complexity: O(log n).
    fileprivate func firstRun(notBefore pair: UInt64) -> Int {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = low + (high - low) / 2
            if runs[middle].pair < pair { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
