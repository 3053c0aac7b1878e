/// An IMO ship identification number: seven digits that stay with the hull for life.
///
/// Only numbers whose check digit is right and that are no known placeholder can be made. Company IMO numbers are
/// another namespace with other weights and are never compared with these. Source: IMO resolution A.1117(30).
public struct IMONumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The seven digits as a number, 1 000 000...9 999 999.
    public let number: UInt32

    /// Makes a ship number, or nil when the check digit is wrong or the number is a placeholder.
    public init?(_ number: UInt32) {
        guard (1_000_000...9_999_999).contains(number), number != 1_234_567, number != 9_999_999 else { return nil }
        var rest = number / 10
        var sum: UInt32 = 0
        var allDigitsAlike = true
        for weight in UInt32(2)...7 {
            sum += rest % 10 * weight
            allDigitsAlike = allDigitsAlike && rest % 10 == number % 10
            rest /= 10
        }
        guard sum % 10 == number % 10, !allDigitsAlike else { return nil }
        self.number = number
    }

    /// Reads `9187629`, `IMO9187629`, `IMO 9187629` or `9187629.0`; nil for anything else or an invalid number.
    public init?(_ text: String) {
        guard let number = Self.sevenDigits(text) else { return nil }
        self.init(number)
    }

    /// The number of a text like `IMO9187629`, which is how most files have it; nil for any other text.
    private static func sevenDigits(behindPrefixOf text: String) -> UInt32? {
        var number: UInt32 = 0
        var prefix: UInt32 = 0
        for (place, byte) in text.utf8.enumerated() {
            if place < 3 {
                prefix = prefix << 8 | UInt32(byte | 0x20)
            } else {
                guard (48...57).contains(byte) else { return nil }
                number = number * 10 + UInt32(byte - 48)
            }
        }
        // "imo"
        return prefix == 0x69_6D6F ? number : nil
    }

    /// The number of a text written as an IMO number is, 0...9 999 999, whatever its check digit; nil for any other text.
    public static func sevenDigits(_ text: String) -> UInt32? {
        if text.utf8.count == 7, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            return text.utf8.reduce(0) { $0 * 10 + UInt32($1 - 48) }
        }
        if text.utf8.count == 10, let number = sevenDigits(behindPrefixOf: text) { return number }
        var digits = Substring(text)
        if digits.lowercased().hasPrefix("imo") { digits = digits.dropFirst(3) }
        while let first = digits.first, first == " " || first == ":" { digits.removeFirst() }
        while digits.last == " " { digits.removeLast() }
        if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
        guard digits.utf8.count == 7, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return UInt32(digits)
    }

    /// Whether a number fails the check digit and may be a slip of the pen: seven digits that are no placeholder.
    ///
    /// Equal digits and runs of digits are what is typed where no number is known.
    public static func isMistyped(_ number: UInt32) -> Bool {
        (1_000_000...9_999_999).contains(number) && IMONumber(number) == nil && number % 1_111_111 != 0
            && number != 1_234_567 && number != 7_654_321
    }

    /// The seven digits.
    public var description: String { String(number) }

    public static func < (left: IMONumber, right: IMONumber) -> Bool { left.number < right.number }
}
