/// One entry of a sanctions list that is a vessel.
public struct ListedVessel: Hashable, Sendable {
    /// The list's name, for instance `OFAC SDN`.
    public var list: String
    /// The list's own number of the entry.
    public var entry: String
    public var name: String
    public var alternativeNames: [String]
    public var imo: IMONumber?
    public var mmsi: MMSI?
    public var callSign: String?
    public var flag: String?
    public var vesselType: String?
    public var programmes: [String]
    /// Nil when the list does not say.
    public var listedOn: CivilDate?
    /// Names of the parties that the entry says it is linked to, as printed; resolving them comes with ownership paths.
    public var linkedTo: [String]

    public init(
        list: String, entry: String, name: String, alternativeNames: [String] = [], imo: IMONumber? = nil,
        mmsi: MMSI? = nil, callSign: String? = nil, flag: String? = nil, vesselType: String? = nil,
        programmes: [String] = [], listedOn: CivilDate? = nil, linkedTo: [String] = []
    ) {
        self.list = list
        self.entry = entry
        self.name = name
        self.alternativeNames = alternativeNames
        self.imo = imo
        self.mmsi = mmsi
        self.callSign = callSign
        self.flag = flag
        self.vesselType = vesselType
        self.programmes = programmes
        self.listedOn = listedOn
        self.linkedTo = linkedTo
    }
}

/// Why a vessel of the tracks is taken for a listed one.
public struct SanctionsMatch: Hashable, Sendable {
    public var kind: Kind
    /// How sure, 0...1.
    public var confidence: Double
    /// What agreed, as a sentence for the reader.
    public var explanation: String
    public var listed: ListedVessel

    public init(kind: Kind, confidence: Double, explanation: String, listed: ListedVessel) {
        self.kind = kind
        self.confidence = confidence
        self.explanation = explanation
        self.listed = listed
    }

    /// What agreed, the strongest first.
    public enum Kind: String, Hashable, Sendable { case imo, mmsi }
}

/// A match on a vessel of an event, with what the list said at the time of the event.
public struct SanctionsHit: Hashable, Sendable {
    /// Position of the vessel in the event's `vessels`.
    public var vessel: Int
    public var match: SanctionsMatch
    public var timing: ListingTiming

    public init(vessel: Int, match: SanctionsMatch, timing: ListingTiming) {
        self.vessel = vessel
        self.match = match
        self.timing = timing
    }
}

/// Whether an entry stood on its list when something happened.
public enum ListingTiming: String, Hashable, Sendable {
    case listedAtTheTime = "listed_at_the_time"
    case listedLater = "listed_later"
    case delistedBefore = "delisted_before"
    /// The list does not say since when.
    case notStated = "not_stated"

    /// The answer for an event that began at `moment`.
    public init(listedOn: CivilDate?, at moment: Timestamp) {
        guard let listedOn else {
            self = .notStated
            return
        }
        self = listedOn <= moment.date ? .listedAtTheTime : .listedLater
    }
}

/// A list that was checked.
public struct CheckedList: Hashable, Sendable {
    /// The list's name, for instance `OFAC SDN`.
    public var name: String
    /// The files that it was read from, each with its SHA-256 in hexadecimal.
    public var files: [ListFile]
    /// The list's own date of publication, or nil when it does not say.
    public var publishedOn: CivilDate?
    /// Entries of any kind, and those that are vessels.
    public var entries: Int
    public var vessels: Int
    /// What could not be read or was corrected, one sentence each.
    public var warnings: [String]

    public init(
        name: String, files: [ListFile], publishedOn: CivilDate?, entries: Int, vessels: Int, warnings: [String] = []
    ) {
        self.name = name
        self.files = files
        self.publishedOn = publishedOn
        self.entries = entries
        self.vessels = vessels
        self.warnings = warnings
    }

    /// One file of a list.
    public struct ListFile: Hashable, Sendable {
        public var path: String
        public var bytes: Int
        public var sha256: String
        /// When the file was last changed.
        public var modified: Timestamp

        public init(path: String, bytes: Int, sha256: String, modified: Timestamp) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
            self.modified = modified
        }
    }
}

/// A listed vessel that appears in the tracks, with or without a meeting.
public struct ListedVesselSighting: Hashable, Sendable {
    /// The id in the tracks and what it said of itself.
    public var id: String
    public var name: String?
    public var imo: IMONumber?
    public var fixes: Int
    public var firstSeen: Timestamp
    public var lastSeen: Timestamp
    public var match: SanctionsMatch
    /// The answer at the first sighting.
    public var timing: ListingTiming
    /// Ids of reported events in which it takes part.
    public var events: [String]

    public init(
        id: String, name: String?, imo: IMONumber?, fixes: Int, firstSeen: Timestamp, lastSeen: Timestamp,
        match: SanctionsMatch, timing: ListingTiming, events: [String]
    ) {
        self.id = id
        self.name = name
        self.imo = imo
        self.fixes = fixes
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.match = match
        self.timing = timing
        self.events = events
    }
}
