/// What the lists say about one thing that a user asked for.
public struct ScreenedItem: Hashable, Sendable {
    /// As typed.
    public var query: String
    /// What it was taken for: `ship IMO number`, `MMSI`, `name`; a number may be two things.
    public var takenFor: [String]
    /// What is wrong with it, as a sentence; nil when nothing is.
    public var remark: String?
    /// Listed or tied parties, leads last.
    public var findings: [ScreenFinding]

    public init(query: String, takenFor: [String], remark: String? = nil, findings: [ScreenFinding] = []) {
        self.query = query
        self.takenFor = takenFor
        self.remark = remark
        self.findings = findings
    }

    /// Whether something more than a lead was found.
    public var isHit: Bool { findings.contains { !$0.match.kind.isLead && $0.pathTiming != .endedBefore } }
}

/// A match with what the lists say of it on a date.
public struct ScreenFinding: Hashable, Sendable {
    public var match: SanctionsMatch
    public var timing: ListingTiming
    public var pathTiming: PathTiming

    public init(_ match: SanctionsMatch, at date: CivilDate) {
        self.match = match
        timing = match.timing(at: date)
        pathTiming = match.pathTiming(at: date)
    }
}

/// The answer to a list of questions: each item, and the lists that were checked.
public struct ScreenAnswer: Hashable, Sendable {
    /// The date for which the answer is given.
    public var asOf: CivilDate
    public var items: [ScreenedItem]
    public var lists: [CheckedList]

    public init(asOf: CivilDate, items: [ScreenedItem], lists: [CheckedList]) {
        self.asOf = asOf
        self.items = items
        self.lists = lists
    }
}
