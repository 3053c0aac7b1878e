import ByteInput
import FixMemory
import MaritimeModel
import WorkSharing

/// The loop of one reading thread: takes pieces until there are no more.
struct ReadingWorker: ~Copyable {
    private var worker: IngestWorker
    private let rules: IngestRules
    private var chunks: [FixChunk] = []
    private var failures: [(input: Int, message: String)] = []
    /// Where fixes go that memory has no room for, and how many bytes it holds.
    private var aside: TemporaryFile?
    private var bytesAside = 0
    private var clock: StageClock?

    init(number: Int, rules: IngestRules) {
        self.rules = rules
        worker = IngestWorker(number: number, blockCapacity: ReadingSizes.blockCapacity(longestRow: rules.longestRow))
    }

    /// Works through the queue; gives emptied blocks back through `spare`.
    mutating func work(
        through queue: BoundedQueue<ReadTask>, spare: BoundedQueue<ByteBlock>, meter: ReadingMeter,
        clock: StageClock?
    ) {
        self.clock = clock
        while let task = queue.pop() {
            switch consume task {
            // After a failure what is left is taken from the queue unread, so that the feeder can end.
            case .range(let range): if !meter.isOver { read(range, meter: meter) }
            case .block(let block, let place):
                var block = block
                swap(&worker.cursor.block, &block)
                spare.push(block)
                if !meter.isOver { read(place, meter: meter) }
            }
        }
    }

    /// What was read.
    consuming func harvest() -> WorkerHarvest {
        let statements = worker.statics.allStatements()
        return WorkerHarvest(
            number: worker.number, ids: worker.identities.ids, fixCounts: worker.fixCounts(), lost: worker.lost,
            statements: statements,
            chunks: chunks, failures: failures)
    }

    /// Reads the rows of the cursor's block.
    private mutating func read(_ place: BlockPlace, tooLong: Int = 0, meter: ReadingMeter) {
        var chunk = FixChunk(input: place.input, piece: place.piece)
        let start = ContinuousClock.now
        worker.read(range: place.rows, layout: place.layout, rules: rules, into: &chunk)
        clock?.add(
            "parse", thread: worker.number, seconds: StageClock.seconds(since: start), bytes: place.rows.count)
        chunk.ledger.rows += tooLong
        chunk.ledger.reject(.tooLong, count: tooLong)
        meter.add(rows: chunk.ledger.rows, fixes: chunk.fixes.count)
        if meter.isOverLimit { putAside(&chunk, meter) }
        chunks.append(chunk)
    }

    /// Moves a chunk's fixes to this worker's temporary file.
    private mutating func putAside(_ chunk: inout FixChunk, _ meter: ReadingMeter) {
        do throws(FixMemoryError) {
            let file: TemporaryFile
            if let aside { file = aside } else { file = try TemporaryFile() }
            aside = file
            let (before, start) = (bytesAside, ContinuousClock.now)
            bytesAside = try chunk.store(in: file, at: bytesAside)
            clock?.add(
                "put aside", thread: worker.number, seconds: StageClock.seconds(since: start),
                bytes: bytesAside - before)
        } catch {
            meter.fail(error)
        }
    }

    /// Fetches a range and reads the rows that begin in it.
    private mutating func read(_ piece: PlainRange, meter: ReadingMeter) {
        // One byte before the range tells whether a row begins with it.
        let origin = piece.isFirst ? piece.range.lowerBound : piece.range.lowerBound - 1
        var place = piece.place
        do throws(ByteInputError) {
            var isAtEnd = try fetch(piece, origin: origin, bytes: piece.range.upperBound - origin + 4_096)
            let filled = worker.cursor.block.count
            var first = 0
            if !piece.isFirst {
                guard let newline = worker.cursor.block.firstNewline(in: 0..<min(filled, piece.range.count)) else {
                    // A row that began earlier covers the range.
                    meter.add(bytes: piece.range.count)
                    return
                }
                first = newline + 1
            }
            // The last row that begins in the range ends at the first newline from its last byte on.
            let lastByte = piece.range.upperBound - 1 - origin
            var end = lineEnd(from: lastByte, isAtEnd: isAtEnd)
            if end == nil {
                // As far as the longest row can reach.
                let most = worker.cursor.block.capacity - ReadingSizes.blockBytes + ReadingSizes.rangeBytes
                isAtEnd = try fetch(piece, origin: origin, bytes: most)
                end = lineEnd(from: lastByte, isAtEnd: isAtEnd)
            }
            var tooLong = 0
            if end == nil {
                // Longer than a row may be: it is counted here, and what lies in front of it is read.
                tooLong = 1
                let before = worker.cursor.block.lastNewline(in: 0..<min(lastByte + 1, worker.cursor.block.count))
                end = max(first, before.map { $0 + 1 } ?? first)
            }
            place.rows = min(first, end ?? first)..<(end ?? first)
            read(place, tooLong: tooLong, meter: meter)
        } catch {
            failures.append((place.input, error.message))
        }
        meter.add(bytes: piece.range.count)
    }

    /// Fills the block from the file; true when the block holds the end of the file.
    private mutating func fetch(_ piece: PlainRange, origin: Int, bytes: Int) throws(ByteInputError) -> Bool {
        let wanted = min(bytes, worker.cursor.block.capacity)
        let start = ContinuousClock.now
        let count = try piece.file.read(into: &worker.cursor.block, fileOffset: origin, count: wanted)
        clock?.add("fetch", thread: worker.number, seconds: StageClock.seconds(since: start), bytes: count)
        return count < wanted || origin + count >= piece.file.size
    }

    /// The offset behind the row that covers a byte, or nil when its end has not been fetched.
    private func lineEnd(from byte: Int, isAtEnd: Bool) -> Int? {
        let count = worker.cursor.block.count
        if byte < count, let newline = worker.cursor.block.firstNewline(in: byte..<count) { return newline + 1 }
        return isAtEnd ? count : nil
    }
}

/// How large pieces are.
enum ReadingSizes {
    /// Bytes of a plain file that a worker takes at a time: they are still in the processor's second cache when they are
    /// read as rows.
    static let rangeBytes = 512 << 10
    /// Bytes of an unpacked stream that a worker takes at a time, the first of which hold a head.
    static let blockBytes = 2 << 20
    /// Bytes at the beginning of an input from which its layout is recognised.
    static let headBytes = 1 << 20

    /// A block holds what a worker takes and the longest row behind it.
    static func blockCapacity(longestRow: Int) -> Int { blockBytes + longestRow + 2 }
}
