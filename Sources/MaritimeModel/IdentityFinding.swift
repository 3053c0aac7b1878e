/// What the tracks show about identities: that one stands for several hulls, several for one, or one for no vessel.
public struct IdentityFinding: Hashable, Sendable {
    public var kind: Kind
    /// The identities it is about, ordered by bytes: two for one hull, else one. Gear that a ship carries names the ship
    /// in `carrier`.
    public var ids: [String]
    public var carrier: String?
    /// How it is recognised.
    public var evidence: Evidence
    public var start: Timestamp
    public var end: Timestamp
    /// What was measured, in a fixed order; the names carry their units.
    public var figures: [TrackDoubt.Figure]
    /// One or two sentences for an analyst: what is seen, and what else could explain it.
    public var says: String
    /// Meetings long enough to be reported that are left out because of it.
    public var meetings: Int

    public init(
        kind: Kind, ids: [String], carrier: String? = nil, evidence: Evidence, start: Timestamp, end: Timestamp,
        figures: [TrackDoubt.Figure], says: String, meetings: Int = 0
    ) {
        self.kind = kind
        self.ids = ids
        self.carrier = carrier
        self.evidence = evidence
        self.start = start
        self.end = end
        self.figures = figures
        self.says = says
        self.meetings = meetings
    }

    /// What is found. The raw value is the name in every report.
    public enum Kind: String, Hashable, Comparable, Sendable, CaseIterable {
        /// One identity on two hulls or more.
        case sharedIdentity = "shared_identity"
        /// One hull with two identities.
        case oneHull = "one_hull"
        /// A buoy, a beacon or an aid to navigation whose number looks like a vessel's.
        case gear

        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// By what it is recognised. The raw value is the name in every report.
    public enum Evidence: String, Hashable, Comparable, Sendable, CaseIterable {
        // Shared identity.
        case overlappingTracks = "overlapping_tracks"
        // One hull.
        case sameIMO = "same_imo"
        case coincidingTrack = "coinciding_track"
        case continuingTrack = "continuing_track"
        // Gear.
        case stationNumber = "station_number"
        case gearName = "gear_name"
        case gearType = "gear_type"
        case carriedByAShip = "carried_by_a_ship"

        public static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
    }
}
