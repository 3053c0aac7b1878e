/// Some fixes that stay where they were sorted.
@safe
public struct FixPiece: @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory is held by `room`, and nothing writes to the piece any more.

    private let room: SortingRoom
    private let start: Int
    public let count: Int

    init(_ room: SortingRoom, start: Int, count: Int) {
        self.room = room
        self.start = start
        self.count = count
    }

    /// Lends a range of the fixes.
    public func withFixes<Result, Failure: Error>(
        _ range: Range<Int>, _ body: (Span<StoredFix>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such fixes")
        // Safe: because the piece lies within the room, which lives as long as the piece, and was set.
        let fixes = unsafe UnsafeBufferPointer(start: room.base + start + range.lowerBound, count: range.count)
        return try body(unsafe fixes.span)
    }
}
