import CSQLite
import Glibc

/// One open SQLite database, for one thread.
///
/// The file is written with a write-ahead log, so that readers and a writer do not wait for each other. A reader that may
/// not write beside the file reads it without that log where it is safe to.
@safe
public final class DatabaseConnection {
    public enum Access: Hashable, Sendable {
        case readOnly
        /// The file is made when it is not there.
        case readWrite
    }

    /// As given.
    public let path: String
    public let access: Access
    let handle: OpaquePointer

    /// Opens a database and makes sure that it is one, of this schema and version.
    ///
    /// With `.readWrite` a new file gets the schema, and an older one is brought up to date. Throws when the file is
    /// missing (reading), may not be written (writing), is locked, is no database, or is not of this schema.
    public init(
        path: String, access: Access, schema: DatabaseSchema, patienceMilliseconds: Int = 5_000
    ) throws(DatabaseError) {
        try DatabaseFile.check(path, access: access)
        var opened = unsafe try DatabaseConnection.open(
            path, access: access, isFrozen: false, patience: patienceMilliseconds)
        if access == .readOnly, unsafe DatabaseConnection.needsFreezing(opened, path: path) {
            // Safe: because nothing else has the first connection.
            unsafe _ = sqlite3_close_v2(opened)
            unsafe opened = try DatabaseConnection.open(
                path, access: access, isFrozen: true, patience: patienceMilliseconds)
        }
        // Safe: because the connection is valid until `deinit` closes it.
        unsafe handle = opened
        self.path = path
        self.access = access
        try prepareForUse(schema)
    }

    deinit {
        // Safe: because nobody else has the handle; statements keep this object alive.
        unsafe _ = sqlite3_close_v2(handle)
    }

    // Safe, in all methods: because the handle lives as long as this object and texts live through the calls.

    /// Runs one or more statements that give no rows.
    public func execute(_ sql: StaticString) throws(DatabaseError) {
        try execute(text: sql.description)
    }

    private func execute(text: String) throws(DatabaseError) {
        let code = unsafe sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, statement: text) }
    }

    /// Prepares a statement. Its text is part of the program: values from outside are bound, never written into it.
    public func prepare(_ sql: StaticString) throws(DatabaseError) -> Statement { try Statement(sql, on: self) }

    /// The first column of the first row as a number, or nil when there is no row or it is null.
    public func number(_ sql: StaticString) throws(DatabaseError) -> Int? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    /// The row number that the last insertion gave.
    public var lastRow: Int { unsafe Int(sqlite3_last_insert_rowid(handle)) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Runs `body` in one transaction: all that it writes is kept, or nothing when it throws.
    ///
    /// One that only reads waits for no writer, and sees the database as it was at its beginning. `report` turns a fault of the database into an
    /// error of the caller.
    public func transaction<Result, Failure: Error>(
        isReading: Bool = false, report: (DatabaseError) -> Failure, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(DatabaseError) {
            // A writer takes its lock at once: a later change from reading to writing could fail half-way.
            try execute(isReading || access == .readOnly ? "BEGIN" : "BEGIN IMMEDIATE")
        } catch {
            throw report(error)
        }
        do throws(Failure) {
            let result = try body()
            do throws(DatabaseError) { try execute("COMMIT") } catch { throw report(error) }
            return result
        } catch {
            // SQLite itself may have rolled back already; what fails here changes nothing about the first error.
            if isInTransaction { unsafe _ = sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Begins a transaction that only reads and lasts until the object is gone: all is seen as it was at the first question.
    public func beginReading() throws(DatabaseError) { try execute("BEGIN") }

    /// The error for a result code of this connection.
    func error(_ code: Int32, statement: String? = nil) -> DatabaseError {
        // Safe: because the text is copied before the next call on the connection.
        let reason = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "unknown trouble"
        let extended = unsafe sqlite3_extended_errcode(handle)
        return DatabaseError(
            code: extended & 0xFF == code & 0xFF ? extended : code, reason: reason, path: path, statement: statement)
    }

    // MARK: Opening

    private static func open(
        _ path: String, access: Access, isFrozen: Bool, patience: Int
    ) throws(DatabaseError) -> OpaquePointer {
        var handle: OpaquePointer?
        // Nobody else uses the connection: it needs no lock of its own.
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        flags |= access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        if isFrozen { flags |= SQLITE_OPEN_URI }
        let name = isFrozen ? DatabaseFile.frozenAddress(of: path) : DatabaseFile.plainName(of: path)
        // Safe: because the name lives through the call, which fills `handle` even when it fails.
        let code = unsafe sqlite3_open_v2(name, &handle, flags, nil)
        guard code == SQLITE_OK, let opened = unsafe handle else {
            let reason = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            unsafe _ = sqlite3_close_v2(handle)
            throw DatabaseError(code: code, reason: reason, path: path)
        }
        unsafe sts_sqlite3_distrust(opened)
        unsafe sqlite3_busy_timeout(opened, Int32(clamping: patience))
        return unsafe opened
    }

    /// Whether a reader cannot use the write-ahead log of the file, and there is nothing in it either.
    ///
    /// A database in such a mode needs files beside it. Where they cannot be made and no writer left any, the file alone
    /// is the whole database, and SQLite is told that nobody changes it.
    private static func needsFreezing(_ handle: OpaquePointer, path: String) -> Bool {
        // Safe: because the handle is open and the text lives through the call.
        let code = unsafe sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nil, nil, nil)
        let primary = code & 0xFF
        return (primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY) && !DatabaseFile.hasLog(path)
    }

    private func prepareForUse(_ schema: DatabaseSchema) throws(DatabaseError) {
        if access == .readWrite, unsafe sqlite3_db_readonly(handle, "main") == 1 {
            throw DatabaseError(code: SQLITE_READONLY, reason: "", path: path)
        }
        try execute("PRAGMA foreign_keys = ON")
        if try schema.isCurrent(on: self) { return }
        guard access == .readWrite else { throw schema.outdated(path: path) }
        // Outside of the transaction, as SQLite demands. Where the disk knows no shared memory the mode stays as it is.
        try execute("PRAGMA journal_mode = WAL")
        try schema.migrate(self)
    }

    /// Writes a number that a file of the program carries in its head; only whole numbers of our own come here.
    func setHeader(applicationID: Int, version: Int) throws(DatabaseError) {
        try execute(text: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
}
