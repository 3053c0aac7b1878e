import MaritimeModel

/// Recognises a radio by its MMSI, unless the IMO numbers of both sides are known and differ.
struct MMSIMatcher: VesselMatcher {
    /// How sure an equal MMSI without a comparable IMO number is.
    static let confidence = 0.7

    private let graph: PartyGraph

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        guard let mmsi = vessel.mmsi else { return [] }
        return graph.positions(of: UInt64(mmsi.number), .mmsi).compactMap { entry in
            let listed = graph.party(entry).shipNumber
            // Both know the hull: it is the IMO matcher's match, or it is another hull under a number taken over.
            guard listed == nil || vessel.imoNumbers.isEmpty else { return nil }
            let missing =
                switch (vessel.imoNumbers.isEmpty, listed) {
                case (true, let imo?): "it states no IMO number to compare with the listed \(imo)"
                case (true, nil): "neither it nor the list states an IMO number"
                case (false, _): "the list states no IMO number to compare with its own"
                }
            return EntryMatch(
                party: entry, kind: .mmsi, confidence: Self.confidence,
                explanation:
                    "It sends under the MMSI \(mmsi), which the list gives for this vessel; an MMSI follows the flag "
                    + "and the radio set and is re-used, and \(missing), so this needs to be confirmed.")
        }
    }

    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool {
        MMSI(vessels[place].id).map { graph.contains(UInt64($0.number), .mmsi) } ?? false
    }
}

extension ListedParty {
    /// The first valid ship's number that the entry states.
    var shipNumber: IMONumber? {
        for case .ship(let number) in numbers { return number }
        return nil
    }
}
