/// A meeting of two vessels, as it is reported: the event record.
public struct RendezvousEvent: Hashable, Sendable {
    public var id: EventID
    /// Shared by the pair events of an operation of more than two ships; else nil.
    public var operationID: OperationID?
    public var vessels: EventVessels
    /// When the first contact began and the last one ended, rounded to the nearest second.
    public var start: Timestamp
    public var end: Timestamp
    public var ledger: ContactLedger
    /// Mean over the contact of both vessels, circular in longitude.
    public var latitude: Double
    public var longitude: Double
    public var distance: DistanceSummary
    public var place: EventPlace
    public var sanctions: [SanctionsHit] = []
    /// Reasons to doubt the identity or the positions of its vessels, in the order (vessel, reason, start).
    public var doubts: [EventDoubt] = []

    public init(
        id: EventID, operationID: OperationID?, vessels: EventVessels, start: Timestamp, end: Timestamp,
        ledger: ContactLedger, latitude: Double, longitude: Double, distance: DistanceSummary, place: EventPlace,
        sanctions: [SanctionsHit] = [], doubts: [EventDoubt] = []
    ) {
        self.id = id
        self.operationID = operationID
        self.vessels = vessels
        self.start = start
        self.end = end
        self.ledger = ledger
        self.latitude = latitude
        self.longitude = longitude
        self.distance = distance
        self.place = place
        self.sanctions = sanctions
        self.doubts = doubts
    }

    /// Whether a vessel of the event matches a listed one.
    public var flagged: Bool { sanctions.contains(where: \.isFlag) }
}

/// How well a meeting was seen.
public struct ContactLedger: Hashable, Sendable {
    /// Seconds within the contact distance, rounded.
    public var contactSeconds: Int
    /// How many contacts were joined, at least 1.
    public var contacts: Int
    /// The longest time between start and end in which one of the vessels sent no fix, in seconds.
    public var longestSilenceSeconds: Int
    /// Contact seconds by the longer of the two stretches that they lie on: at most 10 min, at most 30 min, longer.
    public var onStretchesUpTo10Minutes: Int
    public var onStretchesUpTo30Minutes: Int
    public var onLongerStretches: Int
    /// Contact seconds in which the two moved at a relative speed of at most 0.5 kn, over steps of 5 minutes.
    public var steadySeconds: Int

    public init(
        contactSeconds: Int, contacts: Int, longestSilenceSeconds: Int, onStretchesUpTo10Minutes: Int,
        onStretchesUpTo30Minutes: Int, onLongerStretches: Int, steadySeconds: Int
    ) {
        self.contactSeconds = contactSeconds
        self.contacts = contacts
        self.longestSilenceSeconds = longestSilenceSeconds
        self.onStretchesUpTo10Minutes = onStretchesUpTo10Minutes
        self.onStretchesUpTo30Minutes = onStretchesUpTo30Minutes
        self.onLongerStretches = onLongerStretches
        self.steadySeconds = steadySeconds
    }
}

/// Distances between the two reported positions while in contact, in metres.
public struct DistanceSummary: Hashable, Sendable {
    /// The least at any moment; between fixes both positions are interpolated.
    public var minimum: Double
    /// The least at a moment at which one of the two sent a fix, so that at most one position is interpolated; nil
    /// when neither sent one during the contact.
    public var minimumAtFix: Double?
    /// Time-weighted.
    public var median: Double
    public var maximum: Double

    public init(minimum: Double, minimumAtFix: Double? = nil, median: Double, maximum: Double) {
        self.minimum = minimum
        self.minimumAtFix = minimumAtFix
        self.median = median
        self.maximum = maximum
    }
}

/// Where an event lies.
public struct EventPlace: Hashable, Sendable {
    /// Great-circle kilometres to the nearest port of the ports resource, or nil when it was not asked for.
    public var portKilometres: Double?
    public var port: String?
    /// ISO 3166-1 alpha-2 or the resource's own country name.
    public var portCountry: String?
    /// Kilometres to the nearest shore; nil while no shoreline is known.
    public var shoreKilometres: Double?
    public var inPort: Bool

    public init(
        portKilometres: Double? = nil, port: String? = nil, portCountry: String? = nil, shoreKilometres: Double? = nil,
        inPort: Bool = false
    ) {
        self.portKilometres = portKilometres
        self.port = port
        self.portCountry = portCountry
        self.shoreKilometres = shoreKilometres
        self.inPort = inPort
    }
}
