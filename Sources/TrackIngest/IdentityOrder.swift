/// The numbers of identities in the order of the bytes of their ids; it grows as more are met.
struct IdentityOrder: Sendable {
    /// An id's place in the order, as far as its first sixteen bytes tell.
    struct Entry: Sendable {
        /// The first bytes, the first one highest; missing ones are 0.
        var high: UInt64
        var low: UInt64
        var number: UInt32

        init(_ id: String, number: UInt32) {
            self.number = number
            var (words, place) = ((high: UInt64(0), low: UInt64(0)), 0)
            for byte in id.utf8.prefix(16) {
                if place < 8 {
                    words.high |= UInt64(byte) &<< UInt64(56 - 8 * place)
                } else {
                    words.low |= UInt64(byte) &<< UInt64(120 - 8 * place)
                }
                place += 1
            }
            (high, low) = words
        }

        /// Whether the first sixteen bytes are those of another id.
        @inline(__always)
        func begins(as other: Entry) -> Bool { high == other.high && low == other.low }

        /// Whether an id stands before another one, which `ids` gives by number where the first bytes do not tell.
        @inline(__always)
        func precedes(_ other: Entry, _ ids: (Entry) -> String) -> Bool {
            if high != other.high { return high < other.high }
            if low != other.low { return low < other.low }
            return ids(self).utf8.lexicographicallyPrecedes(ids(other).utf8)
        }
    }

    private(set) var entries: [Entry] = []
    /// The numbers alone.
    private(set) var numbers: [UInt32] = []

    /// Takes in the ids that are new. Complexity: O(n + m log m) for m new ones, and nothing without any.
    ///
    /// - Parameter ids: by number; more than before, and the former ones in their places.
    mutating func add(_ ids: [String]) {
        guard ids.count > entries.count else { return }
        func id(_ entry: Entry) -> String { ids[Int(entry.number)] }
        var new = (entries.count..<ids.count).map { Entry(ids[$0], number: UInt32($0)) }
        new.sort { $0.precedes($1, id) }
        var merged: [Entry] = []
        merged.reserveCapacity(ids.count)
        var next = 0
        for entry in entries {
            while next < new.count, new[next].precedes(entry, id) {
                merged.append(new[next])
                next += 1
            }
            merged.append(entry)
        }
        merged.append(contentsOf: new[next...])
        entries = merged
        numbers = merged.map(\.number)
    }

    /// Whether the ids, all of which are in the order, are ASCII. Complexity: O(n) for ids of up to sixteen bytes.
    func isPlain(_ ids: [String]) -> Bool {
        entries.allSatisfy { entry in
            guard (entry.high | entry.low) & 0x8080_8080_8080_8080 == 0 else { return false }
            let id = ids[Int(entry.number)].utf8
            return id.count <= 16 || id.allSatisfy { $0 < 0x80 }
        }
    }
}
