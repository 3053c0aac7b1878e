/// Gathers the pieces of pairs into runs, watch by watch, and keeps those that may be long enough.
///
/// Memory follows the pairs alive: a run that is over and too short is forgotten at once, and one that is long enough is
/// handed over and goes on as another that is kept at any length.
struct PairRuns {
    private let joinGap: Int64
    private let leastSeconds: Int64
    /// Runs that reach out of this time may go on in another sweep and are kept at any length.
    private let inner: ClosedRange<Int64>
    /// Runs that may go on in the next watch, in the order of their pairs, each pair once.
    private var live = PairRunList()
    private var liveNext = PairRunList()
    private var finished = PairRunList()
    private var scratch: [NearPiece] = []

    /// - Parameters:
    ///   - leastSeconds: a run that cannot last this long is dropped.
    ///   - inner: the time that is swept; runs near an end that is not the end of all are kept.
    init(joinGapSeconds: Int, leastSeconds: Int, inner: ClosedRange<Int64>) {
        joinGap = Int64(joinGapSeconds)
        self.leastSeconds = Int64(leastSeconds)
        self.inner = inner
    }

    /// Takes the pieces of a watch in any order, and puts them in order; watches come in time order.
    ///
    /// Complexity: O(pieces + runs alive).
    mutating func take(_ found: inout [NearPiece], from watchStart: UInt32) {
        PairOrder.sort(&found, scratch: &scratch)
        let watchEnd = Int64(watchStart) + PathBoxBuilder.watchSeconds
        var old = 0
        var index = 0
        while index < found.count {
            let pair = found[index].pair
            var end = index + 1
            while end < found.count, found[end].pair == pair { end += 1 }
            if end - index > 1 { PairOrder.sortByTime(&found, index..<end) }
            while old < live.runs.count, live.runs[old].pair < pair {
                goOn(live.runs[old], watchEnd: watchEnd)
                old += 1
            }
            if old < live.runs.count, live.runs[old].pair == pair {
                takeOver(live.runs[old])
                old += 1
            } else {
                liveNext.begin(
                    found[index].first, found[index].second, at: found[index].piece(watchStart: watchStart).start)
            }
            while index < end {
                let piece = found[index].piece(watchStart: watchStart)
                if let run = liveNext.runs.last, Int64(piece.start) > Int64(run.end) + joinGap {
                    finishLast()
                    liveNext.begin(found[index].first, found[index].second, at: piece.start)
                }
                liveNext.add(piece)
                index += 1
            }
            settleLast(watchEnd: watchEnd)
        }
        while old < live.runs.count {
            goOn(live.runs[old], watchEnd: watchEnd)
            old += 1
        }
        swap(&live, &liveNext)
        liveNext.runs.removeAll(keepingCapacity: true)
        liveNext.pieces.removeAll(keepingCapacity: true)
    }

    /// All runs that may be long enough, in the order (first, second, start); nothing is left.
    mutating func finish() -> PairRunList {
        for run in live.runs {
            takeOver(run)
            finishLast()
        }
        live = PairRunList()
        liveNext = PairRunList()
        var scratch: [PairRun] = []
        PairOrder.sort(&finished.runs, scratch: &scratch)
        let result = finished
        finished = PairRunList()
        return result
    }

    /// Takes a run without a piece in this watch over into the next, or ends it.
    private mutating func goOn(_ run: PairRun, watchEnd: Int64) {
        takeOver(run)
        settleLast(watchEnd: watchEnd)
    }

    private mutating func takeOver(_ run: PairRun) {
        liveNext.begin(run.first, run.second, at: run.start)
        liveNext.add(run, of: live)
        liveNext.runs[liveNext.runs.count - 1].isKept = run.isKept
    }

    /// Ends the last run if no later piece can reach it, and hands over what is long enough already.
    @inline(__always)
    private mutating func settleLast(watchEnd: Int64) {
        let run = liveNext.runs[liveNext.runs.count - 1]
        if watchEnd > Int64(run.end) + joinGap {
            finishLast()
        } else if Int64(run.mostSeconds) >= max(leastSeconds, 1) {
            finishLast()
            liveNext.begin(run.first, run.second, at: run.end)
            liveNext.runs[liveNext.runs.count - 1].isKept = true
        }
    }

    /// Moves the last run to what is finished if it may be long enough; else it is forgotten.
    @inline(__always)
    private mutating func finishLast() {
        let run = liveNext.runs[liveNext.runs.count - 1]
        if run.isKept || Int64(run.mostSeconds) + 1 >= leastSeconds || Int64(run.start) <= inner.lowerBound
            || Int64(run.end) >= inner.upperBound, run.pieceCount > 0
        {
            finished.begin(run.first, run.second, at: run.start)
            finished.add(run, of: liveNext)
        }
        liveNext.dropLast()
    }

    /// Joins the runs of several sweeps where they go on, and drops those that cannot be long enough.
    ///
    /// - Returns: runs in the order (first, second, start).
    static func joined(_ parts: [PairRunList], joinGapSeconds: Int, leastSeconds: Int) -> PairRunList {
        var result = PairRunList()
        func dropShort() {
            if let last = result.runs.last, Int(last.mostSeconds) + 1 < leastSeconds { result.dropLast() }
        }
        // The next run of each part; of runs of one pair that of the earlier part comes first.
        var heads = [Int](repeating: 0, count: parts.count)
        while true {
            var part = -1
            var least = UInt64.max
            for (number, list) in parts.enumerated() where heads[number] < list.runs.count {
                let pair = list.runs[heads[number]].pair
                if part < 0 || pair < least { (part, least) = (number, pair) }
            }
            guard part >= 0 else { break }
            let run = parts[part].runs[heads[part]]
            heads[part] += 1
            if let last = result.runs.last, last.pair == run.pair,
                Int64(run.start) - Int64(last.end) <= Int64(joinGapSeconds)
            {
                result.add(run, of: parts[part])
            } else {
                dropShort()
                result.begin(run.first, run.second, at: run.start)
                result.add(run, of: parts[part])
            }
        }
        dropShort()
        return result
    }
}
