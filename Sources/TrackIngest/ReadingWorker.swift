import ByteInput
import FixMemory
import MaritimeModel
import WorkSharing

/// The loop of one reading thread: takes pieces until there are no more.
struct ReadingWorker: ~Copyable {
    private var worker: IngestWorker
    private let rules: IngestRules
    /// One for each stretch of an input that was read without another one between.
    private var records: [PieceRecord] = []
    private var failures: [(input: Int, message: String)] = []
    private let meter: ReadingMeter
    private let clock: StageClock?

    init(
        number: Int, rules: IngestRules, batchFixes: Int, meter: ReadingMeter, clock: StageClock?
    ) throws(FixMemoryError) {
        self.rules = rules
        self.meter = meter
        self.clock = clock
        worker = IngestWorker(
            number: number, blockCapacity: ReadingSizes.blockCapacity(longestRow: rules.longestRow),
            store: try FixStore(worker: number, batchFixes: batchFixes, meter: meter, clock: clock))
    }

    /// Works through the queue; gives emptied blocks back through `spare`.
    mutating func work(through queue: BoundedQueue<ReadTask>, spare: BoundedQueue<ByteBlock>) {
        var isBehind = false
        // What comes unpacked from one stream is mostly read faster than it comes.
        while let task = queue.pop(isReluctant: worker.number > 0) {
            switch consume task {
            // After a failure what is left is taken from the queue unread, so that the feeder can end.
            case .range(let range):
                for piece in range.pieces(bytes: ReadingSizes.rangeBytes) where !meter.isOver {
                    read(piece, of: FilePart(input: range.place.input, start: range.range.lowerBound))
                }
                // So that each run is a stretch of the file, and a track that is in order stays so.
                if range.isPart { worker.store.sort(ids: worker.identities.ids) }
            case .block(let block, let place):
                // Unpacking takes longer than reading what was unpacked, and is done by one thread for each input.
                if !isBehind { WorkerThreads.goBehindOthers() }
                isBehind = true
                var block = block
                swap(&worker.cursor.block, &block)
                spare.push(block)
                if !meter.isOver { read(place, of: nil) }
            }
        }
        worker.store.sort(ids: worker.identities.ids)
    }

    /// Takes everything from a queue unread, so that the feeder can end.
    static func passOver(_ queue: BoundedQueue<ReadTask>, spare: BoundedQueue<ByteBlock>) {
        while let task = queue.pop() {
            if case .block(let block, _) = consume task { spare.push(block) }
        }
    }

    /// What was read.
    consuming func harvest() -> WorkerHarvest {
        let statements = worker.statics.allStatements()
        let ids = worker.identities.ids
        var order = worker.store.order
        order.add(ids)
        return WorkerHarvest(
            number: worker.number, ids: ids, order: order, isPlain: order.isPlain(ids),
            fixCounts: worker.store.fixCounts, lost: worker.lost, statements: statements,
            speakers: statements.indices.map {
                statements[$0].counts(keepsNonVessels: !rules.rejectsNonVessels)
                    ? statements[$0].identity : IdentityTable.unknown
            }, runs: worker.store.runs, records: records, failures: failures)
    }

    /// Reads the rows of the cursor's block.
    private mutating func read(_ place: BlockPlace, of part: FilePart?, tooLong: Int = 0) {
        var record = PieceRecord(input: place.input)
        let (start, sorting) = (ContinuousClock.now, worker.store.secondsSorting)
        worker.store.begin(input: place.input, part: part)
        worker.read(range: place.rows, layout: place.layout, rules: rules, into: &record)
        clock?.add(
            "parse", thread: worker.number,
            seconds: StageClock.seconds(since: start) - (worker.store.secondsSorting - sorting),
            bytes: place.rows.count)
        record.ledger.rows += tooLong
        record.ledger.reject(.tooLong, count: tooLong)
        meter.add(rows: record.ledger.rows)
        if let last = records.indices.last, records[last].input == record.input {
            records[last].add(record)
        } else {
            records.append(record)
        }
    }

    /// Fetches a range and reads the rows that begin in it.
    private mutating func read(_ piece: PlainRange, of part: FilePart) {
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
            read(place, of: part, tooLong: tooLong)
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
    /// Bytes of a plain file that a worker fetches at a time: they are still in the processor's second cache when they
    /// are read as rows.
    static let rangeBytes = 512 << 10
    /// Most bytes of a plain file that a worker takes at a time.
    static let partBytes = 32 << 20
    /// Bytes of an unpacked stream that a worker takes at a time, the first of which hold a head.
    static let blockBytes = 1 << 20
    /// Bytes at the beginning of an input from which its layout is recognised.
    static let headBytes = 1 << 20
    /// Of a plain file so many are looked at first, and more only if these hold too few lines: all workers wait for it.
    static let shortHeadBytes = 64 << 10

    /// A block holds what a worker takes and the longest row behind it.
    static func blockCapacity(longestRow: Int) -> Int { blockBytes + longestRow + 2 }
}
