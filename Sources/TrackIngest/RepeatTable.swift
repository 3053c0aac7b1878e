import ByteInput

/// What each identity said of itself last, and how often and when it has repeated that, by identity as `DecodedRow` has it.
///
/// Nearly every row repeats what its vessel said last. All that such a row asks and changes lies in one entry of 32 bytes:
/// reading passes so many other bytes through the caches that each row waits for its entry, which lies on one line of them.
struct RepeatTable: ~Copyable, Sendable {
    /// What was noted of an identity since it began to say something.
    struct Entry: BitwiseCopyable, Sendable {
        /// The identity; 0 in an empty entry, since no identity is 0.
        var key: UInt64 = 0
        /// The hash of what it says.
        var hash: UInt64 = 0
        /// The number of the identity.
        var number = IdentityTable.unknown
        /// When it said so, in seconds since 1970.
        var first = UInt32.max
        var last = UInt32.min
        var count: UInt32 = 0

        /// Notes a row; false when the count is at its end.
        @inline(__always)
        mutating func note(_ time: UInt32) -> Bool {
            guard count != .max else { return false }
            count &+= 1
            first = min(first, time)
            last = max(last, time)
            return true
        }
    }

    /// In open addressing, at most half of them in use.
    private var entries = EntryTable(repeating: Entry(), count: 1_024)
    /// By entry: the position of the statement.
    private var statements = [Int32](repeating: -1, count: 1_024)
    private var used = 0

    /// Notes the rows that say what their identity said last, and gives for each the number of the identity, or
    /// `IdentityTable.unknown` for all other rows, of which nothing is noted.
    ///
    /// In short loops, the first of them without branches, since the processor then fetches many entries at a time.
    ///
    /// - Parameters:
    ///   - salt: changes the hashes of all rows.
    ///   - numbers: by row; at least as many as there are rows.
    mutating func note(
        _ rows: borrowing RowBatches, salt: UInt64, rules: IngestRules, numbers: inout [UInt32]
    ) {
        let (earliest, latest) = (rules.times.lowerBound, rules.times.upperBound)
        let longestRow = UInt32(clamping: rules.longestRow)
        let count = rows.count
        let mask = entries.count &- 1
        var numbers = numbers.mutableSpan
        for index in 0..<count {
            let key = rows[index].identity
            let home = entries.home(of: key)
            // Whether a key stands in its own place or in the next cannot be foreseen.
            numbers[index] = UInt32(truncatingIfNeeded: home &+ (entries[home].key == key ? 0 : 1))
        }
        for index in 0..<count {
            let row = rows[index]
            var place = Int(numbers[index])
            while entries[place].key != row.identity, entries[place].key != 0 { place = (place &+ 1) & mask }
            let number = entries[place].number
            let isRepeated =
                row.seconds >= earliest && row.seconds <= latest && row.latitude != DecodedRow.noPosition
                && row.length <= longestRow && entries[place].hash == row.describedHash ^ salt
                && number != IdentityTable.unknown
                && entries[place].note(UInt32(truncatingIfNeeded: row.seconds))
            numbers[index] = isRepeated ? number : IdentityTable.unknown
        }
    }

    /// Notes a row of an identity if it says what the identity said last, and gives the position of that statement.
    mutating func note(key: UInt64, hash: UInt64, time: UInt32) -> Int? {
        let place = place(of: key)
        guard entries[place].key == key, entries[place].hash == hash, entries[place].note(time) else { return nil }
        return Int(statements[place])
    }

    /// Notes the first row of an identity that says something else than before.
    ///
    /// - Returns: what was noted until now, and of which statement; nil when the identity had said nothing.
    mutating func begin(
        key: UInt64, hash: UInt64, number: UInt32, statement: Int, time: UInt32
    ) -> (entry: Entry, statement: Int)? {
        precondition(key != 0, "0 stands for an empty entry")
        var place = place(of: key)
        var before: (entry: Entry, statement: Int)?
        if entries[place].key == 0 {
            if used * 2 >= entries.count {
                grow()
                place = self.place(of: key)
            }
            used += 1
        } else {
            before = (entries[place], Int(statements[place]))
        }
        entries[place] = Entry(key: key, hash: hash, number: number, first: time, last: time, count: 1)
        statements[place] = Int32(truncatingIfNeeded: statement)
        return before
    }

    /// Where the entries lie, for rows to be read that will be noted.
    var hint: EntryHint { entries.hint }

    /// Everything that was noted, in no order that means something.
    var all: [(entry: Entry, statement: Int)] {
        var found: [(entry: Entry, statement: Int)] = []
        found.reserveCapacity(used)
        for place in 0..<entries.count where entries[place].key != 0 {
            found.append((entries[place], Int(statements[place])))
        }
        return found
    }

    /// Where a key stands, or the empty entry that it would take.
    private func place(of key: UInt64) -> Int {
        let mask = entries.count - 1
        var place = entries.home(of: key)
        while entries[place].key != key, entries[place].key != 0 { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = all
        entries = EntryTable(repeating: Entry(), count: entries.count * 2)
        statements = [Int32](repeating: -1, count: entries.count)
        for (entry, statement) in old {
            let place = place(of: entry.key)
            entries[place] = entry
            statements[place] = Int32(truncatingIfNeeded: statement)
        }
    }
}
