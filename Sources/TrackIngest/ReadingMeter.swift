import FixMemory
import Synchronization

/// Counts what has been read, for progress and for the limit of memory, and remembers that reading has failed.
final class ReadingMeter: Sendable {
    private let bytes = Atomic<Int>(0)
    private let rows = Atomic<Int>(0)
    /// Fixes that are held in memory.
    private let fixes = Atomic<Int>(0)
    private let mostFixes: Int
    private let report: @Sendable (_ bytes: Int, _ rows: Int) -> Void

    private let failed = Mutex<FixMemoryError?>(nil)
    private let isStopped = Atomic<Bool>(false)

    init(mostFixes: Int, report: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void) {
        self.mostFixes = mostFixes
        self.report = report
    }

    /// Why fixes could not be put aside; nil as long as they could.
    var failure: FixMemoryError? { failed.withLock { $0 } }

    /// Whether reading is to end before the input does.
    var isOver: Bool { isStopped.load(ordering: .relaxed) }

    /// Notes that fixes could not be put aside, which ends the reading.
    func fail(_ error: FixMemoryError) {
        failed.withLock { $0 = $0 ?? error }
        stop()
    }

    /// Ends the reading: nobody wants the rows any more.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Whether memory has room for so many more fixes; if so they are counted.
    func takes(fixes count: Int) -> Bool {
        if fixes.add(count, ordering: .relaxed).newValue <= mostFixes { return true }
        fixes.subtract(count, ordering: .relaxed)
        return false
    }

    func add(bytes count: Int) {
        bytes.add(count, ordering: .relaxed)
        tell()
    }

    func add(rows count: Int) {
        rows.add(count, ordering: .relaxed)
        tell()
    }

    private func tell() {
        report(bytes.load(ordering: .relaxed), rows.load(ordering: .relaxed))
    }
}
