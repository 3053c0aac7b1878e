import Database
import MaritimeModel

/// The part of a list's history that a snapshot touches: from its day to the next snapshot.
///
/// Between two neighbouring snapshots nothing changes, so what a new one says holds from its day up to the next one.
struct ListHistory {
    /// What differs between a snapshot and what held on its day.
    struct Changes {
        var added: [ListedParty] = []
        var changed: [(before: Stored, after: ListedParty)] = []
        var removed: [ListedParty] = []
        /// The stored form of `removed`.
        var removedEntries: [Stored] = []

        var areNone: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
    }

    /// An entry that holds on a day.
    struct Stored {
        var entry: Int
        var version: Int
        var party: ListedParty
    }

    private let connection: DatabaseConnection
    private let list: Int
    private let day: Int
    private let next: Int?
    /// By the list's number of the entry.
    private var holding: [String: Stored] = [:]
    private var holdingOrder: [String] = []
    private var heldBefore: [String: Stored] = [:]
    private var holdingNext: [String: Stored] = [:]

    /// Reads what holds on the day; if the day had another edition, what held before it; and if there is a later
    /// snapshot, what holds on its day.
    init(
        _ database: WatchlistDatabase, list: Int, day: Int, next: Int?, hadEdition: Bool
    ) throws(DatabaseError) {
        connection = database.connection
        self.list = list
        self.day = day
        self.next = next
        for stored in try ListHistory.holding(database, list: list, on: day) {
            holding[stored.party.entry] = stored
            holdingOrder.append(stored.party.entry)
        }
        if hadEdition {
            for stored in try ListHistory.holding(database, list: list, on: day - 1) {
                heldBefore[stored.party.entry] = stored
            }
        }
        guard let next else { return }
        for stored in try ListHistory.holding(database, list: list, on: next) {
            holdingNext[stored.party.entry] = stored
        }
    }

    private static func holding(
        _ database: WatchlistDatabase, list: Int, on day: Int
    ) throws(DatabaseError) -> [Stored] {
        let states = try database.entryStates(list: list, asOf: day).filter(\.isListed)
        let parties = try PartyLoader(database.connection).parties(
            states.map { PartyLoader.Wanted(version: $0.version, number: $0.number) })
        return zip(states, parties).map { Stored(entry: $0.entry, version: $0.version, party: $1) }
    }

    /// What a snapshot changes. Complexity: O(entries).
    func changes(to parties: [ListedParty]) throws(DatabaseError) -> Changes {
        var changes = Changes()
        var kept: Set<String> = []
        kept.reserveCapacity(parties.count)
        for party in parties {
            guard let stored = holding[party.entry] else {
                changes.added.append(party)
                continue
            }
            kept.insert(party.entry)
            if stored.party != party { changes.changed.append((stored, party)) }
        }
        for number in holdingOrder where !kept.contains(number) {
            guard let stored = holding[number] else { continue }
            changes.removed.append(stored.party)
            changes.removedEntries.append(stored)
        }
        return changes
    }

    /// Writes the changes for the time from the day up to the next snapshot.
    mutating func apply(_ changes: Changes) throws(DatabaseError) {
        let writer = try PartyWriter(connection)
        let spans = try SpanTable(connection)
        for stored in changes.removedEntries {
            try spans.end(entry: stored.entry, on: day, next: next)
            try dropIfUnused(stored.version, writer, spans)
        }
        for change in changes.changed {
            try spans.end(entry: change.before.entry, on: day, next: next)
            try begin(change.after, entry: change.before.entry, writer, spans)
            try dropIfUnused(change.before.version, writer, spans)
        }
        guard !changes.added.isEmpty else { return }
        let find = try connection.prepare("SELECT id FROM entry WHERE number = ? AND list = ?")
        let insert = try connection.prepare("INSERT INTO entry (number, list) VALUES (?, ?)")
        for party in changes.added {
            try find.bind(.text(party.entry), .integer(list))
            let known = try find.step() ? find.integer(0) : nil
            find.reset()
            if known == nil { try insert.run(.text(party.entry), .integer(list)) }
            try begin(party, entry: known ?? connection.lastRow, writer, spans)
        }
    }

    /// Lets an entry read so from the day on, up to the next snapshot; neighbouring times that read the same become one.
    private func begin(
        _ party: ListedParty, entry: Int, _ writer: PartyWriter, _ spans: SpanTable
    ) throws(DatabaseError) {
        let earlier = heldBefore[party.entry].flatMap { $0.party == party ? $0 : nil }
        let later = holdingNext[party.entry].flatMap { $0.party == party ? $0 : nil }
        let endsHere = try earlier.flatMap { _ throws(DatabaseError) in try spans.start(entry: entry, endingOn: day) }
        let startsNext = try next.flatMap { next throws(DatabaseError) in
            later == nil ? nil : try spans.end(entry: entry, startingOn: next)
        }
        switch (endsHere, startsNext, next) {
        case (let start?, let end?, let next?):
            try spans.remove(entry: entry, from: next)
            try spans.setEnd(entry: entry, from: start, gone: end.gone)
            if let later { try dropIfUnused(later.version, writer, spans) }
        case (let start?, _, _): try spans.setEnd(entry: entry, from: start, gone: next)
        case (nil, _?, let next?): try spans.moveStart(entry: entry, from: next, to: day)
        default:
            try spans.insert(entry: entry, from: day, gone: next, version: try writer.write(party, entry: entry))
        }
    }

    private func dropIfUnused(_ version: Int, _ writer: PartyWriter, _ spans: SpanTable) throws(DatabaseError) {
        if try !spans.isUsed(version) { try writer.remove(version: version) }
    }
}
