import Database
import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

/// What is asked of a database one by one is what it holds as a whole.
struct StoredPartiesTests {
    private let folder: TemporaryFolder
    private func path(_ seed: UInt64 = 0) -> String { folder.path + "/w\(seed).db" }

    init() throws { folder = try TemporaryFolder() }

    /// Two lists over several editions, in which entries come, change, go and come back.
    private func fill(_ path: String, _ random: inout SplitMix64) throws {
        let database = try WatchlistDatabase(path: path, readOnly: false)
        for edition in 0..<random.integer(in: 1...4) {
            for name in ["B LIST", "A LIST"] {
                var contents = try list([], on: "2026-01-0\(edition + 1)", name: name, digest: "\(random.next())")
                for entry in 0..<12 where random.integer(in: 0...5) > 0 {
                    var party = try fullParty()
                    party.entry = "\(entry)"
                    party.kind = PartyKind.allCases[random.integer(in: 0...4) % 3]
                    party.numbers.append(.unusableShipNumber("IMO 9108098"))
                    party.numbers = party.numbers.filter { _ in random.integer(in: 0...2) == 0 }
                    party.names = Array(party.names.prefix(random.integer(in: 1...4)))
                    party.links = []
                    if random.integer(in: 0...1) == 0 { party.links = [link(.ownedBy, .entry("3"))] }
                    party.delistedOn = nil
                    contents.parties.append(party)
                }
                _ = try database.importSnapshot(contents, importedAt: importMoment, force: true)
            }
        }
    }

    /// What may have happened to what an import prepared: nothing, an import by an earlier version, damage of any kind.
    ///
    /// Where the stamp does not fit, what is prepared is emptied as well: it must not be looked at.
    private static let fates: [StaticString] = [
        "", "DROP TABLE prepared", "DELETE FROM prepared WHERE id = 0", "DELETE FROM prepared WHERE id & 255 = 1",
        """
        UPDATE prepared SET contents = zeroblob(length(contents)) WHERE id > 0;
        UPDATE prepared SET contents = x'01000000000000006300000000000000' WHERE id = 0;
        """,
        """
        UPDATE prepared SET contents = zeroblob(length(contents)) WHERE id > 0;
        UPDATE prepared SET contents = CAST(x'0200000000000000' || substr(contents, 9) AS BLOB) WHERE id = 0;
        """,
        "UPDATE prepared SET contents = CAST(contents || x'00' AS BLOB)",
        "UPDATE prepared SET contents = substr(contents, 1, length(contents) - 4) WHERE length(contents) > 4 AND id > 0",
        "UPDATE prepared SET contents = substr(contents, 1, length(contents) - 1) WHERE length(contents) > 0 AND id > 0",
        "UPDATE prepared SET contents = CAST(contents || x'FFFFFF7F' AS BLOB) WHERE id & 255 IN (1, 2, 3, 5, 7, 9)",
        "UPDATE prepared SET contents = CAST(contents || x'00000080' AS BLOB) WHERE id & 255 IN (1, 2, 3, 5, 7, 8, 9)",
        "DELETE FROM prepared WHERE id & 255 = 9", "DELETE FROM prepared WHERE id & 255 = 17",
        "DELETE FROM prepared WHERE id & 255 = 33", "DELETE FROM prepared WHERE id & 255 = 5",
    ]

    @Test(arguments: fates.indices) func whateverBecameOfWhatIsPreparedTheAnswersAreTheSame(fate: Int) throws {
        for seed in UInt64(40)...41 {
            var random = SplitMix64(seed: seed)
            let path = path(seed)
            try fill(path, &random)
            try WatchlistDatabase(path: path, readOnly: false).connection.execute(Self.fates[fate])
            let whole = try WatchlistDatabase(path: path, readOnly: true).load()
            let lazy = try StoredParties.lists(of: WatchlistDatabase(path: path, readOnly: true))
            try #require(whole.map(\.snapshot.list) == lazy.map(\.checked.name))
            for (stored, source) in zip(whole, lazy) {
                let parties = ReadParties(SanctionsList(stored))
                let positions = (0..<parties.count).map { place in
                    source.position(ofEntry: parties.party(at: place).entry) ?? -1
                }
                let keys: [UInt64] = [9_108_099, 6_414_273, 511_101_457, ByteHash.of("T8A4824")]
                expectSame(source, parties, keys: keys, at: { positions[$0] }, "fate \(fate), seed \(seed)")
                #expect(source.failure == nil)
            }
        }
    }

    @Test func everyImportPreparesWhatItLeavesBehind() throws {
        let path = path()
        let database = try WatchlistDatabase(path: path, readOnly: false)
        let contents = try list([("1", "GAS MARYAM")], on: "2026-01-01")
        #expect(try PreparedTable(database.connection) == nil)
        // The same list again changes nothing and still makes up for an earlier version's import.
        for _ in 0..<2 {
            _ = try database.importSnapshot(contents, importedAt: importMoment)
            #expect(try PreparedTable(database.connection) != nil)
            try database.connection.execute("DROP TABLE prepared")
        }
        #expect(try PreparedTable(database.connection) == nil)
    }

    @Test func listsAskedOneByOneAgreeWithThoseLoadedWhole() throws {
        for seed in UInt64(1)...30 {
            var random = SplitMix64(seed: seed)
            let path = path(seed)
            try fill(path, &random)
            let database = try WatchlistDatabase(path: path, readOnly: true)
            let whole = try database.load()
            let lazy = try StoredParties.lists(of: WatchlistDatabase(path: path, readOnly: true))
            try #require(whole.map(\.snapshot.list) == lazy.map(\.checked.name))
            for (stored, source) in zip(whole, lazy) {
                let parties = ReadParties(SanctionsList(stored))
                let keys: [UInt64] = [9_108_099, 6_414_273, 511_101_457, ByteHash.of("T8A4824")]
                let positions = (0..<parties.count).map { place in
                    source.position(ofEntry: parties.party(at: place).entry) ?? -1
                }
                #expect(positions == positions.sorted(), "seed \(seed)")
                expectSame(source, parties, keys: keys, at: { positions[$0] }, "seed \(seed), \(stored.snapshot.list)")
            }
        }
    }

    @Test func aDatabaseThatIsDamagedLaterIsKnownAsSuch() throws {
        let path = path()
        do {
            let database = try WatchlistDatabase(path: path, readOnly: false)
            var contents = try list([("1", "GAS MARYAM")], on: "2026-01-01")
            contents.parties[0].numbers = [.callSign("T8A4824")]
            _ = try database.importSnapshot(contents, importedAt: importMoment)
            try database.connection.execute("UPDATE version SET programmes = 'no array'")
        }
        let index = try WatchlistIndex(paths: [path])
        try index.check()
        let traits = VesselTraits(names: ["GAS MARYAM"])
        _ = index.matches(for: traits)
        #expect(throws: WatchlistError.self) { try index.check() }
    }
}
