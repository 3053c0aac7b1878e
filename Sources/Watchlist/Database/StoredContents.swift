import Database
import MaritimeModel

/// What a check of vessels needs to know of all entries of a database: numbers, kinds and newest versions.
struct StoredContents {
    /// One of its lists.
    struct List {
        var id: Int
        var snapshot: ListSnapshot
        var numbers = PartyNumbers()
        /// Vessels still listed that no number and no call sign tells from others.
        var unrecognisable: [Int] = []
    }

    /// By name.
    var lists: [List]
    var entries = Entries()

    /// Tables by the rows of entries and versions, which are numbered densely from 1.
    struct Entries: Sendable {
        /// By entry: the version with which its last time on the list began, 0 for none, and its list.
        fileprivate(set) var newest: [Int32] = [0]
        fileprivate(set) var lists: [Int32] = [0]
        /// By version: its entry, and the kind of party as stored.
        fileprivate(set) var owners: [Int32] = [0]
        fileprivate(set) var kinds: [UInt8] = [0]

        var count: Int { newest.count }
        func version(of entry: Int) -> Int { Int(newest[entry]) }
        func list(of entry: Int) -> Int { Int(lists[entry]) }
        func kind(of entry: Int) -> Int { Int(kinds[version(of: entry)]) }

        /// The entry whose newest version this is; nil for an older one.
        func entry(ofNewest version: Int) -> Int? {
            guard owners.indices.contains(version) else { return nil }
            let entry = Int(owners[version])
            return Int(newest[entry]) == version ? entry : nil
        }
    }

    /// Complexity: O(entries + spans + versions + numbers), one pass over each, or what of that an import has prepared.
    init(_ database: WatchlistDatabase, mayUsePrepared: Bool = true) throws(DatabaseError) {
        lists = try database.newestRows(asOf: nil).map { List(id: $0.list, snapshot: $0.snapshot) }
        let connection = database.connection
        if mayUsePrepared, try readPrepared(connection) { return }
        let isGone = try readEntries(connection)
        try readNumbers(connection, isGone)
        for place in lists.indices { lists[place].numbers.seal() }
    }

    /// The most rows of entries or versions of which tables are made.
    private static let mostRows = 50_000_000

    /// Gives by entry whether its last time on the list is over.
    private mutating func readEntries(_ connection: DatabaseConnection) throws(DatabaseError) -> [Bool] {
        func size(_ number: Int?) throws(DatabaseError) -> Int {
            guard (0...Self.mostRows).contains(number ?? 0) else {
                throw .contradiction("rows out of range", path: connection.path)
            }
            return (number ?? 0) + 1
        }
        let entryCount = try size(try connection.number("SELECT max(id) FROM entry"))
        let versionCount = try size(try connection.number("SELECT max(id) FROM version"))
        entries.newest = [Int32](repeating: 0, count: entryCount)
        var isGone = [Bool](repeating: true, count: entryCount)
        entries.lists = [Int32](repeating: 0, count: entryCount)
        entries.owners = [Int32](repeating: 0, count: versionCount)
        entries.kinds = [UInt8](repeating: 0, count: versionCount)
        let versions = try connection.prepare("SELECT id, entry, kind FROM version")
        while try versions.step() {
            let (id, entry) = (versions.integer(0), versions.integer(1))
            guard id > 0, entry > 0, entry < entryCount else {
                throw .contradiction("a version without an entry", path: connection.path)
            }
            entries.owners[id] = Int32(entry)
            entries.kinds[id] = UInt8(clamping: versions.integer(2))
        }
        let spans = try connection.prepare("SELECT entry, version, gone_on FROM span ORDER BY entry, first_on")
        while try spans.step() {
            let (entry, version) = (spans.integer(0), spans.integer(1))
            guard entry > 0, entry < entryCount, version > 0, version < versionCount else {
                throw .contradiction("a time without an entry", path: connection.path)
            }
            entries.newest[entry] = Int32(version)
            isGone[entry] = !spans.isNull(2)
        }
        let owners = try connection.prepare("SELECT id, list FROM entry")
        while try owners.step() {
            let id = owners.integer(0)
            guard id > 0 else { throw .contradiction("an entry out of range", path: connection.path) }
            entries.lists[id] = Int32(clamping: owners.integer(1))
        }
        return isGone
    }

    private mutating func readNumbers(_ connection: DatabaseConnection, _ isGone: [Bool]) throws(DatabaseError) {
        var places: [Int: Int] = [:]
        for (place, list) in lists.enumerated() { places[list.id] = place }
        let vessel = StoredCodes.code(PartyKind.vessel)
        var hasSign = [Bool](repeating: false, count: entries.count)
        var hasShip = hasSign
        var mistyped: [(entry: Int, place: Int, number: IMONumber)] = []
        var current = (list: -1, place: 0)
        let rows = try connection.prepare("SELECT id, kind, value FROM number ORDER BY id")
        while try rows.step() {
            guard let entry = entries.entry(ofNewest: rows.integer(0) >> WatchlistSchema.positionBits) else { continue }
            let list = entries.list(of: entry)
            if list != current.list {
                guard let place = places[list] else { continue }
                current = (list, place)
            }
            guard let kind = StoredCodes.Number(rawValue: rows.integer(1)) else {
                throw .contradiction("an identity number that is none", path: connection.path)
            }
            let isVessel = entries.kind(of: entry) == vessel
            let (key, place) = (UInt64(truncatingIfNeeded: rows.integer(2)), current.place)
            switch kind {
            case .ship:
                hasSign[entry] = true
                hasShip[entry] = true
                if isVessel { lists[place].numbers.add(key, .ship, at: entry) }
            case .mmsi:
                hasSign[entry] = true
                if isVessel { lists[place].numbers.add(key, .mmsi, at: entry) }
            case .company: lists[place].numbers.add(key, .company, at: entry)
            case .callSign:
                hasSign[entry] = true
                if let sign = CallSignMatcher.normalised(rows.text(2)) {
                    lists[place].numbers.add(ByteHash.of(sign), .callSign, at: entry)
                }
            case .unusableShipNumber:
                guard isVessel else { continue }
                for number in IMOSlip.candidates(for: rows.text(2)) {
                    mistyped.append((entry, place, number))
                }
            }
        }
        // Where a valid number is stated, the other one says nothing.
        for (entry, place, number) in mistyped where !hasShip[entry] {
            lists[place].numbers.add(UInt64(number.number), .mistyped, at: entry)
        }
        for entry in 1..<max(1, entries.count) where !isGone[entry] && !hasSign[entry] {
            guard entries.kind(of: entry) == vessel, let place = places[entries.list(of: entry)] else { continue }
            lists[place].unrecognisable.append(entry)
        }
    }
}

extension ListSnapshot {
    /// The day for which the list says itself, or whoever imported it, that it speaks.
    var publishedOn: CivilDate? { [.published, .stated].contains(dateSource) ? date : nil }
}
