import Database
import MaritimeModel

/// Reads and writes the accounts of snapshots: dates, files, counts and problems.
struct SnapshotTable {
    /// A snapshot with the numbers of its rows.
    struct Row {
        var id: Int
        var list: Int
        var snapshot: ListSnapshot
    }

    let connection: DatabaseConnection

    /// The snapshots of all lists or of one, up to a day; by name of list, then by date, then as imported.
    func rows(list: Int? = nil, upTo day: Int? = nil) throws(DatabaseError) -> [Row] {
        let statement = try connection.prepare(
            """
            SELECT snapshot.id, list.id, list.name, format, date, date_source, imported_at, entries, vessels,
                vessels_with_imo, vessels_with_mmsi, links
                FROM snapshot JOIN list ON list.id = snapshot.list
                WHERE date <= ?1 AND (?2 IS NULL OR list.id = ?2) ORDER BY list.name, date, snapshot.id
            """)
        try statement.bind(.integer(day ?? Int.max), DatabaseValue(list))
        var rows: [Row] = []
        while try statement.step() {
            guard let source = ListSnapshot.DateSource(rawValue: statement.text(5)) else {
                throw .contradiction("the source of a date", path: connection.path)
            }
            rows.append(
                Row(
                    id: statement.integer(0), list: statement.integer(1),
                    snapshot: ListSnapshot(
                        list: statement.text(2), format: statement.text(3),
                        date: try StoredDate.date(statement.integer(4), path: connection.path), dateSource: source,
                        importedAt: Timestamp(secondsSince1970: Int64(statement.integer(6))),
                        files: try files(of: statement.integer(0)),
                        counts: ListSnapshot.Counts(
                            entries: statement.integer(7), vessels: statement.integer(8),
                            vesselsWithIMO: statement.integer(9), vesselsWithMMSI: statement.integer(10),
                            links: statement.integer(11)),
                        problems: try problems(of: statement.integer(0)))))
        }
        return rows
    }

    private func files(of snapshot: Int) throws(DatabaseError) -> [CheckedList.ListFile] {
        let statement = try connection.prepare(
            "SELECT path, bytes, sha256, modified_at FROM file WHERE snapshot = ? ORDER BY position")
        try statement.bind(.integer(snapshot))
        var files: [CheckedList.ListFile] = []
        while try statement.step() {
            files.append(
                CheckedList.ListFile(
                    path: statement.text(0), bytes: statement.integer(1), sha256: statement.text(2),
                    modified: Timestamp(secondsSince1970: Int64(statement.integer(3)))))
        }
        return files
    }

    private func problems(of snapshot: Int) throws(DatabaseError) -> [ListSnapshot.Problem] {
        let statement = try connection.prepare(
            "SELECT reason, cases, examples FROM problem WHERE snapshot = ? ORDER BY reason")
        try statement.bind(.integer(snapshot))
        var problems: [ListSnapshot.Problem] = []
        while try statement.step() {
            problems.append(
                ListSnapshot.Problem(
                    reason: statement.text(0), cases: statement.integer(1),
                    examples: StoredTexts.decode(statement.optionalText(2)) ?? []))
        }
        return problems
    }

    /// Stores the account of a snapshot.
    func insert(_ snapshot: ListSnapshot, list: Int) throws(DatabaseError) {
        let counts = snapshot.counts
        try connection.prepare(
            """
            INSERT INTO snapshot (list, date, date_source, format, imported_at, entries, vessels, vessels_with_imo,
                vessels_with_mmsi, links) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(list), .integer(snapshot.date.daysSince1970), .text(snapshot.dateSource.rawValue),
            .text(snapshot.format), .integer(Int(snapshot.importedAt.secondsSince1970)), .integer(counts.entries),
            .integer(counts.vessels), .integer(counts.vesselsWithIMO), .integer(counts.vesselsWithMMSI),
            .integer(counts.links))
        let id = connection.lastRow
        let file = try connection.prepare("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)")
        for (position, item) in snapshot.files.enumerated() {
            try file.run(
                .integer(id), .integer(position), .text(item.path), .integer(item.bytes), .text(item.sha256),
                .integer(Int(item.modified.secondsSince1970)))
        }
        let problem = try connection.prepare("INSERT INTO problem VALUES (?, ?, ?, ?)")
        for item in snapshot.problems {
            try problem.run(
                .integer(id), .text(item.reason), .integer(item.cases), .text(StoredTexts.encode(item.examples) ?? "[]")
            )
        }
    }
}

extension ListSnapshot.Problem {
    /// The problems of a list by reason, in ascending order.
    static func all(of problems: ListProblems) -> [ListSnapshot.Problem] {
        problems.counts.keys.sorted().map { reason in
            ListSnapshot.Problem(
                reason: reason, cases: problems.counts[reason] ?? 0, examples: problems.examples[reason] ?? [])
        }
    }
}
