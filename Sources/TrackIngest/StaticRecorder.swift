import ByteInput
import MaritimeModel

/// Remembers what each vessel said of itself, with the times.
///
/// Nearly every row repeats the one before, so a row costs a hash of its descriptive columns and a comparison; only
/// columns that changed are read. The result does not depend on the order of the rows.
struct StaticRecorder: Sendable {
    /// One set of values that an identity stated, and when.
    struct Statement: Sendable {
        var identity: UInt32
        var values: StaticValues
        var isEmpty: Bool
        var first: Int64
        var last: Int64
        var count: Int
    }

    private(set) var statements: [Statement] = []
    /// By identity: the hash of its latest row and where that statement is.
    private var latest: [(hash: UInt64, statement: Int)] = []
    private var index: [Key: Int] = [:]

    private struct Key: Hashable {
        var identity: UInt32
        var hash: UInt64
    }

    /// Notes a row and gives the position of its statement.
    mutating func note(
        _ row: borrowing RowCursor, layout: TrackLayout, runs: [Range<Int>], salt: UInt64, identity: UInt32, time: Int64
    ) -> Int {
        while latest.count <= Int(identity) { latest.append((0, -1)) }
        let hash = row.hash(ofColumns: runs) ^ salt
        let known = latest[Int(identity)]
        let position: Int
        if known.statement >= 0, known.hash == hash {
            position = known.statement
        } else {
            position = find(row, layout: layout, identity: identity, hash: hash, time: time)
            latest[Int(identity)] = (hash, position)
        }
        statements[position].count += 1
        if time < statements[position].first { statements[position].first = time }
        if time > statements[position].last { statements[position].last = time }
        return position
    }

    private mutating func find(
        _ row: borrowing RowCursor, layout: TrackLayout, identity: UInt32, hash: UInt64, time: Int64
    ) -> Int {
        let key = Key(identity: identity, hash: hash)
        if let position = index[key] { return position }
        let values = StaticValues(row, layout: layout)
        statements.append(
            Statement(
                identity: identity, values: values, isEmpty: values.isEmpty, first: time, last: time, count: 0))
        index[key] = statements.count - 1
        return statements.count - 1
    }
}
