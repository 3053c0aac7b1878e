/// What became of an input: every vessel with its segments, rejects and doubts.
public struct TrackAccount: Hashable, Sendable {
    public var version: String
    /// Whether tracks were left as they are: no segments, no outliers, every id a vessel.
    public var rawTracks: Bool
    /// Whether buoys, beacons and aids to navigation were asked for, as a scan's parameters have it.
    public var includeGear: Bool
    public var inputs: [InputRecord]
    /// Sum over the inputs.
    public var ledger: RejectLedger
    /// Identities in the input, and those with at least one fix, whether they were asked for or not.
    public var identities: Int
    public var identitiesWithFixes: Int
    /// The ids that were asked for, ordered by bytes; empty when all vessels are wanted.
    public var vesselsAskedFor: [String]
    /// Those asked for, or all; ordered by id.
    public var vessels: [VesselAccount]
    /// Those that concern `vessels`, in the order (kind, ids, start).
    public var findings: [IdentityFinding]
    /// What the reader should know about the input, one sentence each.
    public var warnings: [String]

    public init(version: String, rawTracks: Bool) {
        self.version = version
        self.rawTracks = rawTracks
        includeGear = false
        inputs = []
        ledger = RejectLedger()
        identities = 0
        identitiesWithFixes = 0
        vesselsAskedFor = []
        vessels = []
        findings = []
        warnings = []
    }

    /// Whether some input could not be read; `inputs` names it.
    public var hasUnreadInput: Bool { inputs.contains { $0.failure != nil } }
}

/// One identity of an input and what its tracks are like.
public struct VesselAccount: Hashable, Sendable {
    public var vessel: TrackedVessel
    /// In the order of their first fixes; none for a vessel known from identity rows alone.
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
    public var fixes: SegmentFixes
    /// Great-circle metres from fix to fix.
    public var pathMetres: Double
    /// Path speeds in knots: time-weighted median over all stretches, and the greatest of a stretch; nil for one fix.
    ///
    /// Over a long silence the path speed is the least that the vessel can have made.
    public var medianSpeedKnots: Double?
    public var greatestSpeedKnots: Double?
    /// The longest time between two consecutive fixes.
    public var longestSilenceSeconds: Int
    /// Whether another segment of the vessel was alive at the same time.
    public var overlapsAnother: Bool

    public init(
        number: Int, fixes: SegmentFixes, pathMetres: Double, medianSpeedKnots: Double?, greatestSpeedKnots: Double?,
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

extension IdentityFinding {
    /// Every identity that it names: `ids`, and the carrier when there is one.
    public var identities: [String] { ids + (carrier.map { [$0] } ?? []) }
}
