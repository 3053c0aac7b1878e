import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct OFACListXMLTests {
    private static let entries = """
        <sdnEntry>
          <uid>900001</uid><firstName>Ivan</firstName><lastName>EXAMPLE</lastName><sdnType>Individual</sdnType>
          <programList><program>SDGT</program><program>IRAN</program></programList>
          <idList><id><uid>1</uid><idType>Passport</idType><idNumber>X1</idNumber></id>
            <id><uid>2</uid><idType>Horoscope</idType><idNumber>Leo</idNumber></id></idList>
          <akaList>
            <aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>VANYA</lastName></aka>
            <aka><uid>4</uid><type>f.k.a.</type><category>strong</category><lastName>OTHER</lastName>
              <firstName>Ivan</firstName></aka>
          </akaList>
          <dateOfBirthList><dateOfBirthItem><uid>5</uid><dateOfBirth>1960</dateOfBirth></dateOfBirthItem></dateOfBirthList>
        </sdnEntry>
        <sdnEntry>
          <uid>900002</uid><lastName>ALPHA &amp; SONS SHIPPING LTD.</lastName><sdnType>Entity</sdnType>
          <remarks>(Linked To: EXAMPLE, Ivan)</remarks>
          <idList><id><uid>6</uid><idType>Identification Number</idType><idNumber>IMO 6414273</idNumber></id></idList>
        </sdnEntry>
        <sdnEntry>
          <uid>900003</uid><lastName>GAS EXAMPLE</lastName><sdnType>Vessel</sdnType>
          <remarks>(Linked To: ALPHA &amp; SONS SHIPPING LTD.; Linked To: BETA (PANAMA) CORP.)</remarks>
          <programList><program>SDGT</program></programList>
          <idList>
            <id><uid>7</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9108099</idNumber></id>
            <id><uid>8</uid><idType>MMSI</idType><idNumber>511101457</idNumber></id>
            <id><uid>9</uid><idType>Former Vessel Flag</idType><idNumber>Malta</idNumber></id>
            <id><uid>10</uid><idType>Vessel Year of Build</idType><idNumber>1996</idNumber></id>
            <id><uid>11</uid><idType>Other Vessel Call Sign</idType><idNumber>9HA1</idNumber></id>
          </idList>
          <akaList><aka><uid>12</uid><type>n.k.a.</type><category>strong</category><lastName>GAS NEW</lastName></aka>
          </akaList>
          <vesselInfo><callSign>T8A4824</callSign><vesselType>LPG Tanker</vesselType><vesselFlag>Palau</vesselFlag>
            <vesselOwner>GAMMA LTD</vesselOwner><tonnage>1</tonnage></vesselInfo>
        </sdnEntry>
        """

    private static func file(_ entries: String, count: Int = 3, attributes: String = "") -> String {
        """
        <?xml version="1.0" standalone="yes"?>
        <sdnList\(attributes)>
        <publshInformation><Publish_Date>09/04/2026</Publish_Date><Record_Count>\(count)</Record_Count></publshInformation>
        \(entries)
        </sdnList>
        """
    }

    private func read(_ text: String, as name: String = "sdn.xml") throws -> SanctionsList {
        var lists: [SanctionsList] = []
        try withFolder([name: text]) { lists = try ListFinding.lists(at: "\($0)/\(name)") }
        return try #require(lists.first)
    }

    @Test(arguments: [
        "", " xmlns=\"http://tempuri.org/sdnList.xsd\"",
        " xmlns=\"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML\"",
    ])
    func entriesAreReadWithAnyNamespace(attributes: String) throws {
        let list = try read(Self.file(Self.entries, attributes: attributes))
        #expect(list.name == "OFAC SDN" && list.format == .ofacXML)
        #expect(list.publishedOn == CivilDate(year: 2026, month: 9, day: 4))
        #expect(list.parties.map(\.entry) == ["900001", "900002", "900003"])
        #expect(list.parties.map(\.kind) == [.person, .organisation, .vessel])
        #expect(
            list.parties[0].names == [
                PartyName("EXAMPLE, Ivan"), PartyName("VANYA", .weak), PartyName("OTHER, Ivan", .former),
            ])
        #expect(list.parties[0].programmes == ["SDGT", "IRAN"])
        #expect(list.parties[1].numbers == [.company(try #require(CompanyNumber(6_414_273)))])
        #expect(list.parties[1].links == [PartyLink(.linkedTo, to: .name("EXAMPLE, Ivan"), words: "Linked To:")])
    }

    @Test func aVesselHasItsNumbersFlagsAndLinks() throws {
        let vessel = try read(Self.file(Self.entries)).parties[2]
        #expect(
            vessel.numbers == [
                .ship(try #require(IMONumber(9_108_099))), .mmsi(try #require(MMSI("511101457"))), .callSign("9HA1"),
                .callSign("T8A4824"),
            ])
        #expect(vessel.flag == "Palau" && vessel.formerFlags == ["Malta"] && vessel.yearOfBuild == 1_996)
        #expect(vessel.vesselType == "LPG Tanker")
        #expect(vessel.names == [PartyName("GAS EXAMPLE"), PartyName("GAS NEW", .alias)])
        #expect(
            vessel.links == [
                PartyLink(.ownedBy, to: .name("GAMMA LTD"), words: "Vessel Owner"),
                PartyLink(.linkedTo, to: .name("ALPHA & SONS SHIPPING LTD"), words: "Linked To:"),
                PartyLink(.linkedTo, to: .name("BETA (PANAMA) CORP"), words: "Linked To:"),
            ])
    }

    @Test(
        arguments: [
            ("9187629", 9_187_629, "registration without the word IMO"), ("IMO9187629", 9_187_629, nil),
            ("imo: 9187629", 9_187_629, nil), ("IMO 15411", nil, "unusable ship IMO number"),
            ("ABC 17", nil, "registration that is no IMO number"),
        ] as [(String, UInt32?, String?)])
    func aShipsNumberIsReadHoweverItIsWritten(printed: String, number: UInt32?, problem: String?) throws {
        let list = try read(
            Self.file(
                """
                <sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Vessel</sdnType><idList><id><uid>2</uid>
                <idType>Vessel Registration Identification</idType><idNumber>\(printed)</idNumber></id></idList></sdnEntry>
                """, count: 1))
        let ships = list.parties[0].numbers.compactMap { if case .ship(let ship) = $0 { ship } else { nil } }
        #expect(ships == [number.flatMap { IMONumber($0) }].compactMap { $0 })
        #expect(Array(list.problems.counts.keys) == (problem.map { [$0] } ?? []))
    }

    @Test func whatIsNotUnderstoodIsCounted() throws {
        let odd = """
            <sdnEntry><lastName>NO NUMBER</lastName><sdnType>Entity</sdnType></sdnEntry>
            <sdnEntry><uid>900001</uid><lastName>AGAIN</lastName><sdnType>Entity</sdnType></sdnEntry>
            <sdnEntry><uid>7</uid><sdnType>Ghost</sdnType><remarks>Something quite new</remarks><aura/>
            <akaList><aka><type>q.k.a.</type><lastName>Q</lastName></aka></akaList></sdnEntry>
            """
        let list = try read(Self.file(Self.entries + odd, count: 7).replacing("09/04/2026", with: "today"))
        #expect(
            list.problems.counts == [
                "kind of number not understood": 1, "entry without a number": 1, "entry given twice": 1,
                "kind of party not understood": 1, "entry without a name": 1, "remark not understood": 1,
                "element not understood": 1, "kind of further name not understood": 1,
                "another number of entries than stated": 1, "unusable date of publication": 1,
            ])
        #expect(list.parties.count == 4 && list.parties[3].kind == .other && list.publishedOn == nil)
    }

    @Test func theConsolidatedListIsKnownByItsFileName() throws {
        #expect(try read(Self.file(Self.entries), as: "consolidated.xml").name == "OFAC Consolidated (non-SDN)")
    }

    @Test(arguments: [
        ("(Linked To: A)", ["Linked To: A"]), ("(Linked To: A; Linked To: B)", ["Linked To: A", "Linked To: B"]),
        ("(Linked To: A) (Linked To: B (C))", ["Linked To: A", "Linked To: B (C)"]),
        ("Linked To: A; Linked To: B.", ["Linked To: A", "Linked To: B"]), ("(unclosed (A)", ["(unclosed (A)"]),
        ("Linked To: A (B)", ["Linked To: A (B)"]), ("", []), ("()", []), (";;", []),
    ])
    func remarksStandInBrackets(text: String, statements: [String]) {
        #expect(OFACListXML.statements(ofRemarks: text).filter { !$0.isEmpty } == statements)
    }

    @Test(arguments: [
        ("", "empty"), ("<sdnList></sdnList>", "no entries"), ("<sdnList><sdnEntry><uid>1</uid>", "cut off"),
        ("<other/>", "no XML list that is known"), ("<html><body/></html>", "web page"),
    ])
    func filesThatAreNoListsAreRefused(text: String, reason: String) throws {
        let error = #expect(throws: WatchlistError.self) { try read(text) }
        #expect(error?.message.contains(reason) ?? false, "\(String(describing: error))")
    }

    @Test func everyTruncationIsRefused() throws {
        let whole = Self.file(Self.entries)
        for length in stride(from: 0, to: whole.utf8.count - 1, by: 97) {
            let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
            #expect(throws: WatchlistError.self, "cut after \(length) bytes") { try read(cut) }
        }
    }
}
