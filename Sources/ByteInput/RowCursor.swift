import CByteScan
import Glibc

/// Steps through the rows of a block of delimited text and finds their fields, 64 bytes at a time.
///
/// A newline always ends a row, even within quotes: a row can then be found from any place in a file, and a stray
/// quote spoils one row instead of the rest of the file. A quote opens a quoted field only as the first byte of the
/// field and closes it only in front of a delimiter or the end of the row; a quoted field that is never closed is read
/// as if its quote were an ordinary letter.
@safe
public struct RowCursor: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: the cursor owns its block and its list of bounds, cannot be copied, and lets no
    // pointer out, so it is only ever used by the thread that holds it.

    /// Columns beyond this many are counted and cannot be read.
    public static let mostColumns = 512

    /// The bytes; fill it before `begin`, leave it alone until the last row has been read.
    public var block: ByteBlock
    private var delimiter: UInt8 = 44
    /// Offsets in the block: where the rows end, and where the current and the next row begin.
    private var end = 0
    private(set) var rowStart = 0
    private var position = 0
    /// Where the 64 bytes begin whose masks are held, and the structural bytes of them still to be looked at.
    private var maskBase = 0
    private var structure: UInt64 = 0
    private var newlines: UInt64 = 0
    private var quotes: UInt64 = 0
    /// Start and end offsets of the fields, alternating.
    private let bounds: UnsafeMutablePointer<UInt32>
    /// The number of columns of the current row.
    public private(set) var fieldCount = 0
    /// The length of the current row in bytes, its newline not counted.
    public private(set) var rowLength = 0
    /// Reads times, and remembers the minute that rows share.
    var times = TimeScanner()

    /// Makes a cursor that has no rows yet and owns a block to be filled.
    public init(_ block: consuming ByteBlock) {
        self.block = block
        // Safe: because `deinit` gives back what is allocated here, and indices are checked against `mostColumns`.
        unsafe bounds = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * Self.mostColumns)
    }

    deinit {
        // Safe: because the memory came from `init` and no pointer to it left this type.
        unsafe bounds.deallocate()
    }

    /// Goes in front of the first row of a part of the block, which begins at a row's first byte.
    public mutating func begin(range: Range<Int>, delimiter: UInt8) {
        precondition(range.lowerBound >= 0 && range.upperBound <= block.count, "the block has no such bytes")
        self.delimiter = delimiter
        end = range.upperBound
        fieldCount = 0
        rewind(to: range.lowerBound)
    }

    /// Moves to the next row; false at the end. Blank rows are passed over.
    public mutating func next() -> Bool {
        while position < end {
            scanRow(honouringQuotes: true)
            if rowLength > 0 { return true }
        }
        return false
    }

    /// Loads the masks of the next 64 bytes. The block has 64 readable bytes behind its capacity.
    @inline(__always)
    private mutating func loadMasks() {
        maskBase += 64
        // Safe: because maskBase < end <= block.capacity, and 64 bytes behind the capacity may be read.
        let masks = unsafe sts_scan_64(
            UnsafeRawPointer(block.base + maskBase).assumingMemoryBound(to: UInt8.self), delimiter)
        newlines = masks.newlines
        quotes = masks.quotes
        structure = masks.newlines | masks.delimiters | masks.quotes
    }

    private mutating func scanRow(honouringQuotes: Bool) {
        rowStart = position
        fieldCount = 0
        var fieldStart = position
        var isQuoted = false
        var sawQuote = false
        while true {
            while structure == 0 {
                if maskBase + 64 >= end {
                    // The last row has no newline.
                    endField(fieldStart, end)
                    finishRow(end: end, next: end, unclosed: isQuoted && honouringQuotes)
                    return
                }
                loadMasks()
            }
            let bit = structure.trailingZeroBitCount
            let offset = maskBase + bit
            if offset >= end {
                endField(fieldStart, end)
                finishRow(end: end, next: end, unclosed: isQuoted && honouringQuotes)
                structure = 0
                return
            }
            structure &= structure &- 1
            let flag = UInt64(1) << UInt64(bit)
            if newlines & flag != 0 {
                if isQuoted, honouringQuotes {
                    // Unclosed: the row is read again with its quotes as letters.
                    rewind(to: rowStart)
                    scanRow(honouringQuotes: false)
                    return
                }
                endField(fieldStart, offset)
                finishRow(end: offset, next: offset + 1, unclosed: false)
                return
            }
            if quotes & flag != 0 {
                guard honouringQuotes else { continue }
                if isQuoted {
                    // Closing only in front of a delimiter, a line end or the end; a doubled quote is a letter.
                    if sawQuote {
                        sawQuote = false
                        continue
                    }
                    let following = offset + 1 < end ? byte(offset + 1) : 10
                    if following == 34 {
                        sawQuote = true
                    } else if following == delimiter || following == 10 || following == 13 {
                        isQuoted = false
                    }
                } else if offset == fieldStart {
                    isQuoted = true
                }
                continue
            }
            if isQuoted { continue }
            endField(fieldStart, offset)
            fieldStart = offset + 1
        }
    }

    private mutating func endField(_ from: Int, _ to: Int) {
        if fieldCount < Self.mostColumns {
            // Safe: because fieldCount < mostColumns, and offsets in a block fit 32 bits (blocks are a few megabytes).
            unsafe bounds[2 * fieldCount] = UInt32(truncatingIfNeeded: from)
            unsafe bounds[2 * fieldCount + 1] = UInt32(truncatingIfNeeded: to)
        }
        fieldCount += 1
    }

    private mutating func finishRow(end rowEnd: Int, next: Int, unclosed: Bool) {
        if unclosed {
            rewind(to: rowStart)
            scanRow(honouringQuotes: false)
            return
        }
        position = next
        rowLength = rowEnd - rowStart
        if rowLength == 1, byte(rowStart) == 13 { rowLength = 0 }
    }

    /// Makes the masks begin at an offset again.
    private mutating func rewind(to offset: Int) {
        position = offset
        maskBase = offset - 64
        structure = 0
    }

    @inline(__always)
    private func byte(_ offset: Int) -> UInt8 {
        // Safe: because every caller has 0 <= offset < block.capacity.
        unsafe block.base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The bytes of a field without surrounding blanks and quotes; empty when the row has no such column.
    @inline(__always)
    @unsafe
    func bytes(of field: Int) -> UnsafeRawBufferPointer {
        guard field >= 0, field < fieldCount, field < Self.mostColumns else {
            return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
        }
        // Safe: because the bounds of the first `fieldCount` columns were written by `endField` for this row.
        return unsafe FieldBytes.value(block.base, Int(bounds[2 * field]), Int(bounds[2 * field + 1]))
    }

    /// A field as text, quotes undone; bytes that are not UTF-8 are replaced by U+FFFD.
    public func text(of field: Int) -> String {
        let bytes = unsafe bytes(of: field)
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        guard unsafe bytes.contains(34), text.contains("\"\"") else { return text }
        return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    /// A hash of the raw bytes of some columns; equal rows have equal hashes in every run.
    ///
    /// `runs` are ranges of neighbouring columns. Complexity: O(bytes), sixteen at a time.
    public func hash(ofColumns runs: [Range<Int>]) -> UInt64 {
        var hash = FieldHash()
        for run in runs
        where run.lowerBound >= 0 && run.upperBound <= min(fieldCount, Self.mostColumns) && !run.isEmpty {
            // Safe: because the run lies within the columns of this row, and 64 bytes behind them may be read.
            unsafe hash.add(
                block.base, Int(bounds[2 * run.lowerBound]), Int(bounds[2 * (run.upperBound - 1) + 1]))
        }
        return hash.value
    }
}
