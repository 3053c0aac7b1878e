import Database
import MaritimeModel

/// Reads versions of entries: one pass over each table in the order of the versions, merged on the way.
struct PartyLoader {
    /// A version that is wanted, and the entry's number on its list.
    struct Wanted {
        var version: Int
        var number: String
    }

    private let connection: DatabaseConnection

    init(_ connection: DatabaseConnection) { self.connection = connection }

    /// Below this share of the versions between the least and the greatest wanted one, each is looked up by itself.
    private static let sparseShare = 8

    /// The parties of the versions, in the order in which they are wanted, as their list gave them.
    ///
    /// Throws when the file contradicts itself. Complexity: O(rows of the versions between the least and the greatest).
    func parties(_ wanted: [Wanted]) throws(DatabaseError) -> [ListedParty] {
        let order = wanted.indices.sorted { wanted[$0].version < wanted[$1].version }
        guard let first = order.first, let last = order.last else { return [] }
        let versions = order.map { wanted[$0].version }
        let all = wanted[first].version...wanted[last].version
        let ranges = all.count / PartyLoader.sparseShare > versions.count ? versions.map { $0...$0 } : [all]

        var parties = try heads(order.map { wanted[$0] }, in: ranges)
        try readNames(into: &parties, versions: versions, ranges: ranges)
        try readNumbers(into: &parties, versions: versions, ranges: ranges)
        try readLinks(into: &parties, versions: versions, ranges: ranges)
        var inOrder = parties
        for (position, place) in order.enumerated() { inOrder[place] = parties[position] }
        return inOrder
    }

    /// The parties without names, numbers and links; `wanted` ascends by version.
    private func heads(_ wanted: [Wanted], in ranges: [ClosedRange<Int>]) throws(DatabaseError) -> [ListedParty] {
        var parties: [ListedParty] = []
        parties.reserveCapacity(wanted.count)
        let statement = try connection.prepare(
            """
            SELECT id, kind, standing, flag, former_flags, vessel_type, year_of_build, programmes, listed_on, delisted_on
                FROM version WHERE id BETWEEN ? AND ? ORDER BY id
            """)
        for range in ranges {
            try statement.bind(.integer(range.lowerBound), .integer(range.upperBound))
            while try statement.step() {
                guard parties.count < wanted.count, statement.integer(0) == wanted[parties.count].version else {
                    continue
                }
                guard let kind = StoredCodes.partyKinds.at(statement.integer(1)),
                    let standing = StoredCodes.standings.at(statement.integer(2)),
                    let formerFlags = StoredTexts.decode(statement.optionalText(4)),
                    let programmes = StoredTexts.decode(statement.optionalText(7))
                else { throw contradiction("version \(statement.integer(0)) cannot be read") }
                parties.append(
                    ListedParty(
                        entry: wanted[parties.count].number, kind: kind, standing: standing, names: [],
                        flag: statement.optionalText(3), formerFlags: formerFlags,
                        vesselType: statement.optionalText(5), yearOfBuild: statement.optionalInteger(6),
                        programmes: programmes, listedOn: try date(statement, 8), delistedOn: try date(statement, 9)))
            }
        }
        guard parties.count == wanted.count else { throw contradiction("versions of entries are missing") }
        return parties
    }

    private func readNames(
        into parties: inout [ListedParty], versions: [Int], ranges: [ClosedRange<Int>]
    ) throws(DatabaseError) {
        let statement = try connection.prepare("SELECT id, kind, text FROM name WHERE id BETWEEN ? AND ? ORDER BY id")
        try merge(statement, versions: versions, ranges: ranges) { () throws(DatabaseError) in
            guard let kind = StoredCodes.nameKinds.at(statement.integer(1)) else {
                throw contradiction("a kind of name")
            }
            return PartyName(statement.text(2), kind)
        } give: {
            parties[$0].names = $1
        }
    }

    private func readNumbers(
        into parties: inout [ListedParty], versions: [Int], ranges: [ClosedRange<Int>]
    ) throws(DatabaseError) {
        let statement = try connection.prepare(
            "SELECT id, kind, value FROM number WHERE id BETWEEN ? AND ? ORDER BY id")
        try merge(statement, versions: versions, ranges: ranges) { () throws(DatabaseError) in
            let digits = UInt32(exactly: statement.integer(2)) ?? 0
            let number: PartyNumber? =
                switch StoredCodes.Number(rawValue: statement.integer(1)) {
                case .ship: IMONumber(digits).map { .ship($0) }
                case .company: CompanyNumber(digits).map { .company($0) }
                case .mmsi: MMSI(digits).map { .mmsi($0) }
                case .callSign: .callSign(statement.text(2))
                case .unusableShipNumber: .unusableShipNumber(statement.text(2))
                case nil: nil
                }
            guard let number else { throw contradiction("an identity number that is none") }
            return number
        } give: {
            parties[$0].numbers = $1
        }
    }

    private func readLinks(
        into parties: inout [ListedParty], versions: [Int], ranges: [ClosedRange<Int>]
    ) throws(DatabaseError) {
        let statement = try connection.prepare(
            """
            SELECT id, kind, target_kind, target, since, until, is_former, percentage, words
                FROM link WHERE id BETWEEN ? AND ? ORDER BY id
            """)
        try merge(statement, versions: versions, ranges: ranges) { () throws(DatabaseError) in
            let target: LinkTarget? =
                switch StoredCodes.Target(rawValue: statement.integer(2)) {
                case .entry: .entry(statement.text(3))
                case .company: CompanyNumber(UInt32(exactly: statement.integer(3)) ?? 0).map { .company($0) }
                case .name: .name(statement.text(3))
                case nil: nil
                }
            guard let kind = StoredCodes.linkKinds.at(statement.integer(1)), let target else {
                throw contradiction("a kind of link")
            }
            return PartyLink(
                kind, to: target, since: try date(statement, 4), until: try date(statement, 5),
                isFormer: statement.integer(6) != 0, percentage: statement.optionalReal(7), words: statement.text(8))
        } give: {
            parties[$0].links = $1
        }
    }

    /// Gives the elements of each wanted version at once, so that each party's array is made once.
    private func merge<Element>(
        _ statement: Statement, versions: [Int], ranges: [ClosedRange<Int>],
        read: () throws(DatabaseError) -> Element, give: (Int, [Element]) -> Void
    ) throws(DatabaseError) {
        var position = 0
        var collected: [Element] = []
        for range in ranges {
            let rows = PartyWriter.rows(of: range)
            try statement.bind(.integer(rows.lowerBound), .integer(rows.upperBound))
            while try statement.step() {
                let version = statement.integer(0) >> WatchlistSchema.positionBits
                if version != versions[position] {
                    if !collected.isEmpty {
                        give(position, Array(collected))
                        collected.removeAll(keepingCapacity: true)
                    }
                    while position + 1 < versions.count, versions[position] < version { position += 1 }
                    if versions[position] != version { continue }
                }
                collected.append(try read())
            }
        }
        if !collected.isEmpty { give(position, collected) }
    }

    private func date(_ statement: Statement, _ column: Int) throws(DatabaseError) -> CivilDate? {
        guard let days = statement.optionalInteger(column) else { return nil }
        return try StoredDate.date(days, path: connection.path)
    }

    private func contradiction(_ what: String) -> DatabaseError { .contradiction(what, path: connection.path) }
}

/// A date as a watchlist database keeps it.
enum StoredDate {
    /// The date of so many days since 1970-01-01; throws for what lies ten thousand years away.
    static func date(_ days: Int, path: String) throws(DatabaseError) -> CivilDate {
        guard (-3_650_000...3_650_000).contains(days) else { throw .contradiction("a date out of range", path: path) }
        return CivilDate(daysSince1970: days)
    }
}

extension Array {
    /// The element, or nil when there is none at the index.
    func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
