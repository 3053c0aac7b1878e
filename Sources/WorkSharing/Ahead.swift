import Dispatch
import Synchronization

/// Work that goes on while its caller does something else.
public final class Ahead<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchGroup()

    /// Begins the work on another thread.
    public init(_ work: @escaping @Sendable () -> Value) {
        done.enter()
        DispatchQueue.global().async { [self] in
            let value = work()
            result.withLock { $0 = value }
            done.leave()
        }
    }

    /// Waits for the result and takes it; to be called once.
    public func take() -> Value {
        done.wait()
        guard let value = result.withLock({ $0.take() }) else { preconditionFailure("a result is taken once") }
        return value
    }
}
