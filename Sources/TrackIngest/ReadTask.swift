import ByteInput
import MaritimeModel

/// A piece of an input for a worker to read.
enum ReadTask: ~Copyable, Sendable {
    /// A range of bytes of a plain file, which the worker fetches itself, a block at a time.
    case range(PlainRange)
    /// Unpacked bytes that begin and end with whole rows.
    case block(ByteBlock, BlockPlace)
}

/// A range of a plain file. Rows belong to the range in which they begin.
struct PlainRange: Sendable {
    var file: PlainFile
    var place: BlockPlace
    /// Offsets in the file.
    var range: Range<Int>
    /// Whether the range begins with the first row of data.
    var isFirst: Bool
    /// Whether others read what stands before or behind it.
    var isPart: Bool

    /// The ranges that are read at one time.
    func pieces(bytes: Int) -> [PlainRange] {
        stride(from: range.lowerBound, to: range.upperBound, by: bytes).map { start in
            var piece = self
            piece.range = start..<min(range.upperBound, start + bytes)
            piece.isFirst = isFirst && start == range.lowerBound
            return piece
        }
    }
}

/// Where a piece belongs.
struct BlockPlace: Sendable {
    var input: Int
    var layout: PlannedLayout
    /// The rows, as offsets in the block.
    var rows: Range<Int> = 0..<0
}

/// What one worker has read.
struct WorkerHarvest: Sendable {
    var number: Int
    var ids: [String]
    /// The identities by id.
    var order: IdentityOrder
    /// Whether all ids are ASCII, which is written in one way only.
    var isPlain: Bool
    /// Fixes of each identity, by its number; shorter when the last ones have none.
    var fixCounts: [Int]
    /// Rows of an identity that were rejected, by its number and reason.
    var lost: [UInt32: [RejectReason: Int]]
    var statements: [StaticRecorder.Statement]
    /// By statement: its identity, or `IdentityTable.unknown` when it says nothing that counts.
    var speakers: [UInt32]
    var runs: [FixRun]
    var records: [PieceRecord]
    /// Inputs whose bytes could not be fetched, and why.
    var failures: [(input: Int, message: String)]
}
