import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct OFACListTests {
    /// Two made-up entries in OFAC's layout: a vessel and the company it is linked to.
    private static let primary = """
        1,"GAS EXAMPLE","vessel","SDGT] [IRAN",-0- ,"T8A0000","LPG Tanker",-0- ,-0- ,"None Identified",-0- ,"Former Vessel Flag Panama; Vessel Year of Build 1996; Vessel Registration Identification IMO 2000016; MMSI 511000001; Linked To: EXAMPLE, SHIPPING AND TRADING S.A."\r
        2,"EXAMPLE, SHIPPING AND TRADING S.A.",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Identification Number IMO 6414273; Linked To: NOBODY KNOWN."\r
        3,"DOE, Jane","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1 Jan 1970; Chairwoman."\r
        \u{1A}
        """

    private func list(
        _ files: [String: String] = ["sdn.csv": primary, "alt.csv": "1,10,\"fka\",\"OLD EXAMPLE\",-0- \r\n"]
    ) throws -> SanctionsList {
        var lists: [SanctionsList] = []
        try withFolder(files) { lists = try ListFinding.lists(at: $0) }
        return try #require(lists.first)
    }

    @Test func allPartiesAreReadWithNumbersNamesAndLinks() throws {
        let list = try list()
        #expect(list.parties.map(\.kind) == [.vessel, .organisation, .person])
        let ship = list.parties[0]
        #expect(
            ship.numbers == [
                .ship(try #require(IMONumber(2_000_016))), .mmsi(try #require(MMSI("511000001"))), .callSign("T8A0000"),
            ])
        #expect(ship.names == [PartyName("GAS EXAMPLE"), PartyName("OLD EXAMPLE", .former)])
        #expect(ship.programmes == ["SDGT", "IRAN"])
        #expect(ship.flag == nil && ship.formerFlags == ["Panama"] && ship.yearOfBuild == 1_996)
        #expect(list.parties[1].numbers == [.company(try #require(CompanyNumber("6414273")))])
        #expect(list.problems.counts == ["free text about a person": 1])
    }

    @Test func aNameWithCommasAndFullStopsIsOneLink() throws {
        let search = TieSearch(graph: PartyGraph([try list()]), limits: TieLimits())
        #expect(
            search.ties(of: 0).first?.path.map(\.party.name) == ["EXAMPLE, SHIPPING AND TRADING S.A.", "NOBODY KNOWN"])
        #expect(search.ties(of: 0).first?.path.map(\.party.entry) == ["2", nil])
    }

    @Test(arguments: [
        ("Identification Number IMO 2000016", PartyKind.vessel, "ship"),
        ("Vessel Registration Identification 2000016", .vessel, "ship"),
        ("Vessel Registration Identification IMO 15411", .vessel, "unusable"),
        ("Identification Number IMO 6414273", .organisation, "company"),
        ("Vessel Registration Identification IMO 6414273", .organisation, "company"),
        ("Company Number IMO 6414273", .organisation, "company"),
        ("Identification Number IMO 0034064", .organisation, "company"),
    ])
    func numbersBelongToShipsOrCompaniesByTheKindOfEntry(remark: String, kind: PartyKind, expected: String) {
        let numbers = OFACRemarks(remark + ".", of: kind).numbers.map {
            switch $0 {
            case .ship: "ship"
            case .company: "company"
            case .unusableShipNumber: "unusable"
            case .mmsi, .callSign: "other"
            }
        }
        #expect(numbers == [expected])
    }

    @Test func whatIsNotUnderstoodIsCounted() {
        let remarks = OFACRemarks("Vessel Year of Build MCM; alt. Moon phase waxing; MMSI 12.", of: .vessel)
        #expect(remarks.problems.map(\.reason) == ["unusable year of build", "remark not understood", "unusable MMSI"])
    }
}
