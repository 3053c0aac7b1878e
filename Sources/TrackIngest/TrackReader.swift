public import ByteInput
import FixMemory
public import MaritimeModel
import Synchronization
public import WorkSharing

/// What was read: the tracks, and the account of every input.
public struct TrackReading: Sendable {
    public var tracks: TrackTable
    /// One record an input or member of an archive, in the order in which they were read.
    public var inputs: [InputRecord]
    /// What the reader of a report should know, one sentence each.
    public var warnings: [String]
}

/// Why nothing trustworthy was read.
public enum TrackReadingFailure: Error, Hashable, Sendable {
    /// Fixes that memory has no room for could not be put aside.
    case storage(String)
    /// The system gave no threads.
    case threads(String)
    /// The work done meanwhile said that the rows are of no use.
    case unwanted
}

/// Reads track files of any known layout into one table.
///
/// Plain files are cut into ranges of bytes that workers fetch and parse side by side; packed ones are unpacked by
/// threads of their own, several files at a time, while others parse. What comes out does not depend on who read what, or in which order.
public struct TrackReader: Sendable {
    /// Rows longer than this many bytes are rejected.
    public static let longestRow = 1 << 20
    /// Bytes that positions may take in memory unless it is said otherwise; more of them go to a temporary file.
    public static let usualMemoryBytes = 64 << 20
    /// Fixes that a worker sorts at a time, at least and at most.
    private static let batchFixes = 4_096...1_048_576

    private let recogniser: LayoutRecogniser
    private let rules: IngestRules
    private let threads: Int
    private let memoryBytes: Int
    private let cutsSegments: Bool
    private let clock: StageClock?
    private let passOver: @Sendable (String) -> String?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - columns: our column name -> header name or number, for layouts that are not known.
    ///   - latestTime: later times are rejected as lying in the future.
    ///   - rejectsNonVessels: whether base stations, aids to navigation, aircraft and beacons are rejected.
    ///   - cutsSegments: whether each identity's fixes are cut into the tracks that one hull can have sailed, lone
    ///     fixes that fit none and late copies taken out; else they stay together as they are.
    ///   - memoryBytes: how many bytes positions may take in memory; what is more goes to a nameless temporary file.
    ///   - clock: told how long each thread works at what.
    ///   - passOver: why a file found in a folder is to be left alone, judged by its first line; nil to read it.
    public init(
        columns: [TrackColumn: String] = [:], latestTime: Timestamp, rejectsNonVessels: Bool = true,
        cutsSegments: Bool = true,
        threads: Int = 1, memoryBytes: Int = TrackReader.usualMemoryBytes,
        clock: StageClock? = nil, passOver: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        recogniser = LayoutRecogniser(userColumns: columns)
        // AIS was specified in the 1990s; an earlier time is a clock that was never set.
        let earliest = Timestamp(CivilDate(daysSince1970: 7_305)).secondsSince1970
        rules = IngestRules(
            times: earliest...max(earliest, min(latestTime.secondsSince1970, Int64(UInt32.max))),
            rejectsNonVessels: rejectsNonVessels, longestRow: Self.longestRow)
        self.threads = max(1, threads)
        self.memoryBytes = memoryBytes
        self.cutsSegments = cutsSegments
        self.clock = clock
        self.passOver = passOver
    }

    /// Reads all inputs.
    ///
    /// - Parameters:
    ///   - meanwhile: other work, done on a thread of its own while rows are read; false ends the reading.
    ///   - progress: stored bytes and rows read so far; called from any thread, often.
    public func read(
        _ inputs: [ExpandedInput], meanwhile: (@Sendable () -> Bool)? = nil,
        progress: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void = { _, _ in }
    ) throws(TrackReadingFailure) -> TrackReading {
        // A quarter of the memory is for what is being sorted, and half for what was sorted.
        let meter = ReadingMeter(mostFixes: memoryBytes / 2 / MemoryLayout<StoredFix>.stride, report: progress)
        let batchFixes = min(
            max(memoryBytes / 4 / FixBatch.bytesPerFix / threads, Self.batchFixes.lowerBound),
            Self.batchFixes.upperBound)
        let feeders = max(1, min(threads, inputs.count))
        let blocks = 4 * threads + feeders + 1
        let queue = BoundedQueue<ReadTask>(capacity: threads * 4)
        let spare = BoundedQueue<ByteBlock>(capacity: blocks)
        for _ in 0..<blocks {
            spare.push(ByteBlock(capacity: ReadingSizes.blockCapacity(longestRow: rules.longestRow)))
        }
        let next = Atomic<Int>(0)
        let feeding = Atomic<Int>(feeders)
        let fed = Mutex<[FedInputs.Part]>([FedInputs.Part](repeating: FedInputs.Part(), count: feeders))
        let harvests = Mutex<[WorkerHarvest]>([])
        do throws(ThreadStartFailure) {
            try WorkerThreads.run(count: feeders + threads + (meanwhile == nil ? 0 : 1)) { thread in
                if thread >= feeders + threads {
                    if meanwhile?() == false { meter.stop() }
                } else if thread < feeders {
                    var feeder = InputFeeder(
                        recogniser: recogniser, rules: rules, queue: queue, spare: spare, meter: meter,
                        clock: clock, workers: threads, numbers: FeederNumbers(feeder: thread, feeders: feeders),
                        passOver: passOver)
                    feeder.isAlone = feeders == 1
                    while !meter.isOver {
                        let place = next.add(1, ordering: .relaxed).oldValue
                        guard place < inputs.count else { break }
                        feeder.isLast = place == inputs.count - 1
                        feeder.feed(inputs[place], place: place)
                    }
                    fed.withLock { $0[thread] = feeder.fed }
                    // The last one says that nothing follows.
                    if feeding.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { queue.close() }
                } else {
                    do throws(FixMemoryError) {
                        var worker = try ReadingWorker(
                            number: thread - feeders, rules: rules, batchFixes: batchFixes, meter: meter, clock: clock)
                        worker.work(through: queue, spare: spare)
                        let harvest = worker.harvest()
                        harvests.withLock { $0.append(harvest) }
                    } catch {
                        meter.fail(error)
                        ReadingWorker.passOver(queue, spare: spare)
                    }
                }
            }
        } catch {
            throw .threads(error.description)
        }
        if let failure = meter.failure { throw .storage(failure.message) }
        if meter.isOver { throw .unwanted }
        let parts = FedInputs(fed.withLock { $0 })
        let sorted = harvests.withLock { harvests in
            defer { harvests = [] }
            return harvests.sorted { $0.number < $1.number }
        }
        do throws(FixMemoryError) {
            return try assemble(sorted, parts)
        } catch {
            throw .storage(error.message)
        }
    }

    private func assemble(
        _ harvests: [WorkerHarvest], _ fed: FedInputs
    ) throws(FixMemoryError) -> TrackReading {
        var records = fed.records
        for (input, ledger) in fed.extra { records[input].ledger.add(ledger) }
        for harvest in harvests {
            for record in harvest.records { records[fed.positions[record.input]].add(record) }
            for failure in harvest.failures {
                let input = fed.positions[failure.input]
                records[input].failure = records[input].failure ?? failure.message
            }
        }
        let assembly = try TrackAssembly(
            harvests, inputs: fed, cutsSegments: cutsSegments, threads: threads, clock: clock,
            // The sorted fixes take as much, and go only when the table is complete.
            mostBytesInMemory: memoryBytes / 2)
        for (input, rejected) in assembly.rejected {
            for (reason, count) in rejected {
                records[input].ledger.fixes -= count
                records[input].ledger.reject(reason, count: count)
            }
        }
        return TrackReading(tracks: assembly.table, inputs: records, warnings: fed.warnings)
    }
}

extension InputRecord {
    /// Adds what a worker counted.
    fileprivate mutating func add(_ record: PieceRecord) {
        ledger.add(record.ledger)
        guard record.firstTime <= record.lastTime else { return }
        let first = Timestamp(secondsSince1970: record.firstTime)
        let last = Timestamp(secondsSince1970: record.lastTime)
        firstTime = min(firstTime ?? first, first)
        lastTime = max(lastTime ?? last, last)
    }
}
