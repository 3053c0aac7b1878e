import MaritimeModel

extension Wording {
    /// `one hull with two identities: 291000001 and 291000002, by the same IMO number, 2024-01-01; 2 meetings left out`.
    static func finding(_ finding: IdentityFinding) -> String {
        let ids = finding.ids.map { outside($0, columns: 30) }.joined(separator: " and ")
        let carrier = finding.carrier.map { ": \(outside($0, columns: 30))" } ?? ""
        var text = "\(words(for: finding.kind)): \(ids) (\(words(for: finding.evidence))\(carrier))"
        text += ", \(days(finding.start, finding.end))"
        if finding.meetings > 0 { text += "; \(count(finding.meetings, "meeting", "meetings")) left out" }
        return text
    }

    private static func words(for kind: IdentityFinding.Kind) -> String {
        switch kind {
        case .sharedIdentity: "one identity on several hulls"
        case .oneHull: "one hull with two identities"
        case .gear: "gear, not a vessel"
        }
    }

    private static func words(for evidence: IdentityFinding.Evidence) -> String {
        switch evidence {
        case .overlappingTracks: "tracks at the same time"
        case .sameIMO: "same IMO number"
        case .coincidingTrack: "tracks that coincide"
        case .continuingTrack: "a track that goes on under the other identity"
        case .stationNumber: "its number"
        case .gearName: "its name"
        case .gearType: "its stated type"
        case .carriedByAShip: "carried by a ship"
        }
    }

    /// `identity in doubt (shared_identity), 2026-01-03 04:12 to 09:31: Two tracks ...`.
    static func doubt(_ doubt: TrackDoubt) -> String {
        let what =
            switch doubt.reason.kind {
            case .identity: "identity"
            case .position: "position"
            }
        return
            "\(what) (\(doubt.reason.rawValue)), \(span(doubt.start, doubt.end)): \(outside(doubt.says, columns: 400))"
    }
}
