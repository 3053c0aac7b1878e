import ByteInput
import MaritimeModel

/// A piece of an input for a worker to read.
enum ReadTask: ~Copyable, Sendable {
    /// A range of bytes of a plain file, which the worker fetches itself.
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
}

/// Where a piece belongs.
struct BlockPlace: Sendable {
    var input: Int
    var piece: Int
    var layout: TrackLayout
    /// The rows, as offsets in the block.
    var rows: Range<Int> = 0..<0
}

/// What one worker has read.
struct WorkerHarvest: Sendable {
    var number: Int
    var ids: [String]
    /// Fixes of each identity, by its number.
    var fixCounts: [Int]
    /// Rows of an identity that were rejected, by its number and reason.
    var lost: [UInt32: [RejectReason: Int]]
    var statements: [StaticRecorder.Statement]
    var chunks: [FixChunk]
    /// Inputs whose bytes could not be fetched, and why.
    var failures: [(input: Int, message: String)]
}
