/// Pieces of one pair with no break longer than the join gap; 32 bytes.
///
/// In a crowd nearly every run is one piece from its start to its end. That piece is told by the run itself; only of
/// others there is a list, kept by whoever keeps the runs.
struct PairRun: PairOrdered, Sendable {
    let first: Int32
    let second: Int32
    /// Seconds since 1970.
    let start: UInt32
    private(set) var end: UInt32
    /// No contact of the pair in this time can last longer in all.
    private(set) var mostSeconds: UInt32 = 0
    /// Where its pieces begin in the list, and how many there are. So many as do not fit fit in no memory.
    private var firstListed: UInt32 = 0
    private var countListed: UInt32 = 0
    private var shape = Shape.empty
    /// Whether it is a part of a run of which another part is long enough.
    var isKept = false

    private enum Shape: UInt8 {
        /// No piece yet.
        case empty
        /// One piece from start to end, to be solved or within the contact distance.
        case unclear, sure
        /// Its pieces are in the list.
        case listed
    }

    /// A run without a piece.
    @inline(__always)
    init(_ first: Int32, _ second: Int32, at start: UInt32) {
        self.first = first
        self.second = second
        self.start = start
        end = start
    }

    /// A run of one piece.
    @inline(__always)
    init(_ first: Int32, _ second: Int32, of piece: PairPiece) {
        self.init(first, second, at: piece.start)
        end = piece.end
        mostSeconds = piece.end - piece.start
        shape = piece.isSure ? .sure : .unclear
    }

    var moment: UInt32 { start }

    /// Whether it has no piece.
    @inline(__always)
    var isEmpty: Bool { shape == .empty }

    /// Its only piece, if that goes from start to end.
    @inline(__always)
    var whole: PairPiece? {
        switch shape {
        case .empty, .listed: nil
        case .unclear: PairPiece(start: start, end: end, isSure: false)
        case .sure: PairPiece(start: start, end: end, isSure: true)
        }
    }

    /// Where its pieces are in the list, if it is not whole.
    @inline(__always)
    var listed: Range<Int> { Int(firstListed)..<Int(firstListed) + Int(countListed) }

    /// How many pieces it has in the list.
    @inline(__always)
    var listedCount: Int { Int(countListed) }

    /// Adds a piece; it is not earlier than those before.
    ///
    /// - Parameter pieces: the list, at whose end those of this run are.
    @inline(__always)
    mutating func add(_ piece: PairPiece, to pieces: inout [PairPiece]) {
        if let whole {
            if whole.end == piece.start, whole.isSure == piece.isSure {
                mostSeconds += piece.end - piece.start
                end = piece.end
                return
            }
            list(whole, in: &pieces)
        } else if isEmpty, piece.start == start {
            end = piece.end
            mostSeconds = piece.end - piece.start
            shape = piece.isSure ? .sure : .unclear
            return
        }
        mostSeconds += piece.end - piece.start
        end = max(end, piece.end)
        if countListed > 0, pieces[pieces.count - 1].end == piece.start,
            pieces[pieces.count - 1].isSure == piece.isSure
        {
            pieces[pieces.count - 1].end = piece.end
        } else {
            list(piece, in: &pieces)
        }
    }

    /// Adds all pieces of another run of the pair; it is not earlier than those before.
    @inline(__always)
    mutating func add(_ run: PairRun, of others: [PairPiece], to pieces: inout [PairPiece]) {
        if let piece = run.whole {
            add(piece, to: &pieces)
        } else {
            for index in run.listed { add(others[index], to: &pieces) }
        }
    }

    /// Writes a piece down in the list.
    @inline(__always)
    private mutating func list(_ piece: PairPiece, in pieces: inout [PairPiece]) {
        if countListed == 0 { firstListed = UInt32(truncatingIfNeeded: pieces.count) }
        shape = .listed
        pieces.append(piece)
        countListed &+= 1
    }
}
