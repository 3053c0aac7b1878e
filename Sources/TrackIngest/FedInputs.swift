import MaritimeModel

/// What all feeders fed, in the order of the inputs: it does not depend on which of them took which input.
struct FedInputs: Sendable {
    /// One record an input or member of an archive.
    private(set) var records: [InputRecord] = []
    /// Files that were passed over, and other remarks, one sentence each.
    private(set) var warnings: [String] = []
    /// Rows that were counted by feeders and not by workers, by the position of the record.
    private(set) var extra: [(input: Int, ledger: RejectLedger)] = []
    /// The position of each record by the number under which it was fed.
    private(set) var positions: [Int]

    /// What one feeder fed, in the order in which it did.
    struct Part: Sendable {
        var records: [InputRecord] = []
        /// One for each record: the place of the input among all.
        var places: [Int] = []
        var warnings: [(place: Int, sentence: String)] = []
        var extra: [(record: Int, ledger: RejectLedger)] = []
    }

    /// Puts together what feeders fed, given in the order of their numbers. Complexity: O(n log n).
    init(_ parts: [Part]) {
        let all = parts.indices.flatMap { feeder in
            parts[feeder].places.enumerated().map { (place: $0.element, record: $0.offset, feeder: feeder) }
        }.sorted { ($0.place, $0.record) < ($1.place, $1.record) }
        let most = parts.map(\.records.count).max() ?? 0
        positions = [Int](repeating: -1, count: most * parts.count)
        for (position, entry) in all.enumerated() {
            records.append(parts[entry.feeder].records[entry.record])
            let numbers = FeederNumbers(feeder: entry.feeder, feeders: parts.count)
            positions[numbers.number(ofRecord: entry.record)] = position
        }
        for (feeder, part) in parts.enumerated() {
            let numbers = FeederNumbers(feeder: feeder, feeders: parts.count)
            extra += part.extra.map { (positions[numbers.number(ofRecord: $0.record)], $0.ledger) }
        }
        // One feeder takes an input whole, so the order of its remarks is that of the sorting, which keeps equals.
        let remarks = parts.flatMap(\.warnings)
        warnings = remarks.indices.sorted { (remarks[$0].place, $0) < (remarks[$1].place, $1) }
            .map { remarks[$0].sentence }
    }
}

/// Gives the records of several feeders different numbers while none knows how many the others have.
struct FeederNumbers: Sendable {
    /// From 0.
    var feeder = 0
    var feeders = 1

    /// The number of a feeder's record by its position among its own.
    func number(ofRecord record: Int) -> Int { record * feeders + feeder }
}
