import MaritimeModel

/// How values read in the text report and in the account on standard error.
///
/// Parts that belong together are joined by hard spaces, so that no line is broken inside them.
enum Wording {
    private static let gap = String(TerminalText.hardSpace)

    /// `12 345`.
    static func count(_ number: Int) -> String {
        number < 0 ? "-" + grouped(String(number.magnitude)) : grouped(String(number))
    }

    /// Digits in groups of three; text that is not digits alone stays as it is.
    private static func grouped(_ digits: String) -> String {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return digits }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.utf8.count - place) % 3 == 0 { text += gap }
            text.append(digit)
        }
        return text
    }

    /// `1 meeting`, `12 345 meetings`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(count(number))\(gap)\(number == 1 ? one : many)"
    }

    /// `2 h 24 min`: the two greatest units, cut off and not rounded, so that nothing looks longer than it was.
    static func duration(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(seconds)\(gap)s"
        case ..<3_600: "\(seconds / 60)\(gap)min"
        case ..<86_400: "\(seconds / 3_600)\(gap)h\(gap)\(padded(seconds / 60 % 60))\(gap)min"
        default: "\(count(seconds / 86_400))\(gap)d\(gap)\(padded(seconds / 3_600 % 24))\(gap)h"
        }
    }

    /// `39 min 57 s`, `2 h`: nothing left out.
    static func exactDuration(_ seconds: Int) -> String {
        if seconds == 0 { return "0\(gap)s" }
        let parts = [(seconds / 3_600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
        return parts.filter { $0.0 != 0 }.map { "\(count($0.0))\(gap)\($0.1)" }.joined(separator: gap)
    }

    /// `2026-01-03`, `2026-01-03 to 01-05`, `2025-12-31 to 2026-01-01`; a dash when a date is missing.
    static func days(_ first: Timestamp?, _ last: Timestamp?) -> String {
        guard let first = first?.date, let last = last?.date else { return "-" }
        if first == last { return first.iso8601 }
        return "\(first.iso8601) to " + (first.year == last.year ? String(last.iso8601.dropFirst(5)) : last.iso8601)
    }

    /// `2026-01-03 04:12`, or with the second.
    static func moment(_ time: Timestamp, seconds: Bool = false) -> String {
        "\(time.date.iso8601)\(gap)\(clock(time, seconds: seconds))"
    }

    /// `2026-01-03 04:12 to 09:31`; the second date only when it is another one.
    static func span(_ start: Timestamp, _ end: Timestamp, seconds: Bool = false) -> String {
        if start == end { return moment(start, seconds: seconds) }
        let last = start.date == end.date ? clock(end, seconds: seconds) : moment(end, seconds: seconds)
        return "\(moment(start, seconds: seconds)) to\(gap)\(last)"
    }

    /// `23 m`, `2.40 km`; whole metres, since the positions are no better.
    static func distance(metres: Double) -> String {
        guard metres.isFinite else { return unknown }
        return metres < 1_000 ? "\(decimalText(metres, decimals: 0))\(gap)m" : kilometres(metres / 1_000)
    }

    /// `4.3 km`, `42 km`.
    static func kilometres(_ value: Double) -> String {
        guard value.isFinite else { return unknown }
        return "\(value < 10 ? decimalText(value, decimals: 1) : grouped(decimalText(value, decimals: 0)))\(gap)km"
    }

    /// A stated measure or a limit, without zeros at its end.
    static func measure(_ value: Double, _ unit: String) -> String {
        "\(decimalText(value, decimals: 3, trimmed: true))\(gap)\(unit)"
    }

    /// `274 m long, 48 m wide`, or as much of it as is known; nil when nothing is.
    static func size(length: Double?, beam: Double?) -> String? {
        let parts = [length.map { "\(measure($0, "m")) long" }, beam.map { "\(measure($0, "m")) wide" }]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    static func knots(_ value: Double) -> String {
        value.isFinite ? "\(decimalText(value, decimals: 1))\(gap)kn" : unknown
    }

    /// `90 %` of a whole, which is greater than 0.
    static func share(_ part: Int, of whole: Int) -> String {
        "\(decimalText(Double(part) * 100 / Double(whole), decimals: 0))\(gap)%"
    }

    private static let unknown = "not\(gap)known"

    /// `25.123 N 56.120 E`, in degrees.
    static func position(latitude: Double, longitude: Double, decimals: Int = 3) -> String {
        guard latitude.isFinite, longitude.isFinite else { return "position not known" }
        let northing = degrees(latitude, positive: "N", negative: "S", decimals: decimals)
        let easting = degrees(longitudeInRange(longitude), positive: "E", negative: "W", decimals: decimals)
        return "\(northing)\(gap)\(easting)"
    }

    private static func degrees(_ value: Double, positive: String, negative: String, decimals: Int) -> String {
        let text = decimalText(value, decimals: decimals)
        return text.hasPrefix("-") ? "\(text.dropFirst())\(gap)\(negative)" : "\(text)\(gap)\(positive)"
    }

    /// Where the nearest port is: `42 km from Fujairah (AE)`; nil when none was looked for.
    static func place(_ place: EventPlace) -> String? {
        let port = place.port.map { name in
            let country = place.portCountry.map { " (\(TerminalText.harmless($0)))" } ?? ""
            return TerminalText.harmless(name) + country
        }
        guard let kilometres = place.portKilometres else {
            return place.inPort ? "in port" : nil
        }
        let distance = "\(Wording.kilometres(kilometres)) from \(port ?? "port")"
        return place.inPort ? "in port, \(distance)" : distance
    }

    /// `1 204 kB`.
    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<10_000: "\(self.count(count))\(gap)bytes"
        case ..<10_000_000: "\(self.count(count / 1_000))\(gap)kB"
        default: "\(self.count(count / 1_000_000))\(gap)MB"
        }
    }

    private static func clock(_ time: Timestamp, seconds: Bool) -> String {
        let second = time.secondOfDay
        let minutes = "\(padded(second / 3_600)):\(padded(second / 60 % 60))"
        return seconds ? "\(minutes):\(padded(second % 60))" : minutes
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
