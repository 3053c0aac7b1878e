import ByteInput
import MaritimeModel

/// Remembers what each vessel said of itself, with the times.
///
/// Nearly every row repeats what its vessel said last, so a row costs a comparison of hashes; only columns that changed
/// are read. The result does not depend on the order of the rows.
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

    /// What an identity said last, and how often and when it did so without a break: 24 bytes, since those of all
    /// identities should fit a processor's second cache.
    private struct Latest {
        /// 0 for a station that is no vessel, whose statements are then looked up by row.
        var hash: UInt64 = 0
        var first = UInt32.max
        var last: UInt32 = 0
        var count: UInt32 = 0
        /// The position of the statement, or -1.
        var statement: Int32 = -1
    }

    private var statements: [Statement] = []
    /// By identity; what stands here is not in `statements` yet.
    private var latest: [Latest] = []
    private var index: [Key: Int] = [:]

    private struct Key: Hashable {
        var identity: UInt32
        var hash: UInt64
    }

    /// What a worker must know of a row's statement.
    struct Verdict {
        /// Whether the row comes from a station that is no vessel.
        var isNoVessel: Bool
        /// Whether it says nothing of the vessel.
        var isEmpty: Bool
    }

    /// Notes a vessel's row if it says what its identity said last; else false, and nothing is noted. `identity` may be one
    /// that is not known.
    @inline(__always)
    mutating func noteRepeated(hash: UInt64, identity: UInt32, time: UInt32) -> Bool {
        let place = Int(identity)
        guard place < latest.count else { return false }
        var known = latest[place]
        guard known.hash == hash, known.statement >= 0, known.count != UInt32.max else { return false }
        known.count &+= 1
        known.first = min(known.first, time)
        known.last = max(known.last, time)
        latest[place] = known
        return true
    }

    /// Notes any row of whose kind its identity sent one before; else nil, and nothing is noted.
    mutating func noteKnown(hash: UInt64, identity: UInt32, time: UInt32) -> Verdict? {
        let place = Int(identity)
        guard place < latest.count else { return nil }
        if latest[place].hash != hash || latest[place].statement < 0 {
            guard let position = index[Key(identity: identity, hash: hash)] else { return nil }
            begin(position, hash: hash, time: time)
        }
        if latest[place].count == UInt32.max { settle(place) }
        latest[place].count += 1
        latest[place].first = min(latest[place].first, time)
        latest[place].last = max(latest[place].last, time)
        let statement = statements[Int(latest[place].statement)]
        return Verdict(isNoVessel: statement.values.isNoVessel, isEmpty: statement.isEmpty)
    }

    /// Reads and notes a row of a new kind, on which the cursor stands.
    mutating func noteNew(
        _ row: borrowing RowCursor, columns: DescribedColumns, hash: UInt64, identity: UInt32, time: UInt32
    ) -> Verdict {
        let missing = Int(identity) + 1 - latest.count
        if missing > 0 { latest.append(contentsOf: repeatElement(Latest(), count: missing)) }
        let values = StaticValues(row, columns: columns)
        index[Key(identity: identity, hash: hash)] = statements.count
        statements.append(
            Statement(
                identity: identity, values: values, isEmpty: values.isEmpty, first: Int64(time), last: Int64(time),
                count: 0))
        _ = noteKnown(hash: hash, identity: identity, time: time)
        return Verdict(isNoVessel: values.isNoVessel, isEmpty: values.isEmpty)
    }

    /// Makes a statement the last one of its identity.
    private mutating func begin(_ position: Int, hash: UInt64, time: UInt32) {
        let statement = statements[position]
        let place = Int(statement.identity)
        settle(place)
        latest[place] = Latest(
            hash: statement.values.isNoVessel ? 0 : hash, first: time, last: time, statement: Int32(position))
    }

    /// All statements, in the order of their first appearance.
    mutating func allStatements() -> [Statement] {
        for place in latest.indices { settle(place) }
        return statements
    }

    /// Adds what an identity said last to its statement.
    private mutating func settle(_ place: Int) {
        let known = latest[place]
        guard known.statement >= 0, known.count > 0 else { return }
        let position = Int(known.statement)
        statements[position].count += Int(known.count)
        statements[position].first = min(statements[position].first, Int64(known.first))
        statements[position].last = max(statements[position].last, Int64(known.last))
        latest[place].count = 0
    }
}
