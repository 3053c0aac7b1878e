/// Reads digits with at most one decimal point and an optional sign; nil for anything else.
///
/// Stricter than `Double.init`: no exponent, no hexadecimal, no infinity, no "nan", and at most 17 characters, so every
/// value is finite and means what it looks like.
func readDecimal(_ text: Substring) -> Double? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
    let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits.utf8.count <= 17, pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty && isDigits($0) }) else {
        return nil
    }
    return Double(text)
}

/// Whether a text is made of the digits 0 to 9 only; the empty text is.
func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

/// Reads a whole number without a sign, or nil when the text is anything else or the number does not fit.
func readWhole(_ text: Substring) -> Int? {
    guard !text.isEmpty, isDigits(text) else { return nil }
    return Int(text)
}
