import Dispatch
import Synchronization

/// Computes `body(0)`...`body(count - 1)` on up to `threads` threads and returns the results in that order.
///
/// Which thread computes what is left to chance; the order of the results is not. `body` must not depend on the order
/// in which it is called. Complexity: `count` calls, handed out one at a time.
///
/// - Parameters:
///   - clock: told how long each thread worked, under the name `stage`.
public func parallelMap<Result: Sendable>(
    count: Int, threads: Int, clock: StageClock? = nil, stage: String = "", _ body: @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1, threads > 1 else {
        guard let clock else { return (0..<max(0, count)).map(body) }
        return clock.measure(stage) { (0..<max(0, count)).map(body) }
    }
    let next = Atomic<Int>(0)
    let collected = Mutex<[(index: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { thread in
        let start = ContinuousClock.now
        defer { clock?.add(stage, thread: thread, seconds: StageClock.seconds(since: start)) }
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = body(index)
            collected.withLock { $0.append((index, result)) }
        }
    }
    return collected.withLock { $0 }.sorted { $0.index < $1.index }.map(\.result)
}
