/// Numbers by key, in open addressing, at most half full: eight bytes an entry for keys of 32 bits, so that the
/// identities of a large fleet stay in a processor's second cache.
struct KeyTable<Key: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    private var slots = [Slot](repeating: Slot(), count: 4_096)
    private var used = 0

    private struct Slot {
        /// 0 is no key: an empty slot.
        var key: Key = 0
        var number = IdentityTable.unknown
    }

    /// The number of a key that was added, or `IdentityTable.unknown`; key 0 never is.
    @inline(__always)
    func find(_ key: Key) -> UInt32 {
        let mask = slots.count &- 1
        var place = Self.place(of: key, mask: mask)
        // Without a branch at first: whether a key stands in its own place or in the next cannot be foreseen, and a wrong
        // guess shows only when the slot has come from memory.
        place = (place &+ (slots[place].key == key ? 0 : 1)) & mask
        while true {
            let slot = slots[place]
            if slot.key == key { return slot.number }
            if slot.key == 0 { return IdentityTable.unknown }
            place = (place &+ 1) & mask
        }
    }

    /// Adds a key that is not there yet.
    mutating func add(_ key: Key, _ number: UInt32) {
        precondition(key != 0, "0 stands for an empty slot")
        if used * 2 >= slots.count { grow() }
        put(Slot(key: key, number: number))
        used += 1
    }

    private mutating func put(_ slot: Slot) {
        let mask = slots.count - 1
        var place = Self.place(of: slot.key, mask: mask)
        while slots[place].key != 0 { place = (place + 1) & mask }
        slots[place] = slot
    }

    @inline(__always)
    private static func place(of key: Key, mask: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.key != 0 { put(slot) }
    }
}
