import Glibc
import Synchronization

/// What happens when the user or the system ends the program early: hidden files go, the progress line goes, and the
/// program ends by the signal, so that a shell sees 130 for Ctrl-C and 143 for a plain `kill`.
///
/// The signals are blocked everywhere and one thread waits for them, so nothing here runs inside a signal handler.
enum Interruption {
    private struct State: Sendable {
        var watched: [Int32] = []
        var hiddenFiles: [String] = []
        var clearLine: (@Sendable () -> Void)?
    }

    private static let state = Mutex(State())

    /// Begins to watch; to be called before any other thread is started.
    static func watch() {
        let blocked = SystemCalls.block([SIGINT, SIGTERM, SIGHUP])
        guard !blocked.isEmpty else { return }
        state.withLock { $0.watched = blocked }
        // Without the thread nobody would see the signals: better to end at once than not at all.
        if !SystemCalls.startInterruptionThread() { SystemCalls.unblock(blocked) }
    }

    /// Names a file that must not outlive the program.
    static func removeOnSignal(_ path: String) {
        state.withLock { $0.hiddenFiles.append(path) }
    }

    /// The file is gone or has become the real one.
    static func forget(_ path: String) {
        state.withLock { $0.hiddenFiles.removeAll { $0 == path } }
    }

    /// Says how to clear what is on the terminal, or nil when nothing is.
    static func clearLineOnSignal(_ clear: (@Sendable () -> Void)?) {
        state.withLock { $0.clearLine = clear }
    }

    /// Waits for a signal and ends the program; returns only when there is nothing to wait for.
    static func waitAndEnd() {
        let watched = state.withLock { $0.watched }
        guard let number = SystemCalls.wait(for: watched) else { return }
        // The lock is kept to the end, so that no new hidden file can be announced.
        state.withLock { state in
            for path in state.hiddenFiles { SystemCalls.removeFile(path) }
            state.clearLine?()
            SystemCalls.endProcess(by: number)
        }
    }
}
