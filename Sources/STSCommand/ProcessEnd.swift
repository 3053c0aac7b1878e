import Synchronization

/// What the system is left to tidy up.
///
/// A crowded port leaves hundreds of thousands of events, and a busy sea the tracks of thousands of vessels. To free them
/// one by one, just before the process ends and the system takes all of its memory at once, would be time for nothing.
enum ProcessEnd {
    private static let kept = Mutex<[any Sendable]>([])

    /// Keeps a value until the process ends. Not for values with something left to do: nothing is told of the end.
    static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
