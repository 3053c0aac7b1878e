import Database
public import MaritimeModel

extension WatchlistDatabase {
    /// Stores a list as a snapshot; see `importSnapshots(_:asOf:importedAt:force:)`.
    public func importSnapshot(
        _ list: SanctionsList, asOf: CivilDate? = nil, importedAt: Timestamp, force: Bool = false
    ) throws(WatchlistError) -> ImportOutcome {
        let outcomes = try importSnapshots([list], asOf: asOf, importedAt: importedAt, force: force)
        precondition(outcomes.count == 1, "one outcome a list")
        return outcomes[0]
    }

    /// Stores lists as snapshots, all of them or none.
    ///
    /// `asOf` is the day for which lists speak that do not say so themselves. A list that has less than half the entries
    /// of the snapshot before it is refused unless `force`: a truncated file looks like that. The same content for the
    /// same day changes nothing. A snapshot older than stored ones takes its place in the history.
    /// Throws when a list is refused or the database cannot be written; then nothing is changed.
    public func importSnapshots(
        _ lists: [SanctionsList], asOf: CivilDate? = nil, importedAt: Timestamp, force: Bool = false
    ) throws(WatchlistError) -> [ImportOutcome] {
        try connection.transaction(report: { WatchlistError($0) }) { () throws(WatchlistError) in
            var outcomes: [ImportOutcome] = []
            for list in lists {
                let date = try SnapshotDate(of: list, asOf: asOf, importedAt: importedAt)
                let job = SnapshotImport(
                    database: self, list: try list.readyToStore(), date: date, importedAt: importedAt, isForced: force)
                outcomes.append(try job.run())
            }
            do throws(DatabaseError) { try PreparedTable.refresh(self) } catch { throw WatchlistError(error) }
            return outcomes
        }
    }
}

/// Puts one list into its place in the history: compares it with what held on its day, and writes what is new.
struct SnapshotImport {
    /// Below this many entries a list may shrink as it likes.
    static let leastEntriesToCompare = 10

    let database: WatchlistDatabase
    let list: SanctionsList
    let date: SnapshotDate
    let importedAt: Timestamp
    let isForced: Bool

    func run() throws(WatchlistError) -> ImportOutcome {
        let day = date.day.daysSince1970
        let (id, rows) = try store { () throws(DatabaseError) in
            let id = try listNumber()
            return (id, try SnapshotTable(connection: database.connection).rows(list: id))
        }
        // Rows stand in the order of dates, and of one date the last holds.
        let before = rows.last { $0.snapshot.date <= date.day }?.snapshot
        let next = rows.first { $0.snapshot.date > date.day }?.snapshot
        if let before { try refuseShrinking(from: before) }

        let snapshot = ListSnapshot(
            list: list.name, format: list.format.rawValue, date: date.day, dateSource: date.source,
            importedAt: importedAt, files: list.files, counts: ListSnapshot.Counts(list.parties),
            problems: ListSnapshot.Problem.all(of: list.problems))
        return try store { () throws(DatabaseError) in
            var history = try ListHistory(
                database, list: id, day: day, next: next?.date.daysSince1970, hadEdition: before?.date == date.day)
            let changes = try history.changes(to: list.parties)
            var outcome = ImportOutcome(
                kind: kind(before: before, next: next, isSame: changes.areNone), snapshot: snapshot,
                comparedWith: before?.date, formatBefore: before?.format == snapshot.format ? nil : before?.format,
                added: changes.added.map { EntryLine($0) }, changed: changes.changed.map { EntryLine($0.after) },
                removed: changes.removed.map { EntryLine($0) })
            if outcome.kind == .unchanged, let before {
                outcome.snapshot = before
                return outcome
            }
            try SnapshotTable(connection: database.connection).insert(snapshot, list: id)
            try history.apply(changes)
            return outcome
        }
    }

    private func kind(before: ListSnapshot?, next: ListSnapshot?, isSame: Bool) -> ImportOutcome.Kind {
        guard let before else { return next == nil ? .first : .older }
        if isSame { return before.date == date.day ? .unchanged : .confirmed }
        if before.date == date.day { return .sameDay }
        return next == nil ? .newer : .older
    }

    private func refuseShrinking(from before: ListSnapshot) throws(WatchlistError) {
        guard !isForced, before.counts.entries >= SnapshotImport.leastEntriesToCompare,
            list.parties.count * 2 < before.counts.entries
        else { return }
        throw WatchlistError(
            path: list.files.first?.path ?? list.name,
            message: "\(list.name) has \(list.parties.count) entries where the snapshot of \(before.date.iso8601) has "
                + "\(before.counts.entries): the file is probably cut off, or another list under the same name. "
                + "Download it again; if the list did shrink, import it with --force. Nothing was imported.")
    }

    private func listNumber() throws(DatabaseError) -> Int {
        if let known = try database.listNumber(list.name) { return known }
        try database.connection.prepare("INSERT INTO list (name) VALUES (?)").run(.text(list.name))
        return database.connection.lastRow
    }

    private func store<Result>(_ body: () throws(DatabaseError) -> Result) throws(WatchlistError) -> Result {
        do throws(DatabaseError) { return try body() } catch { throw WatchlistError(error) }
    }
}

extension SanctionsList {
    /// The list in a form that a database gives back as it got it; throws when an entry is too large to be one.
    ///
    /// A number that stands for several entries would make them one: from the second on it gets a mark, which is noted.
    func readyToStore() throws(WatchlistError) -> SanctionsList {
        var list = self
        var seen: [String: Int] = [:]
        seen.reserveCapacity(parties.count)
        for position in list.parties.indices {
            let number = list.parties[position].entry
            let count = seen[number, default: 0] + 1
            seen[number] = count
            if count > 1 {
                // Its own number may be taken as well; then the next free one is used.
                var free = count
                while seen["\(number)#\(free)"] != nil { free += 1 }
                seen["\(number)#\(free)"] = 1
                list.parties[position].entry = "\(number)#\(free)"
                list.problems.note("entry number used twice", "Entry \(number) stands on the list more than once.")
            }
            let party = list.parties[position]
            guard max(party.names.count, party.numbers.count, party.links.count) < PartyWriter.mostRows else {
                throw WatchlistError(
                    path: files.first?.path ?? name,
                    message:
                        "entry \(number) has more than \(PartyWriter.mostRows) names, numbers or links: the file is "
                        + "damaged; download it again.")
            }
            list.parties[position].spans = []
            for link in party.links.indices where party.links[link].percentage?.isNaN == true {
                list.parties[position].links[link].percentage = nil
            }
        }
        return list
    }
}
