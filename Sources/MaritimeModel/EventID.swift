/// The id of an event: the same meeting has the same id in every run, format and partitioning.
///
/// A number and not a text, for there may be hundreds of thousands of events.
public struct EventID: Hashable, Sendable, CustomStringConvertible {
    public let number: UInt64

    public init(_ number: UInt64) { self.number = number }

    /// `sts-` and sixteen hexadecimal digits, as reports have it.
    public var description: String { "sts-" + sixteenDigits(number) }
}

/// The id that the pair events of an operation of more than two ships share.
public struct OperationID: Hashable, Sendable, CustomStringConvertible {
    public let number: UInt64

    public init(_ number: UInt64) { self.number = number }

    /// `op-` and sixteen hexadecimal digits, as reports have it.
    public var description: String { "op-" + sixteenDigits(number) }
}

/// One of the sixteen hexadecimal digits of a number as a character, 0 being the highest.
@inlinable
public func hexadecimalDigit(_ place: Int, of number: UInt64) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
}

private func sixteenDigits(_ number: UInt64) -> String {
    String(decoding: (0..<16).map { hexadecimalDigit($0, of: number) }, as: UTF8.self)
}
