/// Numbers the identities of the rows that one worker reads, in the order of their first appearance.
struct IdentityTable: Sendable {
    /// The identities as text, by number.
    private(set) var ids: [String] = []
    /// Open addressing, at most half full: the numeric identities and their numbers.
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

    /// The number of an identity that is a plain number, or `unknown`.
    ///
    /// Of many look-ups one after the other the processor begins the next before the last has come from memory.
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

    /// The number of an identity that is a plain number, not 0. Complexity: O(1), about 3 ns.
    mutating func number(ofNumeric key: UInt64) -> UInt32 {
        let mask = slots.count &- 1
        var place = IdentityTable.place(of: key, mask: mask)
        while true {
            let slot = slots[place]
            if slot.key == key { return slot.number }
            if slot.key == 0 { return add(key, at: place) }
            place = (place &+ 1) & mask
        }
    }

    private mutating func add(_ key: UInt64, at place: Int) -> UInt32 {
        precondition(key != 0, "a numeric identity does not begin with 0")
        let number = UInt32(ids.count)
        ids.append(String(key))
        slots[place] = Slot(key: key, number: number)
        used += 1
        if used * 2 > slots.count { grow() }
        return number
    }

    /// The number of any other identity.
    mutating func number(ofText id: String) -> UInt32 {
        if let number = textual[id] {
            ids[Int(number)] = TextForm.lesser(ids[Int(number)], id)
            return number
        }
        let number = UInt32(ids.count)
        ids.append(id)
        textual[id] = number
        return number
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
