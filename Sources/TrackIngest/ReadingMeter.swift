import Synchronization

/// Counts what has been read, for progress and for the limit of memory.
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

    /// Whether more fixes have been read than may be held.
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
