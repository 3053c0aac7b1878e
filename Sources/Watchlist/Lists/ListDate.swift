import MaritimeModel

/// Dates as publishers of lists write them.
enum ListDate {
    /// Reads `2017-10-03` (with or without a time behind it), `03/10/2017` with the day first, `3-Oct-17` and
    /// `03-Oct-2017`; nil for everything else and for days that no calendar has.
    ///
    /// Years of two digits are taken as 1970 to 2069: the first sanctions lists with ships are of this time.
    static func dayFirst(_ text: String) -> CivilDate? {
        let text = text.trimmed
        if text.utf8.count >= 10, let date = CivilDate(iso8601: String(text.prefix(10))) { return date }
        let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." || $0 == " " }
        guard parts.count == 3, let day = number(parts[0], digits: 1...2), let month = month(parts[1]),
            var year = number(parts[2], digits: 2...4), parts[2].count != 3
        else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return CivilDate(iso8601: "\(year)-\(padded(month))-\(padded(day))")
    }

    private static func month(_ text: Substring) -> Int? {
        if let number = number(text, digits: 1...2) { return number }
        guard text.count >= 3, let position = names.firstIndex(where: { $0.hasPrefix(text.lowercased()) }) else {
            return nil
        }
        return position + 1
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
