import ByteInput
import MaritimeModel

extension CheckedList.ListFile {
    init(_ contents: FileContents) {
        self.init(
            path: contents.path, bytes: contents.byteCount, sha256: contents.sha256,
            modified: Timestamp(secondsSince1970: contents.modifiedSecondsSince1970))
    }
}

extension CheckedList {
    /// What a report says of a list that was checked.
    init(_ list: SanctionsList) {
        // A database keeps entries that were taken off: they are looked for, but the list no longer has them.
        let parties = list.parties.filter { $0.spans.last?.removedOn == nil }
        var nameless = UnrecognisableVessels()
        for party in parties { nameless.add(party) }
        self.init(
            name: list.name, files: list.files, publishedOn: list.publishedOn, counts: ListSnapshot.Counts(parties),
            problems: list.problems, nameless)
    }

    init(
        name: String, files: [ListFile], publishedOn: CivilDate?, counts: ListSnapshot.Counts, problems: ListProblems,
        _ unrecognisable: UnrecognisableVessels
    ) {
        self.init(
            name: name, files: files, publishedOn: publishedOn, entries: counts.entries, vessels: counts.vessels,
            warnings: problems.warnings)
        vesselsWithIMO = counts.vesselsWithIMO
        vesselsWithMMSI = counts.vesselsWithMMSI
        links = counts.links
        if let warning = unrecognisable.warning { warnings.append(warning) }
    }
}

/// The vessels of a list that no number and no call sign tells from others.
struct UnrecognisableVessels {
    private var count = 0
    private var shown: [String] = []

    /// Notes a party if it is such a vessel.
    mutating func add(_ party: ListedParty) {
        guard party.kind == .vessel, !party.canBeRecognised else { return }
        count += 1
        if shown.count < 5 { shown.append("\(party.name) (\(party.entry))") }
    }

    /// A sentence for reports; nil when there is none.
    var warning: String? {
        guard count > 0 else { return nil }
        let rest = count > 5 ? " and \(count - 5) more" : ""
        return "\(count) \(count == 1 ? "vessel has" : "vessels have") no valid IMO number, MMSI or call sign "
            + "and can only be a lead by name: \(shown.joined(separator: ", "))\(rest)."
    }
}

extension ListedParty {
    /// Whether a number or a call sign tells the vessel from others.
    fileprivate var canBeRecognised: Bool {
        numbers.contains {
            switch $0 {
            case .ship, .mmsi, .callSign: true
            case .company, .unusableShipNumber: false
            }
        }
    }
}

extension ListProblems {
    /// Reasons that say nothing about whether a vessel can be recognised or a link followed.
    static let minorReasons: Set<String> = ["free text about a person", "remark not understood"]

    /// The sentences that a reader of a scan has to know.
    var warnings: [String] {
        var problems = self
        for reason in Self.minorReasons { problems.forget(reason) }
        return problems.sentences
    }

    /// One sentence a reason, in alphabetical order: how often, and the first case.
    var sentences: [String] {
        counts.keys.sorted().map { reason in
            let count = counts[reason, default: 0]
            let example = examples[reason]?.first.map { ": \($0)" } ?? ""
            return
                "\(count) \(count == 1 ? "case" : "cases") of \(reason)\(count > 1 && !example.isEmpty ? ", for instance" : "")\(example)"
        }
    }
}
