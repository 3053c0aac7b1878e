import MaritimeModel

/// Leads from names alone: never a flag, and none where valid IMO numbers tell the two apart.
struct NameMatcher: VesselMatcher {
    private let graph: PartyGraph
    private let entries: [String: [Int]]

    init(_ graph: PartyGraph) {
        self.graph = graph
        var entries: [String: [Int]] = [:]
        for (position, party) in graph.parties.enumerated() where party.kind == .vessel {
            for name in Set(party.names.map { LinkName.normalised($0.text) }) {
                entries[name, default: []].append(position)
            }
        }
        self.entries = entries
    }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        var matches: [EntryMatch] = []
        let names = vessel.names.lazy.map(LinkName.normalised).filter { entries[$0] != nil }
        for name in Set(names).sorted() {
            for entry in entries[name] ?? [] where !matches.contains(where: { $0.party == entry }) {
                guard !vessel.contradicts(graph.parties[entry]) else { continue }
                matches.append(
                    EntryMatch(
                        party: entry, kind: .name, confidence: 0.2,
                        explanation: "It bears the name \(name) of the entry, and nothing else is known to agree."))
            }
        }
        return matches.sorted { $0.party < $1.party }
    }
}
