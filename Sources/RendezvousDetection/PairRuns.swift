/// Gathers the pieces of pairs into runs, watch by watch, and keeps those that may be long enough.
///
/// Memory follows the pairs alive: a run that is over and too short is forgotten at once, and one that is long enough is
/// handed over and goes on as another that is kept at any length.
struct PairRuns {
    private let joinGap: Int64
    private let leastSeconds: Int64
    /// Runs that reach out of this time may go on in another sweep and are kept at any length.
    private var inner: ClosedRange<Int64>
    /// Runs that may go on in the next watch, in the order of their pairs, each pair once.
    private var live = PairRunList()
    private var liveNext = PairRunList()
    private var finished = PairRunList()
    private var scratch: [NearPiece] = []
    private var isLast = false

    /// - Parameters:
    ///   - leastSeconds: a run that cannot last this long is dropped.
    ///   - inner: the time that is swept; runs near an end that is not the end of all are kept.
    init(joinGapSeconds: Int, leastSeconds: Int, inner: ClosedRange<Int64>) {
        joinGap = Int64(joinGapSeconds)
        self.leastSeconds = Int64(leastSeconds)
        self.inner = inner
    }

    /// Begins a sweep over another time; that of the last one is finished.
    mutating func begin(inner: ClosedRange<Int64>) {
        self.inner = inner
        isLast = false
    }

    /// Takes the pieces of a watch in any order, and puts them in order; watches come in time order.
    ///
    /// Complexity: O(pieces + runs alive).
    /// - Parameter isLast: whether no other watch is taken.
    mutating func take(_ found: inout [NearPiece], from watchStart: UInt32, isLast: Bool = false) {
        PairOrder.sort(&found, scratch: &scratch)
        self.isLast = isLast
        if finished.runs.isEmpty {
            // Room that is not used costs nothing, and growing step by step costs more than filling it.
            finished.runs.reserveCapacity(found.count)
        }
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
            guard old < live.runs.count, live.runs[old].pair == pair else {
                begin(found, index..<end, watchStart: watchStart, watchEnd: watchEnd)
                index = end
                continue
            }
            takeOver(live.runs[old])
            old += 1
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
        liveNext.removeAll()
    }

    /// All runs that may be long enough, in the order (first, second, start); nothing is left.
    mutating func finish() -> PairRunList {
        // Those that have no piece since a part of them was handed over end with that part.
        for run in live.runs where !run.isEmpty {
            takeOver(run)
            finishLast()
        }
        live.removeAll()
        var scratch: [PairRun] = []
        PairOrder.sort(&finished.runs, scratch: &scratch)
        let result = finished
        finished = PairRunList()
        return result
    }

    /// Takes the pieces of a pair that has no run: nearly all of these are of ships that pass each other, too short to be
    /// written down anywhere.
    @inline(__always)
    private mutating func begin(
        _ found: [NearPiece], _ places: Range<Int>, watchStart: UInt32, watchEnd: Int64
    ) {
        var index = places.lowerBound
        let (one, other) = (found[index].first, found[index].second)
        while index < places.upperBound {
            let from = index
            let first = found[index].piece(watchStart: watchStart)
            var end = first.end
            var seconds = first.end - first.start
            index += 1
            while index < places.upperBound {
                let next = found[index].piece(watchStart: watchStart)
                guard Int64(next.start) <= Int64(end) + joinGap else { break }
                end = max(end, next.end)
                seconds += next.end - next.start
                index += 1
            }
            let isOver = index < places.upperBound || watchEnd > Int64(end) + joinGap
            if isOver, !isWanted(from: first.start, to: end, seconds: seconds) { continue }
            let isLong = !isOver && Int64(seconds) >= max(leastSeconds, 1)
            let isFinished = isOver || isLong
            var run = PairRun(one, other, of: first)
            for place in from + 1..<index {
                let piece = found[place].piece(watchStart: watchStart)
                if isFinished { run.add(piece, to: &finished.pieces) } else { run.add(piece, to: &liveNext.pieces) }
            }
            if isFinished { finished.runs.append(run) } else { liveNext.runs.append(run) }
            // Without a later piece there will be nothing more of it.
            if isLong, !isLast {
                liveNext.begin(one, other, at: end)
                liveNext.runs[liveNext.runs.count - 1].isKept = true
            }
        }
    }

    /// Whether a run that is over may be long enough, in this sweep or together with what another one finds.
    @inline(__always)
    private func isWanted(from start: UInt32, to end: UInt32, seconds: UInt32) -> Bool {
        Int64(seconds) + 1 >= leastSeconds || Int64(start) <= inner.lowerBound || Int64(end) >= inner.upperBound
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
        if run.isKept || isWanted(from: run.start, to: run.end, seconds: run.mostSeconds), !run.isEmpty {
            finished.begin(run.first, run.second, at: run.start)
            finished.add(run, of: liveNext)
        }
        liveNext.dropLast()
    }
}
