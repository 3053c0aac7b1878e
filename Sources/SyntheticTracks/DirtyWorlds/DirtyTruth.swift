public import MaritimeModel

/// What is true of one identity of a dirty world, and what a good reader of its tracks says of it.
public struct IdentityTruth: Sendable {
    public let id: String
    public let sort: Sort
    /// The hulls behind it, in order.
    public let hulls: [Int]
    /// The ship that carries it, for gear on board.
    public let carrier: String?
    /// Doubts that are due: of each entry at least one reason.
    public let due: [[TrackDoubt.Reason]]
    /// Reasons that are no mistake when given, beside those that are due.
    public let allowed: [TrackDoubt.Reason]

    /// What the identity is. The raw value is the name in truth files.
    public enum Sort: String, CaseIterable, Sendable {
        /// One hull, one number, honest positions.
        case clean
        case jitter
        case duplicates
        case shared
        /// Single fixes thrown away.
        case thrownFixes = "thrown_fixes"
        /// Bursts at a false place.
        case displaced
        /// Fixes that alternate with one false point.
        case jammed
        case reflagged
        case gear
        case circle
        case straightLine = "straight_line"
        case replayed
        case frozen
        case overlapping
        case onLand = "on_land"
    }
}

/// Two identities that are one hull.
public struct OneHullTruth: Sendable {
    /// Ordered by bytes.
    public let ids: [String]
    /// By what it can be recognised: at least one of these.
    public let evidence: [IdentityFinding.Evidence]
}

/// Two vessels within 500 m of each other for more than two hours, in truth or on positions that were made up.
public struct DirtyMeetingTruth: Sendable {
    /// Ordered by bytes.
    public let ids: [String]
    /// When the distance was at most 500 m, in seconds since 1970.
    public let contact: ClosedRange<Double>
    /// Whether both hulls were there; else a vessel only said so, which the mark must say.
    public let isTrue: Bool
    /// Marks that the event must carry: for each entry, one of the reasons about one of the vessels.
    public let due: [DueMark]

    /// A mark that is due on an event.
    public struct DueMark: Sendable {
        /// The vessels that may carry it.
        public let ids: [String]
        public let reasons: [TrackDoubt.Reason]
    }
}
