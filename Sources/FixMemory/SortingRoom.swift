import Glibc

/// Memory that batches are sorted into, one behind the other; it lives as long as someone refers to a part of it.
@safe
final class SortingRoom {
    /// How many fixes there is room for.
    let capacity: Int
    let base: UnsafeMutablePointer<StoredFix>
    private let bytes: Int

    /// Makes room; memory is taken as it is used.
    init(capacity: Int) throws(FixMemoryError) {
        self.capacity = capacity
        // In whole large pages, or the system would have small ones for the rest.
        bytes = (capacity * MemoryLayout<StoredFix>.stride + LargePages.bytes - 1) / LargePages.bytes * LargePages.bytes
        // Safe: because the memory has room for so many, and plain elements need no initialising.
        unsafe base = try LargePages.map(bytes: bytes).bindMemory(to: StoredFix.self, capacity: capacity)
    }

    deinit {
        // Safe: because this is what was mapped, and nothing else refers to it.
        _ = unsafe munmap(base, bytes)
    }
}

/// Memory in large pages where the system has them: one fault and one clearing for 512 small ones.
///
/// It is the system's and not the heap's: a heap that once gave back so large a piece holds on to others as large.
enum LargePages {
    /// What a large page has on most machines.
    static let bytes = 2 << 20

    /// Maps memory of the process's own, all 0, which `munmap` gives back.
    static func map(bytes: Int) throws(FixMemoryError) -> UnsafeMutableRawPointer {
        // Safe: because the mapping is new, and its address only used when there is one.
        guard
            let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            unsafe memory != MAP_FAILED
        else { throw FixMemoryError("there are no \(bytes) bytes of memory for positions; give less with --memory") }
        if bytes >= 2 * self.bytes { _ = unsafe madvise(memory, bytes, MADV_HUGEPAGE) }
        return unsafe memory
    }
}
