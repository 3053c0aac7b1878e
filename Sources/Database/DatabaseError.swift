import CSQLite

/// Why a database could not be opened, read or written, with what to do about it.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        case missing, isFolder, cannotOpen, readOnly, locked, full
        /// The bytes are no SQLite file.
        case notADatabase
        /// A SQLite file that something else made.
        case otherDatabase
        /// Made by a later version of the program, or by an earlier one and opened for reading alone.
        case newerSchema, olderSchema
        /// A SQLite file whose pages or values contradict each other.
        case corrupt
        /// Anything else that SQLite reports.
        case failed
    }
    public var kind: Kind
    /// The path as given.
    public var path: String
    /// What is wrong and what to do about it, without the path.
    public var message: String
    /// SQLite's extended result code, when it reported the fault.
    public var code: Int32?
    /// The statement that failed; the values bound to it are left out.
    public var statement: String?

    public init(kind: Kind, path: String, message: String, code: Int32? = nil, statement: String? = nil) {
        self.kind = kind
        self.path = path
        self.message = message
        self.code = code
        self.statement = statement
    }

    /// Path and message in one sentence.
    public var description: String { "\(path): \(message)" }
}

extension DatabaseError {
    /// The error for a result of SQLite.
    ///
    /// `reason` is SQLite's own text. Source of the codes: "Result and Error Codes" of the SQLite documentation.
    init(code: Int32, reason: String, path: String, statement: String? = nil) {
        self.path = path
        self.code = code
        self.statement = statement
        // The lowest byte is the primary code.
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            kind = .locked
            message = "another program is using the database: wait until it is done, then try again."
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
            kind = .readOnly
            message =
                "the database may not be written to: give yourself the right to write the file and its folder "
                + "(chmod), or use another file."
        case SQLITE_CANTOPEN:
            kind = .cannotOpen
            message =
                "the database cannot be opened: check that its folder exists and that you may read the file, "
                + "and write to the folder where something is to be stored."
        case SQLITE_NOTADB:
            kind = .notADatabase
            message = "the file is no database: check the path; if it was one, restore it from a copy."
        case SQLITE_CORRUPT:
            kind = .corrupt
            message = "the database is damaged (\(reason)): restore it from a copy, or remove it and import again."
        case SQLITE_FULL:
            kind = .full
            message = "there is no room left for the database: free some space on its disk. Nothing was changed."
        case SQLITE_IOERR:
            kind = .failed
            message =
                "the database could not be read or written (\(reason), code \(code)): check the file and the "
                + "device that it is on."
        default:
            kind = .failed
            message =
                "the database refused a request (\(reason), code \(code)"
                + (statement.map { ", in \"\($0)\"" } ?? "")
                + "): restore it from a copy, or remove it and import again."
        }
    }

    /// The error for values in a file that no version of the program writes.
    public static func contradiction(_ what: String, path: String) -> DatabaseError {
        DatabaseError(
            kind: .corrupt, path: path,
            message: "the database is damaged (\(what)): restore it from a copy, or remove it and import again.")
    }
}
