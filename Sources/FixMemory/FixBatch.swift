import Glibc

/// Room for the fixes that one thread reads, until there are enough of them to be sorted by identity.
///
/// Sorting counts and then stores each fix where it belongs. The batch is small enough for this to happen in or near
/// the processor's caches, which is what makes it cheap; what follows deals in the few fixes of one identity at a time.
@safe
public struct FixBatch: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory belongs to this value alone, which cannot be copied.

    /// How many fixes there is room for.
    public let capacity: Int
    /// How many there are.
    public private(set) var count = 0
    private let read: UnsafeMutablePointer<ReadFix>
    private let sorted: UnsafeMutablePointer<StoredFix>
    /// By identity: how many fixes it has, then where the next one goes.
    private var places: [UInt32] = []

    /// A fix as it is read: sixteen bytes.
    private struct ReadFix: BitwiseCopyable {
        var identity: UInt32
        var fix: StoredFix
    }

    /// The fixes of one identity, which stand together.
    public struct Group: BitwiseCopyable, Hashable, Sendable {
        public var identity: UInt32
        public var count: UInt32

        public init(identity: UInt32, count: UInt32) {
            self.identity = identity
            self.count = count
        }
    }

    /// Bytes that a batch takes for each fix of its capacity.
    public static let bytesPerFix = MemoryLayout<ReadFix>.stride + MemoryLayout<StoredFix>.stride

    /// Makes an empty batch; memory is taken as it fills.
    public init(capacity: Int) throws(FixMemoryError) {
        precondition(capacity > 0 && capacity < Int(UInt32.max))
        let memory = unsafe try FixBatch.memory(bytes: capacity * FixBatch.bytesPerFix)
        self.capacity = capacity
        // Safe: because the memory has room for both, and plain elements need no initialising.
        unsafe read = memory.bindMemory(to: ReadFix.self, capacity: capacity)
        unsafe sorted = (memory + capacity * MemoryLayout<ReadFix>.stride)
            .bindMemory(to: StoredFix.self, capacity: capacity)
    }

    deinit {
        // Safe: because this is what was mapped, and nothing else refers to it.
        _ = unsafe munmap(read, capacity * FixBatch.bytesPerFix)
    }

    /// Memory in large pages where the system has them, since sorting writes to all of it in turn.
    ///
    /// It is the system's and not the heap's: a heap that once gave back so large a piece holds on to others as large.
    private static func memory(bytes: Int) throws(FixMemoryError) -> UnsafeMutableRawPointer {
        // Safe: because the mapping is new, and its address only used when there is one.
        guard
            let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            unsafe memory != MAP_FAILED
        else { throw FixMemoryError("there are no \(bytes) bytes of memory for positions; give less with --memory") }
        if bytes >= 4 << 20 { _ = unsafe madvise(memory, bytes, MADV_HUGEPAGE) }
        return unsafe memory
    }

    /// Adds a fix; traps when there is no room.
    @inline(__always)
    public mutating func append(identity: UInt32, time: UInt32, latitude: Int32, longitude: Int32) {
        precondition(count < capacity, "the batch is full")
        let fix = StoredFix(time: time, latitude: latitude, longitude: longitude)
        // Safe: because the place lies within the capacity.
        unsafe (read + count).initialize(to: ReadFix(identity: identity, fix: fix))
        count &+= 1
    }

    /// Forgets all fixes.
    public mutating func removeAll() { count = 0 }

    /// Sorts the fixes by identity, in the order given; those of one identity stay in the order of their arrival.
    ///
    /// Complexity: O(fixes + identities).
    ///
    /// - Parameter order: the numbers of all identities that there may be, 0 and up, each once.
    /// - Returns: the groups that have fixes.
    public mutating func sort(by order: [UInt32]) -> [Group] {
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(0, count: order.count))
        // Safe: because all fixes up to `count` were set.
        for fix in 0..<count { places[Int(unsafe read[fix].identity)] &+= 1 }
        var groups: [Group] = []
        groups.reserveCapacity(min(count, order.count))
        var place: UInt32 = 0
        for identity in order {
            let own = places[Int(identity)]
            guard own > 0 else { continue }
            groups.append(Group(identity: identity, count: own))
            places[Int(identity)] = place
            place += own
        }
        precondition(place == count, "an identity is missing in the order, or stands in it twice")
        // Safe: because all fixes up to `count` were set and counted, so that their identities are numbers of places;
        // each identity has as many places as it has fixes, and all places together are `count`.
        unsafe places.withUnsafeMutableBufferPointer { places in
            for fix in 0..<count {
                let identity = unsafe Int(read[fix].identity)
                let place = unsafe places[identity]
                unsafe places[identity] = place &+ 1
                unsafe (sorted + Int(place)).initialize(to: read[fix].fix)
            }
        }
        return groups
    }

    /// Puts what belongs to the fixes, one each in the order of their arrival, into the order of the sorted ones.
    public mutating func sorted(_ values: [UInt32], by groups: [Group]) -> [UInt32] {
        precondition(values.count == count)
        var place: UInt32 = 0
        for group in groups {
            places[Int(group.identity)] = place
            place += group.count
        }
        var result = [UInt32](repeating: 0, count: count)
        for (fix, value) in values.enumerated() {
            // Safe: because all fixes up to `count` were set.
            let identity = Int(unsafe read[fix].identity)
            result[Int(places[identity])] = value
            places[identity] &+= 1
        }
        return result
    }

    /// A copy of the sorted fixes.
    public func sortedFixes() -> [StoredFix] {
        // Safe: because that many fixes were sorted.
        unsafe Array(UnsafeBufferPointer(start: sorted, count: count))
    }

    /// Writes the sorted fixes to a file, at an offset in bytes.
    public func write(to file: TemporaryFile, at offset: Int) throws(FixMemoryError) {
        // Safe: because that many fixes were sorted, and the file only reads their bytes.
        try unsafe file.write(
            bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(start: sorted, count: count)), at: offset)
    }
}
