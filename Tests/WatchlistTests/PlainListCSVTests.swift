import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct PlainListCSVTests {
    @Test func severalListsOfOneFileAreToldApart() throws {
        let index = try WatchlistIndex(paths: [Fixture.folder + "/plain/list.csv"])
        #expect(index.lists.map(\.name) == ["House list", "Other list", "list.csv"])
        #expect(index.lists.map(\.entries) == [5, 1, 1])
        #expect(index.lists.map(\.vessels) == [4, 1, 1])
        #expect(
            index.vessels[0]
                == ListedVessel(
                    list: "House list", entry: "A1", name: "SAMPLE ONE", imo: IMONumber(2_000_016),
                    mmsi: MMSI(299_000_001), programmes: ["IRAN", "SDGT", "OTHER"],
                    listedOn: CivilDate(year: 2025, month: 3, day: 1)))
        #expect(index.vessels[1].name == "SAMPLE, TWO")
        #expect(index.vessels[1].imo == IMONumber(2_000_028))
        #expect(index.vessels.last?.entry == "line 8")
        #expect(index.vessels.last?.mmsi == nil)
    }

    @Test func badRowsAreToldWithFileAndLineAndKeptAsFarAsTheyGo() throws {
        let index = try WatchlistIndex(paths: [Fixture.folder + "/plain/list.csv"])
        let bad = try #require(index.vessels.first { $0.entry == "A3" })
        #expect(bad.imo == nil && bad.mmsi == MMSI(299_000_003) && bad.listedOn == nil)
        let warnings = index.lists[0].warnings
        #expect(warnings.contains { $0.contains("list.csv, line 5: IMO 2000031") && $0.contains("check digit") })
        #expect(warnings.contains { $0.contains("list.csv, line 5: listed_on 2025-13-01") })
        #expect(warnings.contains { $0.contains("list.csv, line 6") && $0.contains("names no vessel") })
        #expect(index.lists[1].warnings.isEmpty && index.lists[2].warnings.isEmpty)
    }

    @Test func aCellTooManyIsTold() throws {
        let text = "imo,mmsi,name,list\n,299000010,TOO, MANY,House\n"
        try withFolder(["a.csv": text]) { folder in
            let list = try #require(try WatchlistIndex(paths: [folder + "/a.csv"]).lists.first)
            #expect(list.name == "a.csv")
            #expect(list.vessels == 1)
            #expect(list.warnings.contains { $0.contains("line 2: 5 cells where the header has 4") })
        }
    }

    @Test func semicolonsAndTabsSeparateToo() throws {
        let index = try WatchlistIndex(
            paths: [Fixture.folder + "/plain/semicolons.csv", Fixture.folder + "/plain/tabs.csv"])
        #expect(index.lists.map(\.name) == ["semicolons.csv", "tabs.csv"])
        #expect(index.vessels.map(\.imo) == [IMONumber(2_000_092), IMONumber(2_000_119)])
        #expect(index.vessels[0].programmes == ["P1", "P2"])
        #expect(index.vessels[1].name == "SAMPLE ELEVEN")
    }

    @Test func aFolderOfPlainListsIsReadInTheOrderOfTheirNames() throws {
        try withFolder([
            "b.csv": "imo,entry\n2000016,1\n", "a.csv": "mmsi,entry\n299000001,2\n",
            "tracks.csv": "MMSI,LAT,LON\n1,2,3\n",
            "notes.txt": "imo,entry\n2000028,3\n",
        ]) { folder in
            let index = try WatchlistIndex(paths: [folder])
            #expect(index.vessels.map(\.entry) == ["2", "1"])
        }
    }

    @Test(arguments: [
        ("imo,mmsi,name,list,entry,programme,listed_on", true),
        ("\u{FEFF}Listed On;Name;MMSI", true),
        ("entry\timo\r", true),
        ("IMO,PROGRAM", true),
        ("imo,name", false),
        ("MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status", false),
        ("mmsi,imo,list,lat,lon", false),
        ("# Timestamp,Type of mobile,MMSI,Latitude,Longitude", false),
        ("name,list", false),
        ("", false),
    ])
    func listHeadersAreToldFromTrackHeaders(line: String, expected: Bool) {
        #expect(WatchlistIndex.isListHeader(line) == expected)
    }

    @Test(arguments: [
        ("imo,mmsi,name\n", "no entries"),
        ("imo,name\n\u{1A}", "no entries"),
        ("", "empty"),
        ("name,address\nA,B\n", "name, address"),
        ("MMSI,LAT,LON\n1,2,3\n", "MMSI, LAT, LON"),
        ("imo,name\n9187628,\n", "none of its 1 rows"),
        ("imo,name\n9187629,\"A\nB\n", "never closed"),
        ("\u{1F}\u{8B}", "no list that is known"),
        ("PK\u{3}\u{4}", "compressed"),
        ("a\u{0}b", "not text"),
        ("{\"imo\":1}", "JSON"),
    ])
    func whatIsNoListIsRefusedWithTheReason(text: String, reason: String) throws {
        try withFolder(["a.csv": text]) { folder in
            let error = #expect(throws: WatchlistError.self) { try WatchlistIndex(paths: [folder + "/a.csv"]) }
            #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
            #expect(error?.description.contains(folder + "/a.csv") == true)
        }
    }

    @Test func missingFilesAndEmptyFoldersAreRefused() throws {
        let error = #expect(throws: WatchlistError.self) { try WatchlistIndex(paths: ["/nowhere/list.csv"]) }
        #expect(error?.message.contains("does not exist") == true)
        try withFolder([:]) { folder in
            let empty = #expect(throws: WatchlistError.self) { try WatchlistIndex(paths: [folder]) }
            #expect(empty?.message.contains("It is empty") == true)
        }
    }

    @Test func manyWarningsAreCountedAndNotLost() throws {
        let text = "imo,name\n" + String(repeating: "9187628,A\n", count: 60)
        try withFolder(["a.csv": text]) { folder in
            let warnings = try WatchlistIndex(paths: [folder + "/a.csv"]).lists[0].warnings
            #expect(warnings.count == ListWarnings.limit + 1)
            // Sixty rows and the sentence about vessels that cannot be recognised.
            #expect(warnings.last == "11 more of the kind are not shown.")
        }
    }
}
