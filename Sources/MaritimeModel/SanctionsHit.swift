/// Why a vessel of the tracks is taken for an entry of a list, and how that entry is tied to a listed party.
public struct SanctionsMatch: Hashable, Sendable {
    public var kind: Kind
    /// How sure it is that the vessel is the entry, 0...1.
    public var confidence: Double
    /// What agreed, as a sentence for the reader.
    public var explanation: String
    /// The entry that the vessel is taken for; it may be only recorded, not listed.
    public var matched: PartyReference
    /// The ship's number that the entry states.
    public var matchedIMO: IMONumber?
    /// The listed party: the same entry, or the one at the end of the path.
    public var listed: PartyReference
    public var degree: TieDegree
    /// The links from the matched entry up to the listed party and, when the matched entry itself is listed, the links
    /// beyond it that its list records.
    public var path: [TieStep]
    /// Other ways, at most `TieSearch.otherPathsKept`.
    public var otherPaths: [[TieStep]]

    public init(
        kind: Kind, confidence: Double, explanation: String, matched: PartyReference,
        matchedIMO: IMONumber? = nil, listed: PartyReference,
        degree: TieDegree = .listed, path: [TieStep] = [], otherPaths: [[TieStep]] = []
    ) {
        self.kind = kind
        self.confidence = confidence
        self.explanation = explanation
        self.matched = matched
        self.matchedIMO = matchedIMO
        self.listed = listed
        self.degree = degree
        self.path = path
        self.otherPaths = otherPaths
    }

    /// Whether the listed party stood on its list on a date.
    public func timing(at date: CivilDate) -> ListingTiming {
        ListingTiming(of: listed, at: date)
    }

    /// Whether the links up to the listed party held on a date; what lies beyond a listed vessel needs no date.
    public func pathTiming(at date: CivilDate) -> PathTiming {
        degree == .listed ? .notNeeded : PathTiming(path, at: date)
    }

    /// What agreed, the strongest first.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case imo, mmsi
        /// Of a company, not of a ship.
        case companyNumber = "company_number"
        case callSignAndName = "call_sign_and_name"
        case name
        case callSign = "call_sign"
        /// An IMO number that fails its check digit and is one slip away from the entry's.
        case mistypedIMO = "mistyped_imo"

        /// Whether the number belongs to the hull or the company for good.
        public var isCertain: Bool { self == .imo || self == .companyNumber }

        /// Whether such a match is no more than a lead, which flags nothing.
        public var isLead: Bool { [.name, .callSign, .mistypedIMO].contains(self) }
    }
}

/// A match on a vessel of an event, with what the list said at the time of the event.
public struct SanctionsHit: Hashable, Sendable {
    /// Position of the vessel in the event's `vessels`.
    public var vessel: Int
    public var match: SanctionsMatch
    public var timing: ListingTiming
    public var pathTiming: PathTiming

    public init(
        vessel: Int, match: SanctionsMatch, timing: ListingTiming, pathTiming: PathTiming = .notNeeded
    ) {
        self.vessel = vessel
        self.match = match
        self.timing = timing
        self.pathTiming = pathTiming
    }

    /// Whether it flags the event: a lead does not, and neither does a tie that had ended.
    public var isFlag: Bool { !match.kind.isLead && pathTiming != .endedBefore }
}

/// Whether an entry stood on its list when something happened.
public enum ListingTiming: String, Hashable, Sendable {
    case listedAtTheTime = "listed_at_the_time"
    case listedLater = "listed_later"
    case delistedBefore = "delisted_before"
    /// The list does not say since when.
    case notStated = "not_stated"

    /// The answer for a date. On the day of its listing an entry stands on the list, on that of its delisting no more.
    public init(listedOn: CivilDate?, delistedOn: CivilDate? = nil, at date: CivilDate) {
        if let delistedOn, delistedOn <= date {
            self = .delistedBefore
        } else if let listedOn {
            self = listedOn <= date ? .listedAtTheTime : .listedLater
        } else {
            self = .notStated
        }
    }

    /// The answer for a date from the dates that the list states and, where it states none, from stored snapshots.
    ///
    /// Snapshots leave the time between the last without the entry and the first with it open, and likewise at the end.
    init(of party: PartyReference, at date: CivilDate) {
        let stated = ListingTiming(listedOn: party.listedOn, delistedOn: party.delistedOn, at: date)
        let shown = party.spans.showListed(on: date)
        let endsBySnapshot = party.delistedOn != nil && party.delistedOn == party.spans.last?.removedOn
        switch (stated, shown) {
        case (.notStated, true): self = .listedAtTheTime
        case (.notStated, false): self = party.spans.isBeforeAll(date) ? .listedLater : .delistedBefore
        case (.listedAtTheTime, nil) where endsBySnapshot && party.spans.isAfterAll(date): self = .notStated
        // The newest snapshot has it, and nothing later is known: the report names the list's age.
        case (.notStated, nil) where party.delistedOn == nil && party.spans.isAfterAll(date): self = .listedAtTheTime
        default: self = stated
        }
    }
}

extension [ListedSpan] {
    fileprivate func isBeforeAll(_ date: CivilDate) -> Bool { first.map { date < $0.firstSeenOn } ?? false }
    fileprivate func isAfterAll(_ date: CivilDate) -> Bool { last.map { $0.lastSeenOn < date } ?? false }
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
    /// Of the vessels, those with a valid IMO number and those with an MMSI.
    public var vesselsWithIMO = 0
    public var vesselsWithMMSI = 0
    /// Recorded links between entries, or from an entry to a name.
    public var links = 0
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
    public var pathTiming: PathTiming
    /// Ids of reported events in which it takes part.
    public var events: [String]

    public init(
        id: String, name: String?, imo: IMONumber?, fixes: Int, firstSeen: Timestamp, lastSeen: Timestamp,
        match: SanctionsMatch, timing: ListingTiming,
        pathTiming: PathTiming = .notNeeded, events: [String]
    ) {
        self.id = id
        self.name = name
        self.imo = imo
        self.fixes = fixes
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.match = match
        self.timing = timing
        self.pathTiming = pathTiming
        self.events = events
    }
}
