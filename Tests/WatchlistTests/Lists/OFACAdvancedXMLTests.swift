import MaritimeModel
import SyntheticTracks
import Testing

@testable import Watchlist

/// A small file in the advanced schema; type numbers are not OFAC's, so that a reader that relies on them fails.
enum AdvancedFile {
    static let reference = """
        <AliasTypeValues><AliasType ID="1">A.K.A.</AliasType><AliasType ID="2">F.K.A.</AliasType>
          <AliasType ID="3">Name</AliasType></AliasTypeValues>
        <CountryValues><Country ID="5" ISO2="PW">Palau</Country></CountryValues>
        <DetailReferenceValues><DetailReference ID="7">LPG Tanker</DetailReference></DetailReferenceValues>
        <DocNameStatusValues><DocNameStatus ID="1">Primary Latin</DocNameStatus><DocNameStatus ID="2">Others</DocNameStatus>
        </DocNameStatusValues>
        <EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
        <FeatureTypeValues><FeatureType ID="31">Vessel Call Sign</FeatureType><FeatureType ID="32">VESSEL TYPE</FeatureType>
          <FeatureType ID="33">Vessel Flag</FeatureType><FeatureType ID="34">Former Vessel Flag</FeatureType>
          <FeatureType ID="35">Vessel Year of Build</FeatureType><FeatureType ID="36">Birthdate</FeatureType>
          <FeatureType ID="37">Vessel Aura</FeatureType></FeatureTypeValues>
        <IDRegDocTypeValues><IDRegDocType ID="1626">MMSI</IDRegDocType>
          <IDRegDocType ID="42">Vessel Registration Identification</IDRegDocType>
          <IDRegDocType ID="43">Identification Number</IDRegDocType><IDRegDocType ID="44">Passport</IDRegDocType>
        </IDRegDocTypeValues>
        <ListValues><List ID="9">SDN List</List><List ID="10">Sectoral Sanctions Identifications List</List></ListValues>
        <NamePartTypeValues><NamePartType ID="51">Last Name</NamePartType><NamePartType ID="52">First Name</NamePartType>
          <NamePartType ID="53">Vessel Name</NamePartType></NamePartTypeValues>
        <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
          <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
        </PartySubTypeValues>
        <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
          <PartyType ID="4">Transport</PartyType></PartyTypeValues>
        <RelationTypeValues><RelationType ID="61">Owned or Controlled By</RelationType>
          <RelationType ID="62">Owns, controls, or operates</RelationType>
          <RelationType ID="63">Property in the interest of</RelationType>
          <RelationType ID="64">Acting for or on behalf of</RelationType>
          <RelationType ID="65">Providing support to</RelationType><RelationType ID="66">Leader or official of</RelationType>
          <RelationType ID="67">Dreams of</RelationType></RelationTypeValues>
        <ReliabilityValues><Reliability ID="1">Unknown</Reliability><Reliability ID="2">False</Reliability></ReliabilityValues>
        <SanctionsTypeValues><SanctionsType ID="71">Block</SanctionsType><SanctionsType ID="72">Program</SanctionsType>
        </SanctionsTypeValues>
        <ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues>
        """

    static func document(_ type: Int, _ number: String, identity: Int, validity: Int = 1) -> String {
        """
        <IDRegDocument ID="1" IDRegDocTypeID="\(type)" IdentityID="\(identity)" ValidityID="\(validity)"><Comment />
        <IDRegistrationNo>\(number)</IDRegistrationNo><IssuingAuthority /></IDRegDocument>
        """
    }

    static func alias(_ names: String..., type: Int = 3, isWeak: Bool = false) -> String {
        let documented = names.enumerated().map { index, name in
            """
            <DocumentedName ID="1" DocNameStatusID="\(index == 0 && type == 3 ? 1 : 2)"><DocumentedNamePart>
            <NamePartValue NamePartGroupID="80" ScriptID="215">\(name)</NamePartValue></DocumentedNamePart></DocumentedName>
            """
        }
        return """
            <Alias AliasTypeID="\(type)" Primary="\(type == 3)" LowQuality="\(isWeak)">\(documented.joined())</Alias>
            """
    }

    static func feature(_ type: Int, _ value: String, reliability: Int = 1) -> String {
        """
        <Feature ID="1" FeatureTypeID="\(type)"><FeatureVersion ID="1" ReliabilityID="\(reliability)"><Comment />\(value)
        </FeatureVersion><IdentityReference IdentityID="1" /></Feature>
        """
    }

    static func text(_ text: String) -> String { "<VersionDetail DetailTypeID=\"1432\">\(text)</VersionDetail>" }

    static func party(_ id: Int, subType: Int, _ aliases: String, features: String = "") -> String {
        """
        <DistinctParty FixedRef="\(id)"><Comment /><Profile ID="\(id + 5)" PartySubTypeID="\(subType)">
        <Identity ID="\(id)" FixedRef="\(id)" Primary="true" False="false">\(aliases)<NamePartGroups><MasterNamePartGroup>
        <NamePartGroup ID="80" NamePartTypeID="53" /></MasterNamePartGroup></NamePartGroups></Identity>\(features)
        </Profile></DistinctParty>
        """
    }

    /// From and to are numbers of profiles.
    static func relation(_ type: Int, _ from: Int, _ to: Int, former: Bool = false, _ content: String = "") -> String {
        """
        <ProfileRelationship ID="1" From-ProfileID="\(from)" To-ProfileID="\(to)" RelationTypeID="\(type)"
        Former="\(former)"><Comment />\(content)</ProfileRelationship>
        """
    }

    static func entry(
        _ profile: Int, _ date: String = "<Year>2024</Year><Month>3</Month><Day>5</Day>", list: Int = 9,
        programmes: [String] = ["SDGT"]
    ) -> String {
        let measures = programmes.map {
            "<SanctionsMeasure ID=\"1\" SanctionsTypeID=\"72\"><Comment>\($0)</Comment></SanctionsMeasure>"
        }
        return """
            <SanctionsEntry ID="1" ProfileID="\(profile)" ListID="\(list)"><EntryEvent ID="1" EntryEventTypeID="1"><Comment />
            <Date CalendarTypeID="1">\(date)</Date></EntryEvent><SanctionsMeasure ID="2" SanctionsTypeID="71"><DatePeriod />
            </SanctionsMeasure>\(measures.joined())</SanctionsEntry>
            """
    }

    static func whole(
        locations: String = "", documents: String = "", parties: String, relations: String = "", entries: String
    ) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <Sanctions Version="3" xmlns="https://www.un.org/sanctions/1.0">
        <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>9</Month><Day>4</Day></DateOfIssue>
        <ReferenceValueSets>\(reference)</ReferenceValueSets><Locations>\(locations)</Locations>
        <IDRegDocuments>\(documents)</IDRegDocuments><DistinctParties>\(parties)</DistinctParties>
        <ProfileRelationships>\(relations)</ProfileRelationships><SanctionsEntries>\(entries)</SanctionsEntries>
        <SanctionsEntryLinks /></Sanctions>
        """
    }

    /// A ship, a company and a person with the entries 100, 200 and 300 and profiles 105, 205 and 305.
    static let parties =
        party(100, subType: 1, alias("GAS EXAMPLE")) + party(200, subType: 3, alias("ALPHA LTD"))
        + party(300, subType: 4, alias("IVAN"))
    static let entries = entry(105) + entry(205) + entry(305)
}

@Suite struct OFACAdvancedXMLTests {
    private func read(_ text: String, as name: String = "sdn_advanced.xml") throws -> SanctionsList {
        var lists: [SanctionsList] = []
        try withFolder([name: text]) { lists = try ListFinding.lists(at: "\($0)/\(name)") }
        return try #require(lists.first)
    }

    @Test func aVesselIsPutTogetherFromAllTables() throws {
        let features =
            AdvancedFile.feature(31, AdvancedFile.text("T8A4824"))
            + AdvancedFile.feature(32, "<VersionDetail DetailTypeID=\"1431\" DetailReferenceID=\"7\" />")
            + AdvancedFile.feature(33, "<VersionDetail DetailTypeID=\"1433\" /><VersionLocation LocationID=\"17\" />")
            + AdvancedFile.feature(34, AdvancedFile.text("Malta")) + AdvancedFile.feature(35, AdvancedFile.text("1996"))
            + AdvancedFile.feature(36, "<DatePeriod><Start><From><Year>1990</Year></From></Start></DatePeriod>")
        let list = try read(
            AdvancedFile.whole(
                locations: """
                    <Location ID="17"><LocationCountry CountryID="5" /><LocationPart><LocationPartValue><Value>Koror</Value>
                    </LocationPartValue></LocationPart></Location>
                    """,
                documents: AdvancedFile.document(42, "IMO 9108099", identity: 100)
                    + AdvancedFile.document(1_626, "511101457", identity: 100)
                    + AdvancedFile.document(44, "X1", identity: 100),
                parties: AdvancedFile.party(
                    100, subType: 1,
                    AdvancedFile.alias("GAS OLD", type: 2) + AdvancedFile.alias("GAS EXAMPLE", "ГАЗ ЭКЗАМПЛ")
                        + AdvancedFile.alias("GAZ", type: 1, isWeak: true), features: features),
                entries: AdvancedFile.entry(105, programmes: ["SDGT", "IRAN", "SDGT"])))
        #expect(list.name == "OFAC SDN" && list.format == .ofacAdvancedXML && list.problems.counts.isEmpty)
        #expect(list.publishedOn == CivilDate(year: 2026, month: 9, day: 4))
        #expect(
            list.parties == [
                ListedParty(
                    entry: "100", kind: .vessel,
                    names: [
                        PartyName("GAS EXAMPLE"), PartyName("GAS OLD", .former), PartyName("ГАЗ ЭКЗАМПЛ", .alias),
                        PartyName("GAZ", .weak),
                    ],
                    numbers: [
                        .ship(try #require(IMONumber(9_108_099))), .mmsi(try #require(MMSI("511101457"))),
                        .callSign("T8A4824"),
                    ], flag: "Palau", formerFlags: ["Malta"], vesselType: "LPG Tanker", yearOfBuild: 1_996,
                    programmes: ["SDGT", "IRAN"], listedOn: CivilDate(year: 2024, month: 3, day: 5))
            ])
    }

    @Test func aPersonIsNamedLastNameFirst() throws {
        let party = """
            <DistinctParty FixedRef="300"><Profile ID="305" PartySubTypeID="4"><Identity ID="300" Primary="true">
            <Alias AliasTypeID="3" Primary="true" LowQuality="false"><DocumentedName ID="1" DocNameStatusID="1">
            <DocumentedNamePart><NamePartValue NamePartGroupID="1">DOE</NamePartValue></DocumentedNamePart>
            <DocumentedNamePart><NamePartValue NamePartGroupID="2">John</NamePartValue></DocumentedNamePart>
            </DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="51" />
            </MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="52" /></MasterNamePartGroup>
            </NamePartGroups></Identity></Profile></DistinctParty>
            """
        let list = try read(AdvancedFile.whole(parties: party, entries: AdvancedFile.entry(305)))
        #expect(list.parties.map(\.name) == ["DOE, John"])
    }

    @Test(arguments: [
        (61, 105, 205, "100", LinkKind.ownedOrControlledBy, "200", "Owned or Controlled By"),
        (62, 205, 105, "100", .ownedOrOperatedBy, "200", "Owns, controls, or operates"),
        (63, 105, 205, "100", .propertyOf, "200", "Property in the interest of"),
        (64, 205, 305, "200", .actingFor, "300", "Acting for or on behalf of"),
        (65, 205, 305, "200", .supports, "300", "Providing support to"),
        (66, 305, 205, "300", .linkedTo, "200", "Leader or official of"),
    ])
    func aRelationIsALinkOfThePartyThatDepends(
        type: Int, from: Int, to: Int, holder: String, kind: LinkKind, target: String, words: String
    ) throws {
        let list = try read(
            AdvancedFile.whole(
                parties: AdvancedFile.parties, relations: AdvancedFile.relation(type, from, to, former: true),
                entries: AdvancedFile.entries))
        #expect(list.problems.counts.isEmpty)
        for party in list.parties {
            let link = PartyLink(kind, to: .entry(target), isFormer: true, words: words)
            #expect(party.links == (party.entry == holder ? [link] : []), "\(party.entry)")
        }
    }

    @Test func aRelationKeepsItsDates() throws {
        let bound = { (year: Int) in "<Year>\(year)</Year><Month>2</Month><Day>3</Day>" }
        let period = """
            <DatePeriod><Start><From>\(bound(2_020))</From><To>\(bound(2_021))</To></Start>
            <End><From>\(bound(2_022))</From><To>\(bound(2_023))</To></End></DatePeriod>
            """
        let list = try read(
            AdvancedFile.whole(
                parties: AdvancedFile.parties,
                relations: AdvancedFile.relation(61, 105, 205, period)
                    + AdvancedFile.relation(
                        61, 105, 305, "<DatePeriod><Start><From><Year>2020</Year></From></Start></DatePeriod>"),
                entries: AdvancedFile.entries))
        let links = list.parties[0].links
        #expect(links.map(\.since) == [CivilDate(year: 2_020, month: 2, day: 3), nil])
        #expect(links.map(\.until) == [CivilDate(year: 2_023, month: 2, day: 3), nil])
        #expect(list.problems.counts == ["incomplete date of a relation": 1])
    }

    @Test func aCompanysNumberIsNotAShips() throws {
        let list = try read(
            AdvancedFile.whole(
                documents: AdvancedFile.document(43, "IMO 6414273", identity: 200)
                    + AdvancedFile.document(43, "IMO 9108099", identity: 100),
                parties: AdvancedFile.parties, entries: AdvancedFile.entries))
        #expect(list.parties[0].numbers == [.ship(try #require(IMONumber(9_108_099)))])
        #expect(list.parties[1].numbers == [.company(try #require(CompanyNumber(6_414_273)))])
    }

    @Test func whatRefersToNothingIsCounted() throws {
        let list = try read(
            AdvancedFile.whole(
                documents: AdvancedFile.document(42, "IMO 9108099", identity: 999)
                    + AdvancedFile.document(99, "1", identity: 100)
                    + AdvancedFile.document(42, "IMO 9187629", identity: 100, validity: 2),
                parties: AdvancedFile.parties
                    + AdvancedFile.party(
                        400, subType: 77, AdvancedFile.alias("Q", type: 88),
                        features: AdvancedFile.feature(99, AdvancedFile.text("x"))
                            + AdvancedFile.feature(37, AdvancedFile.text("x"))
                            + AdvancedFile.feature(33, AdvancedFile.text("Malta"), reliability: 2)
                            + AdvancedFile.feature(33, ""))
                    + AdvancedFile.party(300, subType: 4, AdvancedFile.alias("AGAIN"))
                    + AdvancedFile.party(500, subType: 3, ""),
                relations: AdvancedFile.relation(61, 105, 999) + AdvancedFile.relation(99, 105, 205)
                    + AdvancedFile.relation(67, 105, 205),
                entries: AdvancedFile.entries + AdvancedFile.entry(999) + AdvancedFile.entry(405, "<Year>2020</Year>")))
        #expect(
            list.problems.counts == [
                "document of a missing identity": 1, "document of an unknown type": 1, "document called fraudulent": 1,
                "kind of party not understood": 1, "kind of further name not understood": 1,
                "feature of an unknown type": 1,
                "vessel feature not understood": 1, "feature called false": 1, "feature without a value": 1,
                "entry given twice": 1, "entry without a name": 1, "link to a missing profile": 1,
                "relation of an unknown type": 1, "relation not understood": 1, "entry of a missing profile": 1,
                "incomplete date of an entry": 1, "party without an entry": 1,
            ])
        #expect(list.parties.map(\.entry) == ["100", "200", "300", "400", "500"])
        #expect(list.parties[0].numbers.isEmpty)
        #expect(list.parties[0].links.map(\.words) == ["Dreams of"])
        #expect(list.parties[3].flag == nil && list.parties[3].standing == .designated)
        #expect(list.parties[4].standing == .recorded)
    }

    @Test func theFirstOfSeveralEntriesDatesTheListing() throws {
        let later = AdvancedFile.entry(105, "<Year>2025</Year><Month>1</Month><Day>1</Day>", programmes: ["IRAN"])
        let list = try read(
            AdvancedFile.whole(parties: AdvancedFile.parties, entries: later + AdvancedFile.entries))
        #expect(list.parties[0].listedOn == CivilDate(year: 2024, month: 3, day: 5))
        #expect(list.parties[0].programmes == ["IRAN", "SDGT"])
    }

    @Test func theEntriesTellWhichListItIs() throws {
        let text = AdvancedFile.whole(parties: AdvancedFile.parties, entries: AdvancedFile.entry(105, list: 10))
        #expect(try read(text).name == "OFAC Consolidated (non-SDN)")
    }

    @Test func aFileThatCannotBeTrustedIsRefused() throws {
        let whole = AdvancedFile.whole(parties: AdvancedFile.parties, entries: AdvancedFile.entries)
        let cases: [(String, String)] = [
            ("", "empty"), ("<Sanctions />", "no parties"),
            (AdvancedFile.whole(parties: "", entries: AdvancedFile.entries), "no parties"),
            (AdvancedFile.whole(parties: AdvancedFile.parties, entries: ""), "no sanctions entries"),
            (whole.replacing(AdvancedFile.reference, with: ""), "no reference values"),
            (whole.replacing("<SanctionsEntryLinks />", with: "<IDRegDocuments />"), "in no order that is known"),
            (whole.replacing("</Sanctions>", with: ""), "cut off"),
        ]
        for (text, reason) in cases {
            let error = #expect(throws: WatchlistError.self) { try read(text) }
            #expect(error?.message.contains(reason) ?? false, "\(reason): \(String(describing: error))")
        }
        for length in stride(from: 0, to: whole.utf8.count - 1, by: 211) {
            let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
            #expect(throws: WatchlistError.self, "cut after \(length) bytes") { try read(cut) }
        }
    }

    @Test func anUnknownTableIsCountedAndPassedOver() throws {
        let text = AdvancedFile.whole(parties: AdvancedFile.parties, entries: AdvancedFile.entries)
            .replacing("<SanctionsEntryLinks />", with: "<Auras><Aura ID=\"1\"><Profile ID=\"1\" /></Aura></Auras>")
        let list = try read(text)
        #expect(list.problems.counts == ["table not understood": 1] && list.parties.count == 3)
    }

    @Test(arguments: [UInt64(1), 42])
    func aGeneratedListIsReadWhole(seed: UInt64) throws {
        let made = OFACAdvancedList(profiles: 640, seed: seed)
        var bytes: [UInt8] = []
        made.write { bytes += $0 }
        let list = try read(String(decoding: bytes, as: UTF8.self))
        let counts = made.counts
        #expect(list.problems.counts.isEmpty, "seed \(seed)")
        #expect(list.publishedOn == OFACAdvancedList.issued && list.parties.count == 640, "seed \(seed)")
        #expect(list.parties.reduce(0) { $0 + $1.links.count } == counts.relations, "seed \(seed)")
        let vessels = list.parties.filter { $0.kind == .vessel }
        #expect(vessels.count == counts.vessels, "seed \(seed)")
        #expect(
            vessels.reduce(0) { $0 + $1.links.count { $0.kind != .linkedTo } } == counts.vesselOwners, "seed \(seed)")
        #expect(
            vessels.allSatisfy { $0.numbers.contains { if case .ship = $0 { true } else { false } } }, "seed \(seed)")
        #expect(list.parties.allSatisfy { $0.listedOn != nil && !$0.programmes.isEmpty }, "seed \(seed)")
    }
}
