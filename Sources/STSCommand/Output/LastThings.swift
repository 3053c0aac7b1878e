import Synchronization

/// Holds on to what the system takes back quicker than the program can: all of it, when the process ends.
enum LastThings {
    private static let kept = Mutex<[any Sendable]>([])

    /// Keeps a value until the process ends, which must be about to.
    static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
