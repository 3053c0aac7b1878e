import Glibc

/// A queue of limited length between threads: a full queue makes the giver wait, an empty one the taker.
///
/// The limit is what keeps memory flat when unpacking is faster than parsing. Elements may be noncopyable, so a
/// `ByteBlock` pushed by one thread belongs to the thread that pops it. Any number of threads may push and pop.
@safe
public final class BoundedQueue<Element: ~Copyable & Sendable>: @unchecked Sendable {
    // @unchecked Sendable is honest here: every access to the mutable state happens with `mutex` held.

    private enum State { case open, closed, cancelled }

    /// The most elements that wait at one time, at least 1.
    public let capacity: Int
    private let elements: UnsafeMutablePointer<Element>
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let notEmpty: UnsafeMutablePointer<pthread_cond_t>
    private let notFull: UnsafeMutablePointer<pthread_cond_t>
    /// For takers that wait for many elements.
    private let plenty: UnsafeMutablePointer<pthread_cond_t>
    private var leastForReluctant = 1
    private var state = State.open
    private var first = 0
    private var count = 0

    /// Makes an open, empty queue.
    public init(capacity: Int) {
        precondition(capacity >= 1, "a queue holds at least one element")
        self.capacity = capacity
        // Safe: because each allocation is owned by this object alone, initialised here and freed in `deinit`; POSIX
        // wants mutexes and conditions to keep their address, which heap memory does.
        unsafe elements = .allocate(capacity: capacity)
        unsafe mutex = .allocate(capacity: 1)
        unsafe notEmpty = .allocate(capacity: 1)
        unsafe notFull = .allocate(capacity: 1)
        unsafe plenty = .allocate(capacity: 1)
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(notEmpty, nil)
        unsafe pthread_cond_init(notFull, nil)
        unsafe pthread_cond_init(plenty, nil)
    }

    deinit {
        dropAll()
        // Safe: because nobody else can hold the object now, so no thread waits on these.
        unsafe pthread_cond_destroy(plenty)
        unsafe pthread_cond_destroy(notFull)
        unsafe pthread_cond_destroy(notEmpty)
        unsafe pthread_mutex_destroy(mutex)
        unsafe plenty.deallocate()
        unsafe notFull.deallocate()
        unsafe notEmpty.deallocate()
        unsafe mutex.deallocate()
        unsafe elements.deallocate()
    }

    /// Adds an element at the end and waits for room if need be; false when the queue was closed or cancelled meanwhile.
    ///
    /// An element that was not taken is dropped.
    @discardableResult
    public func push(_ element: consuming Element) -> Bool {
        lock()
        defer { unlock() }
        while state == .open && count == capacity {
            // Safe: because the mutex is held, as the call demands.
            unsafe pthread_cond_wait(notFull, mutex)
        }
        guard state == .open else { return false }
        // Safe: because the slot behind the last element is free while `count < capacity` and the mutex is held.
        unsafe (elements + (first + count) % capacity).initialize(to: element)
        count += 1
        unsafe pthread_cond_signal(notEmpty)
        if leastForReluctant > 1, count >= leastForReluctant { unsafe pthread_cond_signal(plenty) }
        return true
    }

    /// Takes the first element and waits for one if need be; nil when there is none and never will be.
    ///
    /// - Parameter isReluctant: whether to wait for as many elements as `setLeast(forReluctant:)` says, or the end.
    public func pop(isReluctant: Bool = false) -> Element? {
        lock()
        defer { unlock() }
        while state == .open && count < (isReluctant ? leastForReluctant : 1) {
            // Safe: because the mutex is held, as the call demands.
            unsafe pthread_cond_wait(isReluctant && leastForReluctant > 1 ? plenty : notEmpty, mutex)
        }
        return takeFirst()
    }

    /// Leaves the elements to the takers that are not reluctant while fewer than this wait, 1...capacity; 1 at first.
    ///
    /// For work that one taker can do as fast as it comes: several would only be in each other's way.
    public func setLeast(forReluctant least: Int) {
        precondition((1...capacity).contains(least), "a queue never holds so many elements")
        lock()
        leastForReluctant = least
        wakeAll()
        unlock()
    }

    /// Says that no more will come: waiting elements can still be popped, then `pop` gives nil.
    public func close() {
        lock()
        if state == .open { state = .closed }
        wakeAll()
        unlock()
    }

    /// Drops what waits and lets every waiting thread go: `push` gives false and `pop` nil from now on.
    public func cancel() {
        lock()
        state = .cancelled
        dropAll()
        wakeAll()
        unlock()
    }

    /// Moves the first element out; the mutex is held.
    private func takeFirst() -> Element? {
        guard count > 0 else { return nil }
        // Safe: because the first slot is initialised while `count > 0`, and it counts as free from here on.
        let element = unsafe (elements + first).move()
        first = (first + 1) % capacity
        count -= 1
        unsafe pthread_cond_signal(notFull)
        return element
    }

    private func dropAll() {
        while count > 0 {
            // Safe: because the first slot is initialised while `count > 0`.
            unsafe (elements + first).deinitialize(count: 1)
            first = (first + 1) % capacity
            count -= 1
        }
    }

    // Safe (all three): because the mutex and the conditions live as long as the object.
    private func lock() { unsafe pthread_mutex_lock(mutex) }
    private func unlock() { unsafe pthread_mutex_unlock(mutex) }
    private func wakeAll() {
        unsafe pthread_cond_broadcast(notEmpty)
        unsafe pthread_cond_broadcast(notFull)
        unsafe pthread_cond_broadcast(plenty)
    }
}
