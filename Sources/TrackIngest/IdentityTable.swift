/// Numbers the identities of the rows that one worker reads, in the order of their first appearance.
struct IdentityTable: Sendable {
    /// The identities as text, by number.
    private(set) var ids: [String] = []
    /// Open addressing, at most half full: identities as `DecodedRow` has them, and their numbers.
    private var slots = [Slot](repeating: Slot(), count: 4_096)
    private var used = 0
    private var textual: [String: UInt32] = [:]

    private struct Slot {
        /// 0 is no identity: an empty slot.
        var key: UInt64 = 0
        var number: UInt32 = 0
    }

    /// No identity has this number.
    static let unknown = UInt32.max

    /// The number of an identity that was seen before, or `unknown`. Complexity: O(1), about 3 ns.
    @inline(__always)
    func find(_ key: UInt64) -> UInt32 {
        let mask = slots.count &- 1
        var place = IdentityTable.place(of: key, mask: mask)
        while true {
            let slot = slots[place]
            if slot.key == key, key != 0 { return slot.number }
            if slot.key == 0 { return IdentityTable.unknown }
            place = (place &+ 1) & mask
        }
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
        precondition(key != 0, "0 stands for an empty slot")
        if used * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var place = IdentityTable.place(of: key, mask: mask)
        while slots[place].key != 0 { place = (place + 1) & mask }
        slots[place] = Slot(key: key, number: number)
        used += 1
    }

    @inline(__always)
    private static func place(of key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.key != 0 {
            var place = IdentityTable.place(of: slot.key, mask: mask)
            while slots[place].key != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
