extension RowCursor {
    /// A coordinate in 1e-7 degree, rounded to nearest, halves away from zero; nil when blank or not a number.
    ///
    /// Reads `-76.35256`, `+12`, `.5`, `1.5e-05` and a decimal comma, which stands in quotes where commas part the
    /// columns. The greatest magnitude is 1 000 degrees; more is nil.
    public func fixedPointE7(of field: Int) -> Int64? {
        // Safe: because the bytes are only read within their count and do not leave this function.
        let bytes = unsafe bytes(of: field)
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
        if index < count { return slowFixedPointE7(of: field) }
        while decimals < 7 {
            value = value &* 10
            decimals += 1
        }
        if roundUp { value += 1 }
        return isNegative ? -value : value
    }

    /// A coordinate with an exponent, as programs write that print the shortest form.
    private func slowFixedPointE7(of field: Int) -> Int64? {
        let text = text(of: field)
        // An x would make it hexadecimal.
        guard text.utf8.contains(where: { $0 == 101 || $0 == 69 }),
            !text.utf8.contains(where: { $0 == 120 || $0 == 88 }),
            let value = Double(text), abs(value) <= 1_000
        else { return nil }
        return Int64((value * 1e7).rounded())
    }

    /// A number with decimals, as for lengths and draughts; nil when blank, not a number, or not finite.
    ///
    /// A comma is a decimal comma, as above.
    public func number(of field: Int) -> Double? {
        var text = text(of: field)
        guard !text.isEmpty, text.utf8.count <= 40 else { return nil }
        if text.utf8.contains(44) {
            text = String(text.map { $0 == "," ? "." : $0 })
        }
        guard let first = text.utf8.first, first == 45 || first == 43 || first == 46 || (48...57).contains(first),
            !text.utf8.contains(where: { $0 == 120 || $0 == 88 }), let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    /// An identity that is a plain number of at most 18 digits without leading zeros, `.0` behind it dropped; else nil.
    ///
    /// Such identities, nearly all there are, need no text in the tables.
    public func numericIdentity(of field: Int) -> UInt64? {
        // Safe: because the bytes are only read within their count and do not leave this function.
        let bytes = unsafe bytes(of: field)
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
}
