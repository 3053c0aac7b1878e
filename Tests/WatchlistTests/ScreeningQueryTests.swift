import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct ScreeningQueryTests {
    private let today = CivilDate(year: 2_026, month: 6, day: 1) ?? CivilDate(daysSince1970: 0)

    private func index() throws -> WatchlistIndex {
        let ship = try #require(IMONumber(2_000_016))
        let company = try #require(CompanyNumber("6414273"))
        return WatchlistIndex([
            SanctionsList(
                name: "L", format: .plainCSV,
                parties: [
                    party(
                        "1", "GAS EXAMPLE", .vessel, .designated,
                        numbers: [.ship(ship), .mmsi(try #require(MMSI("511000001"))), .callSign("T8A-0000")],
                        listedOn: CivilDate(year: 2_026, month: 7, day: 1)),
                    party("2", "EXAMPLE LTD", .organisation, .designated, numbers: [.company(company)]),
                    party(
                        "3", "TIED", .vessel, .recorded, numbers: [.unusableShipNumber("2000029")],
                        links: [link(.ownedBy, .entry("2"))]),
                ])
        ])
    }

    @Test(arguments: [
        ("2000016", ["imo"]), ("IMO 2000016", ["imo"]), ("imo:2000016", ["imo"]), ("511000001", ["mmsi"]),
        ("MMSI 511000001", ["mmsi"]),
        ("6414273", ["company_number"]), ("gas  example", ["name"]), ("EXAMPLE LTD.", ["name"]),
        ("T8A0000", ["call_sign"]),
        ("2000061", ["mistyped_imo"]),
        ("2000028", ["mistyped_imo"]), ("1234567", []), ("111111111", []), ("12", []), ("", []), ("NOBODY", []),
    ])
    func aQuestionIsTakenForWhatItCanMean(text: String, kinds: [String]) throws {
        let item = try index().answer(ScreeningQuery(text), at: today)
        #expect(item.findings.map(\.match.kind.rawValue) == kinds)
        if text.isEmpty || ["12", "1234567", "111111111"].contains(text) { #expect(item.remark != nil) }
    }

    @Test func timingIsThatOfTheDateAskedFor() throws {
        let index = try index()
        let later = CivilDate(year: 2_026, month: 7, day: 1) ?? today
        #expect(index.answer(ScreeningQuery("2000016"), at: today).findings.map(\.timing) == [.listedLater])
        #expect(index.answer(ScreeningQuery("2000016"), at: later).findings.map(\.timing) == [.listedAtTheTime])
    }

    @Test func leadsAreNoHits() throws {
        let index = try index()
        #expect(!index.answer(ScreeningQuery("GAS EXAMPLE"), at: today).isHit)
        #expect(index.answer(ScreeningQuery("2000016"), at: today).isHit)
    }

    @Test func anotherValidNumberContradictsNameAndCallSign() throws {
        let other = try #require(IMONumber(2_000_030))
        let seen = Timestamp(secondsSince1970: 0)
        let observed = [ObservedValue(value: other, firstSeen: seen, lastSeen: seen, count: 1)]
        let index = try index()
        let same = VesselTraits(callSigns: ["T8A0000"], names: ["GAS EXAMPLE"])
        #expect(index.matches(for: same).map(\.kind) == [.callSignAndName])
        var contradicted = same
        contradicted.imoNumbers = observed
        #expect(index.matches(for: contradicted).isEmpty)
    }

    @Test func aTableIsAskedRowByRowAndALineOfTextAsItIs() throws {
        try withFolder([
            "t.csv": "name,imo,x\nANY,2000016,1\n,,\n", "l.txt": "511000001\nGAS EXAMPLE\n", "e.csv": "imo,name\n",
        ]) { folder in
            let index = try index()
            let rows = try ScreeningQuery.read(path: folder + "/t.csv").map { index.answer($0, at: today) }
            #expect(rows.map { $0.findings.map(\.match.kind) } == [[.imo]])
            let lines = try ScreeningQuery.read(path: folder + "/l.txt").map { index.answer($0, at: today) }
            #expect(lines.map { $0.findings.map(\.match.kind) } == [[.mmsi], [.name]])
            #expect(throws: WatchlistError.self) { try ScreeningQuery.read(path: folder + "/e.csv") }
        }
    }
}
