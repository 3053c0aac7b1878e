import CByteScan

/// A power of two of entries, at least two, found by the identity of a row: the memory of a hash table in open addressing.
///
/// It begins where a line of the cache does. An array begins sixteen bytes behind such a place: of entries of 32 bytes
/// every second one would then lie on two lines, and cost two fetches where the table does not fit the nearest caches.
@safe
public struct EntryTable<Entry: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory belongs to this value alone, which cannot be copied.

    /// How many entries there are.
    public let count: Int
    private let base: UnsafeMutablePointer<Entry>

    /// Bytes in a line of the cache on most machines.
    private static var lineBytes: Int { 64 }

    /// Makes a table of equal entries.
    public init(repeating entry: Entry, count: Int) {
        precondition(count > 1 && count & (count - 1) == 0, "a table has a power of two of entries")
        self.count = count
        // Safe: because the memory has room for so many, and all of them are initialised.
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Entry>.stride, alignment: Self.lineBytes)
        unsafe base = memory.bindMemory(to: Entry.self, capacity: count)
        unsafe base.initialize(repeating: entry, count: count)
    }

    deinit {
        // Safe: because the memory came from `init`, and what `hint` gave is never read from.
        unsafe UnsafeMutableRawPointer(base).deallocate()
    }

    /// One of the entries; traps when there is none of that number.
    public subscript(index: Int) -> Entry {
        @inline(__always) get {
            precondition(index >= 0 && index < count, "there is no such entry")
            // Safe: because the index was just checked.
            return unsafe base[index]
        }
        @inline(__always) _modify {
            precondition(index >= 0 && index < count, "there is no such entry")
            // Safe: because the index was just checked.
            yield unsafe &base[index]
        }
    }

    /// The number of the entry where the search for an identity begins, and goes on to the next one: an even number, so
    /// that two entries of 32 bytes lie on the line that is fetched.
    @inline(__always)
    public func home(of identity: UInt64) -> Int {
        Int(truncatingIfNeeded: sts_home(identity, homes))
    }

    @inline(__always)
    private var homes: UInt64 { UInt64(count &- 1) & ~1 }

    /// Where the entries lie, for `RowBatches` to fetch those of its rows ahead of time.
    public var hint: EntryHint {
        // Safe: because nothing is read through the hint.
        unsafe EntryHint(base: UnsafeRawPointer(base), mask: homes, stride: MemoryLayout<Entry>.stride)
    }
}

/// Where entries lie that will soon be asked for. No more than a hint: nothing is read through it, so that it may outlive
/// its table.
@safe
public struct EntryHint: @unchecked Sendable {
    // @unchecked Sendable is honest here: the address is only handed to the processor, which may fetch what is there.
    let base: UnsafeRawPointer
    let mask: UInt64
    let stride: Int
}
