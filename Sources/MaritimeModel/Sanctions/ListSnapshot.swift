/// One edition of a list as a watchlist database keeps it.
public struct ListSnapshot: Hashable, Sendable {
    /// The list's name, for instance `OFAC SDN`.
    public var list: String
    /// The file format that it was read from, for instance `ofac_csv`.
    public var format: String
    /// The day for which it speaks.
    public var date: CivilDate
    public var dateSource: DateSource
    public var importedAt: Timestamp
    public var files: [CheckedList.ListFile]
    public var counts: Counts
    /// What of it could not be read or understood: cases by reason, in ascending order of the reasons.
    public var problems: [Problem]

    public init(
        list: String, format: String, date: CivilDate, dateSource: DateSource, importedAt: Timestamp,
        files: [CheckedList.ListFile], counts: Counts, problems: [Problem]
    ) {
        self.list = list
        self.format = format
        self.date = date
        self.dateSource = dateSource
        self.importedAt = importedAt
        self.files = files
        self.counts = counts
        self.problems = problems
    }

    /// How many problems of all reasons.
    public var problemCount: Int { problems.reduce(0) { $0 + $1.cases } }

    /// Where a snapshot's date comes from, the most trustworthy first.
    public enum DateSource: String, Hashable, Sendable, CaseIterable {
        /// The list says when it was published.
        case published
        /// Whoever imported it said for which day it holds.
        case stated
        /// The date of its newest file: when it was downloaded, or copied.
        case file
        /// Nothing better than the day of the import.
        case imported
    }

    /// How much a snapshot holds.
    public struct Counts: Hashable, Sendable {
        /// Entries of any kind, and those that are vessels.
        public var entries: Int
        public var vessels: Int
        /// Vessels with a valid IMO number, and with an MMSI.
        public var vesselsWithIMO: Int
        public var vesselsWithMMSI: Int
        /// Links of any kind from one entry to another party.
        public var links: Int

        public init(
            entries: Int = 0, vessels: Int = 0, vesselsWithIMO: Int = 0, vesselsWithMMSI: Int = 0, links: Int = 0
        ) {
            self.entries = entries
            self.vessels = vessels
            self.vesselsWithIMO = vesselsWithIMO
            self.vesselsWithMMSI = vesselsWithMMSI
            self.links = links
        }
    }

    /// One reason for which something could not be used.
    public struct Problem: Hashable, Sendable {
        public var reason: String
        public var cases: Int
        /// The first cases in words.
        public var examples: [String]

        public init(reason: String, cases: Int, examples: [String]) {
            self.reason = reason
            self.cases = cases
            self.examples = examples
        }
    }
}

extension ListSnapshot.Counts {
    /// Counts parties. Complexity: O(n).
    public init(_ parties: [ListedParty]) {
        self.init()
        for party in parties { add(party) }
    }

    /// Counts one party more.
    public mutating func add(_ party: ListedParty) {
        entries += 1
        links += party.links.count
        guard party.kind == .vessel else { return }
        vessels += 1
        if party.numbers.contains(where: { if case .ship = $0 { true } else { false } }) { vesselsWithIMO += 1 }
        if party.numbers.contains(where: { if case .mmsi = $0 { true } else { false } }) { vesselsWithMMSI += 1 }
    }
}
