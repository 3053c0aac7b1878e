/// The units of a duration, the longest first: they may be combined in this order only.
private let durationUnits: [(letter: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]

/// The longest duration that an option accepts, in seconds: a leap year. Longer ones are slips of the keyboard.
private let longestDuration = 366 * 86_400

/// Reads `90s`, `30m`, `2h`, `1d`, combinations such as `39m57s`, and plain `0`, as seconds.
func readDuration(_ text: String, atLeast least: Int = 0) throws(ValueError) -> Int {
    guard let seconds = durationSeconds(text) else {
        let advice = "write it with units, such as 90s, 30m, 2h, 1d or 1h30m"
        if let number = readWhole(Substring(text)) {
            throw ValueError("has no unit; write \(number)s, \(number)m or \(number)h")
        }
        throw ValueError("is not a duration; \(advice)")
    }
    guard seconds >= least, seconds <= longestDuration else {
        throw ValueError(
            "is out of range; \(durationText(least)) to \(durationText(longestDuration)) is accepted")
    }
    return seconds
}

/// Seconds of a duration, the greatest integer when they do not fit, or nil when the text is none.
private func durationSeconds(_ text: String) -> Int? {
    if text == "0" { return 0 }
    var rest = Substring(text)
    var units = durationUnits[...]
    var total = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, isDigits(digits), let letter = rest.popFirst(),
            let unit = units.firstIndex(where: { $0.letter == letter })
        else { return nil }
        // A number too long for an integer is a duration all the same, and far out of range.
        let (product, overflows) = (Int(digits) ?? .max).multipliedReportingOverflow(by: units[unit].seconds)
        let (sum, exceeds) = total.addingReportingOverflow(overflows ? .max : product)
        total = exceeds ? .max : sum
        units = units[(unit + 1)...]
    }
    return total
}

/// A duration in the form that the options read, for instance `1h30m`; `0s` for none.
func durationText(_ seconds: Int) -> String {
    var rest = seconds
    var text = ""
    for unit in durationUnits where rest >= unit.seconds {
        text += "\(rest / unit.seconds)\(unit.letter)"
        rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
}
