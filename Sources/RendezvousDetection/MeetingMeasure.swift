public import MaritimeModel

/// What can be measured of a meeting from the two tracks: distances, speeds, place and how well it was seen.
public struct MeetingMeasure: Hashable, Sendable {
    public var ledger: ContactLedger
    public var distance: DistanceSummary
    /// Degrees: the mean of both vessels' positions over the contact.
    public var latitude: Double
    public var longitude: Double
    /// Time-weighted medians of the path speed over the contact, in knots.
    public var firstMedianSpeedKnots: Double
    public var secondMedianSpeedKnots: Double
    /// Fixes of each vessel from the start to the end of the meeting, inclusive.
    public var firstFixes: Int
    public var secondFixes: Int

    /// Whether the two kept together: a relative speed of at most 0.5 kn in two thirds of the contact or more.
    ///
    /// The rest is left to coming alongside and casting off, which take half an hour of a two-hour transfer.
    public var keptTogether: Bool { ledger.steadySeconds * 3 >= ledger.contactSeconds * 2 }
}

extension MeetingMeasure {
    /// Measures one meeting; for many of them a `MeetingMeter` is quicker. Complexity: O(fixes of both during it).
    ///
    /// - Parameter maxGapSeconds: as the contacts were found with.
    public init(of meeting: Rendezvous, in tracks: TrackTable, maxGapSeconds: Int) {
        var meter = MeetingMeter(in: tracks, maxGapSeconds: maxGapSeconds)
        self = meter.measure(meeting)
    }
}
