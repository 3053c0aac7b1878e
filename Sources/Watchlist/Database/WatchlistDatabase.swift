import Database
public import MaritimeModel

/// Every snapshot of every list in one file: what each entry said, from which day until which.
///
/// One object is for one thread. Several programs may use one file: readers never wait for an import.
public final class WatchlistDatabase {
    /// As given.
    public let path: String
    let connection: DatabaseConnection

    /// How long a request waits for another program before it fails as locked, in milliseconds.
    public static let defaultPatience = 5_000

    /// Whether a file is a database by its first bytes; false when it cannot be read.
    public static func isDatabase(_ path: String) -> Bool { DatabaseFile.isDatabase(path) }

    /// Makes the folder of the default place with those above it, for its owner alone.
    public static func makeFolder(of path: String) throws(WatchlistError) {
        do throws(DatabaseError) { try DatabaseFile.makeFolder(of: path) } catch { throw WatchlistError(error) }
    }

    /// Opens a database; for writing it is made when it is not there.
    ///
    /// Throws when the file is missing, may not be read or written, is locked, is no watchlist database, or was made by a
    /// later version; the error says what to do.
    public init(
        path: String, readOnly: Bool, patienceMilliseconds: Int = WatchlistDatabase.defaultPatience
    ) throws(WatchlistError) {
        self.path = path
        do throws(DatabaseError) {
            connection = try DatabaseConnection(
                path: path, access: readOnly ? .readOnly : .readWrite, schema: WatchlistSchema.schema,
                patienceMilliseconds: patienceMilliseconds)
        } catch {
            throw WatchlistError(error)
        }
    }

    /// The newest snapshot of each list, by name; with `asOf` the one that held on that day.
    public func lists(asOf day: CivilDate? = nil) throws(WatchlistError) -> [ListSnapshot] {
        try reading { () throws(DatabaseError) in try newestRows(asOf: day).map(\.snapshot) }
    }

    /// The entries of a list as they were known on a day (nil: today), in the order in which they were first stored.
    ///
    /// Entries that were taken off the list are among them, with `delistedOn`; what snapshots tell of times stands in
    /// `spans`. Empty when there is no such list. Complexity: O(rows stored for the list).
    public func parties(of list: String, asOf day: CivilDate? = nil) throws(WatchlistError) -> [ListedParty] {
        try reading { () throws(DatabaseError) in
            guard let id = try listNumber(list) else { return [] }
            let days = day?.daysSince1970
            return try parties(try entryStates(list: id, asOf: days), days: try snapshotDays(asOf: days))
        }
    }

    /// All lists with their parties, as `parties(of:asOf:)` gives them, by name. Complexity: O(rows stored).
    public func load(asOf day: CivilDate? = nil) throws(WatchlistError) -> [StoredList] {
        try reading { () throws(DatabaseError) in
            let days = day?.daysSince1970
            let states = try entryStates(asOf: days)
            let parties = try parties(states, days: try snapshotDays(asOf: days))
            var byList: [Int: [ListedParty]] = [:]
            for (state, party) in zip(states, parties) { byList[state.list, default: []].append(party) }
            return try newestRows(asOf: day).map {
                StoredList(snapshot: $0.snapshot, parties: byList[$0.list] ?? [])
            }
        }
    }

    /// One entry as it is known today, delisted or not.
    func party(ofEntry entry: Int, days: [Int: SnapshotDays]) throws(DatabaseError) -> ListedParty {
        let statement = try connection.prepare("SELECT list, number FROM entry WHERE id = ?")
        try statement.bind(.integer(entry))
        guard try statement.step() else { throw .contradiction("an entry is missing", path: connection.path) }
        let spans = try spans(of: entry)
        guard let version = spans.version else { throw .contradiction("an entry without times", path: connection.path) }
        let state = EntryState(
            list: statement.integer(0), entry: entry, number: statement.text(1), version: version, runs: spans.runs)
        let parties = try parties([state], days: days)
        return parties[0]
    }

    /// The row number of a list, or nil.
    func listNumber(_ name: String) throws(DatabaseError) -> Int? {
        let statement = try connection.prepare("SELECT id FROM list WHERE name = ?")
        try statement.bind(.text(name))
        return try statement.step() ? statement.integer(0) : nil
    }

    func newestRows(asOf day: CivilDate?) throws(DatabaseError) -> [SnapshotTable.Row] {
        var newest: [SnapshotTable.Row] = []
        for row in try SnapshotTable(connection: connection).rows(upTo: day?.daysSince1970) {
            if newest.last?.list == row.list { newest.removeLast() }
            newest.append(row)
        }
        return newest
    }

    /// Reads in one transaction, so that all that is read belongs together.
    func reading<Result>(_ body: () throws(DatabaseError) -> Result) throws(WatchlistError) -> Result {
        do throws(DatabaseError) {
            // An import reads inside its own transaction.
            if connection.isInTransaction { return try body() }
            return try connection.transaction(isReading: true, report: { $0 }, body)
        } catch {
            throw WatchlistError(error)
        }
    }
}

extension WatchlistError {
    init(_ error: DatabaseError) {
        self.init(path: error.path, message: error.message)
    }
}
