/// What a kind of database holds: its mark in the file, and the steps that make its tables.
public struct DatabaseSchema: Sendable {
    /// What the database is called in messages, for instance `watchlist database`.
    public var name: String
    /// SQLite's `application_id`, which tells our files from others.
    public var applicationID: Int
    /// Step n brings a database of version n to version n + 1. Steps are added and never changed.
    public var migrations: [StaticString]

    public init(name: String, applicationID: Int, migrations: [StaticString]) {
        self.name = name
        self.applicationID = applicationID
        self.migrations = migrations
    }

    /// Whether the file is of this schema and version; throws when it can never be.
    func isCurrent(on connection: DatabaseConnection) throws(DatabaseError) -> Bool {
        let mark = try connection.number("PRAGMA application_id") ?? 0
        let version = try connection.number("PRAGMA user_version") ?? 0
        let tables = try connection.number("SELECT count(*) FROM sqlite_schema") ?? 0
        if mark != applicationID {
            guard mark == 0, version == 0, tables == 0 else {
                throw DatabaseError(
                    kind: .otherDatabase, path: connection.path,
                    message: "the file is a database of something else, not a \(name): name another file.")
            }
            return false
        }
        guard version <= migrations.count else {
            throw DatabaseError(
                kind: .newerSchema, path: connection.path,
                message: "the \(name) was made by a later version of sts (format \(version); this one knows up to "
                    + "\(migrations.count)): update sts, or use another file.")
        }
        guard version >= 0 else { throw .contradiction("format \(version)", path: connection.path) }
        return version == migrations.count
    }

    /// The error for a database that is empty or of an earlier version, and may only be read.
    func outdated(path: String) -> DatabaseError {
        DatabaseError(
            kind: .olderSchema, path: path,
            message: "the \(name) is empty or was made by an earlier version of sts: import a list into it first.")
    }

    /// Takes the missing steps in one transaction.
    func migrate(_ connection: DatabaseConnection) throws(DatabaseError) {
        try connection.transaction(report: { $0 }) { () throws(DatabaseError) in
            // Asked again: another program may have been first while this one waited for the lock.
            if try isCurrent(on: connection) { return }
            let version = try connection.number("PRAGMA user_version") ?? 0
            for step in migrations.dropFirst(version) { try connection.execute(step) }
            try connection.setHeader(applicationID: applicationID, version: migrations.count)
        }
    }
}
