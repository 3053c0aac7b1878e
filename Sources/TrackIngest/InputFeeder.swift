import ByteInput
import MaritimeModel
import WorkSharing

/// Opens one input after the other, recognises its layout and cuts it into pieces for the workers.
///
/// Several feeders may work side by side, each on inputs of its own, so that packed files are unpacked at the same time.
struct InputFeeder {
    let recogniser: LayoutRecogniser
    let rules: IngestRules
    let queue: BoundedQueue<ReadTask>
    let spare: BoundedQueue<ByteBlock>
    let meter: ReadingMeter
    let clock: StageClock?
    /// How many workers there are.
    let workers: Int
    /// Whether no input follows, so that the workers should end together.
    var isLast = false
    /// Whether no other feeder fills the queue.
    var isAlone = false
    /// Why a file found in a folder is no track file, judged by its first line; nil when it may be one.
    let passOver: @Sendable (_ firstLine: String) -> String?

    /// The number of this feeder among all of them, which gives its records numbers of their own.
    let numbers: FeederNumbers
    /// What was fed so far.
    private(set) var fed = FedInputs.Part()
    private var records: [InputRecord] { fed.records }
    /// The place among all inputs of the one that is being fed.
    private var place = 0
    /// The first line of the file before, and why it was passed over: the files of a folder mostly share one header.
    private var lastLine: (bytes: [UInt8], reason: String?)?

    init(
        recogniser: LayoutRecogniser, rules: IngestRules, queue: BoundedQueue<ReadTask>,
        spare: BoundedQueue<ByteBlock>, meter: ReadingMeter, clock: StageClock?,
        workers: Int, numbers: FeederNumbers = FeederNumbers(), passOver: @escaping @Sendable (String) -> String?
    ) {
        self.recogniser = recogniser
        self.rules = rules
        self.queue = queue
        self.spare = spare
        self.meter = meter
        self.clock = clock
        self.workers = workers
        self.numbers = numbers
        self.passOver = passOver
    }

    /// Feeds one input. Trouble is noted in its record and ends the input, not the run.
    ///
    /// - Parameter place: its place among all inputs.
    mutating func feed(_ input: ExpandedInput, place: Int) {
        self.place = place
        let modified = input.modified.map { Timestamp(secondsSince1970: $0) }
        do throws(ByteInputError) {
            let stream = try ByteStream(input)
            if stream.isPlainFile, !input.isStandardInput {
                if isAlone { queue.setLeast(forReluctant: 1) }
                try feedPlain(input, modified: modified)
            } else {
                if isAlone { queue.setLeast(forReluctant: max(1, queue.capacity * 3 / 4)) }
                feedMembers(of: stream, input, modified: modified)
            }
        } catch {
            var record = InputRecord(path: input.path, bytes: input.bytes ?? 0, modified: modified)
            record.failure = error.message
            add(record)
        }
    }

    // MARK: Plain files

    private mutating func feedPlain(_ input: ExpandedInput, modified: Timestamp?) throws(ByteInputError) {
        let file = try PlainFile(path: input.path)
        var record = InputRecord(path: input.path, bytes: file.size, modified: modified)
        var (bytes, count) = try head(of: file, bytes: ReadingSizes.shortHeadBytes)
        if count < file.size, !recogniser.isEnough(head: bytes) {
            (bytes, count) = try head(of: file, bytes: ReadingSizes.headBytes)
        }
        guard let layout = recognise(bytes, isWhole: count >= file.size, fromFolder: input.fromFolder, &record) else {
            return
        }
        add(record)
        let place = BlockPlace(
            input: numbers.number(ofRecord: records.count - 1), layout: PlannedLayout(layout))
        var start = layout.dataStart
        while start < file.size, !meter.isOver {
            let end = min(file.size, start + partBytes(left: file.size - start))
            let isFirst = start == layout.dataStart
            let part = PlainRange(
                file: file, place: place, range: start..<end, isFirst: isFirst, isPart: !isFirst || end < file.size)
            guard queue.push(.range(part)) else { return }
            start = end
        }
    }

    private func head(of file: PlainFile, bytes: Int) throws(ByteInputError) -> (bytes: [UInt8], count: Int) {
        var head = ByteBlock(capacity: min(file.size, bytes))
        let count = try file.read(into: &head, fileOffset: 0)
        return (head.copyBytes(0..<count), count)
    }

    /// How many bytes of a file the next worker is to take: less and less at the end, so that all end together.
    private func partBytes(left: Int) -> Int {
        guard isLast, workers > 1 else { return ReadingSizes.partBytes }
        let pieces = left / (2 * workers * ReadingSizes.rangeBytes)
        return min(ReadingSizes.partBytes, max(1, pieces) * ReadingSizes.rangeBytes)
    }

    // MARK: Streams and archives

    private mutating func feedMembers(of stream: ByteStream, _ input: ExpandedInput, modified: Timestamp?) {
        while !meter.isOver {
            var path = input.path
            do throws(ByteInputError) {
                guard let member = try stream.nextMember() else { return }
                if let name = member.name {
                    path += "!" + name
                    guard TrackFileName.isAccepted(name) else {
                        warn("\(path) was passed over: its name is not that of a track file")
                        continue
                    }
                }
                let size = member.name == nil ? input.bytes : member.bytes
                try feedMember(
                    of: stream, InputRecord(path: path, bytes: size ?? 0, modified: modified),
                    countsBytes: size == nil, fromFolder: input.fromFolder)
            } catch {
                // Damage within a member is in its record already; the members behind it are tried.
                if records.last?.path != path || records.last?.failure == nil {
                    var record = InputRecord(path: path, bytes: input.bytes ?? 0, modified: modified)
                    record.failure = error.message
                    add(record)
                }
                if error.kind == .unreadable { return }
                if error.kind == .truncated || error.kind == .corrupt, error.member == nil { return }
            }
        }
    }

    private mutating func feedMember(
        of stream: ByteStream, _ newRecord: InputRecord, countsBytes: Bool, fromFolder: Bool
    ) throws(ByteInputError) {
        var record = newRecord
        var layout: PlannedLayout?
        var carried = ByteBlock(capacity: rules.longestRow + 1)
        var isSkipping = false
        var stored = stream.storedBytesRead
        while true {
            guard !meter.isOver, var block = spare.pop() else { return }
            block.count = 0
            block.append(0..<carried.count, of: carried)
            let before = carried.count
            carried.count = 0
            var count = 0
            var failure: ByteInputError?
            let begun = ContinuousClock.now
            do throws(ByteInputError) {
                count = try stream.read(into: &block, at: before)
            } catch {
                failure = error
                block.count = before
            }
            clock?.add("unpack", thread: numbers.feeder, seconds: StageClock.seconds(since: begun), bytes: count)
            meter.add(bytes: stream.storedBytesRead - stored)
            stored = stream.storedBytesRead
            if countsBytes, layout != nil {
                fed.records[records.count - 1].bytes += count
            } else if countsBytes {
                record.bytes += count
            }
            var start = 0
            if layout == nil {
                if let failure, before == 0 {
                    // A block that is not given back would be missed later, and waited for without end.
                    spare.push(block)
                    throw failure
                }
                let headCount = min(block.count, ReadingSizes.headBytes)
                let isWhole = block.count < block.capacity
                guard
                    let found = recognise(
                        block.copyBytes(0..<headCount), isWhole: isWhole && headCount == block.count,
                        fromFolder: fromFolder, &record)
                else {
                    spare.push(block)
                    return
                }
                add(record)
                layout = PlannedLayout(found)
                start = found.dataStart
            }
            let input = records.count - 1
            if isSkipping {
                // The rest of a row that is too long.
                if let newline = block.firstNewline(in: start..<block.count) {
                    start = newline + 1
                    isSkipping = false
                } else {
                    start = block.count
                }
            }
            let isEnd = failure == nil && count == 0
            var end = block.lastNewline(in: start..<block.count).map { $0 + 1 } ?? start
            if isEnd { end = block.count }
            if block.count - end > rules.longestRow {
                countExtra(.tooLong, input)
                isSkipping = true
            } else if failure == nil, !isEnd {
                carried.append(end..<block.count, of: block)
            } else if failure != nil, end < block.count {
                // The row in which the damage lies is cut off somewhere.
                countExtra(.badColumns, input)
            }
            if let layout, start < end {
                let place = BlockPlace(input: numbers.number(ofRecord: input), layout: layout, rows: start..<end)
                guard queue.push(.block(block, place)) else { return }
            } else {
                spare.push(block)
            }
            if let failure {
                fed.records[input].failure = failure.message
                throw failure
            }
            if isEnd { return }
        }
    }

    private mutating func add(_ record: InputRecord) {
        fed.records.append(record)
        fed.places.append(place)
    }

    private mutating func warn(_ sentence: String) { fed.warnings.append((place, sentence)) }

    private mutating func countExtra(_ reason: RejectReason, _ input: Int) {
        var ledger = RejectLedger()
        ledger.rows = 1
        ledger.reject(reason)
        fed.extra.append((input, ledger))
    }

    // MARK: Layout

    /// The layout of an input, or nil when it is refused or passed over; then the record is settled.
    private mutating func recognise(
        _ head: [UInt8], isWhole: Bool, fromFolder: Bool, _ record: inout InputRecord
    ) -> TrackLayout? {
        if fromFolder {
            let line = Array(head.prefix(4_096).prefix { $0 != 10 })
            let known = lastLine.flatMap { $0.bytes == line ? $0 : nil }
            let answer = known ?? (line, passOver(String(decoding: line, as: UTF8.self)))
            lastLine = answer
            if let reason = answer.reason {
                warn("\(record.path) was passed over: \(reason)")
                return nil
            }
        }
        do throws(LayoutProblem) {
            let layout = try recogniser.layout(ofHead: head, isWhole: isWhole)
            record.layout = layout.name
            if let remark = layout.remark { warn("\(record.path): \(remark)") }
            return layout
        } catch {
            record.failure = "\(record.path): \(error.message)."
            add(record)
            return nil
        }
    }
}
