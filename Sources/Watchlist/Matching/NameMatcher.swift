import MaritimeModel
import Synchronization

/// Leads from names alone: never a flag, and none where valid IMO numbers tell the two apart.
final class NameMatcher: VesselMatcher {
    /// How sure a vessel with an equal name is; names that are only like each other are less sure by their score.
    static let confidence = 0.4

    private let graph: PartyGraph
    private let prepared = Mutex<AskedNames?>(nil)

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        guard !vessel.names.isEmpty else { return [] }
        let names = prepared.withLock { $0 }
        let asked = names.flatMap { $0.knows(vessel.names) ? $0 : nil } ?? AskedNames(Set(vessel.names), in: graph)
        return Self.leads(for: vessel.names, kind: .vessel) {
            asked.hits(for: $0, in: graph)
        } where: {
            !vessel.contradicts(graph.party($0))
        }
    }

    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool { !vessels[place].staticData.names.isEmpty }

    /// Looks for these names now, and for all at once.
    func prepare(_ names: Set<String>, threads: Int) {
        let asked = AskedNames(names, in: graph, threads: threads)
        prepared.withLock { $0 = asked }
    }

    /// The best lead to each entry that may be meant, in the order of the entries.
    static func leads(
        for names: [String], kind: NameKind, hits: (String) -> [NameIndex.Hit], where mayBeMeant: (Int) -> Bool
    ) -> [EntryMatch] {
        var best: [Int: (name: String, hit: NameIndex.Hit)] = [:]
        for name in Set(names).sorted() {
            for hit in hits(name) where mayBeMeant(hit.owner) {
                if let known = best[hit.owner], known.hit.comparison.score >= hit.comparison.score { continue }
                best[hit.owner] = (name, hit)
            }
        }
        return best.values.sorted { $0.hit.owner < $1.hit.owner }.map { name, hit in
            EntryMatch(
                party: hit.owner, kind: .name, confidence: hit.comparison.score * confidence,
                explanation: NameExplanation.sentence(hit.comparison, name: name, listed: hit.name, kind: kind))
        }
    }
}

extension PartyGraph {
    /// Every name of the parties of some kinds, with the party's position.
    func names(where isWanted: (PartyKind) -> Bool) -> [(owner: Int, name: String)] {
        var names: [(owner: Int, name: String)] = []
        forEachName(ofKinds: isWanted) { position, _, bytes, range in
            names.append((position, String(decoding: bytes[range], as: UTF8.self)))
        }
        return names
    }
}
