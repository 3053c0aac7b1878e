import Database
import MaritimeModel

/// Where each entry stands: the version that counts, and the times for which snapshots show it.
struct EntryState {
    var list: Int
    var entry: Int
    /// The list's own number of the entry.
    var number: String
    /// The newest version that is not later than the day asked for.
    var version: Int
    /// Half-open times in days since 1970-01-01; `gone` is nil while the newest snapshot has the entry.
    var runs: [Run]

    struct Run {
        var first: Int
        var gone: Int?
    }

    var isListed: Bool { runs.last?.gone == nil }

    /// Adds the time of a version; a change of what the entry says does not interrupt its time on the list.
    static func extend(_ runs: inout [Run], first: Int, gone: Int?) {
        if let previous = runs.last, previous.gone == first {
            runs[runs.count - 1].gone = gone
        } else {
            runs.append(Run(first: first, gone: gone))
        }
    }
}

/// The days of the snapshots of one list, ascending, to say what lies before a day.
struct SnapshotDays {
    private(set) var days: [Int] = []

    mutating func append(_ day: Int) { days.append(day) }

    var last: Int? { days.last }

    /// The last snapshot before a day. Complexity: O(log n).
    func before(_ day: Int) -> Int? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? days[low - 1] : nil
    }
}

extension WatchlistDatabase {
    /// The entries of all lists, or of one, as they were known on a day (nil: today); delisted ones included.
    ///
    /// In the order in which entries were first stored. Complexity: O(entries + spans), two passes merged.
    func entryStates(list: Int? = nil, asOf: Int? = nil) throws(DatabaseError) -> [EntryState] {
        let entries = try connection.prepare("SELECT id, list, number FROM entry ORDER BY id")
        let spans = try connection.prepare(
            "SELECT entry, first_on, gone_on, version FROM span ORDER BY entry, first_on")
        var states: [EntryState] = []
        var hasSpan = try spans.step()
        while try entries.step() {
            let entry = entries.integer(0)
            while hasSpan, spans.integer(0) < entry { hasSpan = try spans.step() }
            let isWanted = list == nil || entries.integer(1) == list
            var runs: [EntryState.Run] = []
            var version = 0
            while hasSpan, spans.integer(0) == entry {
                let first = spans.integer(1)
                if isWanted, first <= asOf ?? Int.max {
                    var gone = spans.optionalInteger(2)
                    if let end = gone, let asOf, end > asOf { gone = nil }
                    EntryState.extend(&runs, first: first, gone: gone)
                    version = spans.integer(3)
                }
                hasSpan = try spans.step()
            }
            guard !runs.isEmpty else { continue }
            states.append(
                EntryState(
                    list: entries.integer(1), entry: entry, number: entries.text(2), version: version, runs: runs))
        }
        return states
    }

    /// The days of the snapshots by list, up to a day.
    func snapshotDays(asOf: Int? = nil) throws(DatabaseError) -> [Int: SnapshotDays] {
        let statement = try connection.prepare("SELECT list, date FROM snapshot WHERE date <= ? ORDER BY list, date")
        try statement.bind(.integer(asOf ?? Int.max))
        var days: [Int: SnapshotDays] = [:]
        while try statement.step() { days[statement.integer(0), default: SnapshotDays()].append(statement.integer(1)) }
        return days
    }

    /// The parties of states, with the times for which snapshots show them, in the order of the states.
    func parties(
        _ states: [EntryState], days: [Int: SnapshotDays]
    ) throws(DatabaseError) -> [ListedParty] {
        var parties = try PartyLoader(connection).parties(
            states.map { PartyLoader.Wanted(version: $0.version, number: $0.number) })
        for (position, state) in states.enumerated() {
            let known = days[state.list] ?? SnapshotDays()
            var spans: [ListedSpan] = []
            spans.reserveCapacity(state.runs.count)
            for run in state.runs {
                let lastSeen = (run.gone.map { known.before($0) } ?? known.last) ?? run.first
                spans.append(
                    ListedSpan(
                        firstSeenOn: try date(run.first), lastAbsentOn: try known.before(run.first).map(date),
                        lastSeenOn: try date(lastSeen), removedOn: try run.gone.map(date)))
            }
            parties[position].spans = spans
            // The list's own word on when an entry was taken off goes first.
            if parties[position].delistedOn == nil { parties[position].delistedOn = spans.last?.removedOn }
        }
        return parties
    }

    private func date(_ days: Int) throws(DatabaseError) -> CivilDate {
        try StoredDate.date(days, path: connection.path)
    }
}
