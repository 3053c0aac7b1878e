/// Reads fields in their usual forms eight digits at a time; `nil` means that `NumberScanner` must look.
///
/// The functions read up to sixteen bytes from the beginning of a field, so that many must be readable behind it.
/// Source of the arithmetic on eight digits in one word: Daniel Lemire, "Quickly parsing eight digits" (2018), and the
/// check of eight digits in the fast_float library.
enum FastFields {
    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// A word in which a bit is set when not all of its eight letters are digits.
    @inline(__always)
    private static func strangers(_ word: UInt64) -> UInt64 {
        ((word &+ 0x4646_4646_4646_4646) | (word &- zeros)) & 0x8080_8080_8080_8080
    }

    /// The number that eight digits make, the first one in the lowest byte.
    @inline(__always)
    private static func eightDigits(_ word: UInt64) -> UInt64 {
        let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2_561) &>> 8
        let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
        return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
    }

    @inline(__always)
    @unsafe
    private static func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        // Safe: because the callers of this type vouch for sixteen bytes behind a field.
        UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Nine digits, the first of them not 0, as nearly all identities are.
    @inline(__always)
    @unsafe
    static func nineDigits(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> UInt64? {
        guard end - start == 9 else { return nil }
        // Safe: because the field has nine bytes.
        let first = unsafe word(base, start)
        let last = unsafe base.load(fromByteOffset: start + 8, as: UInt8.self) &- 48
        guard strangers(first) == 0, last < 10, first & 0xFF != 48 else { return nil }
        return eightDigits(first) &* 10 &+ UInt64(last)
    }

    /// Up to three digits, a point and one to seven digits, with or without a minus sign, in 1e-7.
    @inline(__always)
    @unsafe
    static func fixedPointE7(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int64? {
        // Safe: because at most a sign, three digits, a point and eight more bytes are read.
        let isNegative = unsafe base.load(fromByteOffset: start, as: UInt8.self) == 45
        let from = start &+ (isNegative ? 1 : 0)
        let whole = unsafe word(base, from)
        // The first zero byte after flipping the bits of a point: Warren, "Hacker's Delight", 6-1.
        let flipped = whole ^ 0x2E2E_2E2E_2E2E_2E2E
        let points = (flipped &- 0x0101_0101_0101_0101) & ~flipped & 0x8080_8080_8080_8080
        let digits = points.trailingZeroBitCount &>> 3
        let decimals = end &- from &- digits &- 1
        guard UInt(bitPattern: digits &- 1) < 3, UInt(bitPattern: decimals &- 1) < 7 else { return nil }
        // Both parts become eight digits: zeros in front of the whole part, a zero in front of the decimals and zeros
        // behind them.
        let fraction = unsafe word(base, from &+ digits &+ 1)
        let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* decimals)
        let fractionDigits = ((fraction & kept) | (zeros & ~kept)) &<< 8 | 48
        let shift = UInt64(truncatingIfNeeded: 8 &* digits)
        let wholeDigits = (whole &<< (64 &- shift)) | (zeros &>> shift)
        guard strangers(fractionDigits) | strangers(wholeDigits) == 0 else { return nil }
        let degrees =
            (wholeDigits &>> 56 & 15) &+ (wholeDigits &>> 48 & 15) &* 10 &+ (wholeDigits &>> 40 & 15) &* 100
        let value = Int64(truncatingIfNeeded: degrees &* 10_000_000 &+ eightDigits(fractionDigits))
        return isNegative ? 0 &- value : value
    }

    /// The second of a time of nineteen bytes whose first sixteen are those of the minute given.
    @inline(__always)
    @unsafe
    static func second(_ base: UnsafeRawPointer, _ start: Int, _ end: Int, of minute: MinutePrefix) -> Int64? {
        guard end - start == 19 else { return nil }
        // Safe: because the field has nineteen bytes.
        let low = unsafe base.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let high = unsafe base.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
        let colon = unsafe base.load(fromByteOffset: start + 16, as: UInt8.self)
        let tens = unsafe base.load(fromByteOffset: start + 17, as: UInt8.self) &- 48
        let ones = unsafe base.load(fromByteOffset: start + 18, as: UInt8.self) &- 48
        guard (low ^ minute.low) | (high ^ minute.high) == 0, colon == 58, tens < 6, ones < 10 else { return nil }
        return minute.seconds &+ Int64(tens) &* 10 &+ Int64(ones)
    }
}
