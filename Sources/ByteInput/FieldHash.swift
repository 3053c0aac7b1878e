/// A hash of the raw bytes of some columns; equal bytes have equal hashes in every run.
///
/// Sixteen bytes cost one multiplication, as in Wang Yi's wyhash, and for most fields those do not wait for each other.
struct FieldHash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Takes in the bytes from `start` up to `end`, and how many they are. Sixteen bytes behind `end` must be readable.
    @inline(__always)
    @unsafe
    mutating func add(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) {
        let length = end &- start
        let salted = value ^ UInt64(truncatingIfNeeded: length) &* 0x9FB2_1C65_1E98_DF25
        // Safe: because no byte is read beyond those that the caller vouches for.
        if length < 16 {
            // Of two words only what lies in front of the end; shifts by 64 bits and more give 0.
            let bits = UInt64(truncatingIfNeeded: length &* 8)
            let low = unsafe word(base, start) & ~(UInt64.max << bits)
            let high = unsafe word(base, start &+ 8) & (UInt64.max >> (128 &- bits))
            value = product(low ^ salted, high ^ 0xA076_1D64_78BD_642F)
            return
        }
        var from = start
        var sum: UInt64 = 0
        while end &- from > 48 {
            sum = unsafe product(word(base, from) ^ sum, word(base, from &+ 8) ^ 0xE703_7ED1_A0B4_28DB)
            from &+= 16
        }
        // Three blocks that may overlap hold all of 16 to 48 bytes.
        let middle = from &+ min(16, end &- from &- 16)
        let first = unsafe product(
            word(base, from) ^ 0x8EBC_6AF0_9C88_C6E3, word(base, from &+ 8) ^ 0xA076_1D64_78BD_642F)
        let second = unsafe product(
            word(base, middle) ^ 0x5899_65CC_7537_4CC3, word(base, middle &+ 8) ^ 0xE703_7ED1_A0B4_28DB)
        let third = unsafe product(
            word(base, end &- 16) ^ 0x1D8E_4E27_C47D_124F, word(base, end &- 8) ^ 0xEB44_ACCA_B455_D165)
        value = product(salted ^ first ^ sum, second &+ third ^ 0xA076_1D64_78BD_642F)
    }

    /// Both halves of the product, one upon the other.
    @inline(__always)
    private func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let full = one.multipliedFullWidth(by: other)
        return full.high ^ full.low
    }

    @inline(__always)
    @unsafe
    private func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        // Safe: because `add` stays within what its caller vouches for.
        unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
