/// One of the columns of some fixes: times, latitudes or longitudes.
@safe
public struct FixColumn<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory is held by `owner` and only read through the column.

    private let owner: FixMemory
    private let start: UnsafeRawPointer
    public let count: Int

    init(of memory: FixMemory, at offset: Int) {
        owner = memory
        count = memory.count
        // Safe: because the offset lies within the twelve bytes of a fix.
        unsafe start = UnsafeRawPointer(memory.base + offset)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(fix: Int) -> Element {
        @inline(__always)
        get {
            precondition(fix >= 0 && fix < count, "no such fix")
            // Safe: because the fix lies within the memory that `owner` holds.
            return unsafe start.load(fromByteOffset: fix * FixMemory.stride, as: Element.self)
        }
    }
}

extension FixColumn: Equatable where Element: Equatable {
    /// Whether the values are the same. Complexity: O(n).
    public static func == (left: FixColumn, right: FixColumn) -> Bool { left.elementsEqual(right) }
}
