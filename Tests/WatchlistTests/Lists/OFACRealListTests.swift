import MaritimeModel
import Testing

@testable import Watchlist

/// Counts of OFAC's list of July 2021 that were made independently of this program.
@Suite(.enabled(if: Fixture.hasRealLists, Fixture.hint)) struct OFACRealListTests {
    private func sdn() throws -> SanctionsList {
        let lists = try ListFinding.lists(at: Fixture.realLists + "/ofac-2021-07")
        return try #require(lists.first { $0.name == ListFinding.sdnName })
    }

    @Test func vesselsAndTheirNumbersAreCounted() throws {
        let vessels = try sdn().parties.filter { $0.kind == .vessel }
        #expect(vessels.count == 406)
        #expect(vessels.count { $0.shipNumber != nil } == 400)
        #expect(
            vessels.count { vessel in vessel.numbers.contains { if case .mmsi = $0 { true } else { false } } } == 51)
    }

    @Test func chainsOfOwnersAreFollowedAsDeepAsTheListGoes() throws {
        let list = try sdn()
        let graph = PartyGraph([list])
        let search = TieSearch(graph: graph, limits: TieLimits(depth: 20))
        var depths: [Int: Int] = [:]
        for (position, party) in graph.positions.map({ ($0, graph.party($0)) }) where party.kind == .vessel {
            let ties = search.ties(of: position)
            let deepest = ties.flatMap { [$0.path] + $0.otherPaths }.map(\.count).max() ?? 0
            depths[deepest, default: 0] += 1
        }
        #expect(depths[0] == 406 - 376)
        #expect(depths.filter { $0.key >= 2 }.values.reduce(0, +) == 110)
        #expect(depths.keys.max() == 5)
    }

    @Test func everyNamedLinkOfAVesselLeadsToAnEntry() throws {
        let graph = PartyGraph([try sdn()])
        for (position, party) in graph.positions.map({ ($0, graph.party($0)) }) where party.kind == .vessel {
            for link in party.links {
                for end in graph.ends(of: link, from: position) {
                    if case .unlisted(let name) = end {
                        Issue.record("\(party.name) is linked to \(name), which has no entry")
                    }
                }
            }
        }
    }
}
