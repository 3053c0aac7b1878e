import Database
import MaritimeModel
import Synchronization

/// A list in a database, of which only the numbers are read at once, and a party when it is asked for.
///
/// A party's position is the row of its entry. What a later question finds wrong in the file is kept as `failure`: until
/// that is known to be nil, no answer may be given.
final class StoredParties: PartySource {
    let checked: CheckedList
    let numbers: PartyNumbers
    let count: Int
    private let list: Int
    private let reader: StoredReader

    init(checked: CheckedList, numbers: PartyNumbers, count: Int, list: Int, reader: StoredReader) {
        self.checked = checked
        self.numbers = numbers
        self.count = count
        self.list = list
        self.reader = reader
    }

    /// The lists of a database, by name, as `WatchlistDatabase.load` gives them. Complexity: O(entries + numbers).
    static func lists(of database: sending WatchlistDatabase) throws(WatchlistError) -> [StoredParties] {
        let contents: StoredContents
        do throws(DatabaseError) {
            // All that is read from here on belongs together, whatever is imported meanwhile.
            try database.connection.beginReading()
            contents = try StoredContents(database)
        } catch {
            throw WatchlistError(error)
        }
        let reader = StoredReader(database, contents.entries)
        return contents.lists.map { list in
            var unrecognisable = UnrecognisableVessels()
            for entry in list.unrecognisable { unrecognisable.add(reader.party(of: entry)) }
            return StoredParties(
                checked: CheckedList(
                    name: list.snapshot.list, files: list.snapshot.files, publishedOn: list.snapshot.publishedOn,
                    counts: list.snapshot.counts, problems: ListProblems(list.snapshot.problems), unrecognisable),
                numbers: list.numbers, count: contents.entries.count, list: list.id, reader: reader)
        }
    }

    var failure: WatchlistError? { reader.failure }

    func party(at position: Int) -> ListedParty { reader.party(of: position) }

    func name(at position: Int, place: Int) -> String { reader.name(of: position, place: place) }

    func position(ofEntry entry: String) -> Int? { reader.entry(entry, in: list) }

    func forEachName(
        in positions: Range<Int>, ofKinds isWanted: (PartyKind) -> Bool,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void
    ) {
        reader.forEachName(of: positions, in: list, ofKinds: isWanted, body)
    }
}

/// Answers questions about single entries of a database, from any thread, one at a time.
final class StoredReader: Sendable {
    private struct State: ~Copyable {
        let database: WatchlistDatabase
        var days: [Int: SnapshotDays]?
        var parties: [Int: ListedParty] = [:]
        var nameOfVersion: Statement?
        /// The names of the list that was asked about last: it is asked part by part.
        var names: (list: Int, names: StoredNames)?
        var failure: WatchlistError?
    }

    private let state: Mutex<State>
    private let entries: StoredContents.Entries

    init(_ database: sending WatchlistDatabase, _ entries: StoredContents.Entries) {
        state = Mutex(State(database: database))
        self.entries = entries
    }

    var failure: WatchlistError? { state.withLock { $0.failure } }

    func party(of entry: Int) -> ListedParty {
        ask(ListedParty(entry: "", kind: .other, standing: .recorded, names: [])) { state throws(DatabaseError) in
            if let known = state.parties[entry] { return known }
            if state.days == nil { state.days = try state.database.snapshotDays() }
            let party = try state.database.party(ofEntry: entry, days: state.days ?? [:])
            state.parties[entry] = party
            return party
        }
    }

    func name(of entry: Int, place: Int) -> String {
        ask("") { state throws(DatabaseError) in
            if state.nameOfVersion == nil {
                state.nameOfVersion = try state.database.connection.prepare("SELECT text FROM name WHERE id = ?")
            }
            guard let statement = state.nameOfVersion else { return "" }
            try statement.bind(.integer(entries.version(of: entry) << WatchlistSchema.positionBits | place))
            defer { statement.reset() }
            return try statement.step() ? statement.text(0) : ""
        }
    }

    func entry(_ number: String, in list: Int) -> Int? {
        ask(nil) { state throws(DatabaseError) in
            let statement = try state.database.connection.prepare("SELECT id FROM entry WHERE number = ? AND list = ?")
            try statement.bind(.text(number), .integer(list))
            return try statement.step() ? statement.integer(0) : nil
        }
    }

    /// The names of the newest versions, in the order of the versions.
    func forEachName(
        of positions: Range<Int>, in list: Int, ofKinds isWanted: (PartyKind) -> Bool,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void
    ) {
        let wanted = StoredCodes.partyKinds.map(isWanted)
        let names = ask(StoredNames()) { state throws(DatabaseError) in
            if let known = state.names, known.list == list { return known.names }
            let names: StoredNames
            if let table = try PreparedTable(state.database.connection),
                let prepared = try StoredNames(of: list, entries, table)
            {
                names = prepared
            } else {
                names = try StoredNames(of: list, entries, state.database.connection)
            }
            state.names = (list, names)
            return names
        }
        var start = 0
        for place in names.entries.indices {
            let (entry, end) = (Int(names.entries[place]), Int(names.ends[place]))
            if positions.contains(entry), wanted.at(entries.kind(of: entry)) ?? false {
                body(entry, Int(names.places[place]), names.bytes, start..<end)
            }
            start = end
        }
    }

    private func ask<Answer: Sendable>(
        _ otherwise: Answer, _ question: @Sendable (inout State) throws(DatabaseError) -> Answer
    ) -> Answer {
        state.withLock { state in
            do throws(DatabaseError) {
                return try question(&state)
            } catch {
                state.failure = state.failure ?? WatchlistError(error)
                return otherwise
            }
        }
    }
}
