import Glibc
import ScanPipeline
import Synchronization

/// One line on standard error that shows how far a scan is, redrawn in place at most ten times a second.
final class ProgressLine: Sendable {
    private struct State: Sendable {
        var isDrawn = false
        var lastDrawn: Double?
        var isFinished = false
    }

    private let state = Mutex(State())
    private let columns: Int
    private let draw: @Sendable (String) -> Void
    /// Seconds between two drawings.
    private static let interval = 0.1

    /// `columns` is the width of the terminal; `draw` writes to it.
    init(columns: Int, draw: @escaping @Sendable (String) -> Void = { writeToStandardError($0) }) {
        self.columns = columns
        self.draw = draw
    }

    /// Shows a state, unless the last one was shown less than a tenth of a second ago.
    func show(_ progress: ScanProgress) {
        state.withLock { state in
            guard !state.isFinished else { return }
            if let last = state.lastDrawn, progress.elapsedSeconds - last < ProgressLine.interval { return }
            state.lastDrawn = progress.elapsedSeconds
            state.isDrawn = true
            // Carriage return, text, erase to the end of the line (ECMA-48 EL).
            draw("\r\(progressText(progress).prefix(max(1, columns - 1)))\u{1B}[K")
        }
    }

    /// Removes the line; nothing is shown after this.
    func finish() {
        state.withLock { state in
            if state.isDrawn { draw("\r\u{1B}[K") }
            state.isDrawn = false
            state.isFinished = true
        }
    }

    /// Removes the line when the program is being ended; never waits for a drawing that hangs on a stopped terminal.
    func clearAtOnce() {
        _ = state.withLockIfAvailable { state in
            if state.isDrawn { draw("\r\u{1B}[K") }
        }
    }
}

/// How far a scan is, in words: `reading 412.0 MB of 1.1 GB, 38 %, 12.4 M rows/s, 2 s left`.
func progressText(_ progress: ScanProgress) -> String {
    guard progress.stage == .reading else {
        let doing =
            switch progress.stage {
            case .reading: "reading"
            case .inspecting: "looking at tracks"
            case .detecting: "finding meetings"
            case .screening: "checking lists"
            }
        return "\(doing), \(countText(Double(progress.rows))) rows read, \(Int(max(0, progress.elapsedSeconds))) s"
    }
    var parts = ["reading \(byteText(progress.bytesRead))"]
    if let total = progress.bytesTotal, total > 0 {
        let share = min(1, Double(progress.bytesRead) / Double(total))
        parts[0] += " of \(byteText(total))"
        parts.append("\(Int(share * 100)) %")
    }
    if progress.elapsedSeconds > 0 {
        parts.append("\(countText(Double(progress.rows) / progress.elapsedSeconds)) rows/s")
    }
    if let left = secondsLeft(progress) { parts.append("\(left < 60 ? "\(left) s" : durationText(left)) left") }
    return parts.joined(separator: ", ")
}

/// An estimate that waits until it can be one: after a second and a hundredth of the bytes.
private func secondsLeft(_ progress: ScanProgress) -> Int? {
    guard let total = progress.bytesTotal, total > 0, progress.bytesRead > total / 100, progress.elapsedSeconds >= 1
    else { return nil }
    let perByte = progress.elapsedSeconds / Double(progress.bytesRead)
    return Int(exactly: (perByte * Double(max(0, total - progress.bytesRead))).rounded(.up))
}

/// A number of bytes with a decimal unit, for instance `1.1 GB`.
private func byteText(_ bytes: Int) -> String { scaled(Double(bytes), ["B", "kB", "MB", "GB", "TB"]) }

/// A count with a unit of thousands, for instance `12.4 M`.
private func countText(_ count: Double) -> String { scaled(count, ["", "k", "M", "G", "T"]) }

private func scaled(_ value: Double, _ units: [String]) -> String {
    var value = value
    var unit = 0
    while value >= 999.95, unit < units.count - 1 {
        value /= 1_000
        unit += 1
    }
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "?" }
    let number = unit == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return units[unit].isEmpty ? number : "\(number) \(units[unit])"
}
