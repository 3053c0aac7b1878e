import MaritimeModel
import Synchronization

/// Leads from names alone: never a flag, and none where valid IMO numbers tell the two apart.
///
/// The list's names are prepared at the first question: a scan in which no two vessels met asks none.
final class NameMatcher: VesselMatcher {
    /// How sure a vessel with an equal name is; names that are only like each other are less sure by their score.
    static let confidence = 0.4

    private let graph: PartyGraph
    private let prepared = Mutex<NameIndex?>(nil)

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        guard !vessel.names.isEmpty else { return [] }
        return Self.leads(for: vessel.names, in: index(), kind: .vessel) { !vessel.contradicts(graph.parties[$0]) }
    }

    /// Prepares the names of the lists now and not at the first question.
    func prepare() { _ = index() }

    private func index() -> NameIndex {
        prepared.withLock { prepared in
            if let prepared { return prepared }
            let index = NameIndex(kind: .vessel, names: graph.names { $0 == .vessel })
            prepared = index
            return index
        }
    }

    /// The best lead to each entry that may be meant, in the order of the entries.
    static func leads(
        for names: [String], in index: NameIndex, kind: NameKind, where mayBeMeant: (Int) -> Bool
    ) -> [EntryMatch] {
        var best: [Int: (name: String, hit: NameIndex.Hit)] = [:]
        for name in Set(names).sorted() {
            for hit in index.hits(for: name) where mayBeMeant(hit.owner) {
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
        for position in parties.indices where isWanted(parties[position].kind) {
            for name in parties[position].names { names.append((position, name.text)) }
        }
        return names
    }
}
