/// An IMO company identification number: seven digits that name an owner or a manager of ships.
///
/// It is another namespace than the ships' numbers, with other weights: 323 of 3 493 listed ships' numbers pass this
/// check as well, so the two are never compared. Leading zeros belong to it. Source: IMO resolution MSC.160(78).
public struct CompanyNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits as a number, 1...9 999 999.
    public let number: UInt32

    /// Makes a company number, or nil when the check digit is wrong or all seven digits are alike.
    ///
    /// The check digit is (11 - (8a + 6b + 4c + 2d + 9e + 7f) mod 11) mod 10.
    public init?(_ number: UInt32) {
        guard (1...9_999_999).contains(number), number % 1_111_111 != 0, number != 1_234_567 else { return nil }
        var rest = number / 10
        var sum: UInt32 = 0
        for weight in [UInt32(7), 9, 2, 4, 6, 8] {
            sum += rest % 10 * weight
            rest /= 10
        }
        guard (11 - sum % 11) % 10 == number % 10 else { return nil }
        self.number = number
    }

    /// Reads one to seven digits, also with `IMO` before them; leading zeros that a table program dropped are restored.
    public init?(_ text: String) {
        var digits = Substring(text)
        if digits.lowercased().hasPrefix("imo") { digits = digits.dropFirst(3) }
        while let first = digits.first, first == " " || first == ":" { digits.removeFirst() }
        while digits.last == " " { digits.removeLast() }
        guard (5...7).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = UInt32(digits)
        else { return nil }
        self.init(number)
    }

    /// Seven digits with leading zeros.
    public var description: String {
        let digits = String(number)
        return String(repeating: "0", count: 7 - digits.count) + digits
    }

    public static func < (left: CompanyNumber, right: CompanyNumber) -> Bool { left.number < right.number }
}
