/// Everything that decides which contacts are reported as rendezvous.
public struct DetectionParameters: Hashable, Sendable {
    /// The contact distance in metres, inclusive, greater than 0.
    public var maxDistanceMetres: Double
    /// The least time in contact, in seconds, inclusive.
    public var minDurationSeconds: Int
    /// The longest stretch on which a vessel is taken to move evenly, in seconds, inclusive.
    public var maxGapSeconds: Int
    /// Contacts of one pair at most this far apart join; in seconds, inclusive.
    public var joinGapSeconds: Int
    public var speedRule: SpeedRule
    /// Meetings nearer to a port than this are `in_port`; in kilometres, 0 switches the rule off.
    public var portDistanceKilometres: Double
    /// Whether meetings in port are reported all the same.
    public var includePorts: Bool
    public var typeRule: TypeRule
    /// Whether meetings with buoys, beacons and aids to navigation are reported all the same.
    public var includeGear = false

    public init(
        maxDistanceMetres: Double, minDurationSeconds: Int, maxGapSeconds: Int, joinGapSeconds: Int,
        speedRule: SpeedRule, portDistanceKilometres: Double, includePorts: Bool = false, typeRule: TypeRule
    ) {
        self.maxDistanceMetres = maxDistanceMetres
        self.minDurationSeconds = minDurationSeconds
        self.maxGapSeconds = maxGapSeconds
        self.joinGapSeconds = joinGapSeconds
        self.speedRule = speedRule
        self.portDistanceKilometres = portDistanceKilometres
        self.includePorts = includePorts
        self.typeRule = typeRule
    }

    /// How fast the two vessels may be.
    public enum SpeedRule: Hashable, Sendable {
        /// No rule.
        case none
        /// The median speed of both is below the limit (strictly).
        case bothBelow(knots: Double)
        /// The median speed of both is at most the limit, or they are under way together: both at most
        /// `jointUnderWayMaxKnots` with a relative speed of at most `jointUnderWayMaxRelativeKnots` sustained.
        case slowOrJointUnderWay(knots: Double)
    }

    /// Which vessels must take part.
    public enum TypeRule: String, Hashable, Sendable {
        case any
        /// At least one vessel is a tanker or states no type.
        case tankerOrUnknown = "tanker_or_unknown"
    }

    /// The fastest speed at which a joint under-way transfer is believed, in knots (lightering is done at 3 to 6 kn:
    /// ICS/OCIMF Ship to Ship Transfer Guide for Petroleum).
    public static let jointUnderWayMaxKnots = 8.0
    /// The fastest relative speed of two ships that are fast to each other, in knots, allowing for position noise.
    public static let jointUnderWayMaxRelativeKnots = 0.5
}

/// A named set of detection parameters.
public struct Profile: Hashable, Sendable {
    public var name: String
    /// One sentence that says what it is for.
    public var summary: String
    /// Where the numbers come from.
    public var source: String
    public var parameters: DetectionParameters
    /// Rules of the source that this version cannot apply yet, each as a sentence; empty when all are applied.
    public var rulesNotApplied: [String]

    public init(
        name: String, summary: String, source: String, parameters: DetectionParameters, rulesNotApplied: [String] = []
    ) {
        self.name = name
        self.summary = summary
        self.source = source
        self.parameters = parameters
        self.rulesNotApplied = rulesNotApplied
    }
}
