import FixMemory
import Synchronization

/// Counts what has been read, for progress and for the limit of memory, and remembers that reading has failed.
final class ReadingMeter: Sendable {
    private let bytes = Atomic<Int>(0)
    private let rows = Atomic<Int>(0)
    private let fixes = Atomic<Int>(0)
    private let mostFixes: Int
    private let report: @Sendable (_ bytes: Int, _ rows: Int) -> Void

    init(mostFixes: Int, report: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void) {
        self.mostFixes = mostFixes
        self.report = report
    }

    /// Why reading cannot go on; nil while it can.
    private let failed = Mutex<FixMemoryError?>(nil)

    var failure: FixMemoryError? { failed.withLock { $0 } }

    /// Whether anything failed, for the feeder to stop.
    var hasFailed: Bool { failure != nil }

    /// Notes that fixes could not be put aside.
    func fail(_ error: FixMemoryError) { failed.withLock { $0 = $0 ?? error } }

    /// Whether more fixes have been read than may be held in memory.
    var isOverLimit: Bool { fixes.load(ordering: .relaxed) > mostFixes }

    func add(bytes count: Int) {
        bytes.add(count, ordering: .relaxed)
        tell()
    }

    func add(rows count: Int, fixes fixCount: Int) {
        rows.add(count, ordering: .relaxed)
        fixes.add(fixCount, ordering: .relaxed)
        tell()
    }

    private func tell() {
        report(bytes.load(ordering: .relaxed), rows.load(ordering: .relaxed))
    }
}
