import Synchronization

/// Measures how long each thread works at each stage of a run, and over how many bytes.
///
/// Two readings of the clock for each piece of work, so pieces should be worth a millisecond or so.
public final class StageClock: Sendable {
    /// One thread's part of a stage.
    public struct Entry: Hashable, Sendable {
        /// What was done, in a word or two.
        public var stage: String
        /// The number of the thread within the stage, from 0.
        public var thread: Int
        /// Seconds at work; waiting for others is not counted where it can be told apart.
        public var seconds: Double
        /// Bytes that were read or written; 0 where that says nothing.
        public var bytes: Int
    }

    private let collected = Mutex<[Entry]>([])

    public init() {}

    /// Adds to what a thread did; stages keep the order in which they were first named.
    public func add(_ stage: String, thread: Int, seconds: Double, bytes: Int = 0) {
        collected.withLock { entries in
            if let index = entries.firstIndex(where: { $0.stage == stage && $0.thread == thread }) {
                entries[index].seconds += seconds
                entries[index].bytes += bytes
            } else {
                entries.append(Entry(stage: stage, thread: thread, seconds: seconds, bytes: bytes))
            }
        }
    }

    /// Does some work on the calling thread and adds its time.
    public func measure<Result, Failure: Error>(
        _ stage: String, thread: Int = 0, bytes: Int = 0, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer { add(stage, thread: thread, seconds: StageClock.seconds(since: start), bytes: bytes) }
        return try work()
    }

    /// Everything measured: by stage in the order of their beginning, then by thread.
    public var entries: [Entry] {
        let entries = collected.withLock { $0 }
        var order: [String: Int] = [:]
        for entry in entries where order[entry.stage] == nil { order[entry.stage] = order.count }
        return entries.sorted { (order[$0.stage] ?? 0, $0.thread) < (order[$1.stage] ?? 0, $1.thread) }
    }

    /// Seconds of the monotonic clock since a moment.
    public static func seconds(since start: ContinuousClock.Instant) -> Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
