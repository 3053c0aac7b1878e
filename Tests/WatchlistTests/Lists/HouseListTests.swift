import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct HouseListTests {
    private func lists(_ text: String) throws -> [SanctionsList] {
        var lists: [SanctionsList] = []
        try withFolder(["l.csv": text]) { lists = try ListFinding.lists(at: $0 + "/l.csv") }
        return lists
    }

    @Test func rowsBecomePartiesWithNumbersNamesDatesAndLinks() throws {
        let list = try #require(
            lists(
                """
                type,imo,mmsi,company_imo,name,alias,list,entry,programme,listed_on,delisted_on,listed,owner,manager,since
                vessel,2000016,299000001,,ALPHA,OLD ALPHA;ALPHA I,House,1,,,,no,BETA LTD,IMO 6414273,2025-01-02
                company,,,6414273,BETA LTD,,House,2,OIL|SHIPS,2024-02-29,2026-01-01,,,,
                person,,,,GAMMA,,House,3,,,,yes,,,
                """
            ).first)
        #expect(list.name == "House")
        #expect(list.problems.counts.isEmpty)
        let ship = try #require(list.parties.first)
        #expect(ship.standing == .recorded && ship.kind == .vessel)
        #expect(ship.names.map(\.text) == ["ALPHA", "OLD ALPHA", "ALPHA I"])
        #expect(ship.numbers.count == 2)
        #expect(ship.links.map(\.kind) == [.ownedBy, .managedBy])
        #expect(ship.links.map(\.since?.iso8601) == ["2025-01-02", "2025-01-02"])
        let company = list.parties[1]
        #expect(company.standing == .designated && company.kind == .organisation)
        #expect(company.programmes == ["OIL", "SHIPS"])
        #expect(company.listedOn?.iso8601 == "2024-02-29" && company.delistedOn?.iso8601 == "2026-01-01")
        #expect(
            ship.links[1].target
                == company.numbers.first.flatMap { if case .company(let c) = $0 { .company(c) } else { nil } })
        #expect(list.parties[2].kind == .person)
    }

    @Test(arguments: [
        ("imo,name,list\n15411,A,L\n", "unusable ship IMO number"),
        ("imo,name,list\n1234567,A,L\n", "unusable ship IMO number"),
        ("imo,mmsi,name,list\n,111111111,A,L\n", "unusable MMSI"),
        ("imo,name,listed_on\n2000016,A,tomorrow\n", "unusable date"),
        ("imo,name,list\n2000016,A,L,x\n", "row with too many cells"),
        ("imo,name,type,list\n2000016,A,raft,L\n", "unknown type"),
        ("imo,name,listed\n2000016,A,perhaps\n", "unclear standing"),
        ("company_imo,name,list\n1234568,A,L\n", "company IMO number that fails its check digit"),
        ("imo,name,list\n2000016,A,L\n,,L\n", "row that names nobody"),
    ])
    func whatCannotBeUsedIsCountedUnderItsReason(text: String, reason: String) throws {
        let problems = try lists(text).reduce(into: ListProblems()) { $0.add($1.problems) }
        #expect(problems.counts == [reason: 1])
        #expect(problems.sentences.first?.contains("l.csv, line") == true)
    }

    @Test(arguments: [
        "", "imo,name,list\n", "imo,name,list\n\"2000016,A,L\n", "<html><body>Error 503</body></html>",
        "lat,lon,imo,list\n1,2,3,L\n",
        "a,b,c\n1,2,3\n", "\u{1F}\u{8B}", "imo,name,list\n,,\n",
    ])
    func filesThatAreNoWholeListAreRefusedWithARemedy(text: String) throws {
        try withFolder(["l.csv": text]) { folder in
            let error = #expect(throws: WatchlistError.self) { try ListFinding.lists(at: folder + "/l.csv") }
            #expect(error?.path.hasSuffix("l.csv") == true)
            #expect((error?.message.count ?? 0) > 20)
        }
    }

    @Test func oneFileMayHoldSeveralListsAndARowWithoutOneBelongsToTheFile() throws {
        let found = try lists("imo,name,list\n2000016,A,ONE\n2000028,B,TWO\n2000030,C,\n")
        #expect(found.map(\.name) == ["ONE", "TWO", "l.csv"])
    }

    @Test func aRegisterRecordsOwnersAndListsNobody() throws {
        let list = try #require(
            lists(
                "imo,owner,manager,operator,flag,since\n2000016,IMO 6414273,SOME LTD,,PA,2024-01-01\n2000016,OTHER LTD,,,PA,2025-01-01\n15411,X,,,,\n"
            ).first)
        #expect(list.format == .registryCSV)
        #expect(list.parties.count == 1)
        #expect(list.parties.first?.standing == .recorded)
        #expect(list.parties.first?.links.map(\.kind) == [.ownedBy, .managedBy, .ownedBy])
        #expect(list.problems.counts == ["unusable ship IMO number": 1, "row without a ship's number": 1])
    }

    /// Published tables number the values of a cell; houses part them by signs.
    @Test(arguments: ["1: 9108099 2: 9187629", "9108099; 9187629", "9108099|IMO 9187629", "1) 9108099 2) 9187629"])
    func severalNumbersInOneCellAreAllKept(cell: String) throws {
        try withFolder(["a.csv": "imo,name,list\n\(cell),GAS MARYAM,L\n1: 9108099 2: 15411,X,L\n"]) { folder in
            let list = try #require(try ListFinding.lists(at: "\(folder)/a.csv").first)
            #expect(
                list.parties[0].numbers == [9_108_099, 9_187_629].compactMap { IMONumber($0).map(PartyNumber.ship) })
            #expect(list.parties[1].numbers.last == .unusableShipNumber("15411"))
            #expect(list.problems.counts == ["unusable ship IMO number": 1])
        }
    }

    @Test(arguments: ["<!DOCTYPE html>\n<html></html>", "  <HTML><body>busy</body></HTML>", "<html lang=\"en\">"])
    func anErrorPageInPlaceOfAListIsCalledOne(page: String) throws {
        for name in ["sdn.csv", "list.csv", "list.xml"] {
            try withFolder([name: page]) { folder in
                let error = #expect(throws: WatchlistError.self) { try ListFinding.lists(at: "\(folder)/\(name)") }
                #expect(error?.message.contains("web page") == true)
            }
        }
    }
}
