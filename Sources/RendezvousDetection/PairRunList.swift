/// A time in which two segments may be in contact, or are.
struct PairPiece: Hashable, Sendable {
    /// Seconds since 1970.
    var start: UInt32
    var end: UInt32
    /// Whether they are within the contact distance all the time; else it has to be solved.
    var isSure: Bool
}

/// Runs, and the pieces of each side by side.
struct PairRunList: Sendable {
    var runs: [PairRun] = []
    /// Of those runs that are more than one piece.
    var pieces: [PairPiece] = []

    /// The pieces of a run: they do not overlap and are in time order.
    func pieces(of run: PairRun) -> RunPieces { RunPieces(run, pieces) }

    /// Begins a run; its pieces are added next.
    @inline(__always)
    mutating func begin(_ first: Int32, _ second: Int32, at start: UInt32) {
        runs.append(PairRun(first, second, at: start))
    }

    /// Adds a piece to the run begun last; it is not earlier than those before.
    @inline(__always)
    mutating func add(_ piece: PairPiece) { runs[runs.count - 1].add(piece, to: &pieces) }

    /// Adds all of another run to the run begun last.
    mutating func add(_ run: PairRun, of list: PairRunList) {
        runs[runs.count - 1].add(run, of: list.pieces, to: &pieces)
    }

    /// Forgets all runs and keeps their room.
    mutating func removeAll() {
        runs.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }

    /// Takes back the run begun last.
    @inline(__always)
    mutating func dropLast() {
        pieces.removeLast(runs[runs.count - 1].listedCount)
        runs.removeLast()
    }
}

/// The pieces of a run, in time order.
struct RunPieces: RandomAccessCollection {
    private let whole: PairPiece?
    private let listed: ArraySlice<PairPiece>

    fileprivate init(_ run: PairRun, _ pieces: [PairPiece]) {
        whole = run.whole
        listed = run.listedCount > 0 ? pieces[run.listed] : []
    }

    var startIndex: Int { 0 }
    var endIndex: Int { whole == nil ? listed.count : 1 }

    subscript(position: Int) -> PairPiece { whole ?? listed[listed.startIndex + position] }
}
