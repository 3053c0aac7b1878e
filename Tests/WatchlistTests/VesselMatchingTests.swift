import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct VesselMatchingTests {
    private func index(_ rows: String...) throws -> WatchlistIndex {
        var index: WatchlistIndex?
        let text = "imo,mmsi,name,list,entry\n" + rows.map { $0 + "\n" }.joined()
        try withFolder(["l.csv": text]) { index = try WatchlistIndex(paths: [$0 + "/l.csv"]) }
        return try #require(index)
    }

    @Test func listedVesselsAreMatchedByIMO() throws {
        let matches = try index("2000016,299000001,A,L,1").matches(for: tracked("298000001", imo: [2_000_016]))
        #expect(matches.map(\.kind) == [.imo])
        #expect(matches.map(\.confidence) == [0.99])
        #expect(matches.first?.explanation.contains("2000016") == true)
    }

    @Test func severalStatedNumbersMakeAMatchLessSure() throws {
        let matches = try index("2000016,,A,L,1", "2000028,,B,L,2")
            .matches(for: tracked("298000001", imo: [2_000_028, 2_000_030]))
        #expect(matches.map(\.listed.name) == ["B"])
        #expect(matches.map(\.confidence) == [0.9])
        #expect(matches.first?.explanation.contains("1 other valid number besides") == true)
    }

    @Test func listedVesselsAreMatchedByMMSIWhenNoIMOContradicts() throws {
        let index = try index("2000016,299000001,A,L,1", ",299000002,B,L,2")
        for (id, imo) in [("299000001", []), ("299000002", []), ("299000002", [UInt32(2_000_028)])] {
            let matches = index.matches(for: tracked(id, imo: imo))
            #expect(matches.map(\.kind) == [.mmsi])
            #expect(matches.map(\.confidence) == [0.7])
            #expect(matches.first?.explanation.contains("re-used") == true)
        }
    }

    @Test func anotherIMOContradictsAnEqualMMSI() throws {
        let index = try index("2000016,299000001,A,L,1")
        #expect(index.matches(for: tracked("299000001", imo: [2_000_028])).isEmpty)
        #expect(index.matches(for: tracked("299000001", imo: [2_000_028, 2_000_030])).isEmpty)
    }

    @Test func anEntryIsReportedOnceWithItsBestMatch() throws {
        let matches = try index("2000016,299000001,A,L,1").matches(for: tracked("299000001", imo: [2_000_016]))
        #expect(matches.map(\.kind) == [.imo])
    }

    @Test func everyEntryAndListIsReportedInOrder() throws {
        let matches = try index(
            ",299000001,A,M,1", "2000016,,A,N,2", "2000016,,A,L,3", "2000016,299000001,A,L,1", "2000028,,Z,L,0"
        ).matches(for: tracked("299000001", imo: [2_000_016]))
        #expect(matches.map { $0.listed.list + $0.listed.entry } == ["L1", "L3", "N2", "M1"])
        #expect(matches.map(\.kind) == [.imo, .imo, .imo, .mmsi])
    }

    @Test func idsThatAreNoMMSIMatchByIMOOnly() throws {
        let index = try index("2000016,299000001,A,L,1")
        #expect(index.matches(for: tracked("vessel-7")).isEmpty)
        #expect(index.matches(for: tracked("vessel-7", imo: [2_000_016])).count == 1)
    }

    @Test func theSameFilesCountOnce() throws {
        let once = try WatchlistIndex(paths: [Fixture.folder + "/ofac"])
        let twice = try WatchlistIndex(paths: [Fixture.folder + "/ofac", Fixture.folder + "/ofac/sdn.csv"])
        #expect(twice.lists == once.lists)
        #expect(twice.vessels == once.vessels)
    }

    @Test func noListsMatchNothing() throws {
        let index = try WatchlistIndex(paths: [])
        #expect(index.lists.isEmpty)
        #expect(index.matches(for: tracked("299000001", imo: [2_000_016])).isEmpty)
    }
}
