/// One planted meeting as it truly was: the contacts of a pair that are at most 30 minutes apart, joined.
public struct MeetingTruth: Sendable {
    public let scene: String
    public let kind: MeetingKind
    /// The two ids, in order.
    public let vessels: [String]
    /// When the two were known to be within 500 m, in seconds since 1970 with fractions; in order, at least one.
    public let contacts: [ClosedRange<Double>]
    /// The least distance within the contacts.
    public let minDistanceMetres: Double
    /// The time-weighted medians over the contacts, of each vessel's speed and of the speed between the two.
    public let medianSpeedsKnots: [Double]
    public let medianRelativeSpeedKnots: Double
    /// Why the default profile does not report it; nil when it does.
    public let hiddenBecause: Hiding?

    public var start: Double { contacts[0].lowerBound }
    public var end: Double { contacts[contacts.count - 1].upperBound }
    /// Time within 500 m, without the breaks between contacts.
    public var contactSeconds: Double { contacts.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }
    public var isReportedByDefault: Bool { hiddenBecause == nil }

    /// The rule of the default profile that keeps a meeting out of the report, the first that applies.
    public enum Hiding: String, Sendable {
        case sameHull = "same_hull"
        case tooShort = "too_short"
        case inPort = "in_port"
        case tooFast = "too_fast"
        case noTanker = "no_tanker"
    }
}
