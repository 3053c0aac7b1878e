/// A set of positions that answers "no" for most that are not in it: a Bloom filter with two bits a position, which lie
/// in one word, so that a question costs one access to memory.
struct PositionFilter: Sendable {
    private var words: [UInt64]
    /// One less than the number of words, a power of two.
    private let mask: UInt64

    /// Sixteen bits for each position make about 1 in 60 wrong.
    init(capacity: Int) {
        var bits: UInt64 = 1_024
        while bits < UInt64(capacity) * 16 { bits *= 2 }
        words = [UInt64](repeating: 0, count: Int(bits / 64))
        mask = bits / 64 - 1
    }

    mutating func insert(_ key: UInt64) {
        let mixed = PositionFilter.mix(key)
        words[Int(mixed & mask)] |= PositionFilter.bits(mixed)
    }

    @inline(__always)
    func mayContain(_ key: UInt64) -> Bool {
        let mixed = PositionFilter.mix(key)
        let bits = PositionFilter.bits(mixed)
        return words[Int(mixed & mask)] & bits == bits
    }

    /// The two bits of a position in its word, from the upper end of the mixed key.
    @inline(__always)
    private static func bits(_ mixed: UInt64) -> UInt64 { 1 << (mixed >> 58) | 1 << (mixed >> 52 & 63) }

    /// Spreads every bit over all (the finaliser of SplitMix64, Steele et al. 2014).
    @inline(__always)
    static func mix(_ key: UInt64) -> UInt64 {
        var mixed = key &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
