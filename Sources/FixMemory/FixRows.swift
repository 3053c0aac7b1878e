import CFixWalk

/// Some fixes, each read at once: for walks that need all of a fix, where three columns would cost three checks.
@safe
public struct FixRows: @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory is held by `owner` and only read through this value.

    private let owner: FixMemory
    let start: UnsafeRawPointer
    public let count: Int

    init(of memory: FixMemory) {
        owner = memory
        count = memory.count
        // Safe: because the memory lives as long as its owner.
        unsafe start = UnsafeRawPointer(memory.base)
    }

    public subscript(fix: Int) -> StoredFix {
        @inline(__always)
        get {
            precondition(fix >= 0 && fix < count, "no such fix")
            // Safe: because the twelve bytes of the fix lie within the memory that `owner` holds.
            let place = unsafe start + fix &* FixMemory.stride
            return unsafe StoredFix(
                time: place.load(as: UInt32.self), latitude: place.load(fromByteOffset: 4, as: Int32.self),
                longitude: place.load(fromByteOffset: 8, as: Int32.self))
        }
    }

    /// Brings a fix and some twenty behind it near, while other work goes on; changes nothing.
    @inline(__always)
    public func askFor(fix: Int) {
        guard fix >= 0 && fix < count else { return }
        // Safe: because nothing is read; the processor does not mind where memory ends.
        unsafe sts_ask_for(start + fix &* FixMemory.stride)
    }
}

extension FixMemory {
    /// All fixes, each read at once.
    public var rows: FixRows { FixRows(of: self) }
}
