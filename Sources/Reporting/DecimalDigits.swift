/// The digits of a number below 10^16, all worked out side by side.
///
/// One division by ten for each digit would wait for the one before. Here a word holds eight digits, and three
/// multiplications split it in halves, quarters and digits (P. Khuong, "How to print integers really fast", 2017).
struct DecimalDigits {
    /// One digit a byte, the highest of each eight in the lowest byte.
    private let upper: UInt64
    private let lower: UInt64

    /// Numbers below this have no more than sixteen digits.
    static let limit: UInt64 = 10_000_000_000_000_000

    init(_ value: UInt64) {
        precondition(value < DecimalDigits.limit)
        upper = value < 100_000_000 ? 0 : DecimalDigits.eight(value / 100_000_000)
        lower = DecimalDigits.eight(value % 100_000_000)
    }

    /// How many digits there are without zeros in front; 1 for 0.
    @inline(__always)
    var count: Int {
        if upper != 0 { return 16 - upper.trailingZeroBitCount / 8 }
        return lower == 0 ? 1 : 8 - lower.trailingZeroBitCount / 8
    }

    /// How many zeros stand at the end; 16 for 0.
    @inline(__always)
    var zerosAtEnd: Int {
        lower != 0 ? lower.leadingZeroBitCount / 8 : 8 + upper.leadingZeroBitCount / 8
    }

    /// A digit as a character; place 0 is that of 10^15, place 15 that of the ones.
    @inline(__always)
    subscript(place: Int) -> UInt8 {
        let word = place < 8 ? upper : lower
        return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: word >> UInt64((place & 7) * 8))
    }

    /// Eight digits, the highest in the lowest byte.
    @inline(__always)
    private static func eight(_ value: UInt64) -> UInt64 {
        let halves = value / 10_000 | (value % 10_000) << 32
        // 10 486 / 2^20 is 1/100 and 103 / 2^10 is 1/10, exactly enough for numbers of four and of two digits.
        let hundreds = (halves &* 10_486) >> 20 & 0x7F_0000_007F
        let pairs = hundreds | (halves &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        return tens | (pairs &- tens &* 10) << 8
    }
}
