import Foundation
import TestSupport
import Testing

@testable import STSCommand

/// `sts watchlist`, and the database in other commands, by the built program.
struct WatchlistProgramTests {
    private let sts = ProgramRunner(product: "sts")

    private static let older = """
        imo,name,list,entry,programme
        9074729,ALPHA,HOUSE,1,OIL
        9187629,BRAVO,HOUSE,2,OIL

        """
    private static let newer = """
        imo,name,list,entry,programme
        9187629,BRAVO II,HOUSE,2,OIL
        9108099,CHARLIE,HOUSE,3,OIL

        """

    private func imported() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("older.csv", Self.older)
        try folder.write("newer.csv", Self.newer)
        for (file, day) in [("older.csv", "2026-01-01"), ("newer.csv", "2026-02-01")] {
            let outcome = try sts.run(
                ["watchlist", "import", file, "--as-of", day, "--database", "w.db"], folder: folder)
            #expect(outcome.exitCode == 0)
        }
        return folder
    }

    @Test func theHistoryTellsWhatCameChangedAndWent() throws {
        let folder = try imported()
        let again = try sts.run(
            ["watchlist", "import", "newer.csv", "--as-of", "2026-02-01", "--database", "w.db"], folder: folder)
        #expect(again.text.contains("already stored, nothing was written"))
        let history = try sts.run(
            ["watchlist", "list", "--history", "--format", "json", "--database", "w.db"], folder: folder)
        #expect(history.text.components(separatedBy: "\"added\":").count == 3)
        #expect(history.text.contains("\"added\":1,\"changed\":1,\"removed\":1"))
    }

    @Test func aFileThatIsCutOffChangesNothing() throws {
        let folder = try imported()
        try folder.write("cut.xml", "<sdnList><sdnEntry>")
        let outcome = try sts.run(
            ["watchlist", "import", "older.csv", "cut.xml", "--database", "w.db"], folder: folder)
        #expect(outcome.exitCode == 1 && outcome.errorText.contains("cut.xml"))
        let lists = try sts.run(["watchlist", "list", "--database", "w.db"], folder: folder)
        #expect(lists.text.contains("2026-02-01") && lists.exitCode == 0)
    }

    @Test func screeningADatabaseKnowsWhatSnapshotsShow() throws {
        let folder = try imported()
        func timing(_ imo: String, _ day: String) throws -> String {
            let outcome = try sts.run(
                ["screen", imo, "--watchlist", "w.db", "--as-of", day, "--format", "json"], folder: folder)
            let tail = outcome.text.components(separatedBy: "\"timing\":").dropFirst().first ?? ""
            return String(tail.prefix { $0 != "," && $0 != "}" })
        }
        #expect(try timing("9074729", "2026-01-01") == "\"listed_at_the_time\"")
        #expect(try timing("9074729", "2026-01-15") == "null")
        #expect(try timing("9074729", "2026-02-01") == "\"delisted_before\"")
        #expect(try timing("9108099", "2026-01-01") == "\"listed_later\"")
        #expect(try timing("9108099", "2026-01-15") == "null")
        #expect(try timing("9108099", "2026-02-02") == "\"listed_at_the_time\"")
    }

    @Test func searchFindsFormerEntriesByPartsOfNames() throws {
        let folder = try imported()
        let found = try sts.run(["watchlist", "search", "alph", "--database", "w.db"], folder: folder)
        #expect(
            found.text.contains("ALPHA (vessel), HOUSE entry 1")
                && found.text.contains("no longer in that of 2026-02-01"))
        let none = try sts.run(["watchlist", "search", "zulu", "--database", "w.db"], folder: folder)
        #expect(none.text == "Nothing found for zulu.\n" && none.exitCode == 0)
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        let folder = try imported()
        for words in [["list", "--database", "older.csv"], ["list", "--database", "nowhere.db"]] {
            let outcome = try sts.run(["watchlist"] + words, folder: folder)
            #expect(outcome.exitCode == 1 && outcome.text.isEmpty && !outcome.errorText.isEmpty)
        }
        for words in [[], ["export"], ["import"], ["search"], ["list", "x"]] {
            #expect(try sts.run(["watchlist", "--database", "w.db"] + words, folder: folder).exitCode == 2)
        }
    }
}
