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

    /// What an identity said last, and how often and when it did so without a break.
    private struct Latest {
        var hash: UInt64 = 0
        var first = UInt32.max
        var last: UInt32 = 0
        var count: UInt32 = 0
        /// The position of the statement, or -1.
        var statement: Int32 = -1
        var isNoVessel = false
        var isEmpty = false
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

    /// Notes a row if it says what its identity said last; else nil, and `note` has to be told the values.
    @inline(__always)
    mutating func noteRepeated(hash: UInt64, identity: UInt32, time: UInt32) -> Verdict? {
        let place = Int(identity)
        guard place < latest.count, latest[place].hash == hash, latest[place].count != UInt32.max,
            latest[place].statement >= 0
        else { return nil }
        latest[place].count &+= 1
        if time < latest[place].first { latest[place].first = time }
        if time > latest[place].last { latest[place].last = time }
        return Verdict(isNoVessel: latest[place].isNoVessel, isEmpty: latest[place].isEmpty)
    }

    /// Notes a row that says something else than its identity said last; the row is read if that was never said.
    mutating func note(
        _ row: borrowing RowCursor, layout: TrackLayout, hash: UInt64, identity: UInt32, time: UInt32
    ) -> Verdict {
        let place = Int(identity)
        while latest.count <= place { latest.append(Latest()) }
        settle(place)
        let key = Key(identity: identity, hash: hash)
        let position: Int
        if let known = index[key] {
            position = known
        } else {
            let values = StaticValues(row, layout: layout)
            position = statements.count
            statements.append(
                Statement(
                    identity: identity, values: values, isEmpty: values.isEmpty, first: Int64(time), last: Int64(time),
                    count: 0))
            index[key] = position
        }
        let statement = statements[position]
        latest[place] = Latest(
            hash: hash, first: time, last: time, count: 1, statement: Int32(position),
            isNoVessel: statement.values.isNoVessel, isEmpty: statement.isEmpty)
        return Verdict(isNoVessel: statement.values.isNoVessel, isEmpty: statement.isEmpty)
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
