import Glibc

/// A piece of memory with a fixed capacity that one thread fills and another reads.
///
/// It cannot be copied: whoever holds it holds the only way to its bytes, so handing it to another thread (as an element
/// of a `BoundedQueue`, say) hands over the memory as well, and the compiler sees to it that the giver keeps nothing.
/// Behind the capacity lie `padding` bytes that may be read, so that wide loads near the end stay inside the allocation.
@safe
public struct ByteBlock: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: a noncopyable value that owns its allocation has one holder at a time, and no
    // pointer leaves this module.

    /// Readable bytes behind the capacity, all zero unless a scanner writes there.
    public static let padding = 64

    /// How many bytes it can hold, at least 0.
    public let capacity: Int

    /// How many bytes at its front are filled, 0...capacity.
    public var count: Int = 0 {
        didSet { precondition((0...capacity).contains(count), "a block cannot hold more than its capacity") }
    }

    /// The first byte; valid for `capacity + padding` bytes for as long as the block lives.
    let base: UnsafeMutableRawPointer

    /// Makes an empty block; its memory is zero. Traps when the system has no memory left.
    public init(capacity: Int) {
        precondition(capacity >= 0, "a capacity is not negative")
        guard let memory = unsafe calloc(1, capacity + ByteBlock.padding) else {
            fatalError("out of memory: a block of \(capacity) bytes could not be had")
        }
        self.capacity = capacity
        // Safe: because calloc returned `capacity + padding` bytes, which `deinit` alone gives back.
        unsafe base = memory
    }

    /// Makes a full block that holds a copy of `bytes`.
    public init(copying bytes: [UInt8], capacity: Int? = nil) {
        self.init(capacity: max(capacity ?? 0, bytes.count))
        append(bytes)
    }

    deinit {
        // Safe: because the memory came from calloc and nobody else holds the pointer.
        unsafe free(base)
    }

    /// A copy of some of the filled bytes; traps when the range is not filled.
    public borrowing func copyBytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the block has no such bytes")
        // Safe: because the range was just checked and the copy is made at once.
        return unsafe [UInt8](UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Adds bytes behind the filled ones; traps when they do not fit.
    public mutating func append(_ bytes: [UInt8]) {
        precondition(bytes.count <= capacity - count, "the bytes do not fit into the block")
        // Safe: because the bytes fit, which was just checked, and an array's memory never overlaps the block's.
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { unsafe memcpy(base + count, start, source.count) }
        }
        count += bytes.count
    }

    /// Adds bytes of another block behind the filled ones; traps when they do not fit or are not filled there.
    public mutating func append(_ range: Range<Int>, of other: borrowing ByteBlock) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count, "the other block has no such bytes")
        precondition(range.count <= capacity - count, "the bytes do not fit into the block")
        // Safe: because both ranges were just checked, and two blocks never share memory.
        unsafe _ = memcpy(base + count, other.base + range.lowerBound, range.count)
        count += range.count
    }

    /// The free memory behind the first `offset` bytes, for this module's readers.
    borrowing func room(from offset: Int) -> UnsafeMutableRawBufferPointer {
        precondition(offset >= 0 && offset <= capacity, "the offset lies outside the block")
        // Safe: because the offset was just checked.
        return unsafe UnsafeMutableRawBufferPointer(start: base + offset, count: capacity - offset)
    }
}
