import MaritimeModel

/// Recognises a hull by its IMO number, which it keeps for life.
struct IMOMatcher: VesselMatcher {
    /// How sure an equal IMO number is. Short of certain, since a crew can send another ship's number.
    static let confidence = 0.99
    /// How sure it is when the same identity stated other valid numbers too, of which at most one is its own.
    static let confidenceAmongSeveral = 0.9

    private let graph: PartyGraph

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        let stated = vessel.imoNumbers
        // Hardly a vessel is on a list: nothing is set up for the others.
        guard stated.contains(where: { !entries($0.value).isEmpty }) else { return [] }
        let others = Set(stated.map(\.value)).count - 1
        var matches: [EntryMatch] = []
        var seen: Set<IMONumber> = []
        for observed in stated where seen.insert(observed.value).inserted {
            for entry in entries(observed.value) {
                let explanation =
                    others == 0
                    ? "It states the IMO number \(observed.value), which the list gives for this vessel; an IMO "
                        + "number stays with the hull for life."
                    : "It stated the IMO number \(observed.value), which the list gives for this vessel, from "
                        + "\(observed.firstSeen.iso8601) to \(observed.lastSeen.iso8601), and \(others) other valid "
                        + "number\(others == 1 ? "" : "s") besides; an IMO number stays with the hull for life, so at "
                        + "most one of them is its own."
                matches.append(
                    EntryMatch(
                        party: entry, kind: .imo,
                        confidence: others == 0 ? Self.confidence : Self.confidenceAmongSeveral,
                        explanation: explanation))
            }
        }
        return matches
    }

    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool {
        vessels[place].staticData.imoNumbers.contains { graph.contains(UInt64($0.value.number), .ship) }
    }

    private func entries(_ number: IMONumber) -> [Int] { graph.positions(of: UInt64(number.number), .ship) }
}
