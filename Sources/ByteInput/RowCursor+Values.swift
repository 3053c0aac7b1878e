extension RowCursor {
    /// A time in any of the forms of known track files, or nil.
    ///
    /// - `2022-01-03T00:00:03`, with blank for T, `/` for `-`, fractions, and `Z`, ` UTC` or an offset like `+02:00`;
    /// - `01/06/2018 00:00:00`, day first, also with `.` or `-`, with or without seconds;
    /// - `20210701_185151`, `20210701T185151Z`, `20210701185151`;
    /// - seconds since 1970, with or without decimals, or milli-, micro- or nanoseconds, told apart by their size.
    ///
    /// Without a zone the time is UTC. A leap second (`:60`) counts as the next. Fractions are cut, not rounded.
    public mutating func time(of field: Int) -> ScannedTime? {
        // Safe: because the bytes do not leave this function.
        unsafe times.time(bytes(of: field))
    }

    /// A coordinate in 1e-7 degree, rounded to nearest, halves away from zero; nil when blank or not a number.
    ///
    /// Reads `-76.35256`, `+12`, `.5`, `1.5e-05` and a decimal comma, which stands in quotes where commas part the
    /// columns. The greatest magnitude is 1 000 degrees; more is nil.
    public func fixedPointE7(of field: Int) -> Int64? {
        // Safe: because the bytes do not leave this function.
        unsafe NumberScanner.fixedPointE7(bytes(of: field))
    }

    /// An identity that is a plain number of at most 18 digits without leading zeros, `.0` behind it dropped; else nil.
    ///
    /// Such identities, nearly all there are, need no text in the tables.
    public func numericIdentity(of field: Int) -> UInt64? {
        // Safe: because the bytes do not leave this function.
        unsafe NumberScanner.numericIdentity(bytes(of: field))
    }

    /// A number with decimals, as for lengths and draughts; nil when blank, not a number, or not finite.
    ///
    /// A comma is a decimal comma, as above.
    public func number(of field: Int) -> Double? {
        // Safe: because the bytes do not leave this function.
        if let number = unsafe NumberScanner.shortDecimal(bytes(of: field)) { return number }
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
}
