public import MaritimeModel

/// One list of a watchlist database with its parties.
public struct StoredList: Hashable, Sendable {
    public var snapshot: ListSnapshot
    /// Delisted entries are among them.
    public var parties: [ListedParty]
}

extension SanctionsList {
    /// A list as a database keeps it, for checking vessels against it.
    init(_ stored: StoredList) {
        let snapshot = stored.snapshot
        self.init(
            name: snapshot.list, format: ListFormat(rawValue: snapshot.format) ?? .plainCSV, files: snapshot.files,
            publishedOn: snapshot.publishedOn, parties: stored.parties,
            problems: ListProblems(snapshot.problems))
    }
}
