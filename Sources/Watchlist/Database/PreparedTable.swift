import Database

/// What a check of vessels reads of a database, once more as flat arrays that are read at once and not row by row.
///
/// An import writes it in its own transaction, and stamps it with the latest snapshot: every import that changes anything adds
/// one. Where it is missing or of another snapshot or form, as when an earlier version of the program wrote last, all is read
/// from the other tables, whose word holds. So it is no part of the schema, and earlier versions may use the file
/// (`Decisions/0027`).
struct PreparedTable {
    /// Grows when what is prepared, or how, changes.
    private static let form: UInt64 = 1

    /// What is prepared, once for all lists or once for each. A row's number is the list's, 0 for all, and the part's.
    enum Part: Int {
        case stamp, newest, lists, owners, kinds
        case unrecognisable, nameBytes, nameEntries, namePlaces, nameEnds
        /// One for each `PartyNumbers.Kind` from here on.
        case keys = 16, positions = 32
    }
    private static let partBits = 8

    private let connection: DatabaseConnection
    private let selection: Statement

    /// Nil when nothing is prepared for what the database now holds.
    init?(_ connection: DatabaseConnection) throws(DatabaseError) {
        self.connection = connection
        guard try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'prepared'") == 1 else {
            return nil
        }
        selection = try connection.prepare("SELECT contents FROM prepared WHERE id = ?")
        let stamp: [UInt64]? = try numbers(.stamp)
        guard let stamp, stamp == (try Self.stamp(connection)) else { return nil }
    }

    private static func stamp(_ connection: DatabaseConnection) throws(DatabaseError) -> [UInt64] {
        [form, UInt64(clamping: try connection.number("SELECT max(id) FROM snapshot") ?? 0)]
    }

    /// The numbers of a part; nil when it is missing or is none.
    func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
        _ part: Part, list: Int = 0, kind: PartyNumbers.Kind? = nil
    ) throws(DatabaseError) -> [Number]? {
        try selection.bind(.integer(Self.row(part, list, kind)))
        defer { selection.reset() }
        return try selection.step() ? selection.numbers(0) : nil
    }

    private static func row(_ part: Part, _ list: Int, _ kind: PartyNumbers.Kind?) -> Int {
        list << partBits | part.rawValue + (kind?.rawValue ?? 0)
    }

    /// Prepares what the database now holds, unless that is done. Complexity: O(entries + numbers + names).
    static func refresh(_ database: WatchlistDatabase) throws(DatabaseError) {
        let connection = database.connection
        if try PreparedTable(connection) != nil { return }
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS prepared (id INTEGER PRIMARY KEY, contents BLOB NOT NULL) STRICT;
            DELETE FROM prepared;
            """)
        let contents = try StoredContents(database, mayUsePrepared: false)
        let insertion = try connection.prepare("INSERT INTO prepared VALUES (?, ?)")
        func insert<Number: FixedWidthInteger & BitwiseCopyable>(
            _ numbers: [Number], _ part: Part, list: Int = 0, kind: PartyNumbers.Kind? = nil
        ) throws(DatabaseError) {
            try insertion.run(.integer(row(part, list, kind)), DatabaseValue(numbers: numbers))
        }
        try insert(try stamp(connection), .stamp)
        try insert(contents.entries.newest, .newest)
        try insert(contents.entries.lists, .lists)
        try insert(contents.entries.owners, .owners)
        try insert(contents.entries.kinds, .kinds)
        for list in contents.lists {
            try insert(list.unrecognisable.map { Int32($0) }, .unrecognisable, list: list.id)
            let names = try StoredNames(of: list.id, contents.entries, connection)
            try insert(names.bytes, .nameBytes, list: list.id)
            try insert(names.entries, .nameEntries, list: list.id)
            try insert(names.places, .namePlaces, list: list.id)
            try insert(names.ends, .nameEnds, list: list.id)
            for kind in PartyNumbers.Kind.allCases {
                let table = list.numbers[kind]
                try insert(table.keys, .keys, list: list.id, kind: kind)
                try insert(table.positions, .positions, list: list.id, kind: kind)
            }
        }
    }
}
