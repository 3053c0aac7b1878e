import MaritimeModel

/// Reads a moment: RFC 3339 text, or a part of it from the date on, which is then taken as UTC.
///
/// `2026-01-03`, `2026-01-03T04:12`, `2026-01-03 04:12:09`, `2026-01-03T04:12:09.5Z`, `2026-01-03T05:12:09+01:00`.
/// Fractions of a second are dropped.
func readMoment(_ text: String) throws(ValueError) -> Timestamp {
    guard let moment = moment(of: text) else {
        throw ValueError("is not a time; write a date or an RFC 3339 time, such as 2026-01-03 or 2026-01-03T04:12:09Z")
    }
    return moment
}

private func moment(of text: String) -> Timestamp? {
    var rest = Substring(text)
    guard let year = take(4, from: &rest), rest.popFirst() == "-", let month = take(2, from: &rest),
        rest.popFirst() == "-", let day = take(2, from: &rest),
        let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard let separator = rest.popFirst() else { return Timestamp(date) }
    guard separator == "T" || separator == "t" || separator == " ", let hour = take(2, from: &rest), hour <= 23,
        rest.popFirst() == ":", let minute = take(2, from: &rest), minute <= 59
    else { return nil }
    var second = 0
    if rest.first == ":" {
        rest.removeFirst()
        guard let read = take(2, from: &rest), read <= 59 else { return nil }
        second = read
        if rest.first == "." {
            let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
    }
    guard let offset = zoneOffset(rest) else { return nil }
    var moment = Timestamp(date, hour: hour, minute: minute, second: second)
    moment.secondsSince1970 -= Int64(offset)
    return moment
}

/// Seconds east of UTC: nothing, `Z` or `+hh:mm`; nil when the text is something else.
private func zoneOffset(_ text: Substring) -> Int? {
    guard let sign = text.first, text.lowercased() != "z" else { return 0 }
    var rest = text.dropFirst()
    guard sign == "+" || sign == "-", let hours = take(2, from: &rest), hours <= 23, rest.popFirst() == ":",
        let minutes = take(2, from: &rest), minutes <= 59, rest.isEmpty
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
}

/// Takes exactly `count` digits from the front, or nil.
private func take(_ count: Int, from text: inout Substring) -> Int? {
    let digits = text.prefix(count)
    guard digits.count == count, let number = readWhole(digits) else { return nil }
    text = text.dropFirst(count)
    return number
}
