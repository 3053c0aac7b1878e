import MaritimeModel

/// Recognises a vessel by call sign and name together, unless IMO numbers of both sides are known and differ.
///
/// Either alone is too weak: call signs follow the flag and are re-used, and names are shared.
struct CallSignMatcher: VesselMatcher {
    static let confidence = 0.6

    private let graph: PartyGraph

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        var matches: [EntryMatch] = []
        for sign in vessel.callSigns {
            // Hardly a vessel's call sign stands on a list: its names are prepared only then.
            guard let normalised = Self.normalised(sign) else { continue }
            let entries = graph.positions(of: ByteHash.of(normalised), .callSign)
            guard !entries.isEmpty else { continue }
            let names = Set(vessel.names(statedWith: sign).map(LinkName.normalised))
            for entry in entries where !matches.contains(where: { $0.party == entry }) {
                let party = graph.party(entry)
                guard party.kind == .vessel, party.hasCallSign(normalised), !vessel.contradicts(party),
                    let name = party.names.first(where: { names.contains(LinkName.normalised($0.text)) })
                else { continue }
                matches.append(
                    EntryMatch(
                        party: entry, kind: .callSignAndName, confidence: Self.confidence,
                        explanation:
                            "It stated the call sign \(normalised) and at that time the name \(name.text), which the list gives for "
                            + "this vessel; no IMO number tells them apart, and both can be taken over by another "
                            + "ship, so this needs to be confirmed."))
            }
        }
        return matches.sorted { $0.party < $1.party }
    }

    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool {
        vessels[place].staticData.callSigns.contains { sign in
            Self.normalised(sign.value).map { graph.contains(ByteHash.of($0), .callSign) } ?? false
        }
    }

    /// Capitals and digits alone; nil for less than four signs, which is no ship's call sign.
    static func normalised(_ sign: String) -> String? {
        // Nearly all call signs are written so already; then nothing is copied.
        let bytes = sign.utf8
        let isPlain = bytes.allSatisfy { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        if isPlain {
            guard let first = bytes.first, bytes.count >= 4, bytes.contains(where: { $0 != first }) else { return nil }
            return sign
        }
        // Letters that become ASCII as capitals (the long s, the dotless i) are in no call sign.
        let kept = sign.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        guard kept.count >= 4, kept.contains(where: { $0 != kept[0] }) else { return nil }
        return String(decoding: kept, as: UTF8.self)
    }
}

extension ListedParty {
    /// Whether the entry states a call sign, given as `CallSignMatcher.normalised`.
    func hasCallSign(_ normalised: String) -> Bool {
        numbers.contains {
            if case .callSign(let sign) = $0 { CallSignMatcher.normalised(sign) == normalised } else { false }
        }
    }
}
