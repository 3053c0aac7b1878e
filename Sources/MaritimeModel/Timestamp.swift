/// A moment in UTC, kept to the whole second.
///
/// Unit: seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time). Fractions of a second are
/// truncated before a `Timestamp` is made, because the rule for duplicates works on whole seconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var secondsSince1970: Int64

    /// Makes a moment from POSIX seconds.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Makes a moment from a civil date and a time of day, both UTC.
    ///
    /// The caller checks the ranges: hour 0...23, minute and second 0...59.
    public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        secondsSince1970 =
            Int64(date.daysSince1970) * 86_400 + Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second)
    }

    /// The UTC date on which the moment falls.
    public var date: CivilDate {
        CivilDate(daysSince1970: Int(floorDivide(secondsSince1970, 86_400)))
    }

    /// The second of the UTC day, 0...86 399.
    public var secondOfDay: Int {
        Int(secondsSince1970 - floorDivide(secondsSince1970, 86_400) * 86_400)
    }

    /// The moment as RFC 3339 text, for instance `2026-01-03T04:12:09Z`.
    public var iso8601: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20)
        appendISO8601(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the moment as `iso8601` has it.
    public func appendISO8601(to bytes: inout [UInt8]) {
        if let text = shortISO8601 {
            bytes.append(addingCapacity: 20) { (room: inout OutputSpan<UInt8>) in
                for place in 0..<20 { room.append(text[place]) }
            }
        } else {
            bytes.append(contentsOf: "\(date.iso8601)T".utf8)
            bytes.append(contentsOf: "\(padded(hour)):\(padded(minute)):\(padded(secondOfDay % 60))Z".utf8)
        }
    }

    /// The characters of `iso8601` when the year has four digits; nil for other years.
    public var shortISO8601: InlineArray<20, UInt8>? {
        let date = date
        guard (0...9_999).contains(date.year) else { return nil }
        var text = InlineArray<20, UInt8>(repeating: 0)
        func put(_ number: Int, at place: Int, then mark: UInt8) {
            text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
            text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
            if mark != 0 { text[place + 2] = mark }
        }
        put(date.year / 100, at: 0, then: 0)
        put(date.year % 100, at: 2, then: UInt8(ascii: "-"))
        put(date.month, at: 5, then: UInt8(ascii: "-"))
        put(date.day, at: 8, then: UInt8(ascii: "T"))
        put(hour, at: 11, then: UInt8(ascii: ":"))
        put(minute, at: 14, then: UInt8(ascii: ":"))
        put(secondOfDay % 60, at: 17, then: UInt8(ascii: "Z"))
        return text
    }

    private var hour: Int { secondOfDay / 3_600 }
    private var minute: Int { secondOfDay / 60 % 60 }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}

/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The astronomical year; month 1...12; day 1...31.
    public let year: Int
    public let month: Int
    public let day: Int

    /// Makes a date, or nil when the month has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.daysInMonth(month, year: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Makes the date that lies `days` days after 1970-01-01.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Reads `yyyy-mm-dd`, or nil when the text is anything else.
    public init?(iso8601 text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01. Source: as above, `days_from_civil`.
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date as `yyyy-mm-dd`.
    public var iso8601: String {
        let digits = String(year)
        return "\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(padded(month))-\(padded(day))"
    }

    /// How many days the month has; month 1...12.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Division that rounds towards minus infinity; the divisor is positive.
func floorDivide<Number: BinaryInteger>(_ dividend: Number, _ divisor: Number) -> Number {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// A number below 100 with two digits.
private func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
}
