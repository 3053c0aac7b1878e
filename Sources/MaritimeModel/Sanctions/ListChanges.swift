/// An entry of a list in short, for accounts of what changed.
public struct EntryLine: Hashable, Sendable {
    public var entry: String
    public var kind: PartyKind
    /// The primary name.
    public var name: String

    public init(entry: String, kind: PartyKind, name: String) {
        self.entry = entry
        self.kind = kind
        self.name = name
    }

    public init(_ party: ListedParty) {
        self.init(entry: party.entry, kind: party.kind, name: party.name)
    }
}

/// What became of one list that was imported into a watchlist database.
public struct ImportOutcome: Hashable, Sendable {
    public var kind: Kind
    public var snapshot: ListSnapshot
    /// The date of the snapshot that it was compared with: the one that held until then; nil when there is none.
    public var comparedWith: CivilDate?
    /// The format of that snapshot when it is another one: then entries may look changed that are not.
    public var formatBefore: String?
    /// Entries that the snapshot before does not have, has otherwise, and has besides; in the order of the list.
    public var added: [EntryLine]
    public var changed: [EntryLine]
    public var removed: [EntryLine]

    public init(
        kind: Kind, snapshot: ListSnapshot, comparedWith: CivilDate? = nil, formatBefore: String? = nil,
        added: [EntryLine] = [], changed: [EntryLine] = [], removed: [EntryLine] = []
    ) {
        self.kind = kind
        self.snapshot = snapshot
        self.comparedWith = comparedWith
        self.formatBefore = formatBefore
        self.added = added
        self.changed = changed
        self.removed = removed
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The first snapshot of its list.
        case first
        /// Later than all stored before.
        case newer
        /// Earlier than a stored one: it took its place in the history.
        case older
        /// Another edition of a day that had one: it takes that one's place.
        case sameDay = "same_day"
        /// The same content as the snapshot before, now known for a later day.
        case confirmed
        /// Already stored; nothing was written.
        case unchanged
    }
}

/// One line of the history of a list.
public struct HistoryLine: Hashable, Sendable {
    public var snapshot: ListSnapshot
    /// Entries that came, were changed and went since the snapshot before; nil for an edition that a later one of the
    /// same day replaced.
    public var changes: Changes?

    public init(snapshot: ListSnapshot, changes: Changes?) {
        self.snapshot = snapshot
        self.changes = changes
    }

    public struct Changes: Hashable, Sendable {
        public var added: Int
        public var changed: Int
        public var removed: Int

        public init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
            self.added = added
            self.changed = changed
            self.removed = removed
        }
    }
}

/// An entry that a search in a watchlist database found.
public struct WatchlistFinding: Hashable, Sendable {
    public var list: String
    /// As it stands in the newest snapshot that has it.
    public var party: ListedParty
    public var matched: Matched
    /// What matched, as stored: the number, or the name, which may be one that the entry had before.
    public var matchedText: String

    public init(list: String, party: ListedParty, matched: Matched, matchedText: String) {
        self.list = list
        self.party = party
        self.matched = matched
        self.matchedText = matchedText
    }

    /// What of an entry matched, the strongest first.
    public enum Matched: String, Hashable, Sendable, CaseIterable {
        case shipNumber = "imo"
        case companyNumber = "company_imo"
        case mmsi
        case callSign = "call_sign"
        case entry
        case unusableNumber = "unusable_imo"
        /// The whole name.
        case name
        /// The beginning of a name or of a word in it.
        case beginningOfName = "beginning_of_name"
        case partOfName = "part_of_name"
    }
}
