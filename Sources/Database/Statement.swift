import CSQLite

/// A prepared statement: bind, step through the rows, read columns, reset.
///
/// Positions of values count from 1 and columns from 0, as in SQLite. It keeps its connection alive.
@safe
public final class Statement {
    private let handle: OpaquePointer
    private let connection: DatabaseConnection

    init(_ sql: StaticString, on connection: DatabaseConnection) throws(DatabaseError) {
        var handle: OpaquePointer?
        // Safe: because the text of a StaticString lives as long as the program and is passed with its length.
        let code = sql.withUTF8Buffer { text in
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                unsafe sqlite3_prepare_v2(connection.handle, text.baseAddress, Int32(text.count), &handle, nil)
            }
        }
        guard code == SQLITE_OK, let handle = unsafe handle else {
            throw connection.error(code, statement: sql.description)
        }
        unsafe self.handle = handle
        self.connection = connection
    }

    deinit {
        // Safe: because nobody else has the handle.
        unsafe _ = sqlite3_finalize(handle)
    }

    // Safe, in all methods: because the handle lives as long as this object, bound text is copied during the call, and
    // text of a column is copied before the next call on the statement.

    /// Binds the values from position 1 on, after a reset; one for each parameter.
    public func bind(_ values: DatabaseValue...) throws(DatabaseError) { try bind(values) }

    private func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
        reset()
        precondition(unsafe values.count == Int(sqlite3_bind_parameter_count(handle)), "a value for each parameter")
        for (offset, value) in values.enumerated() {
            let position = Int32(offset + 1)
            let code =
                switch value {
                case .null: unsafe sqlite3_bind_null(handle, position)
                case .integer(let number): unsafe sqlite3_bind_int64(handle, position, Int64(number))
                case .real(let number): unsafe sqlite3_bind_double(handle, position, number)
                case .text(let text): bind(text, at: position)
                case .blob(let bytes): bind(bytes, at: position)
                }
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    private func bind(_ text: String, at position: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            // An empty text may have no address, and SQLite would take that for null.
            guard let start = bytes.baseAddress else { return unsafe sts_sqlite3_bind_text(handle, position, "", 0) }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                unsafe sts_sqlite3_bind_text(handle, position, start, UInt64(bytes.count))
            }
        }
    }

    private func bind(_ bytes: [UInt8], at position: Int32) -> Int32 {
        // As for texts: without an address it would be null.
        guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, position, 0) }
        return unsafe bytes.withUnsafeBytes { bytes in
            unsafe sts_sqlite3_bind_blob(handle, position, bytes.baseAddress, UInt64(bytes.count))
        }
    }

    /// Goes to the next row; false after the last.
    public func step() throws(DatabaseError) -> Bool {
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = error(code)
            reset()
            throw failure
        }
    }

    /// Binds, runs to the end and resets: for statements that give no rows.
    public func run(_ values: DatabaseValue...) throws(DatabaseError) {
        try bind(values)
        while try step() {}
        reset()
    }

    /// Makes the statement ready to run again and lets go of its locks.
    public func reset() {
        unsafe _ = sqlite3_reset(handle)
    }

    // MARK: Columns of the current row

    public func isNull(_ column: Int) -> Bool { unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    /// 0 for null.
    public func integer(_ column: Int) -> Int { unsafe Int(sqlite3_column_int64(handle, Int32(column))) }

    public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

    public func optionalReal(_ column: Int) -> Double? {
        isNull(column) ? nil : unsafe sqlite3_column_double(handle, Int32(column))
    }

    /// Empty for null; bytes that are no UTF-8 are replaced.
    public func text(_ column: Int) -> String { optionalText(column) ?? "" }

    public func optionalText(_ column: Int) -> String? {
        guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Appends the bytes of a text to an array; none for null.
    public func appendText(_ column: Int, to bytes: inout [UInt8]) {
        guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return }
        let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// The array that `DatabaseValue.init(numbers:)` made a blob of; nil for a value that is none.
    ///
    /// Complexity: one copy of its bytes.
    public func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ column: Int) -> [Number]? {
        guard unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_BLOB else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
        let size = MemoryLayout<Number>.size
        guard count % size == 0 else { return nil }
        guard count > 0, let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
        // Safe: because exactly the bytes that SQLite vouches for fill the room that was asked for.
        let numbers = unsafe [Number](unsafeUninitializedCapacity: count / size) { room, filled in
            unsafe UnsafeMutableRawBufferPointer(room).copyMemory(
                from: UnsafeRawBufferPointer(start: start, count: count))
            filled = count / size
        }
        return Number(littleEndian: 1) == 1 ? numbers : numbers.map(Number.init(littleEndian:))
    }

    private func error(_ code: Int32) -> DatabaseError {
        connection.error(code, statement: unsafe sqlite3_sql(handle).map { unsafe String(cString: $0) })
    }
}
