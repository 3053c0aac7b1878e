import CFixWalk
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
    /// Where fixes are sorted to, and where in it: behind those that were taken.
    private var room: SortingRoom
    private var start = 0
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

    /// A room holds a few batches, so that little of its last large page is left over.
    private static let batchesInRoom = 4

    /// Makes an empty batch; memory is taken as it fills.
    public init(capacity: Int) throws(FixMemoryError) {
        precondition(capacity > 0 && capacity < Int(UInt32.max))
        let room = try SortingRoom(capacity: capacity * FixBatch.batchesInRoom)
        let memory = unsafe try LargePages.map(bytes: capacity * MemoryLayout<ReadFix>.stride)
        self.capacity = capacity
        self.room = room
        // Safe: because the memory has room for so many, and plain elements need no initialising.
        unsafe read = memory.bindMemory(to: ReadFix.self, capacity: capacity)
    }

    deinit {
        // Safe: because this is what was mapped, and nothing else refers to it.
        _ = unsafe munmap(read, capacity * MemoryLayout<ReadFix>.stride)
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
        // each identity has as many places as it has fixes, and all places together are `count`, for which the room has
        // room.
        unsafe places.withUnsafeMutableBufferPointer { places in
            guard let places = places.baseAddress else { return }
            unsafe sts_scatter_fixes(
                UnsafeRawPointer(read).assumingMemoryBound(to: UInt8.self), UInt64(count), places,
                UnsafeMutableRawPointer(room.base + start).assumingMemoryBound(to: UInt8.self))
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
