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
