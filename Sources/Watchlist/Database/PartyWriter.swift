import Database
import MaritimeModel

/// Writes versions of entries and takes them out again.
struct PartyWriter {
    private let insertVersion: Statement
    private let insertName: Statement
    private let insertNameText: Statement
    private let insertNumber: Statement
    private let insertLink: Statement
    private let namesOfVersion: Statement
    private let removeNameText: Statement
    private let removals: [Statement]
    private let removeVersion: Statement
    private let connection: DatabaseConnection

    init(_ connection: DatabaseConnection) throws(DatabaseError) {
        self.connection = connection
        insertVersion = try connection.prepare(
            """
            INSERT INTO version (entry, kind, standing, flag, former_flags, vessel_type, year_of_build, programmes,
                listed_on, delisted_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertName = try connection.prepare("INSERT INTO name (id, kind, text) VALUES (?, ?, ?)")
        insertNameText = try connection.prepare("INSERT INTO name_text (rowid, text) VALUES (?, ?)")
        insertNumber = try connection.prepare("INSERT INTO number (id, kind, value) VALUES (?, ?, ?)")
        insertLink = try connection.prepare(
            """
            INSERT INTO link (id, kind, target_kind, target, since, until, is_former, percentage, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        namesOfVersion = try connection.prepare("SELECT id, text FROM name WHERE id BETWEEN ? AND ?")
        removeNameText = try connection.prepare(
            "INSERT INTO name_text (name_text, rowid, text) VALUES ('delete', ?, ?)")
        removals = [
            try connection.prepare("DELETE FROM name WHERE id BETWEEN ? AND ?"),
            try connection.prepare("DELETE FROM number WHERE id BETWEEN ? AND ?"),
            try connection.prepare("DELETE FROM link WHERE id BETWEEN ? AND ?"),
        ]
        removeVersion = try connection.prepare("DELETE FROM version WHERE id = ?")
    }

    /// The rows of a version in the tables of names, numbers and links.
    static func rows(of versions: ClosedRange<Int>) -> ClosedRange<Int> {
        let bits = WatchlistSchema.positionBits
        return versions.lowerBound << bits...(versions.upperBound << bits | (1 << bits - 1))
    }

    /// How many names, numbers or links one entry may have.
    static let mostRows = 1 << WatchlistSchema.positionBits

    /// Stores what an entry says and gives the version's number.
    func write(_ party: ListedParty, entry: Int) throws(DatabaseError) -> Int {
        try insertVersion.run(
            .integer(entry), .integer(StoredCodes.code(party.kind)), .integer(StoredCodes.code(party.standing)),
            DatabaseValue(party.flag), DatabaseValue(StoredTexts.encode(party.formerFlags)),
            DatabaseValue(party.vesselType), DatabaseValue(party.yearOfBuild),
            DatabaseValue(StoredTexts.encode(party.programmes)), DatabaseValue(party.listedOn?.daysSince1970),
            DatabaseValue(party.delistedOn?.daysSince1970))
        let version = connection.lastRow
        let firstRow = PartyWriter.rows(of: version...version).lowerBound
        for (position, name) in party.names.enumerated() {
            let row = DatabaseValue.integer(firstRow + position)
            try insertName.run(row, .integer(StoredCodes.code(name.kind)), .text(name.text))
            try insertNameText.run(row, .text(name.text))
        }
        for (position, number) in party.numbers.enumerated() {
            let (kind, value) = PartyWriter.stored(number)
            try insertNumber.run(.integer(firstRow + position), .integer(kind.rawValue), value)
        }
        for (position, link) in party.links.enumerated() {
            let (kind, target) = PartyWriter.stored(link.target)
            try insertLink.run(
                .integer(firstRow + position), .integer(StoredCodes.code(link.kind)), .integer(kind.rawValue), target,
                DatabaseValue(link.since?.daysSince1970), DatabaseValue(link.until?.daysSince1970),
                DatabaseValue(link.isFormer), DatabaseValue(link.percentage), .text(link.words))
        }
        return version
    }

    /// Takes out a version that no span refers to.
    func remove(version: Int) throws(DatabaseError) {
        let rows = PartyWriter.rows(of: version...version)
        let bounds = (DatabaseValue.integer(rows.lowerBound), DatabaseValue.integer(rows.upperBound))
        try namesOfVersion.bind(bounds.0, bounds.1)
        // The index of names needs the text that it is to forget.
        while try namesOfVersion.step() {
            try removeNameText.run(.integer(namesOfVersion.integer(0)), .text(namesOfVersion.text(1)))
        }
        namesOfVersion.reset()
        for removal in removals { try removal.run(bounds.0, bounds.1) }
        try removeVersion.run(.integer(version))
    }

    private static func stored(_ number: PartyNumber) -> (kind: StoredCodes.Number, value: DatabaseValue) {
        switch number {
        case .ship(let number): (.ship, .integer(Int(number.number)))
        case .company(let number): (.company, .integer(Int(number.number)))
        case .mmsi(let number): (.mmsi, .integer(Int(number.number)))
        case .callSign(let text): (.callSign, .text(text))
        case .unusableShipNumber(let text): (.unusableShipNumber, .text(text))
        }
    }

    private static func stored(_ target: LinkTarget) -> (kind: StoredCodes.Target, value: DatabaseValue) {
        switch target {
        case .entry(let number): (.entry, .text(number))
        case .company(let number): (.company, .integer(Int(number.number)))
        case .name(let text): (.name, .text(text))
        }
    }
}
