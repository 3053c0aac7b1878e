/// Positions by a key that is a number: an open-addressing table, made once when all keys are known.
///
/// Several positions may have one key.
struct KeyTable: Sendable {
    private(set) var keys: [UInt64] = []
    private(set) var positions: [Int32] = []
    /// The place in `keys` that was added before and has the same key, or -1.
    private var earlier: [Int32] = []
    /// The latest place of a key, or -1; a power of two of them, more than half of them free.
    private var slots: [Int32] = []
    private var shift: UInt64 = 0

    var isEmpty: Bool { keys.isEmpty }

    init() {}

    /// A sealed table of as many positions as keys.
    init(keys: [UInt64], positions: [Int32]) {
        precondition(keys.count == positions.count, "a position for each key")
        self.keys = keys
        self.positions = positions
        seal()
    }

    /// Adds a position, before `seal`.
    mutating func add(_ key: UInt64, _ position: Int) {
        keys.append(key)
        positions.append(Int32(position))
    }

    /// Makes the table of what was added. Complexity: O(n).
    mutating func seal() {
        guard !keys.isEmpty else { return }
        var bits: UInt64 = 4
        while 1 << bits < keys.count * 2 { bits += 1 }
        shift = 64 - bits
        slots = [Int32](repeating: -1, count: 1 << Int(bits))
        earlier = [Int32](repeating: -1, count: keys.count)
        for place in keys.indices {
            let slot = slot(of: keys[place])
            earlier[place] = slots[slot]
            slots[slot] = Int32(place)
        }
    }

    /// The positions of a key, rising, each once. Complexity: O(1) and what is found.
    func positions(of key: UInt64) -> [Int] {
        guard contains(key) else { return [] }
        var found: [Int] = []
        var place = slots[slot(of: key)]
        while place >= 0 {
            let position = Int(positions[Int(place)])
            if found.last != position { found.append(position) }
            place = earlier[Int(place)]
        }
        found.reverse()
        guard zip(found, found.dropFirst()).contains(where: { $0 >= $1 }) else { return found }
        return Set(found).sorted()
    }

    func contains(_ key: UInt64) -> Bool { !slots.isEmpty && slots[slot(of: key)] >= 0 }

    /// The slot of a key, or the free one in which it would be.
    private func slot(of key: UInt64) -> Int {
        // Fibonacci hashing (Knuth, volume 3, 6.4): the upper bits depend on all bits of the key.
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}

/// A hash of bytes, the same in every run: FNV-1a (Fowler, Noll, Vo), 64 bits.
struct ByteHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    static func of(_ text: String) -> UInt64 {
        var hash = ByteHash()
        for byte in text.utf8 { hash.add(byte) }
        return hash.value
    }
}
