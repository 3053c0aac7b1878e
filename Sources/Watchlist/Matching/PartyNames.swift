import MaritimeModel
import Synchronization

/// Leads by the names of companies, persons and all other parties that are no vessels.
///
/// Tracks do not ask for them, so they are prepared at the first question.
final class PartyNames: Sendable {
    private let graph: PartyGraph
    private let indexes = Mutex<[(kind: NameKind, index: NameIndex)]>([])

    init(_ graph: PartyGraph) { self.graph = graph }

    /// The best lead to each party, in the order of the lists.
    func leads(for names: [String]) -> [EntryMatch] {
        guard !names.isEmpty else { return [] }
        let indexes = indexes.withLock { indexes in
            if indexes.isEmpty { indexes = Self.indexes(graph) }
            return indexes
        }
        return indexes.flatMap { kind, index in
            NameMatcher.leads(for: names, kind: kind, hits: { index.hits(for: $0) }, where: { _ in true })
        }.sorted { $0.party < $1.party }
    }

    private static func indexes(_ graph: PartyGraph) -> [(kind: NameKind, index: NameIndex)] {
        NameKind.allCases.map { kind in
            let names = graph.names { $0 != .vessel && NameKind($0) == kind }
            return (kind, NameIndex(kind: kind, names: names))
        }
    }
}
