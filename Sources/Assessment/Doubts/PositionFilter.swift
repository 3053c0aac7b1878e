/// A set of positions that answers "no" for most that are not in it (a Bloom filter with two bits a position).
struct PositionFilter: Sendable {
    private var words: [UInt64]
    private let mask: UInt64

    /// Sixteen bits for each position make about 1 in 70 wrong.
    init(capacity: Int) {
        var bits: UInt64 = 1_024
        while bits < UInt64(capacity) * 16 { bits *= 2 }
        words = [UInt64](repeating: 0, count: Int(bits / 64))
        mask = bits - 1
    }

    mutating func insert(_ key: UInt64) {
        let mixed = PositionFilter.mix(key)
        for bit in [mixed & mask, mixed >> 32 & mask] { words[Int(bit >> 6)] |= 1 << (bit & 63) }
    }

    @inline(__always)
    func mayContain(_ key: UInt64) -> Bool {
        let mixed = PositionFilter.mix(key)
        let first = mixed & mask
        let second = mixed >> 32 & mask
        return words[Int(first >> 6)] >> (first & 63) & 1 != 0 && words[Int(second >> 6)] >> (second & 63) & 1 != 0
    }

    /// Spreads every bit over all (the finaliser of SplitMix64, Steele et al. 2014).
    @inline(__always)
    static func mix(_ key: UInt64) -> UInt64 {
        var mixed = key &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
