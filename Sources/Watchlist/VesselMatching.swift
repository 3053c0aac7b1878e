import MaritimeModel

/// One way to recognise a listed vessel in the tracks.
///
/// The ways stand in one list, the strongest first (`WatchlistIndex.matchers`): an entry that one has recognised is not
/// asked of the next. A new way (call sign, names) is a new type in that list.
protocol VesselMatcher: Sendable {
    /// The entries that this way recognises, as positions in the index's vessels, each with the match.
    func matches(for vessel: TrackedVessel) -> [(entry: Int, match: SanctionsMatch)]
}

/// Recognises a hull by its IMO number, which it keeps for life.
struct IMOMatcher: VesselMatcher {
    /// How sure an equal IMO number is. Short of certain, since a crew can send another ship's number.
    static let confidence = 0.99
    /// How sure it is when the same identity stated other valid numbers too, of which at most one is its own.
    static let confidenceAmongSeveral = 0.9

    private let vessels: [ListedVessel]
    private let entries: [IMONumber: [Int]]

    init(_ vessels: [ListedVessel]) {
        self.vessels = vessels
        entries = positions(in: vessels) { $0.imo }
    }

    func matches(for vessel: TrackedVessel) -> [(entry: Int, match: SanctionsMatch)] {
        let stated = vessel.staticData.imoNumbers
        let others = Set(stated.map(\.value)).count - 1
        var matches: [(entry: Int, match: SanctionsMatch)] = []
        var seen: Set<IMONumber> = []
        for observed in stated where seen.insert(observed.value).inserted {
            let explanation =
                others == 0
                ? "It states the IMO number \(observed.value), which is the listed vessel's; an IMO number stays "
                    + "with the hull for life."
                : "It stated the IMO number \(observed.value), which is the listed vessel's, from "
                    + "\(observed.firstSeen.iso8601) to \(observed.lastSeen.iso8601), and \(others) other valid "
                    + "number\(others == 1 ? "" : "s") besides; an IMO number stays with the hull for life, so at most "
                    + "one of them is its own."
            for entry in entries[observed.value] ?? [] {
                matches.append(
                    (
                        entry,
                        SanctionsMatch(
                            kind: .imo, confidence: others == 0 ? Self.confidence : Self.confidenceAmongSeveral,
                            explanation: explanation, listed: vessels[entry])
                    ))
            }
        }
        return matches
    }
}

/// Recognises a radio by its MMSI, unless the IMO numbers of both sides are known and differ.
struct MMSIMatcher: VesselMatcher {
    /// How sure an equal MMSI is with no IMO number to confirm it: it follows the flag and the radio and is re-used.
    static let confidence = 0.7

    private let vessels: [ListedVessel]
    private let entries: [MMSI: [Int]]

    init(_ vessels: [ListedVessel]) {
        self.vessels = vessels
        entries = positions(in: vessels) { $0.mmsi }
    }

    func matches(for vessel: TrackedVessel) -> [(entry: Int, match: SanctionsMatch)] {
        guard let mmsi = vessel.mmsi else { return [] }
        let stated = Set(vessel.staticData.imoNumbers.map(\.value))
        return (entries[mmsi] ?? []).compactMap { entry in
            let listed = vessels[entry]
            // Both know the hull: it is the IMO matcher's match, or it is another hull under a number taken over.
            guard listed.imo == nil || stated.isEmpty else { return nil }
            let missing =
                switch (stated.isEmpty, listed.imo) {
                case (true, let imo?): "it states no IMO number to compare with the listed \(imo)"
                case (true, nil): "neither it nor the list states an IMO number"
                case (false, _): "the list states no IMO number to compare with its own"
                }
            return (
                entry,
                SanctionsMatch(
                    kind: .mmsi, confidence: Self.confidence,
                    explanation:
                        "It sends under the MMSI \(mmsi), which the list gives for this vessel; an MMSI follows the "
                        + "flag and the radio set and is re-used, and \(missing), so this needs to be confirmed.",
                    listed: listed)
            )
        }
    }
}

/// The positions of the vessels that have a number, by the number.
private func positions<Number: Hashable>(
    in vessels: [ListedVessel], of number: (ListedVessel) -> Number?
) -> [Number: [Int]] {
    var positions: [Number: [Int]] = [:]
    for (position, vessel) in vessels.enumerated() {
        if let number = number(vessel) { positions[number, default: []].append(position) }
    }
    return positions
}
