import ByteInput
import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

/// Lists of the United Nations, the United Kingdom and of OpenSanctions, from small files in their forms.
struct PublishedListsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func only(_ text: String, _ name: String) throws -> SanctionsList {
        let lists = try ListFinding.lists(at: try folder.write(name, text))
        try #require(lists.count == 1)
        return lists[0]
    }

    @Test func numbersInUNCommentsAreThoseOfCompanies() throws {
        let list = try only(
            """
            <?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL>
            <FIRST_NAME>ANN</FIRST_NAME><SECOND_NAME>OTHER</SECOND_NAME><REFERENCE_NUMBER>AAi.001</REFERENCE_NUMBER>
            <COMMENTS1>IMO number: 5342883</COMMENTS1></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY>
            <FIRST_NAME>SOME SHIPPING</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.001</REFERENCE_NUMBER>
            <LISTED_ON>2014-07-28</LISTED_ON><COMMENTS1>(IMO) Number: 1790183. IMO number: 1234560.</COMMENTS1>
            <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD SHIPPING</ALIAS_NAME></ENTITY_ALIAS>
            <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>
            """, "un.xml")
        #expect(list.name == "UN Security Council" && list.publishedOn?.iso8601 == "2026-02-27")
        #expect(list.parties.map(\.name) == ["ANN OTHER", "SOME SHIPPING"])
        let company = try #require(list.parties.last)
        #expect(list.parties[0].numbers.isEmpty)
        #expect(company.numbers == [.company(try #require(CompanyNumber(1_790_183)))])
        #expect(company.names.last == PartyName("OLD SHIPPING", .former))
        #expect(company.listedOn?.iso8601 == "2014-07-28" && company.programmes == ["DPRK"])
        #expect(list.problems.counts == ["company IMO number that fails its check digit": 1])
    }

    @Test func severalRowsOfTheUKListAreOneEntry() throws {
        let header =
            "Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Alias strength,Regime Name,Designation Type,"
            + "Date Designated,IMO number,Current owner/operator (s),Previous flags,Year Built"
        let list = try only(
            """
            "Report Date: 11-Sep-2026"
            \(header)
            x,DPR0075,1,PETREL 8,,Alias,,DPRK,Ship,03/10/2017,IMO9562233,Global United,India,2011
            x,DPR0075,1,Petrel Eight,,Primary name,,DPRK,Ship,03/10/2017,9562233,Global United,Comoros,2011
            x,DPR0076,1,Smith,Ann,Primary name,,DPRK,Individual,31/02/2017,,,,
            """, "uk.csv")
        #expect(list.name == "UK Sanctions List" && list.publishedOn?.iso8601 == "2026-09-11")
        let ship = try #require(list.parties.first)
        #expect(list.parties.map(\.name) == ["Petrel Eight", "Ann Smith"])
        #expect(ship.numbers == [.ship(try #require(IMONumber(9_562_233)))] && ship.yearOfBuild == 2011)
        #expect(ship.formerFlags == ["India", "Comoros"] && ship.listedOn?.iso8601 == "2017-10-03")
        #expect(ship.links.map(\.kind) == [.ownedOrOperatedBy] && ship.links[0].target == .name("Global United"))
        #expect(list.problems.counts == ["unusable date": 1])
    }

    @Test func cellsOfTheUNVesselListHoldSeveralValues() throws {
        let list = try only(
            """
            #,vessel_name,imo_number,mmsi,flag,call_sign,type,designated_owner,date_of_designation (dd-Mon-yy),date_of_designation
            1,1: PETREL 8 2: JAL VAHINI,1: 9562233 2: 15411,,1: Comoros 2: India,n/a,Bulk,Some Owner,,30-Mar-18
            """, "1718.csv")
        let ship = try #require(list.parties.first)
        #expect(ship.entry == "IMO 9562233" && ship.names.map(\.text) == ["PETREL 8", "JAL VAHINI"])
        #expect(ship.numbers.count == 2 && ship.numbers.last == .unusableShipNumber("15411"))
        #expect(ship.listedOn?.iso8601 == "2018-03-30" && ship.flag == "Comoros" && ship.formerFlags == ["India"])
        #expect(ship.links.map(\.kind) == [.ownedBy])
        #expect(list.problems.counts == ["unusable ship IMO number": 1])
    }

    @Test func openSanctionsTellsDesignatedFromRecorded() throws {
        let maritime = try only(
            """
            type,caption,imo,risk,countries,flag,mmsi,id,url,datasets,aliases
            VESSEL,PETREL 8,IMO9562233,sanction;mare.shadow,in,km,613304000,NK-1,u,a;b,JAL VAHINI;PETREL 8
            VESSEL,OTHER,IMO9108099,mare.detained,in,km,,NK-2,u,a,
            ORGANIZATION,DIMA,IMO6414273,sanction,in,,,NK-3,u,a,
            """, "maritime.csv")
        #expect(maritime.parties.map(\.standing) == [.designated, .recorded, .designated])
        #expect(maritime.parties[0].names.count == 2 && maritime.parties[0].numbers.count == 2)
        #expect(maritime.parties[2].numbers == [.company(try #require(CompanyNumber(6_414_273)))])
        let targets = try only(
            """
            id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change
            NK-1,Vessel,PETREL 8,JAL VAHINI,,km,,613304000;IMO9562233;TJMR14,US OFAC,,,x,2024-01-01,2024-01-01,2024-01-01
            """, "targets.simple.csv")
        #expect(targets.parties[0].numbers.count == 2 && targets.parties[0].standing == .designated)
        #expect(targets.problems.counts == ["identifier without a label": 1])
    }

    @Test func numbersOfEUEnterprisesAreThoseOfCompanies() throws {
        let list = try only(
            """
            <?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-02-27T10:00:00">
            <sanctionEntity euReferenceNumber="EU.1.2" logicalId="7"><regulation programme="PRK" publicationDate="2018-04-20"/>
            <subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="SOME SHIPPING" strong="true"/>
            <nameAlias wholeName="SOME" strong="false"/><identification identificationTypeCode="imo" number="1790183"/>
            </sanctionEntity><sanctionEntity euReferenceNumber="" logicalId="8"><subjectType code="enterprise"/>
            <nameAlias wholeName="A SHIP"/><identification identificationTypeCode="imo" number="9108099"/></sanctionEntity></export>
            """, "eu.xml")
        #expect(list.name == "EU consolidated" && list.publishedOn?.iso8601 == "2026-02-27")
        #expect(list.parties.map(\.kind) == [.organisation, .vessel] && list.parties[1].entry == "8")
        #expect(list.parties[0].numbers == [.company(try #require(CompanyNumber(1_790_183)))])
        #expect(list.parties[0].names.last == PartyName("SOME", .weak))
        #expect(list.parties[0].listedOn?.iso8601 == "2018-04-20")
        #expect(list.problems.counts == ["enterprise that has a ship's number": 1])
    }

    @Test func theAnnexOfTheEUSaysSinceWhen() throws {
        let list = try only(
            """
            No,Vessel name,IMO number,Grounds of listing,Date of application
            1,ALPHA,9108099,"Article 3s(2), (b)",17.12.2024
            2,BETA,15411,x,soon
            """, "annex.csv")
        #expect(
            list.parties[0].listedOn?.iso8601 == "2024-12-17" && list.parties[0].programmes == ["Article 3s(2), (b)"])
        #expect(list.problems.counts == ["unusable ship IMO number": 1, "unusable date": 1])
    }

    @Test func relationsOfFollowTheMoneyBecomeLinks() throws {
        let list = try only(
            """
            {"id":"o","schema":"Ownership","datasets":["d"],"properties":{"owner":["c"],"asset":["v"],"percentage":["60%"],"startDate":["2020-01-02"]}}
            {"id":"v","schema":"Vessel","caption":"GAS","datasets":["d"],"properties":{"imoNumber":["IMO9108099"],"mmsi":["511101457"],"pastFlags":["ir"]}}

            {"id":"c","schema":"Company","caption":"DIMA","datasets":["d"],"properties":{"imoNumber":["6414273"],"name":["DIMA","Dima Ltd"]}}
            {"id":"s","schema":"Sanction","datasets":["d"],"properties":{"entity":["c"],"program":["SDGT"],"listingDate":["2023-08-01"],"startDate":["2023"]}}
            {"id":"u","schema":"UnknownLink","datasets":["d"],"properties":{"subject":["c"],"object":["gone"],"role":["x"]}}
            {"id":"f","schema":"Family","datasets":["d"],"properties":{"person":["p"]}}
            """, "entities.ftm.json")
        #expect(list.name == "OpenSanctions d" && list.parties.map(\.standing) == [.recorded, .designated])
        let (ship, owner) = (list.parties[0], list.parties[1])
        #expect(ship.numbers.count == 2 && ship.links.count == 1 && ship.formerFlags == ["ir"])
        #expect(ship.links[0].target == .entry("c") && ship.links[0].percentage == 60)
        #expect(ship.links[0].since?.iso8601 == "2020-01-02")
        #expect(owner.listedOn?.iso8601 == "2023-08-01" && owner.programmes == ["SDGT"] && owner.names.count == 2)
        #expect(list.problems.counts == ["link to a missing entry": 2, "schema that is not used": 1])
        let index = WatchlistIndex([list])
        let traits = VesselTraits(mmsi: MMSI(511_101_457))
        #expect(index.matches(for: traits).map(\.degree) == [.ownedOrControlled])
    }

    @Test func aCutLineOfFollowTheMoneyRefusesTheFile() throws {
        let path = try folder.write(
            "cut.json", "{\"id\":\"v\",\"schema\":\"Vessel\",\"properties\":{}}\n{\"id\":\"w\",\"sch")
        #expect(throws: WatchlistError.self) { try ListFinding.lists(at: path) }
    }

    @Test(arguments: ["<CONSOLIDATED_LIST><ENTITIES>", "<Designations/>", "Report Date: 11-Sep-2026\nname,imo\nA,1\n"])
    func listsThatAreNotWholeAreRefused(text: String) throws {
        let path = try folder.write(text.hasPrefix("<") ? "list.xml" : "list.csv", text)
        #expect(throws: WatchlistError.self) { try ListFinding.lists(at: path) }
    }

    @Test(arguments: [
        ("03/10/2017", "2017-10-03"), ("3-Oct-17", "2017-10-03"), ("11-Sep-2026", "2026-09-11"),
        ("2017-10-03T00:00:00Z", "2017-10-03"), ("31/02/2017", nil), ("30-Mar-018", nil), ("", nil),
    ])
    func datesWithTheDayFirstAreRead(text: String, date: String?) {
        #expect(ListDate.dayFirst(text)?.iso8601 == date)
    }

    @Test(arguments: [
        ("1: A 2: B", ["A", "B"]), ("A", ["A"]), ("", []), ("1: A", ["A"]), ("1: GAS 3: 4 2: X", ["GAS 3: 4", "X"]),
        ("(1) A (2) B", ["A", "B"]), ("10: A", ["10: A"]),
    ])
    func numberedCellsAreTakenApart(cell: String, values: [String]) {
        #expect(NumberedCell.values(cell) == values)
    }
}

/// The lists of the shared data, with counts that were made independently with grep.
@Suite(.enabled(if: Fixture.hasRealLists, Fixture.hint))
struct PublishedRealListsTests {
    @Test func theConsolidatedListOfTheUNIsReadWhole() throws {
        let list = try #require(try ListFinding.lists(at: Fixture.realLists + "/un-2026-02").first)
        #expect(list.publishedOn?.iso8601 == "2026-02-27")
        let companies = list.parties.count { party in
            party.numbers.contains { if case .company = $0 { true } else { false } }
        }
        #expect(companies == 16)
    }

    @Test func aShipOfTheUKListHasItsOwnerAndFlags() throws {
        let list = try #require(try ListFinding.lists(at: Fixture.realLists + "/uk").first)
        let ship = try #require(list.parties.first)
        #expect(ship.entry == "DPR0075" && ship.name == "Petrel 8" && ship.listedOn?.iso8601 == "2017-10-03")
        #expect(ship.links.map(\.kind) == [.ownedOrOperatedBy] && ship.formerFlags == ["India"])
    }
}
