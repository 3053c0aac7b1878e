import CFixWalk
import Glibc

/// Room for the fixes that one thread reads, until there are enough of them to be sorted by identity.
///
/// Fixes are counted as they come, and sorting stores each where it belongs. The batch is small enough for this to happen in or near
/// the processor's caches, which is what makes it cheap; what follows deals in the few fixes of one identity at a time.
@safe
public struct FixBatch: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory belongs to this value alone, which cannot be copied.

    /// How many fixes there is room for.
    public let capacity: Int
    /// How many there are.
    public var count: Int { filled }
    @usableFromInline var filled = 0
    @usableFromInline let read: UnsafeMutablePointer<ReadFix>
    /// Where fixes are sorted to, and where in it: behind those that were taken.
    private var room: SortingRoom
    private var start = 0
    /// By identity: how many fixes it has, and while they are sorted, where the next one goes.
    @usableFromInline var places: UnsafeMutablePointer<UInt32>
    /// How many identities there are places for.
    @usableFromInline var placeCount: Int

    /// A fix as it is read: sixteen bytes.
    @usableFromInline
    struct ReadFix: BitwiseCopyable {
        @usableFromInline var identity: UInt32
        @usableFromInline var fix: StoredFix

        @inlinable
        init(identity: UInt32, fix: StoredFix) {
            self.identity = identity
            self.fix = fix
        }
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

    /// A room holds a few batches, so that little of its last large page is left over.
    private static let batchesInRoom = 4
    private static let fewestPlaces = 1_024

    /// Makes an empty batch; memory is taken as it fills.
    public init(capacity: Int) throws(FixMemoryError) {
        precondition(capacity > 0 && capacity < Int(UInt32.max))
        let room = try SortingRoom(capacity: capacity * FixBatch.batchesInRoom)
        let memory = unsafe try LargePages.map(bytes: capacity * MemoryLayout<ReadFix>.stride)
        self.capacity = capacity
        self.room = room
        // Safe: because the memory has room for so many, and plain elements need no initialising.
        unsafe read = memory.bindMemory(to: ReadFix.self, capacity: capacity)
        placeCount = Self.fewestPlaces
        unsafe places = .allocate(capacity: placeCount)
        unsafe places.initialize(repeating: 0, count: placeCount)
    }

    deinit {
        // Safe: because this is what was mapped and allocated, and nothing else refers to it.
        unsafe places.deallocate()
        _ = unsafe munmap(read, capacity * MemoryLayout<ReadFix>.stride)
    }

    /// Adds a fix; traps when there is no room.
    @inlinable
    @inline(__always)
    public mutating func append(identity: UInt32, time: UInt32, latitude: Int32, longitude: Int32) {
        precondition(filled < capacity, "the batch is full")
        if Int(identity) >= placeCount { makePlaces(for: identity) }
        let fix = StoredFix(time: time, latitude: latitude, longitude: longitude)
        // Safe: because the place lies within the capacity, and there is a count for the identity.
        unsafe (read + filled).initialize(to: ReadFix(identity: identity, fix: fix))
        unsafe places[Int(identity)] &+= 1
        filled &+= 1
    }

    @inline(never)
    @usableFromInline
    mutating func makePlaces(for identity: UInt32) {
        let wanted = max(2 * placeCount, Int(identity) + 1)
        // Safe: because all places are initialised, the known ones from the memory that is given back then.
        let more = UnsafeMutablePointer<UInt32>.allocate(capacity: wanted)
        unsafe more.initialize(from: places, count: placeCount)
        unsafe (more + placeCount).initialize(repeating: 0, count: wanted - placeCount)
        unsafe places.deallocate()
        unsafe places = more
        placeCount = wanted
    }

    /// Forgets all fixes.
    public mutating func removeAll() {
        filled = 0
        // Safe: because there are so many places.
        unsafe places.update(repeating: 0, count: placeCount)
    }

    /// Sorts the fixes by identity, in the order given; those of one identity stay in the order of their arrival. They
    /// are sorted once: what comes next is to forget them.
    ///
    /// Complexity: O(fixes + identities).
    ///
    /// - Parameter order: the numbers of all identities that there may be, 0 and up, each once.
    /// - Returns: the groups that have fixes.
    public mutating func sort(by order: [UInt32]) -> [Group] {
        var groups: [Group] = []
        groups.reserveCapacity(min(count, order.count))
        for identity in order where Int(identity) < placeCount {
            // Safe: because there is a place for the identity.
            let own = unsafe places[Int(identity)]
            if own > 0 { groups.append(Group(identity: identity, count: own)) }
        }
        setPlaces(groups)
        // Safe: because all fixes up to `count` were set and counted, so that there are places for their identities; each
        // identity has as many as it has fixes, and all together are `count`, for which the room has room.
        unsafe sts_scatter_fixes(
            UnsafeRawPointer(read).assumingMemoryBound(to: UInt8.self), UInt64(count), places,
            UnsafeMutableRawPointer(room.base + start).assumingMemoryBound(to: UInt8.self))
        return groups
    }

    /// Makes the places those of the first fix of each identity.
    private mutating func setPlaces(_ groups: [Group]) {
        var place: UInt32 = 0
        for group in groups {
            precondition(Int(group.identity) < placeCount, "there are no fixes of an identity")
            // Safe: because there is a place for the identity.
            unsafe places[Int(group.identity)] = place
            place += group.count
        }
        precondition(place == count, "an identity is missing in the order, or stands in it twice")
    }

    /// Puts what belongs to the fixes, one each in the order of their arrival, into the order of the sorted ones.
    public mutating func sorted(_ values: [UInt32], by groups: [Group]) -> [UInt32] {
        precondition(values.count == count)
        setPlaces(groups)
        var result = [UInt32](repeating: 0, count: count)
        for (fix, value) in values.enumerated() {
            // Safe: because all fixes up to `count` were set, and there are places for their identities.
            let identity = unsafe Int(read[fix].identity)
            result[unsafe Int(places[identity])] = value
            unsafe places[identity] &+= 1
        }
        return result
    }

    /// Takes the sorted fixes, which stay where they are; the next ones are sorted to another place.
    public mutating func takeSorted() throws(FixMemoryError) -> FixPiece {
        let piece = FixPiece(room, start: start, count: count)
        start += count
        if room.capacity - start < capacity {
            room = try SortingRoom(capacity: capacity * FixBatch.batchesInRoom)
            start = 0
        }
        return piece
    }

    /// Writes the sorted fixes to a file, at an offset in bytes.
    public func write(to file: TemporaryFile, at offset: Int) throws(FixMemoryError) {
        // Safe: because that many fixes were sorted, and the file only reads their bytes.
        try unsafe file.write(
            bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(start: room.base + start, count: count)), at: offset)
    }
}
