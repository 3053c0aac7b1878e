public import MaritimeModel

/// One list as it was read from its files: its parties, and an account of what could not be read.
public struct SanctionsList: Hashable, Sendable {
    /// The list's name as shown, for instance `OFAC SDN`. The parties' entry numbers are unique within it.
    public var name: String
    public var format: ListFormat
    public var files: [CheckedList.ListFile]
    /// The list's own date of publication, or nil when it does not say.
    public var publishedOn: CivilDate?
    /// In the order of the file.
    public var parties: [ListedParty]
    public var problems: ListProblems

    public init(
        name: String, format: ListFormat, files: [CheckedList.ListFile] = [], publishedOn: CivilDate? = nil,
        parties: [ListedParty] = [], problems: ListProblems = ListProblems()
    ) {
        self.name = name
        self.format = format
        self.files = files
        self.publishedOn = publishedOn
        self.parties = parties
        self.problems = problems
    }
}

/// The file formats that are read.
public enum ListFormat: String, Hashable, Sendable, CaseIterable {
    case ofacCSV = "ofac_csv"
    case ofacXML = "ofac_xml"
    case ofacAdvancedXML = "ofac_advanced_xml"
    case unConsolidatedXML = "un_consolidated_xml"
    case un1718CSV = "un_1718_csv"
    case ukCSV = "uk_csv"
    case ukXML = "uk_xml"
    case euXML = "eu_xml"
    case euAnnexCSV = "eu_annex_csv"
    case openSanctionsTargetsCSV = "opensanctions_targets_csv"
    case openSanctionsMaritimeCSV = "opensanctions_maritime_csv"
    case followTheMoney = "followthemoney"
    case plainCSV = "plain_csv"
    case registryCSV = "registry_csv"
}

/// What of a list could not be used or understood: counted by reason, with the first cases in words.
///
/// A problem never stops a list; what makes a file untrustworthy as a whole is a `WatchlistError`.
public struct ListProblems: Hashable, Sendable {
    /// How many cases by reason, for instance `ship number fails its check digit`.
    public private(set) var counts: [String: Int] = [:]
    /// The first cases of each reason in the order met, each a sentence with entry or line and what was done about it.
    public private(set) var examples: [String: [String]] = [:]

    /// Cases of one reason that are kept in words.
    public static let examplesKept = 5

    public init() {}

    /// An account as a database keeps it.
    init(_ problems: [ListSnapshot.Problem]) {
        for problem in problems {
            counts[problem.reason] = problem.cases
            examples[problem.reason] = problem.examples
        }
    }

    /// Notes one case: the reason, short and the same for all its cases, and the case as a sentence.
    public mutating func note(_ reason: String, _ example: String) {
        counts[reason, default: 0] += 1
        if examples[reason, default: []].count < Self.examplesKept { examples[reason, default: []].append(example) }
    }

    mutating func forget(_ reason: String) {
        counts[reason] = nil
        examples[reason] = nil
    }

    /// Adds the cases of another account behind these.
    public mutating func add(_ other: ListProblems) {
        for (reason, count) in other.counts {
            counts[reason, default: 0] += count
            let room = Self.examplesKept - examples[reason, default: []].count
            examples[reason, default: []] += (other.examples[reason] ?? []).prefix(max(0, room))
        }
    }
}
