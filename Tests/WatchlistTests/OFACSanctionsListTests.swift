import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct OFACSanctionsListTests {
    private func index() throws -> WatchlistIndex { try WatchlistIndex(paths: [Fixture.folder + "/ofac"]) }

    private func vessel(_ entry: String) throws -> ListedVessel {
        try #require(try index().vessels.first { $0.entry == entry })
    }

    @Test func aFolderHoldsTheTwoListsWithTheirFiles() throws {
        let lists = try index().lists
        #expect(lists.map(\.name) == ["OFAC SDN", "OFAC Consolidated (non-SDN)"])
        #expect(lists.map(\.entries) == [11, 1])
        #expect(lists.map(\.vessels) == [8, 0])
        #expect(
            lists[0].files.map { $0.path.split(separator: "/").last } == ["sdn.csv", "alt.csv", "sdn_comments.csv"])
        #expect(lists[1].files.map { $0.path.split(separator: "/").last } == ["cons_prim.csv", "cons_alt.csv"])
        #expect(lists.allSatisfy { $0.publishedOn == nil })
        #expect(lists[0].files.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
    }

    @Test func aVesselIsReadWithEverythingThatTellsWhoItIs() throws {
        #expect(
            try vessel("103")
                == ListedVessel(
                    list: "OFAC SDN", entry: "103", name: "SAMPLE ONE",
                    alternativeNames: ["OLDER ONE", "SAMPLE 1", "OLD ONE"], imo: IMONumber(2_000_016),
                    mmsi: MMSI(299_000_001), callSign: "XX1AA", flag: "Panama", vesselType: "Crude Oil Tanker",
                    programmes: ["IRAN", "NPWMD", "IFSR"], listedOn: nil,
                    linkedTo: ["EXAMPLE TANKER COMPANY", "EXAMPLE HOLDING, S.A"]))
    }

    @Test func theCompanysLabelIsAShipsNumberOnVesselsOnly() throws {
        #expect(try vessel("104").imo == IMONumber(2_000_028))
        let index = try index()
        #expect(!index.vessels.contains { $0.entry == "102" })
        #expect(index.matches(for: tracked("299000099", imo: [1_790_183])).isEmpty)
    }

    @Test func namesThatLookLikeTwoStayOne() throws {
        #expect(try vessel("104").linkedTo == ["EXAMPLE SHIPPING LIMITED AND OTHER SHIPPING LIMITED"])
        #expect(try vessel("104").flag == nil)
        #expect(try vessel("104").alternativeNames == ["ÉCHANTILLON"])
    }

    @Test func aBadNumberIsAWarningAndNoNumber() throws {
        #expect(try vessel("105").imo == nil)
        let warnings = try index().lists[0].warnings
        #expect(warnings.contains { $0.contains("105, SAMPLE THREE") && $0.contains("IMO 15411") })
    }

    @Test func aBareRegistrationWithARightCheckDigitIsTakenAndTold() throws {
        #expect(try vessel("106").imo == IMONumber(2_000_042))
        #expect(try index().lists[0].warnings.contains { $0.contains("106") && $0.contains("without the word IMO") })
    }

    @Test func remarksGoOnInTheCommentsFileInMidWord() throws {
        #expect(try vessel("109").imo == IMONumber(2_000_078))
        #expect(try vessel("109").mmsi == MMSI(299_000_007))
        #expect(try vessel("109").linkedTo == ["EXAMPLE CO LTD"])
    }

    @Test func nothingIsMadeUpForAVesselWithoutRemarks() throws {
        let vessel = try vessel("108")
        #expect(vessel.imo == nil && vessel.mmsi == nil && vessel.linkedTo.isEmpty && vessel.alternativeNames.isEmpty)
        #expect(vessel.programmes == ["CUBA"])
        let warnings = try index().lists[0].warnings
        #expect(warnings.contains { $0.hasPrefix("2 listed vessels have neither") && $0.contains("SAMPLE SIX (108)") })
    }

    @Test func secondNumbersShortNumbersAndForeignRowsAreTold() throws {
        let warnings = try index().lists[0].warnings
        #expect(try vessel("110").imo == IMONumber(2_000_080))
        #expect(try vessel("110").mmsi == nil)
        #expect(warnings.contains { $0.contains("110") && $0.contains("second IMO number, 2000092") })
        #expect(warnings.contains { $0.contains("MMSI 29900008 is no MMSI") })
        #expect(warnings.contains { $0.contains("sdn.csv, line 10") })
        #expect(warnings.count == 6, "\(warnings)")
    }

    @Test func theFileItselfTakesItsCompanionsAlong() throws {
        let index = try WatchlistIndex(paths: [Fixture.folder + "/ofac/sdn.csv"])
        #expect(index.lists.map(\.name) == ["OFAC SDN"])
        #expect(index.vessels.first { $0.entry == "109" }?.imo == IMONumber(2_000_078))
    }

    @Test func capitalsAndADateBeforeTheNamesAreAllowed() throws {
        let row = #"7,"A","vessel","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"MMSI 2990""# + "\r\n"
        try withFolder(["2026-SDN.CSV": row, "2026-SDN_COMMENTS.CSV": "7,\"00009.\"\r\n\u{1A}", "other.txt": "x"]) {
            folder in
            for path in [folder, folder + "/2026-SDN.CSV"] {
                let index = try WatchlistIndex(paths: [path])
                #expect(index.vessels.map(\.mmsi) == [MMSI(299_000_009)])
                #expect(index.lists[0].warnings.count == 1, "only that alt.csv is missing: \(index.lists[0].warnings)")
            }
        }
    }

    @Test func aCutRemarkWithoutItsRestIsTold() throws {
        let row = #"7,"A","vessel","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Vessel Registr""# + "\r\n"
        try withFolder(["sdn.csv": row]) { folder in
            let warnings = try WatchlistIndex(paths: [folder]).lists[0].warnings
            #expect(warnings.contains { $0.contains("cut off") })
        }
    }

    @Test(arguments: [
        ("IRAN", ["IRAN"]), ("IRAN] [NPWMD] [IFSR", ["IRAN", "NPWMD", "IFSR"]), ("[IRAN] [SDGT]", ["IRAN", "SDGT"]),
        ("CAATSA - RUSSIA] [PEESA", ["CAATSA - RUSSIA", "PEESA"]), ("-0-", []), ("", []),
    ])
    func programmesAreToldApart(text: String, expected: [String]) {
        #expect(OFACSanctionsList.programmes(text) == expected)
    }
}

@Suite(.enabled(if: Fixture.hasRealLists, Fixture.hint))
struct OFACRealListTests {
    @Test func theWholeListOfJuly2021IsRead() throws {
        let index = try WatchlistIndex(paths: [Fixture.realLists + "/ofac-2021-07"])
        #expect(index.lists.map(\.name) == ["OFAC SDN", "OFAC Consolidated (non-SDN)"])
        #expect(index.lists.map(\.entries) == [8_976, 442])
        #expect(index.lists.map(\.vessels) == [406, 0])
        // 399 labelled numbers with a right check digit and one bare registration; BONU 5's is wrong.
        #expect(index.vessels.count { $0.imo != nil } == 400)
        #expect(index.vessels.count { $0.mmsi != nil } == 51)
        #expect(index.vessels.count { !$0.linkedTo.isEmpty } == 376)
        #expect(index.vessels.allSatisfy { !$0.programmes.isEmpty && !$0.name.isEmpty })
        let warnings = index.lists[0].warnings
        #expect(warnings.count == 3, "\(warnings)")
        #expect(warnings.contains { $0.contains("BONU 5") && $0.contains("IMO 15411") })
        #expect(warnings.contains { $0.contains("RYONG GUN BONG") && $0.contains("8606173") })
        #expect(warnings.contains { $0.contains("HERMANN (4234)") })
    }

    @Test func aListedTankerIsRecognised() throws {
        let index = try WatchlistIndex(paths: [Fixture.realLists + "/ofac-2021-07"])
        let artavil = try #require(index.vessels.first { $0.entry == "15036" })
        #expect(artavil.alternativeNames.contains("ALPHA"))
        #expect(artavil.linkedTo == ["NATIONAL IRANIAN TANKER COMPANY"])
        #expect(index.matches(for: tracked("422000000", imo: [9_187_629])).map(\.listed) == [artavil])
        #expect(index.matches(for: tracked("572469210")).map(\.kind) == [.mmsi])
        #expect(index.matches(for: tracked("572469210", imo: [9_187_655])).map(\.listed.name) == ["ARK"])
    }

    @Test func theExcerptOf2026IsRead() throws {
        let index = try WatchlistIndex(paths: [Fixture.realLists + "/ofac-2026-excerpt"])
        #expect(
            index.vessels.map(\.name) == [
                "BIANCA JOYSEL", "ARES", "GIANT", "GAS MARYAM", "ATILA", "ZENITH", "HYPERION",
            ])
        #expect(index.vessels.allSatisfy { $0.imo != nil && $0.mmsi != nil && $0.linkedTo.count == 1 })
        #expect(index.lists[0].entries == 13)
        #expect(index.vessels[5].programmes == ["UKRAINE-EO13662", "RUSSIA-EO14024"])
    }

    @Test(arguments: ["un-2026-02/consolidated.xml", "uk/uk_sanctions_list_ship_excerpt.xml", "uk", "un-2026-02"])
    func listsThatAreNotKnownAreRefusedByName(path: String) {
        let error = #expect(throws: WatchlistError.self) {
            try WatchlistIndex(paths: [Fixture.realLists + "/" + path])
        }
        #expect(error?.path.hasSuffix(path) == true)
        #expect(error?.message.contains("Accepted are") == true)
    }
}
