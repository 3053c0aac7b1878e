import Database

/// Writes the times for which versions hold.
struct SpanTable {
    /// The end of a time: nil while it lasts.
    struct End {
        var gone: Int?
    }

    private let findRunning: Statement
    private let findStart: Statement
    private let findEnd: Statement
    private let insertion: Statement
    private let endChange: Statement
    private let startChange: Statement
    private let removal: Statement
    private let use: Statement

    init(_ connection: DatabaseConnection) throws(DatabaseError) {
        findRunning = try connection.prepare(
            "SELECT first_on, gone_on, version FROM span WHERE entry = ? AND first_on <= ? ORDER BY first_on DESC LIMIT 1"
        )
        findStart = try connection.prepare("SELECT first_on FROM span WHERE entry = ? AND gone_on = ?")
        findEnd = try connection.prepare("SELECT gone_on FROM span WHERE entry = ? AND first_on = ?")
        insertion = try connection.prepare("INSERT INTO span (entry, first_on, gone_on, version) VALUES (?, ?, ?, ?)")
        endChange = try connection.prepare("UPDATE span SET gone_on = ? WHERE entry = ? AND first_on = ?")
        startChange = try connection.prepare("UPDATE span SET first_on = ? WHERE entry = ? AND first_on = ?")
        removal = try connection.prepare("DELETE FROM span WHERE entry = ? AND first_on = ?")
        use = try connection.prepare("SELECT 1 FROM span WHERE version = ? LIMIT 1")
    }

    func insert(entry: Int, from day: Int, gone: Int?, version: Int) throws(DatabaseError) {
        try insertion.run(.integer(entry), .integer(day), DatabaseValue(gone), .integer(version))
    }

    /// Ends the time that runs on a day; what of it lies from the next snapshot on stays.
    func end(entry: Int, on day: Int, next: Int?) throws(DatabaseError) {
        try findRunning.bind(.integer(entry), .integer(day))
        guard try findRunning.step() else { return }
        let (first, gone, version) = (
            findRunning.integer(0), findRunning.optionalInteger(1), findRunning.integer(2)
        )
        findRunning.reset()
        if first == day {
            // The day had another edition, and a day has one state.
            try remove(entry: entry, from: first)
        } else {
            try setEnd(entry: entry, from: first, gone: day)
        }
        if let next, gone.map({ $0 > next }) ?? true {
            try insert(entry: entry, from: next, gone: gone, version: version)
        }
    }

    /// The beginning of the time that ends on a day, or nil.
    func start(entry: Int, endingOn day: Int) throws(DatabaseError) -> Int? {
        try findStart.bind(.integer(entry), .integer(day))
        defer { findStart.reset() }
        return try findStart.step() ? findStart.integer(0) : nil
    }

    /// The end of the time that begins on a day, or nil when none does.
    func end(entry: Int, startingOn day: Int) throws(DatabaseError) -> End? {
        try findEnd.bind(.integer(entry), .integer(day))
        defer { findEnd.reset() }
        return try findEnd.step() ? End(gone: findEnd.optionalInteger(0)) : nil
    }

    func setEnd(entry: Int, from first: Int, gone: Int?) throws(DatabaseError) {
        try endChange.run(DatabaseValue(gone), .integer(entry), .integer(first))
    }

    func moveStart(entry: Int, from first: Int, to earlier: Int) throws(DatabaseError) {
        try startChange.run(.integer(earlier), .integer(entry), .integer(first))
    }

    func remove(entry: Int, from first: Int) throws(DatabaseError) {
        try removal.run(.integer(entry), .integer(first))
    }

    /// Whether a version holds at any time.
    func isUsed(_ version: Int) throws(DatabaseError) -> Bool {
        try use.bind(.integer(version))
        defer { use.reset() }
        return try use.step()
    }
}
