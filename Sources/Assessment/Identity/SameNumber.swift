public import MaritimeModel

extension OneHull {
    /// The finding that two identities state one valid IMO number, over the time in which either was heard; else nil.
    public static func sameNumberFinding(_ first: TrackedVessel, _ second: TrackedVessel) -> IdentityFinding? {
        guard let number = sameIMONumber(first, second) else { return nil }
        let isOrdered = first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
        return IdentityFinding(
            kind: .oneHull, ids: isOrdered ? [first.id, second.id] : [second.id, first.id], evidence: .sameIMO,
            start: min(first.firstSeen, second.firstSeen), end: max(first.lastSeen, second.lastSeen), figures: [],
            says:
                "Both identities state the IMO number \(number), which stays with one hull. A number that was typed in "
                + "wrongly looks like this too.")
    }
}
