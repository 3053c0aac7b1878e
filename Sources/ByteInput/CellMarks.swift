import CByteScan

/// Finds what may end a cell of a table, 64 bytes at a time.
public enum CellMarks {
    /// How many bytes are looked at.
    public static let width = 64

    /// One bit for each of the bytes from a place on that is the delimiter, a quotation mark, a line feed or a carriage return.
    ///
    /// The least significant bit is that of the first byte; behind the end of the array there are none.
    public static func of(_ bytes: [UInt8], from place: Int, delimiter: UInt8) -> UInt64 {
        precondition(place >= 0 && place <= bytes.count, "a place within the bytes")
        // Safe: because the place lies within the array and no more bytes are read than follow it.
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe sts_mark_cells(start + place, UInt64(min(width, buffer.count - place)), delimiter)
        }
    }
}
