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
    private static let windowBytes = 8 << 10
    /// Rows that are handed out at a time.
    public static let mostRows = Int(STS_MOST_ROWS)

    /// The rows that were read last.
    public private(set) var count = 0
    private let rows: UnsafeMutablePointer<DecodedRow>
    /// Offsets in the block: of the byte in front of the listed text, and of every delimiter and newline in it.
    private let separators: UnsafeMutablePointer<UInt32>
    /// Where in that list the rows end.
    private let rowEnds: UnsafeMutablePointer<UInt32>
    /// Offsets of the quotation marks, closed by an offset that no row reaches.
    private let quotes: UnsafeMutablePointer<UInt32>
    /// How many rows are listed, and how far they have been read.
    private var listedRows = 0
    private var progress = sts_row_progress()
    /// Offsets in the block: what is not listed yet.
    private var position = 0
    private var end = 0
    /// The means by which bytes are looked for, see `CByteScan`.
    private let level: Int32
    private var times = TimeScanner()
    /// The day that the last unusual time named; that of no time at first.
    private var day = MinutePrefix().day

    /// The means that this processor has, the fastest one last.
    static let levels: [Int32] = [0, 2, 3].filter { $0 <= sts_row_lister_level() }

    /// Makes a reader without rows.
    public init() { self.init(level: Self.levels.last ?? 0) }

    /// - Parameter level: one of `levels`.
    init(level: Int32) {
        precondition(Self.levels.contains(level), "this processor cannot do that")
        precondition(Self.isLayoutShared, "a row is laid out otherwise in C")
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
        progress = sts_row_progress()
        count = 0
    }

    /// Reads the next rows; false at the end. Blank rows are passed over.
    ///
    /// Between `begin` and the last row the block and the plan must stay the same.
    ///
    /// - Parameter entries: a table in which the rows will be looked up by their identities.
    public mutating func next(in block: borrowing ByteBlock, by plan: RowPlan, entries: EntryHint? = nil) -> Bool {
        precondition(end <= block.count, "the block has lost bytes")
        count = 0
        while count == 0 {
            if Int(progress.read) == listedRows {
                guard position < end else { return false }
                list(block, delimiter: plan.delimiter)
            }
            read(block, plan, entries)
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

    /// Where and when one of the rows that were read last was sent, without the rest of it.
    @inline(__always)
    public func fix(_ index: Int) -> DecodedFix {
        precondition(index >= 0 && index < count, "there is no such row")
        // Safe: because the index was just checked, and all rows were initialised.
        return unsafe DecodedFix(
            seconds: rows[index].seconds, latitude: rows[index].latitude, longitude: rows[index].longitude,
            nanoseconds: rows[index].nanoseconds)
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
        progress = sts_row_progress()
    }

    /// Reads rows of the list until it ends or there is no more room for rows.
    private mutating func read(_ block: borrowing ByteBlock, _ plan: RowPlan, _ entries: EntryHint?) {
        var columns = plan.columns
        columns.day = day
        // Safe: because all offsets in the lists lie inside the listed text, of which `list` sees to it that it lies
        // inside the block; fields and the 64 bytes behind them may be read; at most `mostRows` rows are written.
        let base = unsafe UnsafeRawPointer(block.base)
        count = unsafe plan.bounds.withUnsafeBufferPointer { described in
            // Without a table, the rows themselves, which are at hand.
            var entries = unsafe sts_entries(
                base: (entries?.base ?? UnsafeRawPointer(rows)).assumingMemoryBound(to: UInt8.self),
                mask: entries?.mask ?? 0, stride: UInt64(entries?.stride ?? 0))
            var list = unsafe sts_row_list(
                separators: separators, row_ends: rowEnds, quotes: quotes, count: UInt32(listedRows))
            return unsafe Int(
                sts_read_rows(
                    level, base.assumingMemoryBound(to: UInt8.self), &columns, described.baseAddress, &entries, &list,
                    &progress,
                    UnsafeMutableRawPointer(rows).assumingMemoryBound(to: sts_row.self), UInt32(Self.mostRows)))
        }
        if progress.marks & Self.anythingLeft != 0 { unsafe readRest(base, plan) }
    }

    /// Reads the fields of the rows read last that have unusual forms.
    @inline(never)
    @unsafe
    private mutating func readRest(_ base: UnsafeRawPointer, _ plan: RowPlan) {
        // Safe: because a row with such a mark has all columns, and its place in the list of separators was noted.
        for index in 0..<count where unsafe rows[index].marks & Self.anythingLeft != 0 {
            var row = unsafe rows[index]
            let bounds = unsafe separators + Int(row.nanoseconds)
            func value(_ field: Int) -> UnsafeRawBufferPointer {
                unsafe FieldBytes.value(base, Int(bounds[field] &+ 1), Int(bounds[field + 1]))
            }
            row.nanoseconds = 0
            if row.marks & UInt32(STS_IDENTITY_LEFT) != 0 {
                if let number = unsafe NumberScanner.numericIdentity(value(plan.identity)) {
                    row.identity = number
                } else {
                    var hash = FieldHash()
                    unsafe hash.add(base, Int(bounds[plan.identity] &+ 1), Int(bounds[plan.identity + 1]))
                    row.identity = hash.value | DecodedRow.leastHash
                }
            }
            if row.marks & UInt32(STS_TIME_LEFT) != 0 {
                let time = unsafe times.time(value(plan.time))
                row.seconds = time?.seconds ?? DecodedRow.noTime
                row.nanoseconds = time?.nanoseconds ?? 0
                day = times.minute.day
            }
            if row.marks & UInt32(STS_POSITION_LEFT) != 0 {
                row.latitude = DecodedRow.noPosition
                row.longitude = 0
                if let north = unsafe NumberScanner.fixedPointE7(value(plan.latitude)),
                    let east = unsafe NumberScanner.fixedPointE7(value(plan.longitude))
                {
                    row.setPosition(north, east)
                }
            }
            row.marks &= ~Self.anythingLeft
            unsafe rows[index] = row
        }
    }

    private static let anythingLeft = UInt32(STS_ANYTHING_LEFT)

    /// Whether `DecodedRow` lies in memory as `sts_row` does, which C code writes in its place.
    private static let isLayoutShared =
        MemoryLayout<DecodedRow>.stride == MemoryLayout<sts_row>.stride
        && MemoryLayout<DecodedRow>.offset(of: \.identity) == MemoryLayout<sts_row>.offset(of: \.identity)
        && MemoryLayout<DecodedRow>.offset(of: \.describedHash) == MemoryLayout<sts_row>.offset(of: \.described_hash)
        && MemoryLayout<DecodedRow>.offset(of: \.seconds) == MemoryLayout<sts_row>.offset(of: \.seconds)
        && MemoryLayout<DecodedRow>.offset(of: \.latitude) == MemoryLayout<sts_row>.offset(of: \.latitude)
        && MemoryLayout<DecodedRow>.offset(of: \.longitude) == MemoryLayout<sts_row>.offset(of: \.longitude)
        && MemoryLayout<DecodedRow>.offset(of: \.start) == MemoryLayout<sts_row>.offset(of: \.start)
        && MemoryLayout<DecodedRow>.offset(of: \.length) == MemoryLayout<sts_row>.offset(of: \.length)
        && MemoryLayout<DecodedRow>.offset(of: \.nanoseconds) == MemoryLayout<sts_row>.offset(of: \.nanoseconds)
        && MemoryLayout<DecodedRow>.offset(of: \.marks) == MemoryLayout<sts_row>.offset(of: \.marks)
        && DecodedRow.allColumns == UInt32(STS_HAS_ALL_COLUMNS) && DecodedRow.care == UInt32(STS_NEEDS_CARE)
}

extension MinutePrefix {
    /// The bytes that name the day, and its first second.
    fileprivate var day: sts_day {
        // Floored, as days before 1970 begin before their seconds too.
        let second = ((seconds % 86_400) + 86_400) % 86_400
        return sts_day(head: low, tail: low &>> 24 | high &<< 40, seconds: seconds - second)
    }
}

extension RowPlan {
    /// The plan for `sts_read_rows`.
    fileprivate var columns: sts_row_plan {
        let isComplete = isComplete
        func place(_ column: Int) -> UInt32 { isComplete ? UInt32(column) : 0 }
        return sts_row_plan(
            count: UInt32(truncatingIfNeeded: columnCount), identity: place(identity), time: place(time),
            latitude: place(latitude), longitude: place(longitude), runs: UInt32(described.count),
            is_complete: isComplete ? 1 : 0, day: sts_day())
    }
}
