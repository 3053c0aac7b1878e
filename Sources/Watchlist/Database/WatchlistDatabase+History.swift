import Database
public import MaritimeModel

extension WatchlistDatabase {
    /// The snapshots of a list, or of all, with what changed from one to the next; by name, then by date.
    ///
    /// The first snapshot counts all its entries as added. Complexity: O(entries + spans).
    public func history(list name: String? = nil) throws(WatchlistError) -> [HistoryLine] {
        try reading { () throws(DatabaseError) in
            var list: Int?
            if let name {
                guard let number = try listNumber(name) else { return [] }
                list = number
            }
            let changes = try changesByDay(list: list)
            let rows = try SnapshotTable(connection: connection).rows(list: list)
            return rows.indices.map { position in
                let (row, day) = (rows[position], rows[position].snapshot.date)
                let follower = rows.at(position + 1)
                let isReplaced = follower?.list == row.list && follower?.snapshot.date == day
                return HistoryLine(
                    snapshot: row.snapshot,
                    changes: isReplaced ? nil : changes[row.list]?[day.daysSince1970] ?? HistoryLine.Changes())
            }
        }
    }

    /// What came, changed and went, by list and day. Counted from the times of the versions, so it stays right when an
    /// older snapshot takes its place between two others.
    private func changesByDay(list: Int?) throws(DatabaseError) -> [Int: [Int: HistoryLine.Changes]] {
        let statement = try connection.prepare(
            """
            SELECT entry.list, span.entry, first_on, gone_on FROM span JOIN entry ON entry.id = span.entry
                WHERE ?1 IS NULL OR entry.list = ?1 ORDER BY span.entry, first_on
            """)
        try statement.bind(DatabaseValue(list))
        var changes: [Int: [Int: HistoryLine.Changes]] = [:]
        var last: (list: Int, entry: Int, gone: Int?)?
        func end() {
            guard let last, let gone = last.gone else { return }
            changes[last.list, default: [:]][gone, default: HistoryLine.Changes()].removed += 1
        }
        while try statement.step() {
            let (list, entry, first) = (statement.integer(0), statement.integer(1), statement.integer(2))
            if let previous = last, previous.entry == entry, previous.gone == first {
                changes[list, default: [:]][first, default: HistoryLine.Changes()].changed += 1
            } else {
                end()
                changes[list, default: [:]][first, default: HistoryLine.Changes()].added += 1
            }
            last = (list, entry, statement.optionalInteger(3))
        }
        end()
        return changes
    }
}
