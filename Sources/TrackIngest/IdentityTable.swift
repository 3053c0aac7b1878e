/// Numbers the identities of the rows that one worker reads, in the order of their first appearance.
struct IdentityTable: Sendable {
    /// The identities as text, by number.
    private(set) var ids: [String] = []
    /// By identity as `DecodedRow` has it: MMSIs and other numbers of 32 bits, and what is longer.
    private var short = KeyTable<UInt32>()
    private var long = KeyTable<UInt64>()
    private var textual: [String: UInt32] = [:]

    /// No identity has this number.
    static let unknown = UInt32.max

    /// The number of an identity that was seen before, or `unknown`. Complexity: O(1), about 3 ns.
    @inline(__always)
    func find(_ key: UInt64) -> UInt32 {
        let shortKey = UInt32(truncatingIfNeeded: key)
        return UInt64(shortKey) == key ? short.find(shortKey) : long.find(key)
    }

    /// The number of an identity that is a plain number, not 0.
    mutating func number(ofNumeric key: UInt64) -> UInt32 {
        let known = find(key)
        if known != IdentityTable.unknown { return known }
        let number = UInt32(ids.count)
        ids.append(String(key))
        add(key, number)
        return number
    }

    /// The number of any other identity, whose bytes have this hash.
    mutating func number(ofText id: String, hash key: UInt64) -> UInt32 {
        let number: UInt32
        if let known = textual[id] {
            number = known
            ids[Int(number)] = TextForm.lesser(ids[Int(number)], id)
        } else {
            number = UInt32(ids.count)
            ids.append(id)
            textual[id] = number
        }
        if find(key) == IdentityTable.unknown { add(key, number) }
        return number
    }

    private mutating func add(_ key: UInt64, _ number: UInt32) {
        if let shortKey = UInt32(exactly: key) {
            short.add(shortKey, number)
        } else {
            long.add(key, number)
        }
    }
}
