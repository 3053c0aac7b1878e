/// A hash of the raw bytes of some columns; equal bytes have equal hashes in every run and on every machine of one
/// byte order.
///
/// Sixteen bytes cost one multiplication, as in Wang Yi's wyhash.
struct FieldHash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Takes in the bytes from `start` up to `end`, and how many they are. Sixteen bytes behind `end` must be readable.
    @inline(__always)
    @unsafe
    mutating func add(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) {
        var offset = start
        // Safe: because no byte is read beyond those that the caller vouches for.
        while offset + 16 <= end {
            unsafe mix(word(base, offset), word(base, offset + 8))
            offset += 16
        }
        // Of the last words only what lies in front of the end; shifts by 64 bits and more give 0.
        let rest = UInt64(truncatingIfNeeded: end - offset)
        let low = unsafe word(base, offset) & ~(UInt64.max << (rest * 8))
        let high = unsafe rest > 8 ? word(base, offset + 8) & ~(UInt64.max << (rest * 8 - 64)) : 0
        // The length keeps fields apart that end in zero bytes.
        mix(low ^ (UInt64(truncatingIfNeeded: end - start) &* 0x9FB2_1C65_1E98_DF25), high)
    }

    @inline(__always)
    private mutating func mix(_ low: UInt64, _ high: UInt64) {
        let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ value)
        value = product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
    }

    @inline(__always)
    @unsafe
    private func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        // Safe: because `add` stays within what its caller vouches for.
        unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
