import Synchronization

/// Hands progress to the caller, from one thread at a time and at most ten times a second.
final class ProgressMeter: Sendable {
    private let start = ContinuousClock.now
    private let bytesTotal: Int?
    private let last = Mutex<ContinuousClock.Instant?>(nil)
    private let report: @Sendable (ScanProgress) -> Void

    init(bytesTotal: Int?, report: @escaping @Sendable (ScanProgress) -> Void) {
        self.bytesTotal = bytesTotal
        self.report = report
    }

    /// Wall-clock seconds since the scan began.
    var elapsedSeconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Tells the caller, unless it was told less than a tenth of a second ago or is being told right now.
    func tell(_ stage: ScanProgress.Stage, bytes: Int, rows: Int, always: Bool = false) {
        _ = last.withLockIfAvailable { last in
            let now = ContinuousClock.now
            if !always, let last, now - last < .milliseconds(100) { return }
            last = now
            report(
                ScanProgress(
                    stage: stage, bytesRead: bytes, bytesTotal: bytesTotal, rows: rows,
                    elapsedSeconds: elapsedSeconds))
        }
    }
}
