/// A reason to doubt an identity or a position, with what was seen. It says what tracks show and claims no intent.
public struct TrackDoubt: Hashable, Sendable {
    public var reason: Reason
    /// The part of the track that shows it.
    public var start: Timestamp
    public var end: Timestamp
    /// What was measured, in a fixed order; the names carry their units.
    public var figures: [Figure]
    /// One or two sentences for an analyst: what is seen, and what else could explain it.
    public var says: String

    public init(reason: Reason, start: Timestamp, end: Timestamp, figures: [Figure], says: String) {
        self.reason = reason
        self.start = start
        self.end = end
        self.figures = figures
        self.says = says
    }

    /// What is doubted.
    public enum Kind: String, Hashable, Comparable, Sendable, CaseIterable {
        case identity = "identity_in_doubt"
        case position = "position_in_doubt"

        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Why it is doubted. The raw value is the name in every report.
    public enum Reason: String, Hashable, Comparable, Sendable, CaseIterable {
        /// Two tracks that one hull cannot have sailed carry the identity at the same time, fix by fix in turn.
        case sharedIdentity = "shared_identity"
        /// The track leaves off, goes on where no vessel could have got to, and comes back.
        case positionJump = "position_jump"
        /// Most fixes of the identity fit no track at all.
        case scatteredFixes = "scattered_fixes"
        /// Two hulls of known size would have to overlap.
        case overlappingHulls = "overlapping_hulls"
        /// The track is a circle, sailed round and round at an even speed.
        case circle
        /// The track is straighter and its speed more even than that of a ship at sea.
        case straightLine = "straight_line"
        /// The same positions to the last digit were sent at another time or by another identity.
        case replayedTrack = "replayed_track"
        /// Fixes lie far inland.
        case onLand = "on_land"
        /// The position stands still to the last digit in the middle of a voyage while the time goes on.
        case frozenPosition = "frozen_position"

        /// What the reason casts doubt on.
        public var kind: Kind {
            switch self {
            case .sharedIdentity, .positionJump, .scatteredFixes: .identity
            case .overlappingHulls, .circle, .straightLine, .replayedTrack, .onLand, .frozenPosition: .position
            }
        }

        public static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
    }

    /// One measured value.
    public struct Figure: Hashable, Sendable {
        /// In snake case, with the unit at the end, as in `radius_m`.
        public var name: String
        public var value: Double

        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }
}

/// A doubt about one vessel of an event.
public struct EventDoubt: Hashable, Sendable {
    /// The position of the vessel in the event's list.
    public var vessel: Int
    public var doubt: TrackDoubt

    public init(vessel: Int, doubt: TrackDoubt) {
        self.vessel = vessel
        self.doubt = doubt
    }
}
