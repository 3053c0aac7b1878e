/// The clues of the names that are asked for, numbered, and with which numbers in the name each is asked for.
struct AskedClues {
    private(set) var count = 0
    /// Clues in an open-addressing table, with their numbers; -1 for a free slot.
    private var keys: [UInt32]
    private var numbers: [Int32]
    private let shift: UInt32
    /// A bit for each eighth of a slot: says at once of most other clues that no name has them.
    private var marks: [UInt64]
    /// A bit for each hash of a clue and the numbers of a name; a bit too many costs a comparison.
    private var pairs: [UInt64]

    init(_ names: [PreparedName]) {
        var (clues, ofNames): ([UInt32], [(first: Int, numbers: UInt64)]) = ([], [])
        var reader = PlainNameClues()
        for name in names {
            reader.read(name)
            ofNames.append((clues.count, reader.numbers))
            clues += reader.clues
        }
        var bits: UInt32 = 4
        while 1 << bits < clues.count * 2 { bits += 1 }
        shift = 32 - bits
        keys = [UInt32](repeating: 0, count: 1 << Int(bits))
        numbers = [Int32](repeating: -1, count: 1 << Int(bits))
        marks = [UInt64](repeating: 0, count: (1 << Int(bits)) >> 3)
        pairs = [UInt64](repeating: 0, count: max(1, (1 << Int(bits)) >> 3))
        for (place, name) in ofNames.enumerated() {
            let end = place + 1 < ofNames.count ? ofNames[place + 1].first : clues.count
            for clue in clues[name.first..<end] {
                let slot = slot(of: clue)
                if numbers[slot] < 0 {
                    keys[slot] = clue
                    numbers[slot] = Int32(count)
                    let mark = mark(clue)
                    marks[mark >> 6] |= 1 << UInt64(mark & 63)
                    count += 1
                }
                let bit = bit(Int(numbers[slot]), name.numbers)
                pairs[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
    }

    /// The number of a clue, or nil when no name has it.
    func number(of clue: UInt32) -> Int? {
        let mark = mark(clue)
        guard marks[mark >> 6] >> UInt64(mark & 63) & 1 == 1 else { return nil }
        let number = numbers[slot(of: clue)]
        return number < 0 ? nil : Int(number)
    }

    /// Whether a name with the clue and such numbers may be asked for.
    func mayBeAsked(_ clue: Int, numbers: UInt64) -> Bool {
        let bit = bit(clue, numbers)
        return pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    private func mark(_ clue: UInt32) -> Int { Int((clue &* 0x9E37_79B9) >> (shift &- 3)) }

    private func slot(of clue: UInt32) -> Int {
        var slot = Int((clue &* 0x9E37_79B9) >> shift)
        while numbers[slot] >= 0, keys[slot] != clue { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private func bit(_ clue: Int, _ numbers: UInt64) -> Int {
        let hash = (UInt64(clue) &* 0xC2B2_AE3D_27D4_EB4F ^ numbers) &* 0x9E37_79B9_7F4A_7C15
        return Int(hash >> 32) & (pairs.count * 64 - 1)
    }
}
