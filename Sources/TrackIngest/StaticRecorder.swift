import ByteInput
import MaritimeModel

/// Remembers what each vessel said of itself, with the times.
///
/// Nearly every row repeats what its vessel said last, so a row costs a comparison of hashes; only columns that changed
/// are read. The result does not depend on the order of the rows.
struct StaticRecorder: ~Copyable, Sendable {
    /// One set of values that an identity stated, and when.
    struct Statement: Sendable {
        var identity: UInt32
        var values: StaticValues
        var isEmpty: Bool
        var first: Int64
        var last: Int64
        var count: Int
    }

    private var statements: [Statement] = []
    /// What vessels said last; what was noted here is not in `statements` yet.
    ///
    /// Stations that are no vessels are not here: their rows are taken one by one.
    private var repeats = RepeatTable()
    private var index: [Key: Int] = [:]

    private struct Key: Hashable {
        var identity: UInt32
        var hash: UInt64
    }

    /// Whose row it is, by number and as `DecodedRow` has it, and what it says and when.
    struct Row {
        var identity: UInt32
        var key: UInt64
        var hash: UInt64
        var time: UInt32
    }

    /// What a worker must know of a row's statement.
    struct Verdict {
        /// Whether the row comes from a station that is no vessel.
        var isNoVessel: Bool
        /// Whether it says nothing of the vessel.
        var isEmpty: Bool
    }

    /// What is asked of each row, for rows to be read that will be noted.
    var hint: EntryHint { repeats.hint }

    /// Notes the rows of vessels that say what they said last, see `RepeatTable`.
    @inline(__always)
    mutating func noteRepeated(
        _ rows: borrowing RowBatches, salt: UInt64, rules: IngestRules, numbers: inout [UInt32]
    ) {
        repeats.note(rows, salt: salt, rules: rules, numbers: &numbers)
    }

    /// Notes any row of whose kind its identity sent one before; else nil, and nothing is noted.
    mutating func noteKnown(_ row: Row) -> Verdict? {
        if let position = repeats.note(key: row.key, hash: row.hash, time: row.time) { return verdict(position) }
        guard let position = index[Key(identity: row.identity, hash: row.hash)] else { return nil }
        note(row, position)
        return verdict(position)
    }

    /// Reads and notes a row of a new kind, on which the cursor stands.
    mutating func noteNew(_ row: Row, _ cursor: borrowing RowCursor, columns: DescribedColumns) -> Verdict {
        let values = StaticValues(cursor, columns: columns)
        let position = statements.count
        index[Key(identity: row.identity, hash: row.hash)] = position
        statements.append(
            Statement(
                identity: row.identity, values: values, isEmpty: values.isEmpty, first: Int64(row.time),
                last: Int64(row.time), count: 0))
        note(row, position)
        return verdict(position)
    }

    private func verdict(_ position: Int) -> Verdict {
        Verdict(isNoVessel: statements[position].values.isNoVessel, isEmpty: statements[position].isEmpty)
    }

    private mutating func note(_ row: Row, _ position: Int) {
        if statements[position].values.isNoVessel {
            add(RepeatTable.Entry(first: row.time, last: row.time, count: 1), to: position)
        } else if let (entry, statement) = repeats.begin(
            key: row.key, hash: row.hash, number: row.identity, statement: position, time: row.time)
        {
            add(entry, to: statement)
        }
    }

    /// All statements, in the order of their first appearance.
    mutating func allStatements() -> [Statement] {
        for (entry, statement) in repeats.all { add(entry, to: statement) }
        repeats = RepeatTable()
        return statements
    }

    /// Adds what was noted of a statement.
    private mutating func add(_ entry: RepeatTable.Entry, to position: Int) {
        statements[position].count += Int(entry.count)
        statements[position].first = min(statements[position].first, Int64(entry.first))
        statements[position].last = max(statements[position].last, Int64(entry.last))
    }
}
