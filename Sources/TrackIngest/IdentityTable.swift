/// Numbers the identities of the rows that one worker reads, in the order of their first appearance.
struct IdentityTable: Sendable {
    /// The identities as text, by number.
    private(set) var ids: [String] = []
    /// Open addressing: the numeric identities and their numbers + 1; 0 is an empty slot.
    private var keys = [UInt64](repeating: 0, count: 4_096)
    private var numbers = [UInt32](repeating: 0, count: 4_096)
    private var used = 0
    private var textual: [String: UInt32] = [:]

    /// The number of an identity that is a plain number. Complexity: O(1), about 5 ns.
    mutating func number(ofNumeric key: UInt64) -> UInt32 {
        let mask = keys.count - 1
        var slot = slot(of: key, mask: mask)
        while numbers[slot] != 0 {
            if keys[slot] == key { return numbers[slot] - 1 }
            slot = (slot + 1) & mask
        }
        ids.append(String(key))
        keys[slot] = key
        numbers[slot] = UInt32(ids.count)
        used += 1
        if used * 2 > keys.count { grow() }
        return UInt32(ids.count - 1)
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

    private func slot(of key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    private mutating func grow() {
        let (oldKeys, oldNumbers) = (keys, numbers)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        numbers = [UInt32](repeating: 0, count: oldKeys.count * 2)
        let mask = keys.count - 1
        for index in oldKeys.indices where oldNumbers[index] != 0 {
            var slot = slot(of: oldKeys[index], mask: mask)
            while numbers[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = oldKeys[index]
            numbers[slot] = oldNumbers[index]
        }
    }
}
