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
        let vessels = parties.filter { $0.kind == .vessel }
        self.init(
            name: list.name, files: list.files, publishedOn: list.publishedOn, entries: parties.count,
            vessels: vessels.count, warnings: list.problems.warnings)
        vesselsWithIMO = vessels.count { $0.shipNumber != nil }
        vesselsWithMMSI = vessels.count { vessel in
            vessel.numbers.contains { if case .mmsi = $0 { true } else { false } }
        }
        links = parties.reduce(0) { $0 + $1.links.count }
        let without = vessels.filter { !$0.canBeRecognised }
        guard !without.isEmpty else { return }
        let shown = without.prefix(5).map { "\($0.name) (\($0.entry))" }.joined(separator: ", ")
        let rest = without.count > 5 ? " and \(without.count - 5) more" : ""
        warnings.append(
            "\(without.count) \(without.count == 1 ? "vessel has" : "vessels have") no valid IMO number, MMSI or call sign "
                + "and can only be a lead by name: \(shown)\(rest).")
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
