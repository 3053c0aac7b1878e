/// What a run was asked, what it read and what it checked: the `run` part of a report.
public struct RunRecord: Hashable, Sendable {
    public var version: String
    public var profile: Profile
    /// The parameters in force: the profile's, with the user's changes.
    public var parameters: DetectionParameters
    public var filter: EventFilter
    /// Whether every id counted as a vessel and its fixes were joined as they are.
    public var rawTracks: Bool
    public var inputs: [InputRecord]
    /// Sum over the inputs.
    public var ledger: RejectLedger
    /// Identities in the input, and those with at least one fix.
    public var vessels: Int
    public var vesselsWithFixes: Int
    /// Nil when no watchlist was given: then no list was checked.
    public var lists: [CheckedList]?
    /// The date for which the answer of the lists was asked, instead of the time of each meeting; nil for that time.
    public var listsAsOf: CivilDate?
    public var listedVessels: [ListedVesselSighting]
    /// What the tracks show about identities, in the order (kind, ids, start).
    public var identityFindings: [IdentityFinding]
    /// Meetings that were long enough and were not reported, by the rule that excluded them.
    public var excluded: [ExclusionReason: Int]
    /// Segments that never left the waters of one port: those of one port were not compared with each other, since
    /// whatever they did there was in port. 0 when meetings in port are reported.
    public var harbourStays: Int
    public var eventCount: Int
    public var flaggedCount: Int
    /// What the reader should know about the input, one sentence each.
    public var warnings: [String]
    public var timing: RunTiming

    public init(
        version: String, profile: Profile, parameters: DetectionParameters, filter: EventFilter, rawTracks: Bool
    ) {
        self.version = version
        self.profile = profile
        self.parameters = parameters
        self.filter = filter
        self.rawTracks = rawTracks
        inputs = []
        ledger = RejectLedger()
        vessels = 0
        vesselsWithFixes = 0
        lists = nil
        listedVessels = []
        identityFindings = []
        excluded = [:]
        harbourStays = 0
        eventCount = 0
        flaggedCount = 0
        warnings = []
        timing = RunTiming()
    }
}

/// One file, archive member or stream that was read.
public struct InputRecord: Hashable, Sendable {
    /// The path as given or found; `path!member` for a member of an archive; `-` for standard input.
    public var path: String
    /// Bytes as stored; for a member of an archive, the bytes it unpacks to.
    public var bytes: Int
    /// When the file was last changed; nil for streams.
    public var modified: Timestamp?
    /// The layout that was recognised, in words; nil when nothing could be read.
    public var layout: String?
    public var ledger: RejectLedger
    /// Times of the first and last row used.
    public var firstTime: Timestamp?
    public var lastTime: Timestamp?
    /// Why the file, or the rest of it, could not be read: a sentence with the remedy. Nil when all was read.
    public var failure: String?

    public init(path: String, bytes: Int, modified: Timestamp?) {
        self.path = path
        self.bytes = bytes
        self.modified = modified
        ledger = RejectLedger()
    }
}

/// Which events are reported. An event is kept whole when it touches the window; nothing is cut at its edges.
public struct EventFilter: Hashable, Sendable {
    public var after: Timestamp?
    public var before: Timestamp?
    public var box: BoundingBox?

    public init(after: Timestamp? = nil, before: Timestamp? = nil, box: BoundingBox? = nil) {
        self.after = after
        self.before = before
        self.box = box
    }

    /// Degrees; a box whose west lies east of its east crosses the dateline.
    public struct BoundingBox: Hashable, Sendable {
        public var west: Double
        public var south: Double
        public var east: Double
        public var north: Double

        public init(west: Double, south: Double, east: Double, north: Double) {
            self.west = west
            self.south = south
            self.east = east
            self.north = north
        }

        /// Whether a position lies inside, edges included.
        public func contains(latitude: Double, longitude: Double) -> Bool {
            guard latitude >= south, latitude <= north else { return false }
            // 180 and -180 are one meridian.
            return spans(longitude) || (abs(longitude) == 180 && spans(-longitude))
        }

        private func spans(_ longitude: Double) -> Bool {
            west <= east
                ? longitude >= west && longitude <= east
                : longitude >= west || longitude <= east
        }
    }
}

/// Why a meeting that was long enough is not reported.
public enum ExclusionReason: String, Hashable, Comparable, Sendable, CaseIterable {
    /// Two identities of one hull: no pair.
    case sameHull = "same_hull"
    /// Two tracks under one identity.
    case sameIdentity = "same_identity"
    /// A buoy, a beacon or an aid to navigation takes part.
    case gear
    case speedRule = "speed_rule"
    case typeRule = "type_rule"
    case inPort = "in_port"
    case outsideFilter = "outside_filter"

    public static func < (left: ExclusionReason, right: ExclusionReason) -> Bool { left.rawValue < right.rawValue }
}

/// How long a run took. It differs from run to run and is no part of the answer.
public struct RunTiming: Hashable, Sendable {
    /// Wall-clock seconds.
    public var readingSeconds = 0.0
    public var detectionSeconds = 0.0
    public var totalSeconds = 0.0
    public var threads = 1
    /// What each thread did, by stage in the order in which they began, then by thread.
    public var stages: [StageTiming] = []

    public init() {}
}

/// One thread's part of a stage of a run.
public struct StageTiming: Hashable, Sendable {
    public var stage: String
    /// From 0 within the stage.
    public var thread: Int
    /// Seconds at work.
    public var seconds: Double
    /// Bytes read or written; 0 where that says nothing.
    public var bytes: Int

    public init(stage: String, thread: Int, seconds: Double, bytes: Int) {
        self.stage = stage
        self.thread = thread
        self.seconds = seconds
        self.bytes = bytes
    }
}
