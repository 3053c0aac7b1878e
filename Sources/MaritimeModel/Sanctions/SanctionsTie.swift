/// A party as a hit names it: an entry of a list, or only a name that an entry gives for the other end of a link.
public struct PartyReference: Hashable, Sendable {
    /// The list's name, for instance `OFAC SDN`.
    public var list: String
    /// The list's own number of the entry; nil when the list names the party and has no entry of it.
    public var entry: String?
    public var name: String
    public var kind: PartyKind
    public var standing: PartyStanding
    public var programmes: [String]
    /// Nil when the list does not say.
    public var listedOn: CivilDate?
    public var delistedOn: CivilDate?
    /// When stored snapshots of the list show the entry, in time order; empty when there are none.
    public var spans: [ListedSpan]

    public init(
        list: String, entry: String?, name: String, kind: PartyKind, standing: PartyStanding = .designated,
        programmes: [String] = [], listedOn: CivilDate? = nil, delistedOn: CivilDate? = nil, spans: [ListedSpan] = []
    ) {
        self.spans = spans
        self.list = list
        self.entry = entry
        self.name = name
        self.kind = kind
        self.standing = standing
        self.programmes = programmes
        self.listedOn = listedOn
        self.delistedOn = delistedOn
    }

    /// An entry of a list.
    public init(_ party: ListedParty, list: String) {
        self.init(
            list: list, entry: party.entry, name: party.name, kind: party.kind, standing: party.standing,
            programmes: party.programmes, listedOn: party.listedOn, delistedOn: party.delistedOn,
            spans: party.spans)
    }

    /// Whether it is an entry under sanctions itself, now or once.
    public var isDesignated: Bool { entry != nil && standing == .designated }
}

/// One step of a path: over one recorded link to the next party.
public struct TieStep: Hashable, Sendable {
    public var kind: LinkKind
    /// The source's own words, for instance `Linked To:`.
    public var words: String
    /// The list that records the link.
    public var source: String
    public var since: CivilDate?
    public var until: CivilDate?
    public var isFormer: Bool
    /// The share owned in per cent, when the source says.
    public var percentage: Double?
    /// Where the link leads.
    public var party: PartyReference

    public init(_ link: PartyLink, source: String, to party: PartyReference) {
        kind = link.kind
        words = link.words
        self.source = source
        since = link.since
        until = link.until
        isFormer = link.isFormer
        percentage = link.percentage
        self.party = party
    }
}

/// How near a vessel stands to the listed party, the nearest first: the weakest link of the path decides.
public enum TieDegree: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The vessel itself is listed.
    case listed
    /// Every link of the path says owned or controlled.
    case ownedOrControlled = "owned_or_controlled"
    /// Every link says at least operated or managed.
    case operatedOrManaged = "operated_or_managed"
    /// Some link says no more than that the two are linked.
    case linked

    /// The degree of one link.
    public init(_ kind: LinkKind) {
        switch kind {
        case .ownedBy, .controlledBy, .ownedOrControlledBy: self = .ownedOrControlled
        case .operatedBy, .managedBy, .ownedOrOperatedBy: self = .operatedOrManaged
        case .propertyOf, .actingFor, .supports, .linkedTo: self = .linked
        }
    }

    private var rank: Int {
        switch self {
        case .listed: 0
        case .ownedOrControlled: 1
        case .operatedOrManaged: 2
        case .linked: 3
        }
    }

    public static func < (left: TieDegree, right: TieDegree) -> Bool { left.rank < right.rank }
}

/// Whether the links of a path held at a moment, as far as their source dates them.
public enum PathTiming: String, Hashable, Sendable {
    /// There is no link to date: the vessel itself is listed.
    case notNeeded = "not_needed"
    /// No link has a date.
    case notStated = "not_stated"
    case heldAtTheTime = "held_at_the_time"
    /// At least one link began later.
    case beganLater = "began_later"
    /// At least one link had ended, or is called former.
    case endedBefore = "ended_before"

    /// The answer for a path at a date.
    public init(_ path: some Sequence<TieStep>, at date: CivilDate) {
        var (isEmpty, isDated, begins, ended) = (true, false, false, false)
        for step in path {
            isEmpty = false
            isDated = isDated || step.since != nil || step.until != nil
            if let since = step.since, since > date { begins = true }
            if let until = step.until { ended = ended || until < date } else { ended = ended || step.isFormer }
        }
        self =
            if isEmpty { .notNeeded } else if ended { .endedBefore } else if begins { .beganLater } else if isDated {
                .heldAtTheTime
            } else { .notStated }
    }
}
