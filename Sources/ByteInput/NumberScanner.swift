/// Reads numbers from the bytes of fields, whatever their form; `FastFields` reads the usual forms faster.
enum NumberScanner {
    /// A coordinate as `RowCursor.fixedPointE7(of:)` gives it.
    @unsafe
    static func fixedPointE7(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        // Safe: because the bytes are only read within their count.
        let count = bytes.count
        var index = 0
        var isNegative = false
        if count > 0 {
            let first = unsafe bytes[0]
            if first == 45 || first == 43 {
                isNegative = first == 45
                index = 1
            }
        }
        var value: Int64 = 0
        var digits = 0
        while index < count {
            let digit = unsafe bytes[index] &- 48
            guard digit < 10 else { break }
            value = value &* 10 &+ Int64(digit)
            digits += 1
            guard value <= 1_000 else { return nil }
            index += 1
        }
        var decimals = 0
        var roundUp = false
        if index < count, unsafe bytes[index] == 46 || bytes[index] == 44 {
            index += 1
            while index < count {
                let digit = unsafe bytes[index] &- 48
                guard digit < 10 else { break }
                if decimals < 7 {
                    value = value &* 10 &+ Int64(digit)
                } else if decimals == 7 {
                    roundUp = digit >= 5
                }
                decimals += 1
                digits += 1
                index += 1
            }
        }
        guard digits > 0 else { return nil }
        if index < count { return unsafe slowFixedPointE7(bytes) }
        while decimals < 7 {
            value = value &* 10
            decimals += 1
        }
        if roundUp { value += 1 }
        return isNegative ? -value : value
    }

    /// A coordinate with an exponent, as programs write that print the shortest form.
    @unsafe
    private static func slowFixedPointE7(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        // Safe: because the text is a copy.
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        // An x would make it hexadecimal.
        guard text.utf8.contains(where: { $0 == 101 || $0 == 69 }),
            !text.utf8.contains(where: { $0 == 120 || $0 == 88 }),
            let value = Double(text), abs(value) <= 1_000
        else { return nil }
        return Int64((value * 1e7).rounded())
    }

    /// An identity as `RowCursor.numericIdentity(of:)` gives it.
    @unsafe
    static func numericIdentity(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
        // Safe: because the bytes are only read within their count.
        var count = bytes.count
        if count > 2, unsafe bytes[count - 1] == 48 && bytes[count - 2] == 46 { count -= 2 }
        guard count > 0, count <= 18, unsafe bytes[0] != 48 else { return nil }
        var value: UInt64 = 0
        for index in 0..<count {
            let digit = unsafe bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
        }
        return value
    }

    /// A number of at most fifteen digits with at least one on either side of its point or comma; nil for any other.
    ///
    /// Digits and power of ten are exact as doubles, so the quotient is the double nearest to the number: Clinger, "How to
    /// read floating point numbers accurately" (1990).
    @unsafe
    static func shortDecimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
        // Safe: because the bytes are only read within their count.
        guard bytes.count <= 17, let first = unsafe bytes.first else { return nil }
        var digits: Int64 = 0
        var count = 0
        var decimals = -1
        for index in (first == 45 || first == 43 ? 1 : 0)..<bytes.count {
            let byte = unsafe bytes[index]
            if byte &- 48 < 10 {
                digits = digits &* 10 &+ Int64(byte &- 48)
                count += 1
                if decimals >= 0 { decimals += 1 }
            } else if byte == 46 || byte == 44, decimals < 0, count > 0 {
                decimals = 0
            } else {
                return nil
            }
        }
        guard count > 0, count <= 15, decimals != 0 else { return nil }
        var power = 1.0
        for _ in 0..<max(0, decimals) { power *= 10 }
        let value = Double(digits) / power
        return first == 45 ? -value : value
    }
}
