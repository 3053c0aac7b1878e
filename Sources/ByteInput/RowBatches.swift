import CByteScan
import Glibc

/// Reads the rows of a block many at a time: first all separators of some kilobytes are listed, then row after row is
/// read from that list.
///
/// Gives what `RowCursor` gives, row for row, and leaves rows to it that hold quotation marks otherwise than around whole
/// fields.
@safe
public struct RowBatches: ~Copyable, @unchecked Sendable {
    // @unchecked Sendable is honest here: the lists belong to this value, which cannot be copied and lets no pointer out.

    /// Bytes of text that are listed at a time: with the list and the rows, they stay in the fastest cache.
    private static let windowBytes = 16 << 10
    /// Rows that are handed out at a time.
    public static let mostRows = 256

    /// The rows that were read last.
    public private(set) var count = 0
    private let rows: UnsafeMutablePointer<DecodedRow>
    /// Offsets in the block: of the byte in front of the listed text, and of every delimiter and newline in it.
    private let separators: UnsafeMutablePointer<UInt32>
    /// Where in that list the rows end.
    private let rowEnds: UnsafeMutablePointer<UInt32>
    /// Offsets of the quotation marks, closed by an offset that no row reaches.
    private let quotes: UnsafeMutablePointer<UInt32>
    /// How many rows are listed, and how many of them have been read.
    private var listedRows = 0
    private var readRows = 0
    /// Where in the list of separators the row before ended, and the first quotation mark behind it.
    private var lastEnd = 0
    private var nextQuote = 0
    /// Offsets in the block: what is not listed yet.
    private var position = 0
    private var end = 0
    /// The means by which bytes are looked for, see `CByteScan`.
    private let level: Int32
    private var times = TimeScanner()

    /// The means that this processor has, the fastest one last.
    static let levels: [Int32] = [0, 2, 3].filter { $0 <= sts_row_lister_level() }

    /// Makes a reader without rows.
    public init() { self.init(level: Self.levels.last ?? 0) }

    /// - Parameter level: one of `levels`.
    init(level: Int32) {
        precondition(Self.levels.contains(level), "this processor cannot do that")
        self.level = level
        let entries = Self.windowBytes + 128
        // Safe: because `deinit` gives back what is allocated here; every list has the room that `sts_list_rows` wants
        // for a window, and one entry more.
        unsafe rows = .allocate(capacity: Self.mostRows)
        unsafe rows.initialize(repeating: DecodedRow(), count: Self.mostRows)
        unsafe separators = .allocate(capacity: entries)
        unsafe rowEnds = .allocate(capacity: entries)
        unsafe quotes = .allocate(capacity: entries)
    }

    deinit {
        // Safe: because the memory came from `init` and no pointer to it left this type.
        unsafe rows.deallocate()
        unsafe separators.deallocate()
        unsafe rowEnds.deallocate()
        unsafe quotes.deallocate()
    }

    /// Goes in front of the first row of a part of the block, which begins at a row's first byte.
    public mutating func begin(range: Range<Int>, of block: borrowing ByteBlock) {
        precondition(range.lowerBound >= 0 && range.upperBound <= block.count, "the block has no such bytes")
        precondition(block.capacity < Int(UInt32.max) / 2, "offsets in a block must fit 32 bits")
        position = range.lowerBound
        end = range.upperBound
        listedRows = 0
        readRows = 0
        count = 0
    }

    /// Reads the next rows; false at the end. Blank rows are passed over.
    ///
    /// Between `begin` and the last row the block and the plan must stay the same.
    public mutating func next(in block: borrowing ByteBlock, by plan: RowPlan) -> Bool {
        precondition(end <= block.count, "the block has lost bytes")
        count = 0
        while count == 0 {
            if readRows == listedRows {
                guard position < end else { return false }
                list(block, delimiter: plan.delimiter)
            }
            read(block, plan)
        }
        return true
    }

    /// One of the rows that were read last.
    public subscript(index: Int) -> DecodedRow {
        @inline(__always) get {
            precondition(index >= 0 && index < count, "there is no such row")
            // Safe: because the index was just checked, and all rows were initialised.
            return unsafe rows[index]
        }
    }

    /// Lists the separators of the next window.
    private mutating func list(_ block: borrowing ByteBlock, delimiter: UInt8) {
        let from = position
        let to = min(end, from + Self.windowBytes)
        // Safe: because the window lies inside the block, 64 bytes behind it may be read, and the lists have room.
        let counts = unsafe sts_list_rows(
            level, block.base.assumingMemoryBound(to: UInt8.self), UInt32(from), UInt32(to), delimiter, separators,
            rowEnds, quotes)
        var quoteCount = Int(counts.quotes)
        listedRows = Int(counts.rows)
        unsafe separators[0] = UInt32(from) &- 1
        if to == end {
            // The last row may lack a newline.
            let last = unsafe listedRows == 0 ? 0 : Int(rowEnds[listedRows - 1])
            position = end
            if unsafe separators[last] &+ 1 != UInt32(end) {
                unsafe separators[Int(counts.separators) + 1] = UInt32(end)
                unsafe rowEnds[listedRows] = counts.separators + 1
                listedRows += 1
            }
        } else if listedRows > 0 {
            position = unsafe Int(separators[Int(rowEnds[listedRows - 1])]) + 1
        } else {
            // A row longer than the window is left to the cursor, as one with a quotation mark at its beginning.
            let newline = block.firstNewline(in: to..<end)
            unsafe separators[1] = UInt32(newline ?? end)
            unsafe rowEnds[0] = 1
            unsafe quotes[0] = UInt32(from)
            quoteCount = 1
            listedRows = 1
            position = newline.map { $0 + 1 } ?? end
        }
        unsafe quotes[quoteCount] = .max
        readRows = 0
        lastEnd = 0
        nextQuote = 0
    }

    /// Reads rows of the list until it ends or there is no more room for rows.
    private mutating func read(_ block: borrowing ByteBlock, _ plan: RowPlan) {
        // Safe: because all offsets in the lists lie inside the listed text, of which `list` sees to it that it lies
        // inside the block; fields and the 64 bytes behind them may be read; at most `mostRows` rows are written.
        let base = unsafe UnsafeRawPointer(block.base)
        let (separators, rowEnds, quotes) = unsafe (self.separators, self.rowEnds, self.quotes)
        let rows = unsafe self.rows
        let isComplete = plan.isComplete
        let columnCount = plan.columnCount
        let (identity, time, latitude, longitude) = (plan.identity, plan.time, plan.latitude, plan.longitude)
        var filled = 0
        var lastEnd = lastEnd
        var nextQuote = nextQuote
        var readRows = readRows
        let listedRows = listedRows
        while readRows < listedRows, filled < Self.mostRows {
            let rowEnd = unsafe Int(rowEnds[readRows])
            readRows += 1
            let first = lastEnd
            lastEnd = rowEnd
            let start = unsafe separators[first] &+ 1
            let rowBound = unsafe separators[rowEnd]
            var row = DecodedRow()
            row.start = start
            row.length = rowBound &- start
            if row.length <= 1 {
                if row.length == 0 { continue }
                if unsafe base.load(fromByteOffset: Int(start), as: UInt8.self) == 13 { continue }
            }
            // Field k lies between the separators k and k + 1 of the row.
            let bounds = unsafe separators + first
            let hasQuotes = unsafe quotes[nextQuote] < rowBound
            if hasQuotes {
                let from = nextQuote
                while unsafe quotes[nextQuote] < rowBound { nextQuote += 1 }
                unsafe row.needsCare = !Self.areWholeFieldsQuoted(
                    base, quotes + from, count: nextQuote - from, bounds, fields: rowEnd - first)
            }
            if row.needsCare || !isComplete {
                row.needsCare = true
            } else if rowEnd &- first == columnCount {
                row.hasAllColumns = true
                // Without the quotation marks, if there are some: behind the second one may stand a carriage return.
                @inline(__always) func isQuoted(_ field: Int) -> Bool {
                    guard hasQuotes else { return false }
                    let start = unsafe bounds[field] &+ 1
                    return unsafe start < bounds[field &+ 1]
                        && base.load(fromByteOffset: Int(start), as: UInt8.self) == 34
                }
                @inline(__always) func from(_ field: Int) -> Int {
                    unsafe Int(bounds[field] &+ 1) &+ (isQuoted(field) ? 1 : 0)
                }
                @inline(__always) func to(_ field: Int) -> Int {
                    let end = unsafe Int(bounds[field &+ 1])
                    guard isQuoted(field) else { return end }
                    return unsafe base.load(fromByteOffset: end - 1, as: UInt8.self) == 34 ? end - 1 : end - 2
                }
                if let number = unsafe FastFields.nineDigits(base, from(identity), to(identity)) {
                    row.identity = number
                } else if let number = unsafe NumberScanner.numericIdentity(
                    FieldBytes.value(base, from(identity), to(identity)))
                {
                    row.identity = number
                } else {
                    var hash = FieldHash()
                    unsafe hash.add(base, Int(bounds[identity] &+ 1), Int(bounds[identity + 1]))
                    row.identity = hash.value | DecodedRow.leastHash
                }
                if let seconds = unsafe FastFields.second(base, from(time), to(time), of: times.minute) {
                    row.seconds = seconds
                } else if let scanned = unsafe times.time(FieldBytes.value(base, from(time), to(time))) {
                    row.seconds = scanned.seconds
                    row.nanoseconds = scanned.nanoseconds
                }
                let north =
                    unsafe FastFields.fixedPointE7(base, from(latitude), to(latitude))
                    ?? NumberScanner.fixedPointE7(FieldBytes.value(base, from(latitude), to(latitude)))
                let east =
                    unsafe FastFields.fixedPointE7(base, from(longitude), to(longitude))
                    ?? NumberScanner.fixedPointE7(FieldBytes.value(base, from(longitude), to(longitude)))
                if let north, let east { row.setPosition(north, east) }
                var hash = FieldHash()
                for run in plan.described {
                    unsafe hash.add(base, Int(bounds[run.lowerBound] &+ 1), Int(bounds[run.upperBound]))
                }
                row.describedHash = hash.value
            }
            unsafe rows[filled] = row
            filled += 1
        }
        self.lastEnd = lastEnd
        self.nextQuote = nextQuote
        self.readRows = readRows
        count = filled
    }

    /// Whether a row's quotation marks stand in pairs around fields, so that what is listed are its columns.
    @unsafe
    private static func areWholeFieldsQuoted(
        _ base: UnsafeRawPointer, _ quotes: UnsafePointer<UInt32>, count: Int, _ bounds: UnsafePointer<UInt32>,
        fields: Int
    ) -> Bool {
        // Safe: because the caller vouches for so many quotation marks, for one bound more than fields, and for a byte
        // behind each bound.
        guard count & 1 == 0 else { return false }
        var field = 0
        for pair in stride(from: 0, to: count, by: 2) {
            let opening = unsafe quotes[pair]
            while field < fields, unsafe bounds[field] &+ 1 != opening { field += 1 }
            guard field < fields else { return false }
            field += 1
            let behind = unsafe quotes[pair + 1] &+ 1
            if unsafe behind == bounds[field] { continue }
            guard unsafe behind &+ 1 == bounds[field] && base.load(fromByteOffset: Int(behind), as: UInt8.self) == 13
            else { return false }
        }
        return true
    }
}
