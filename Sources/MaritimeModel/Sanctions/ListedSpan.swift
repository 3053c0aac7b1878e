/// One unbroken time for which snapshots of a list show an entry.
///
/// Snapshots bound what they do not tell: the entry was listed after `lastAbsentOn` and by `firstSeenOn` at the latest,
/// and taken off after `lastSeenOn` and by `removedOn` at the latest. A date that the list itself gives is better.
public struct ListedSpan: Hashable, Sendable {
    /// The date of the first snapshot that has the entry.
    public var firstSeenOn: CivilDate
    /// The date of the last snapshot before that, which does not have it; nil when there is none.
    public var lastAbsentOn: CivilDate?
    /// The date of the last snapshot that has the entry.
    public var lastSeenOn: CivilDate
    /// The date of the first snapshot without the entry; nil while the newest one has it.
    public var removedOn: CivilDate?

    public init(
        firstSeenOn: CivilDate, lastAbsentOn: CivilDate? = nil, lastSeenOn: CivilDate, removedOn: CivilDate? = nil
    ) {
        self.firstSeenOn = firstSeenOn
        self.lastAbsentOn = lastAbsentOn
        self.lastSeenOn = lastSeenOn
        self.removedOn = removedOn
    }
}

extension ListedParty {
    /// The date of the first stored snapshot that has the entry: it was listed on that day at the latest.
    public var firstSeenOn: CivilDate? { spans.first?.firstSeenOn }

    /// Whether stored snapshots show the entry as listed on a day; nil when they leave it open.
    ///
    /// Complexity: O(number of spans), nearly always one.
    public func snapshotsShowListed(on day: CivilDate) -> Bool? { spans.showListed(on: day) }
}

extension [ListedSpan] {
    /// Whether the snapshots show the entry as listed on a day; nil when they leave it open.
    func showListed(on day: CivilDate) -> Bool? {
        guard let first, let last else { return nil }
        for span in self where day >= span.firstSeenOn && day <= span.lastSeenOn { return true }
        if let absent = first.lastAbsentOn, day <= absent { return false }
        if let removed = last.removedOn, day >= removed { return false }
        // Between two spans: surely away from the snapshot without it up to the last one before it came back.
        for (earlier, later) in zip(self, dropFirst()) {
            if let removed = earlier.removedOn, let absent = later.lastAbsentOn, day >= removed, day <= absent {
                return false
            }
        }
        return nil
    }
}
