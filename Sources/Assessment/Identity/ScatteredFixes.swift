public import MaritimeModel

/// Tells identities most of whose fixes fit no track.
public enum ScatteredFixes {
    /// The doubt about a vessel with more outliers than fixes, at least three; nil for any other. Complexity: O(1).
    public static func doubt(about vessel: TrackedVessel) -> TrackDoubt? {
        let outliers = vessel.rejected[.outlier] ?? 0
        guard outliers >= 3, outliers > vessel.fixCount else { return nil }
        return TrackDoubt(
            reason: .scatteredFixes, start: vessel.firstSeen, end: vessel.lastSeen,
            figures: [
                TrackDoubt.Figure("outliers", Double(outliers)), TrackDoubt.Figure("fixes", Double(vessel.fixCount)),
            ],
            says:
                "\(outliers) of its \(outliers + vessel.fixCount) fixes lie where no ship could have been between the "
                + "others: many transmitters use the number, its receiver is disturbed, or it is no ship but an aircraft."
        )
    }
}
