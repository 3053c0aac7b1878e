import MaritimeModel
import Testing

@testable import Watchlist

/// A party of a made-up list.
func party(
    _ entry: String, _ name: String, _ kind: PartyKind = .organisation, _ standing: PartyStanding = .recorded,
    numbers: [PartyNumber] = [], listedOn: CivilDate? = nil, links: [PartyLink] = []
) -> ListedParty {
    ListedParty(
        entry: entry, kind: kind, standing: standing, names: [PartyName(name)], numbers: numbers,
        programmes: standing == .designated ? ["TEST"] : [], listedOn: listedOn, links: links)
}

func link(_ kind: LinkKind, _ target: LinkTarget, since: CivilDate? = nil, until: CivilDate? = nil) -> PartyLink {
    PartyLink(kind, to: target, since: since, until: until, words: kind.rawValue)
}

@Suite struct TieSearchTests {
    private func ties(
        of entry: Int = 0, in parties: [ListedParty], depth: Int = 8, degrees: Set<TieDegree> = Set(TieDegree.allCases)
    ) -> [TieSearch.Tie] {
        let graph = PartyGraph([SanctionsList(name: "L", format: .plainCSV, parties: parties)])
        return TieSearch(graph: graph, limits: TieLimits(depth: depth, degrees: degrees)).ties(of: entry)
    }

    private func names(_ path: [TieStep]) -> [String] { path.map(\.party.name) }

    @Test func aChainOfSixLinksIsFollowedToTheListedParty() {
        var parties = (0..<6).map {
            party("\($0)", "P\($0)", $0 == 0 ? .vessel : .organisation, links: [link(.ownedBy, .entry("\($0 + 1)"))])
        }
        parties.append(party("6", "TOP", .person, .designated))
        let found = ties(in: parties)
        #expect(found.map { names($0.path) } == [["P1", "P2", "P3", "P4", "P5", "TOP"]])
        #expect(found.map(\.degree) == [.ownedOrControlled])
        #expect(ties(in: parties, depth: 5).isEmpty)
    }

    @Test func theWeakestLinkGivesTheDegree() {
        for (kind, degree) in [
            (LinkKind.ownedBy, TieDegree.ownedOrControlled), (.managedBy, .operatedOrManaged), (.actingFor, .linked),
        ] {
            let found = ties(in: [
                party("0", "SHIP", .vessel, links: [link(.ownedBy, .entry("1"))]),
                party("1", "HOLDING", links: [link(kind, .entry("2"))]), party("2", "LISTED", .person, .designated),
            ])
            #expect(found.map(\.degree) == [degree])
        }
    }

    @Test func aStrongerPathIsPreferredAndTheShorterOneKept() {
        let found = ties(in: [
            party("0", "SHIP", .vessel, links: [link(.linkedTo, .entry("2")), link(.ownedBy, .entry("1"))]),
            party("1", "HOLDING", links: [link(.controlledBy, .entry("2"))]),
            party("2", "LISTED", .person, .designated),
        ])
        #expect(found.map { names($0.path) } == [["HOLDING", "LISTED"]])
        #expect(found.map { $0.otherPaths.map(names) } == [[["LISTED"]]])
    }

    @Test func cyclesEnd() {
        let parties = [
            party("0", "SHIP", .vessel, links: [link(.ownedBy, .entry("1"))]),
            party("1", "A", links: [link(.ownedBy, .entry("2"))]),
            party(
                "2", "B",
                links: [link(.ownedBy, .entry("1")), link(.ownedBy, .entry("0")), link(.ownedBy, .entry("2"))]),
        ]
        #expect(ties(in: parties).isEmpty)
        var listed = parties
        listed[0].standing = .designated
        #expect(ties(in: listed).map { names($0.path) } == [["A", "B"]])
    }

    @Test func aListedVesselShowsWhatItsListRecordsBeyondIt() {
        let found = ties(in: [
            party("0", "GAS SHIP", .vessel, .designated, links: [link(.linkedTo, .name("dima shipping company."))]),
            party(
                "1", "DIMA SHIPPING COMPANY", .organisation, .designated, links: [link(.linkedTo, .name("TOP COMPANY"))]
            ),
        ])
        #expect(found.map(\.degree) == [.listed])
        #expect(found.map { names($0.path) } == [["DIMA SHIPPING COMPANY", "TOP COMPANY"]])
        #expect(found.first?.path.map(\.party.entry) == ["1", nil])
    }

    @Test func severalOwnersGiveSeveralWays() {
        let found = ties(in: [
            party(
                "0", "SHIP", .vessel, .designated, links: [link(.linkedTo, .entry("1")), link(.ownedBy, .entry("2"))]),
            party("1", "A"), party("2", "B"),
        ])
        #expect(found.map { names($0.path) } == [["B"]])
        #expect(found.map { $0.otherPaths.map(names) } == [[["A"]]])
    }

    @Test func severalListedPartiesGiveOneTieEachTheNearestFirst() {
        let found = ties(in: [
            party("0", "SHIP", .vessel, links: [link(.linkedTo, .entry("1")), link(.managedBy, .entry("2"))]),
            party("1", "A", .person, .designated),
            party("2", "B", .organisation, .designated, links: [link(.ownedBy, .entry("1"))]),
        ])
        #expect(found.map(\.degree) == [.operatedOrManaged, .linked])
        #expect(found.map { names($0.path) } == [["B"], ["A"]])
    }

    @Test func aNameThatSeveralEntriesBearLeadsNowhere() {
        let found = ties(in: [
            party("0", "SHIP", .vessel, links: [link(.ownedBy, .name("TWICE LTD"))]),
            party("1", "TWICE LTD", .organisation, .designated), party("2", "Twice Ltd.", .organisation, .designated),
        ])
        #expect(found.isEmpty)
    }

    @Test func aLinkToAMissingEntryIsNoTie() {
        #expect(ties(in: [party("0", "SHIP", .vessel, links: [link(.ownedBy, .entry("9"))])]).isEmpty)
    }

    @Test func aNameLeadsIntoItsOwnListOnlyAndACompanyNumberIntoAll() throws {
        let number = try #require(CompanyNumber("6414273"))
        let registry = SanctionsList(
            name: "Registry", format: .registryCSV,
            parties: [
                party("0", "SHIP ONE", .vessel, links: [link(.ownedBy, .name("OWNER LTD"))]),
                party("1", "SHIP TWO", .vessel, links: [link(.ownedBy, .company(number))]),
                party("2", "SHIP THREE", .vessel, links: [link(.ownedBy, .name("THIRD LTD"))]),
                party("3", "THIRD LTD", numbers: [.company(number)]),
            ])
        let list = SanctionsList(
            name: "List", format: .plainCSV,
            parties: [party("x", "OWNER LTD", .organisation, .designated, numbers: [.company(number)])])
        let search = TieSearch(graph: PartyGraph([registry, list]), limits: TieLimits())
        #expect(search.ties(of: 0).isEmpty)
        #expect(search.ties(of: 1).map { names($0.path) } == [["OWNER LTD"]])
        #expect(search.ties(of: 2).map { names($0.path) } == [["OWNER LTD"]])
    }

    @Test func onlyTheDegreesAskedForCount() {
        let parties = [
            party("0", "SHIP", .vessel, links: [link(.linkedTo, .entry("1"))]), party("1", "A", .person, .designated),
        ]
        #expect(ties(in: parties, degrees: [.listed, .ownedOrControlled]).isEmpty)
        #expect(ties(in: parties, degrees: [.linked]).count == 1)
    }

    @Test(arguments: 0..<30) func pathsAgreeWithTheSlowTwin(seed: Int) {
        var random = TwinRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let count = 3 + random.below(12)
        let parties = (0..<count).map { position in
            party(
                "\(position)", "P\(position)", .organisation,
                position > 0 && random.below(3) == 0 ? .designated : .recorded,
                links: (0..<random.below(4)).map { _ in
                    link(LinkKind.allCases[random.below(LinkKind.allCases.count)], .entry("\(random.below(count))"))
                })
        }
        let found = ties(in: parties, depth: 5)
        let expected = TieTwin.ties(of: 0, in: parties, depth: 5)
        #expect(
            found.map { [$0.path.last?.party.entry ?? "", $0.degree.rawValue, "\($0.path.count)"] } == expected,
            "seed \(seed)")
    }
}

/// All simple paths, tried one by one.
private enum TieTwin {
    static func ties(of start: Int, in parties: [ListedParty], depth: Int) -> [[String]] {
        var best: [Int: (TieDegree, Int)] = [:]
        func walk(_ party: Int, _ met: Set<Int>, _ degree: TieDegree, _ steps: Int) {
            guard steps < depth else { return }
            for link in parties[party].links {
                guard case .entry(let entry) = link.target, let next = Int(entry), !met.contains(next) else { continue }
                let reached = max(degree, TieDegree(link.kind))
                if parties[next].standing == .designated {
                    if (best[next].map { (reached, steps + 1) < $0 }) ?? true { best[next] = (reached, steps + 1) }
                } else {
                    walk(next, met.union([next]), reached, steps + 1)
                }
            }
        }
        walk(start, [start], .listed, 0)
        return best.sorted { ($0.value.0, $0.value.1, $0.key) < ($1.value.0, $1.value.1, $1.key) }
            .map { ["\($0.key)", $0.value.0.rawValue, "\($0.value.1)"] }
    }
}

private struct TwinRandom {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
