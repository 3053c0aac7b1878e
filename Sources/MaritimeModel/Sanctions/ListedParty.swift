/// One entry of a list: a ship, a company, a person, with what the list says of it and its links to others.
///
/// Every list format is read into this one shape. Nothing is guessed: what an entry does not say is nil or empty.
public struct ListedParty: Hashable, Sendable {
    /// The list's own number of the entry; unique within one list.
    public var entry: String
    public var kind: PartyKind
    public var standing: PartyStanding
    /// The primary name first; never empty.
    public var names: [PartyName]
    public var numbers: [PartyNumber]
    /// The flag or country as printed.
    public var flag: String?
    /// Former and other flags as printed.
    public var formerFlags: [String]
    public var vesselType: String?
    public var yearOfBuild: Int?
    public var programmes: [String]
    /// Nil when the list does not say.
    public var listedOn: CivilDate?
    /// The first day on which the entry no longer stood on its list, or nil while it stands or when that is not known.
    public var delistedOn: CivilDate?
    /// When stored snapshots of the list show the entry, in time order; empty for a party read from a file.
    public var spans: [ListedSpan]
    /// What it recorded as owned by, operated by, linked to, in the order printed.
    public var links: [PartyLink]

    public init(
        entry: String, kind: PartyKind, standing: PartyStanding = .designated, names: [PartyName],
        numbers: [PartyNumber] = [], flag: String? = nil, formerFlags: [String] = [], vesselType: String? = nil,
        yearOfBuild: Int? = nil, programmes: [String] = [], listedOn: CivilDate? = nil, delistedOn: CivilDate? = nil,
        spans: [ListedSpan] = [], links: [PartyLink] = []
    ) {
        self.entry = entry
        self.kind = kind
        self.standing = standing
        self.names = names
        self.numbers = numbers
        self.flag = flag
        self.formerFlags = formerFlags
        self.vesselType = vesselType
        self.yearOfBuild = yearOfBuild
        self.programmes = programmes
        self.listedOn = listedOn
        self.delistedOn = delistedOn
        self.spans = spans
        self.links = links
    }

    /// The primary name, or an empty text.
    public var name: String { names.first?.text ?? "" }
}

/// What kind of thing an entry is.
public enum PartyKind: String, Hashable, Sendable, CaseIterable {
    case vessel, organisation, person, aircraft, other
}

/// Whether an entry is under sanctions itself.
public enum PartyStanding: String, Hashable, Sendable {
    /// Designated: it stands on a sanctions list.
    case designated
    /// Only recorded as a link of a chain, for instance an owner in a registry or in a collection of many sources.
    case recorded
}

/// One name of a party.
public struct PartyName: Hashable, Sendable {
    /// As printed, in any script.
    public var text: String
    public var kind: Kind

    public init(_ text: String, _ kind: Kind = .primary) {
        self.text = text
        self.kind = kind
    }

    public enum Kind: String, Hashable, Sendable {
        case primary, alias, former
        /// A name that the list itself calls weak: likely to hit many others.
        case weak
    }
}

/// One identity number of a party. Ships' and companies' numbers are told apart by the label or the entry's kind.
public enum PartyNumber: Hashable, Sendable {
    case ship(IMONumber)
    case company(CompanyNumber)
    case mmsi(MMSI)
    case callSign(String)
    /// Printed as a ship's IMO number, but it cannot be one: kept as printed, for leads.
    case unusableShipNumber(String)
}

/// A link that a list or a registry records from one party to another: the one "is owned by" the other.
public struct PartyLink: Hashable, Sendable {
    public var kind: LinkKind
    public var target: LinkTarget
    /// Since when and until when, as far as the source says.
    public var since: CivilDate?
    public var until: CivilDate?
    /// Whether the source calls the link a former one.
    public var isFormer: Bool
    /// The share owned, above 0 up to 100 per cent, when the source says.
    public var percentage: Double?
    /// The source's own words for the link, for instance `Linked To:` or `Owned or Controlled By`.
    public var words: String

    public init(
        _ kind: LinkKind, to target: LinkTarget, since: CivilDate? = nil, until: CivilDate? = nil,
        isFormer: Bool = false, percentage: Double? = nil, words: String
    ) {
        self.kind = kind
        self.target = target
        self.since = since
        self.until = until
        self.isFormer = isFormer
        self.percentage = percentage
        self.words = words
    }
}

/// What a link says, seen from the party that has it, the strongest first.
public enum LinkKind: String, Hashable, Sendable, CaseIterable {
    case ownedBy = "owned_by"
    case controlledBy = "controlled_by"
    /// The source does not tell owning from controlling.
    case ownedOrControlledBy = "owned_or_controlled_by"
    case operatedBy = "operated_by"
    case managedBy = "managed_by"
    /// The source does not tell owning from operating.
    case ownedOrOperatedBy = "owned_or_operated_by"
    /// Property in which the other has an interest.
    case propertyOf = "property_of"
    case actingFor = "acting_for"
    case supports = "supports"
    case linkedTo = "linked_to"
}

/// Whom a link names.
public enum LinkTarget: Hashable, Sendable {
    /// Another entry of the same list, by its number.
    case entry(String)
    case company(CompanyNumber)
    /// A name as printed; it means an entry of the same list whose normalised name is equal.
    case name(String)
}
