/// What became of an input: every vessel with its segments, rejects and doubts.
public struct TrackAccount: Hashable, Sendable {
    public var version: String
    /// Whether tracks were left as they are: no segments, no outliers, every id a vessel.
    public var rawTracks: Bool
    public var inputs: [InputRecord]
    /// Sum over the inputs.
    public var ledger: RejectLedger
    /// Ordered by id.
    public var vessels: [VesselAccount]
    public var findings: [IdentityFinding]
    /// What the reader should know about the input, one sentence each.
    public var warnings: [String]

    public init(version: String, rawTracks: Bool) {
        self.version = version
        self.rawTracks = rawTracks
        inputs = []
        ledger = RejectLedger()
        vessels = []
        findings = []
        warnings = []
    }
}

/// One identity of an input and what its tracks are like.
public struct VesselAccount: Hashable, Sendable {
    public var vessel: TrackedVessel
    /// In the order of their first fixes.
    public var segments: [SegmentAccount]
    /// About the identity and about single segments, in the order (start, reason).
    public var doubts: [TrackDoubt]

    public init(vessel: TrackedVessel, segments: [SegmentAccount], doubts: [TrackDoubt]) {
        self.vessel = vessel
        self.segments = segments
        self.doubts = doubts
    }
}

/// One segment: what one hull can have sailed.
public struct SegmentAccount: Hashable, Sendable {
    /// 1 for the vessel's first.
    public var number: Int
    /// At least one, in time order.
    public var fixes: [TimedPosition]
    /// Great-circle metres from fix to fix.
    public var pathMetres: Double
    /// Path speeds in knots: time-weighted median, and the greatest.
    public var medianSpeedKnots: Double
    public var greatestSpeedKnots: Double
    /// The longest time between two consecutive fixes.
    public var longestSilenceSeconds: Int
    /// Whether another segment of the vessel was alive at the same time.
    public var overlapsAnother: Bool

    public init(
        number: Int, fixes: [TimedPosition], pathMetres: Double, medianSpeedKnots: Double, greatestSpeedKnots: Double,
        longestSilenceSeconds: Int, overlapsAnother: Bool
    ) {
        precondition(!fixes.isEmpty)
        self.number = number
        self.fixes = fixes
        self.pathMetres = pathMetres
        self.medianSpeedKnots = medianSpeedKnots
        self.greatestSpeedKnots = greatestSpeedKnots
        self.longestSilenceSeconds = longestSilenceSeconds
        self.overlapsAnother = overlapsAnother
    }

    public var start: Timestamp { fixes[0].time }
    public var end: Timestamp { fixes[fixes.count - 1].time }
}

/// A position and when it was sent.
public struct TimedPosition: Hashable, Sendable {
    public var time: Timestamp
    public var position: GeoPosition

    public init(time: Timestamp, position: GeoPosition) {
        self.time = time
        self.position = position
    }
}
