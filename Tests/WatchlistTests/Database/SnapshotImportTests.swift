import Database
import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

/// What a watchlist database holds after imports.
struct SnapshotImportTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/w.db" }

    init() throws { folder = try TemporaryFolder() }

    private func open(readOnly: Bool = false) throws(WatchlistError) -> WatchlistDatabase {
        try WatchlistDatabase(path: path, readOnly: readOnly, patienceMilliseconds: 20)
    }

    private func refusal(_ body: () throws(WatchlistError) -> Void) -> WatchlistError? {
        do throws(WatchlistError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    /// `2026-01-01 first +3 ~0 -0`, as the history tells it.
    private func history(_ database: WatchlistDatabase) throws -> [String] {
        try database.history().map { line in
            let changes = line.changes.map { "+\($0.added) ~\($0.changed) -\($0.removed)" } ?? "replaced"
            return "\(line.snapshot.date.iso8601) \(line.snapshot.counts.entries) \(changes)"
        }
    }

    /// `a A first..last`: what is known of each entry.
    private func standing(_ database: WatchlistDatabase, asOf: String? = nil) throws -> [String] {
        try database.parties(of: "TEST", asOf: asOf.map(day)).map { party in
            let spans = party.spans.map { span in
                "\(span.lastAbsentOn.map { "(\($0.iso8601))" } ?? "")\(span.firstSeenOn.iso8601)..\(span.lastSeenOn.iso8601)"
                    + (span.removedOn.map { "(\($0.iso8601))" } ?? "")
            }
            return "\(party.entry) \(party.name) \(spans.joined(separator: " "))"
        }.sorted()
    }

    @Test func aPartyComesBackAsItWas() throws {
        let database = try open()
        var original = try list([("1", "ONE")], on: "2026-01-01")
        original.parties.append(try fullParty())
        original.problems.note("odd", "line \"7\"")
        let outcome = try database.importSnapshot(original, importedAt: importMoment)
        #expect(outcome.kind == .first && outcome.added.count == 2)
        var parties = try database.parties(of: "TEST")
        for position in parties.indices { parties[position].spans = [] }
        #expect(parties == original.parties)
        let snapshot = try #require(try database.lists().first)
        #expect(snapshot == outcome.snapshot)
        #expect(snapshot.files == original.files && snapshot.problems.first?.examples == ["line \"7\""])
        #expect(snapshot.counts.vessels == 2 && snapshot.counts.vesselsWithIMO == 1 && snapshot.counts.links == 12)
        #expect(try database.load().map(\.snapshot) == [snapshot])
    }

    @Test func theSameListTwiceIsStoredOnce() throws {
        let database = try open()
        let first = try list([("a", "A"), ("b", "B")], on: "2026-01-01")
        _ = try database.importSnapshot(first, importedAt: importMoment)
        let again = try open().importSnapshot(first, importedAt: importMoment)
        #expect(again.kind == .unchanged && again.added.isEmpty)
        #expect(try history(database) == ["2026-01-01 2 +2 ~0 -0"])
    }

    @Test func theSameContentForALaterDayIsConfirmed() throws {
        let database = try open()
        _ = try database.importSnapshot(
            try list([("a", "A")], on: nil), asOf: day("2026-01-01"), importedAt: importMoment)
        let later = try database.importSnapshot(
            try list([("a", "A")], on: nil), asOf: day("2026-02-01"), importedAt: importMoment)
        #expect(later.kind == .confirmed)
        #expect(later.comparedWith == (try day("2026-01-01")))
        #expect(try standing(database) == ["a A 2026-01-01..2026-02-01"])
    }

    @Test func aNewerListTellsWhatCameChangedAndWent() throws {
        let database = try open()
        _ = try database.importSnapshot(
            try list([("a", "A"), ("b", "B"), ("c", "C")], on: "2026-01-01"), importedAt: importMoment)
        let newer = try database.importSnapshot(
            try list([("a", "A"), ("b", "B2"), ("d", "D")], on: "2026-02-01", digest: "bb"), importedAt: importMoment)
        #expect(newer.kind == .newer)
        #expect(newer.added.map(\.entry) == ["d"])
        #expect(newer.changed.map(\.name) == ["B2"])
        #expect(newer.removed.map(\.name) == ["C"])
        #expect(
            try standing(database) == [
                "a A 2026-01-01..2026-02-01", "b B2 2026-01-01..2026-02-01", "c C 2026-01-01..2026-01-01(2026-02-01)",
                "d D (2026-01-01)2026-02-01..2026-02-01",
            ])
        #expect(try standing(database, asOf: "2026-01-31").last == "c C 2026-01-01..2026-01-01")
        #expect(try standing(database, asOf: "2025-12-31").isEmpty)
        #expect(try history(database) == ["2026-01-01 3 +3 ~0 -0", "2026-02-01 3 +1 ~1 -1"])
        let gone = try #require(try database.parties(of: "TEST").first { $0.entry == "c" })
        #expect(gone.delistedOn == (try day("2026-02-01")))
        #expect(gone.snapshotsShowListed(on: try day("2026-01-01")) == true)
        #expect(gone.snapshotsShowListed(on: try day("2026-01-15")) == nil)
        #expect(gone.snapshotsShowListed(on: try day("2026-02-01")) == false)
        let late = try #require(try database.parties(of: "TEST").first { $0.entry == "d" })
        #expect(late.listedOn == nil)
        #expect(late.firstSeenOn == (try day("2026-02-01")))
        #expect(late.snapshotsShowListed(on: try day("2026-01-01")) == false)
    }

    @Test func anEntryThatComesBackHasTwoTimes() throws {
        let database = try open()
        for (date, entries) in [
            ("2026-01-01", [("a", "A"), ("b", "B")]), ("2026-02-01", [("b", "B")]),
            ("2026-03-01", [("a", "A"), ("b", "B")]),
        ] {
            _ = try database.importSnapshot(try list(entries, on: date), importedAt: importMoment)
        }
        #expect(
            try standing(database).first
                == "a A 2026-01-01..2026-01-01(2026-02-01) (2026-02-01)2026-03-01..2026-03-01")
        let party = try #require(try database.parties(of: "TEST").first)
        #expect(party.delistedOn == nil)
        #expect(party.snapshotsShowListed(on: try day("2026-02-01")) == false)
    }

    @Test func aListThatLostHalfItsEntriesIsRefusedUnlessForced() throws {
        let database = try open()
        let whole = (0..<20).map { ("\($0)", "SHIP \($0)") }
        _ = try database.importSnapshot(try list(whole, on: "2026-01-01"), importedAt: importMoment)
        let cut = try list(Array(whole.prefix(9)), on: "2026-02-01")
        let other = try list([("x", "X")], on: "2026-02-01", name: "OTHER")
        let refusal = refusal { () throws(WatchlistError) in
            _ = try database.importSnapshots([other, cut], importedAt: importMoment)
        }
        #expect(refusal?.message.contains("--force") == true && refusal?.path == "lists/TEST.csv")
        // All or nothing: the other list is not there either.
        #expect(try history(database) == ["2026-01-01 20 +20 ~0 -0"])
        #expect(try database.importSnapshot(cut, importedAt: importMoment, force: true).removed.count == 11)
        #expect(
            try database.importSnapshot(try list(Array(whole.prefix(5)), on: "2026-03-01"), importedAt: importMoment)
                .kind == .newer)
    }

    @Test func anotherEditionOfADayTakesThePlaceOfTheFirst() throws {
        let database = try open()
        _ = try database.importSnapshot(try list([("a", "A"), ("b", "B")], on: "2026-01-01"), importedAt: importMoment)
        for entries in [[("a", "A2"), ("c", "C")], [("a", "A"), ("b", "B")], [("a", "A"), ("d", "D")]] {
            let outcome = try database.importSnapshot(try list(entries, on: "2026-02-01"), importedAt: importMoment)
            #expect(outcome.kind == (entries[0].1 == "A2" ? .newer : .sameDay))
        }
        #expect(
            try history(database) == [
                "2026-01-01 2 +2 ~0 -0", "2026-02-01 2 replaced", "2026-02-01 2 replaced", "2026-02-01 2 +1 ~0 -1",
            ])
        #expect(
            try standing(database) == [
                "a A 2026-01-01..2026-02-01", "b B 2026-01-01..2026-01-01(2026-02-01)",
                "d D (2026-01-01)2026-02-01..2026-02-01",
            ])
        for dropped in ["A2", "c"] { #expect(try database.search(dropped).isEmpty) }
    }

    /// Whatever the order of imports, the database answers as if they had come in the order of their dates.
    @Test(arguments: 0..<30)
    func theOrderOfImportsDoesNotMatter(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let snapshots = try (0..<5).map { number in
            let entries = ["a", "b", "c", "d"].filter { _ in random.next() % 3 > 0 }
            return try list(entries.map { ($0, "\($0)\(random.next() % 2)") }, on: "2026-0\(number + 1)-01")
        }
        func stored(_ lists: [SanctionsList]) throws -> (history: [String], states: [[String]], rows: [Int]) {
            let folder = try TemporaryFolder()
            let database = try WatchlistDatabase(path: folder.path + "/w.db", readOnly: false)
            for list in lists { _ = try database.importSnapshot(list, importedAt: importMoment) }
            let days: [String?] = [nil] + (1...5).map { "2026-0\($0)-15" }
            return (
                try history(database), try days.map { try standing(database, asOf: $0) },
                [
                    try database.connection.number("SELECT count(*) FROM span") ?? 0,
                    try database.connection.number(
                        "SELECT count(*) FROM version WHERE id NOT IN (SELECT version FROM span)") ?? 0,
                ]
            )
        }
        let inOrder = try stored(snapshots)
        let shuffled = try stored(snapshots.shuffled(using: &random))
        #expect(inOrder == shuffled, "seed \(seed)")
        #expect(inOrder.rows.last == 0)
    }

    @Test func datesComeFromTheListThenTheUserThenTheFile() throws {
        let database = try open()
        func date(published: String?, asOf: String?) throws -> (String, ListSnapshot.DateSource) {
            let snapshot = try database.importSnapshot(
                try list([("a", "A")], on: published, name: "L\(published ?? "")\(asOf ?? "")"), asOf: asOf.map(day),
                importedAt: importMoment
            ).snapshot
            return (snapshot.date.iso8601, snapshot.dateSource)
        }
        for (published, asOf, expected) in [
            ("2026-01-05", "2026-02-01", ("2026-01-05", ListSnapshot.DateSource.published)),
            (nil, "2026-02-01", ("2026-02-01", .stated)), (nil, nil, ("2026-01-01", .file)),
        ] {
            let found = try date(published: published, asOf: asOf)
            #expect(found == expected)
        }
        for (published, asOf) in [("2026-01-05", "2026-01-04"), ("2099-01-01", nil), (nil, "2099-01-01")] {
            #expect(throws: WatchlistError.self) { try date(published: published, asOf: asOf) }
        }
    }

    @Test func anEntryNumberUsedTwiceIsKeptTwiceAndNoted() throws {
        let database = try open()
        let twice = try list([("a", "A"), ("a", "B"), ("a#2", "C"), ("a", "D")], on: "2026-01-01")
        let outcome = try database.importSnapshot(twice, importedAt: importMoment)
        #expect(outcome.snapshot.problems.map(\.cases) == [3])
        #expect(try database.parties(of: "TEST").map(\.name) == ["A", "B", "C", "D"])
        #expect(try database.importSnapshot(twice, importedAt: importMoment).kind == .unchanged)
    }

    @Test func anImportThatIsCutOffLeavesTheSnapshotBefore() throws {
        _ = try open().importSnapshot(try list([("a", "A")], on: "2026-01-01"), importedAt: importMoment)
        do {
            let database = try open()
            try database.connection.execute("BEGIN IMMEDIATE")
            try SnapshotTable(connection: database.connection).insert(
                try #require(try database.lists().first), list: 1)
        }
        #expect(try history(try open(readOnly: true)) == ["2026-01-01 1 +1 ~0 -0"])
    }

    @Test func anImportWaitsForNobodyForeverAndReadersGoOn() throws {
        let first = try open()
        _ = try first.importSnapshot(try list([("a", "A")], on: "2026-01-01"), importedAt: importMoment)
        let second = try open()
        try first.connection.execute("BEGIN IMMEDIATE")
        let refusal = refusal { () throws(WatchlistError) in
            _ = try second.importSnapshots([], importedAt: importMoment)
        }
        #expect(refusal?.message.contains("another program is using the database") == true)
        #expect(try second.lists().count == 1)
    }

    @Test func aDatabaseOfTwoHundredDaysStaysRight() throws {
        let database = try open()
        for number in 0..<40 {
            let entries = (0..<30).filter { ($0 + number) % 7 > 0 }.map { ("\($0)", "SHIP \($0) \(number / 9)") }
            let date = CivilDate(daysSince1970: 20_000 + number)
            _ = try database.importSnapshot(try list(entries, on: date.iso8601), importedAt: importMoment)
            let listed = try database.parties(of: "TEST", asOf: date).filter { $0.delistedOn == nil }.map(\.name)
            #expect(Set(listed) == Set(entries.map(\.1)))
        }
    }
}
