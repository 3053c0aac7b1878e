import Glibc
import Synchronization

/// Runs a piece of work on several threads at once and waits for all of them.
///
/// These are plain threads and not a pool that runs as many as there are cores: workers wait for each other through
/// queues, so each must really run, on a machine with a single core too.
public enum WorkerThreads {
    /// Calls `body` with 0, 1, ... `count - 1`, each on a thread of its own (0 on the calling one), until all return.
    ///
    /// Throws, before any call of `body`, when the system does not grant that many threads.
    public static func run(count: Int, body: @Sendable (Int) -> Void) throws(ThreadStartFailure) {
        precondition(count >= 0, "a number of threads is not negative")
        guard count > 1 else {
            if count == 1 { body(0) }
            return
        }
        let failure = withoutActuallyEscaping(body) { body in
            // Each thread waits for a permit, so that either all of them run or none does.
            let permits = BoundedQueue<Bool>(capacity: count)
            var threads: [pthread_t] = []
            var failure: ThreadStartFailure?
            for index in 1..<count {
                let start = ThreadStart { if permits.pop() != nil { body(index) } }
                var thread = pthread_t()
                // Safe: because the object is retained here and released by the one thread that gets the pointer.
                let errorNumber = unsafe pthread_create(
                    &thread, nil, threadMain, Unmanaged.passRetained(start).toOpaque())
                guard errorNumber == 0 else {
                    // Safe: because no thread got the pointer, so nobody else releases it.
                    unsafe Unmanaged.passUnretained(start).release()
                    failure = ThreadStartFailure(wanted: count, reason: systemMessage(errorNumber))
                    break
                }
                threads.append(thread)
            }
            if failure == nil {
                for _ in 1..<count { permits.push(true) }
                body(0)
            } else {
                permits.cancel()
            }
            for thread in threads {
                // Every thread in the list was started joinable and is joined once.
                pthread_join(thread, nil)
            }
            return failure
        }
        if let failure { throw failure }
    }

    /// Lets other threads of the process, and of others, go first on the cores that the calling thread shares with them.
    ///
    /// For those that wait for what others make: a thread that makes it should not wait for a core. It lasts as long as
    /// the thread; the system may refuse, and nothing depends on it.
    public static func goBehindOthers() {
        // To Linux 0 is the calling thread, not the process.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    }

    /// As `run`, but gathers what the calls return, in the order of their numbers.
    public static func map<Result: Sendable>(
        count: Int, body: @Sendable (Int) -> Result
    ) throws(ThreadStartFailure) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        try run(count: count) { index in
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}

/// The system did not grant the threads that were asked for.
public struct ThreadStartFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many threads were wanted.
    public var wanted: Int
    /// The system's words.
    public var reason: String

    public var description: String { "\(wanted) threads could not be started: \(reason); ask for fewer threads." }
}

/// What a new thread does, boxed so that it can pass through the C call.
private final class ThreadStart: Sendable {
    let body: @Sendable () -> Void
    init(body: @escaping @Sendable () -> Void) { self.body = body }
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context = unsafe context {
        // Safe: because the pointer is the retained `ThreadStart` that `run` passed to this thread alone.
        unsafe Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().body()
    }
    return nil
}
