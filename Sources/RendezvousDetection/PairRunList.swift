/// A time in which two segments may be in contact, or are.
struct PairPiece: Hashable, Sendable {
    /// Seconds since 1970.
    var start: UInt32
    var end: UInt32
    /// Whether they are within the contact distance all the time; else it has to be solved.
    var isSure: Bool
}

/// Pieces of one pair with no break longer than the join gap.
struct PairRun: PairOrdered, Sendable {
    var first: Int32
    var second: Int32
    var start: UInt32
    var end: UInt32
    /// No contact of the pair in this time can last longer in all.
    var mostSeconds: UInt32
    /// Whether it is a part of a run of which another part is long enough.
    var isKept = false
    /// Where its pieces begin in the list of pieces, and how many there are.
    var firstPiece: Int
    var pieceCount = 0

    var moment: UInt32 { start }
}

/// Runs, and the pieces of each side by side.
struct PairRunList: Sendable {
    var runs: [PairRun] = []
    var pieces: [PairPiece] = []

    /// The pieces of a run: they do not overlap and are in time order.
    func pieces(of run: PairRun) -> ArraySlice<PairPiece> {
        pieces[run.firstPiece..<(run.firstPiece + run.pieceCount)]
    }

    /// Begins a run; its pieces are added next.
    @inline(__always)
    mutating func begin(_ first: Int32, _ second: Int32, at start: UInt32) {
        runs.append(
            PairRun(first: first, second: second, start: start, end: start, mostSeconds: 0, firstPiece: pieces.count))
    }

    /// Adds a piece to the run begun last; it is not earlier than those before.
    @inline(__always)
    mutating func add(_ piece: PairPiece) {
        let last = runs.count - 1
        runs[last].end = max(runs[last].end, piece.end)
        runs[last].mostSeconds += piece.end - piece.start
        if runs[last].pieceCount > 0, pieces[pieces.count - 1].end == piece.start,
            pieces[pieces.count - 1].isSure == piece.isSure
        {
            pieces[pieces.count - 1].end = piece.end
        } else {
            pieces.append(piece)
            runs[last].pieceCount += 1
        }
    }

    /// Adds all of another run to the run begun last.
    mutating func add(_ run: PairRun, of list: PairRunList) {
        for index in run.firstPiece..<(run.firstPiece + run.pieceCount) { add(list.pieces[index]) }
        runs[runs.count - 1].end = max(runs[runs.count - 1].end, run.end)
    }

    /// Takes back the run begun last.
    @inline(__always)
    mutating func dropLast() {
        pieces.removeLast(runs[runs.count - 1].pieceCount)
        runs.removeLast()
    }
}
