/// A time in which two segments may be in contact, or are.
struct PairPiece: Sendable {
    /// Seconds since 1970.
    var start: UInt32
    var end: UInt32
    /// Whether they are within the contact distance all the time; else it has to be solved.
    var isSure: Bool
}

/// Pieces of one pair with no break longer than the join gap.
struct PairRun: Sendable {
    var first: Int32
    var second: Int32
    var start: UInt32
    var end: UInt32
    /// No contact of the pair in this time can last longer in all.
    var mostSeconds: UInt32
    /// They do not overlap.
    var pieces: [PairPiece]
}

/// Gathers the pieces of pairs into runs, while time goes on, and keeps those that may be long enough.
///
/// Memory follows the pairs alive: a run that is over and too short is forgotten at once.
struct PairRuns {
    private struct Live {
        var first: Int32
        var second: Int32
        var start: UInt32
        var end: UInt32
        var seconds: UInt32
        /// The latest piece in `links`, or -1.
        var tail: Int32
    }

    private struct Link {
        var piece: PairPiece
        var before: Int32
    }

    private let joinGap: Int64
    private let leastSeconds: Int64
    /// Runs that reach out of this time may go on in another sweep and are kept at any length.
    private let inner: ClosedRange<Int64>
    /// Open addressing: the number of a live run, or -1.
    private var slots = [Int32](repeating: -1, count: 4_096)
    private var live: [Live] = []
    private var links: [Link] = []
    private var freeLink: Int32 = -1
    private var liveAtLastCleaning = 0
    private var finished: [PairRun] = []

    /// - Parameters:
    ///   - leastSeconds: a run that cannot last this long is dropped.
    ///   - sweep: the time that is swept; runs near an end that is not the end of all are kept.
    init(joinGapSeconds: Int, leastSeconds: Int, inner: ClosedRange<Int64>) {
        joinGap = Int64(joinGapSeconds)
        self.leastSeconds = Int64(leastSeconds)
        self.inner = inner
    }

    /// Adds a piece of a pair; `now` is the time before which no later piece begins, and all earlier ones did.
    mutating func add(first: Int32, second: Int32, _ piece: PairPiece, now: Int64) {
        let slot = self.slot(first, second)
        let number = Int(slots[slot])
        guard number >= 0 else {
            slots[slot] = Int32(truncatingIfNeeded: live.count)
            live.append(
                Live(first: first, second: second, start: piece.start, end: piece.end, seconds: 0, tail: -1))
            append(piece, to: live.count - 1)
            if live.count * 2 > slots.count { rebuild(capacity: slots.count * 2) }
            return
        }
        if now > Int64(live[number].end) + joinGap {
            finish(number)
            live[number].start = piece.start
            live[number].end = piece.end
            live[number].seconds = 0
            live[number].tail = -1
        }
        append(piece, to: number)
    }

    /// Ends, now and then, the runs that no later piece can reach.
    mutating func forgetPairs(before now: Int64) {
        guard live.count > 1_024, live.count > 2 * liveAtLastCleaning else { return }
        var kept = 0
        for number in live.indices {
            if now > Int64(live[number].end) + joinGap {
                finish(number)
            } else {
                live[kept] = live[number]
                kept += 1
            }
        }
        live.removeLast(live.count - kept)
        rebuild(capacity: slots.count)
        liveAtLastCleaning = kept
    }

    /// All runs that may be long enough; nothing is left.
    mutating func finish() -> [PairRun] {
        for number in live.indices { finish(number) }
        live.removeAll()
        let result = finished
        finished = []
        return result
    }

    private mutating func append(_ piece: PairPiece, to number: Int) {
        live[number].start = min(live[number].start, piece.start)
        live[number].end = max(live[number].end, piece.end)
        live[number].seconds += piece.end - piece.start
        let tail = Int(live[number].tail)
        if tail >= 0, links[tail].piece.end == piece.start, links[tail].piece.isSure == piece.isSure {
            links[tail].piece.end = piece.end
            return
        }
        let link = Link(piece: piece, before: live[number].tail)
        if freeLink >= 0 {
            let free = freeLink
            freeLink = links[Int(free)].before
            links[Int(free)] = link
            live[number].tail = free
        } else {
            live[number].tail = Int32(truncatingIfNeeded: links.count)
            links.append(link)
        }
    }

    private mutating func finish(_ number: Int) {
        let run = live[number]
        let isKept =
            Int64(run.seconds) + 1 >= leastSeconds || Int64(run.start) <= inner.lowerBound
            || Int64(run.end) >= inner.upperBound
        var pieces: [PairPiece] = []
        var link = run.tail
        while link >= 0 {
            let before = links[Int(link)].before
            if isKept { pieces.append(links[Int(link)].piece) }
            links[Int(link)].before = freeLink
            freeLink = link
            link = before
        }
        guard isKept else { return }
        finished.append(
            PairRun(
                first: run.first, second: run.second, start: run.start, end: run.end, mostSeconds: run.seconds,
                pieces: pieces))
    }

    private func slot(_ first: Int32, _ second: Int32) -> Int {
        let mask = slots.count - 1
        let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index] >= 0 {
            let run = live[Int(slots[index])]
            if run.first == first, run.second == second { break }
            index = (index + 1) & mask
        }
        return index
    }

    private mutating func rebuild(capacity: Int) {
        slots = [Int32](repeating: -1, count: capacity)
        for number in live.indices {
            slots[slot(live[number].first, live[number].second)] = Int32(truncatingIfNeeded: number)
        }
    }

    /// Joins the runs of several sweeps where they go on, and drops those that cannot be long enough.
    ///
    /// - Returns: runs in the order (first, second, start), their pieces in time order.
    static func joined(_ parts: [[PairRun]], joinGapSeconds: Int, leastSeconds: Int) -> [PairRun] {
        var runs = parts.flatMap { $0 }
        runs.sort { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }
        var kept = 0
        for index in runs.indices {
            if kept > 0, runs[kept - 1].first == runs[index].first, runs[kept - 1].second == runs[index].second,
                Int64(runs[index].start) - Int64(runs[kept - 1].end) <= Int64(joinGapSeconds)
            {
                runs[kept - 1].end = max(runs[kept - 1].end, runs[index].end)
                runs[kept - 1].mostSeconds += runs[index].mostSeconds
                runs[kept - 1].pieces += runs[index].pieces
            } else {
                if kept > 0, Int(runs[kept - 1].mostSeconds) + 1 < leastSeconds { kept -= 1 }
                if kept != index { runs[kept] = runs[index] }
                kept += 1
            }
        }
        if kept > 0, Int(runs[kept - 1].mostSeconds) + 1 < leastSeconds { kept -= 1 }
        runs.removeLast(runs.count - kept)
        for index in runs.indices { runs[index].pieces = inOrder(runs[index].pieces) }
        return runs
    }

    /// The pieces in time order, those that say the same joined: however they came, they are solved alike.
    private static func inOrder(_ pieces: [PairPiece]) -> [PairPiece] {
        guard pieces.count > 1 else { return pieces }
        var pieces = pieces
        pieces.sort { $0.start < $1.start }
        var kept = 0
        for piece in pieces.dropFirst() {
            if pieces[kept].end == piece.start, pieces[kept].isSure == piece.isSure {
                pieces[kept].end = piece.end
            } else {
                kept += 1
                pieces[kept] = piece
            }
        }
        pieces.removeLast(pieces.count - kept - 1)
        return pieces
    }
}
