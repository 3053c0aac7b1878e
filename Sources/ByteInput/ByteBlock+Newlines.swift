import Glibc

extension ByteBlock {
    /// The offset of the first newline in a range of the filled bytes, or nil. Traps when the range is not filled.
    public borrowing func firstNewline(in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the block has no such bytes")
        // Safe: because the range was just checked.
        guard let found = unsafe memchr(base + range.lowerBound, 10, range.count) else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The offset of the last newline in a range of the filled bytes, or nil. Traps when the range is not filled.
    public borrowing func lastNewline(in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the block has no such bytes")
        var offset = range.upperBound
        while offset > range.lowerBound {
            offset -= 1
            // Safe: because the offset lies in the range, which was just checked. A row is short, so is this loop.
            if unsafe base.load(fromByteOffset: offset, as: UInt8.self) == 10 { return offset }
        }
        return nil
    }
}
