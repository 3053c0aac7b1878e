import MaritimeModel

/// What a cell that should hold an identity number holds.
enum ListedNumber<Value: Equatable>: Equatable {
    /// Blank, or a word for "not known".
    case none
    case valid(Value)
    /// Not such a number; the text says why, as the rest of a sentence.
    case invalid(String)

    var value: Value? {
        if case .valid(let value) = self { value } else { nil }
    }
}

/// Words and signs that lists write where they know no number.
private let wordsForNothing: Set<String> = ["", "-", "0", "n/a", "na", "none", "null", "unknown", "-0-"]

/// Reads a ship's IMO number as lists write it: `9187629`, `IMO 9187629`, `IMO9187629`.
func listedIMO(_ text: String) -> ListedNumber<IMONumber> {
    // Nearly always it is the number alone.
    if text.utf8.count == 7, let number = IMONumber(text) { return .valid(number) }
    let text = text.trimmed
    if wordsForNothing.contains(text.lowercased()) { return .none }
    if let number = IMONumber(text) { return .valid(number) }
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if !digits.isEmpty && digits.allSatisfy({ $0 == "0" }) { return .none }
    let reason = digits.count == 7 ? "its check digit is wrong, or it is a placeholder" : "it needs seven digits"
    return .invalid("\(text.uppercased().hasPrefix("IMO") ? text : "IMO \(text)") is no ship's IMO number (\(reason))")
}

/// Reads an MMSI as lists write it: nine digits, also with `MMSI` before or `.0` behind them.
func listedMMSI(_ text: String) -> ListedNumber<MMSI> {
    if text.utf8.count == 9, let mmsi = MMSI(text), !mmsi.isPlaceholder { return .valid(mmsi) }
    var digits = Substring(text.trimmed)
    if wordsForNothing.contains(digits.lowercased()) { return .none }
    if digits.uppercased().hasPrefix("MMSI") { digits = digits.dropFirst(4) }
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    guard let mmsi = MMSI(digits.trimmed) else {
        return .invalid("MMSI \(digits.trimmed) is no MMSI (it needs nine digits)")
    }
    if mmsi.isPlaceholder { return mmsi.number == 0 ? .none : .invalid("MMSI \(mmsi) is a placeholder") }
    return .valid(mmsi)
}

extension MMSI {
    /// Nine equal digits or a run of digits: what is typed where no number is known, and so is shared by many ships.
    var isPlaceholder: Bool {
        number % 111_111_111 == 0 || number == 123_456_789 || number == 987_654_321
    }
}
