/// A time as read from a file: whole seconds since 1970-01-01T00:00:00Z and what was cut off.
public struct ScannedTime: Hashable, Sendable {
    public var seconds: Int64
    /// 0..<1 000 000 000.
    public var nanoseconds: UInt32
}

/// The first sixteen bytes of a time, which name the minute in the usual forms, and what they stand for.
struct MinutePrefix: Sendable {
    /// Newlines at first, which no field holds.
    var low: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    var high: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    /// Seconds since 1970 of the minute.
    var seconds: Int64 = 0
}

/// Reads times from the bytes of fields; remembers the minute, which the rows of a file share.
struct TimeScanner: Sendable {
    /// The last time prefix that was read.
    var minute = MinutePrefix()

    /// A time in any of the forms that `RowCursor.time(of:)` names, or nil.
    @unsafe
    mutating func time(_ bytes: UnsafeRawBufferPointer) -> ScannedTime? {
        // Safe: because the bytes are only read within their count.
        let count = bytes.count
        if count >= 19, unsafe bytes[16] == 58 {
            let low = unsafe bytes.loadUnaligned(as: UInt64.self)
            let high = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            if minute.low != low || minute.high != high {
                guard let seconds = unsafe secondsOfMinute(bytes) else { return nil }
                minute = MinutePrefix(low: low, high: high, seconds: seconds)
            }
            guard let second = unsafe twoDigits(bytes, 17), second <= 60 else { return nil }
            let whole = minute.seconds + Int64(second)
            if count == 19 { return ScannedTime(seconds: whole, nanoseconds: 0) }
            return unsafe timeWithTail(bytes, from: 19, whole: whole)
        }
        return unsafe rareTime(bytes)
    }

    /// What follows the seconds: a fraction and a zone.
    @unsafe
    private func timeWithTail(_ bytes: UnsafeRawBufferPointer, from start: Int, whole: Int64) -> ScannedTime? {
        // Safe: because every index is checked against `count`.
        let count = bytes.count
        var index = start
        var nanoseconds: UInt32 = 0
        if index < count, unsafe bytes[index] == 46 || bytes[index] == 44 {
            index += 1
            var scale: UInt32 = 100_000_000
            let firstDigit = index
            while index < count {
                let digit = unsafe bytes[index] &- 48
                guard digit < 10 else { break }
                nanoseconds += UInt32(digit) * scale
                scale /= 10
                index += 1
            }
            guard index > firstDigit else { return nil }
        }
        while index < count, unsafe bytes[index] == 32 { index += 1 }
        if index == count { return ScannedTime(seconds: whole, nanoseconds: nanoseconds) }
        let first = unsafe bytes[index]
        if first == 90 || first == 122, index + 1 == count {
            return ScannedTime(seconds: whole, nanoseconds: nanoseconds)
        }
        let isUTC =
            unsafe count - index == 3 && bytes[index] & 0xDF == 85 && bytes[index + 1] & 0xDF == 84
            && bytes[index + 2] & 0xDF == 67
        let isGMT =
            unsafe count - index == 3 && bytes[index] & 0xDF == 71 && bytes[index + 1] & 0xDF == 77
            && bytes[index + 2] & 0xDF == 84
        if isUTC || isGMT { return ScannedTime(seconds: whole, nanoseconds: nanoseconds) }
        guard first == 43 || first == 45, let hours = unsafe twoDigits(bytes, index + 1), hours <= 15 else {
            return nil
        }
        var minutes = 0
        if index + 3 < count {
            let at = unsafe bytes[index + 3] == 58 ? index + 4 : index + 3
            guard let value = unsafe twoDigits(bytes, at), value < 60, at + 2 == count else { return nil }
            minutes = value
        }
        let offset = Int64(hours * 3_600 + minutes * 60)
        return ScannedTime(seconds: first == 43 ? whole - offset : whole + offset, nanoseconds: nanoseconds)
    }

    /// The minute that sixteen bytes name: `yyyy-mm-ddThh:mm` or `dd/mm/yyyy hh:mm`.
    @unsafe
    private func secondsOfMinute(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        // Safe: because there are at least sixteen bytes, as both callers have checked.
        guard unsafe bytes[13] == 58, unsafe bytes[10] == 84 || bytes[10] == 32 || bytes[10] == 116,
            let hour = unsafe twoDigits(bytes, 11), let minute = unsafe twoDigits(bytes, 14), hour < 24, minute < 60
        else { return nil }
        let day: Int64?
        if unsafe isSeparator(bytes[4]) && bytes[4] == bytes[7] {
            day = unsafe dayNumber(digits(bytes, 0, 4), twoDigits(bytes, 5), twoDigits(bytes, 8))
        } else if unsafe isSeparator(bytes[2]) && bytes[2] == bytes[5] {
            day = unsafe dayNumber(digits(bytes, 6, 4), twoDigits(bytes, 3), twoDigits(bytes, 0))
        } else {
            day = nil
        }
        guard let day else { return nil }
        return day * 86_400 + Int64(hour * 3_600 + minute * 60)
    }

    /// The forms that do not have a colon as their seventeenth byte.
    @unsafe
    private func rareTime(_ bytes: UnsafeRawBufferPointer) -> ScannedTime? {
        // Safe: because lengths are checked before bytes are read.
        let count = bytes.count
        if count == 16, let seconds = unsafe secondsOfMinute(bytes) {
            return ScannedTime(seconds: seconds, nanoseconds: 0)
        }
        // hh:mm without seconds, but with a zone.
        if count > 16, count <= 22, unsafe bytes[13] == 58, let seconds = unsafe secondsOfMinute(bytes) {
            return unsafe timeWithTail(bytes, from: 16, whole: seconds)
        }
        // yyyymmdd?hhmmss
        if count >= 15, unsafe bytes[8] == 95 || bytes[8] == 84 || bytes[8] == 32 || bytes[8] == 45 {
            return unsafe compactTime(bytes, clockAt: 9)
        }
        // Fourteen digits; seconds since 1970 with three decimals are as long.
        if count == 14, unsafe digits(bytes, 0, 14) != nil {
            return unsafe compactTime(bytes, clockAt: 8)
        }
        return unsafe epochTime(bytes)
    }

    @unsafe
    private func compactTime(_ bytes: UnsafeRawBufferPointer, clockAt clock: Int) -> ScannedTime? {
        // Safe: because `digits` checks every index against the count.
        guard let day = unsafe dayNumber(digits(bytes, 0, 4), twoDigits(bytes, 4), twoDigits(bytes, 6)),
            let hour = unsafe twoDigits(bytes, clock), let minute = unsafe twoDigits(bytes, clock + 2),
            let second = unsafe twoDigits(bytes, clock + 4), hour < 24, minute < 60, second <= 60
        else { return nil }
        let whole = day * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return unsafe timeWithTail(bytes, from: clock + 6, whole: whole)
    }

    @unsafe
    private func epochTime(_ bytes: UnsafeRawBufferPointer) -> ScannedTime? {
        // Safe: because every index is checked against the count.
        let count = bytes.count
        var index = 0
        var value: Int64 = 0
        while index < count, index <= 19 {
            let digit = unsafe bytes[index] &- 48
            guard digit < 10 else { break }
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowedToo) = product.addingReportingOverflow(Int64(digit))
            guard !overflowed, !overflowedToo else { return nil }
            value = sum
            index += 1
        }
        // Nine digits of seconds are 1973 to 2001, thirteen of milliseconds 2001 to 2286, and so on.
        let (perSecond, nanosecondsPerUnit): (Int64, Int64)
        switch index {
        case 9...11: (perSecond, nanosecondsPerUnit) = (1, 1_000_000_000)
        case 12...14: (perSecond, nanosecondsPerUnit) = (1_000, 1_000_000)
        case 15...17: (perSecond, nanosecondsPerUnit) = (1_000_000, 1_000)
        case 18...19: (perSecond, nanosecondsPerUnit) = (1_000_000_000, 1)
        default: return nil
        }
        let whole = value / perSecond
        let rest = UInt32(value % perSecond * nanosecondsPerUnit)
        if index == count { return ScannedTime(seconds: whole, nanoseconds: rest) }
        guard unsafe bytes[index] == 46, perSecond == 1 else {
            // Decimals of a millisecond and less do not matter, but must be digits.
            guard unsafe bytes[index] == 46, unsafe areDigits(bytes, from: index + 1) else { return nil }
            return ScannedTime(seconds: whole, nanoseconds: rest)
        }
        return unsafe areDigits(bytes, from: index + 1) ? timeWithTail(bytes, from: index, whole: whole) : nil
    }

    @unsafe
    private func areDigits(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        // Safe: because the buffer's own indices are used.
        unsafe bytes.dropFirst(start).allSatisfy { (48...57).contains($0) }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == 45 || byte == 47 || byte == 46 }

    @unsafe
    private func twoDigits(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
        // Safe: because the index is checked.
        guard at + 1 < bytes.count else { return nil }
        let tens = unsafe bytes[at] &- 48
        let ones = unsafe bytes[at + 1] &- 48
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) * 10 + Int(ones)
    }

    @unsafe
    private func digits(_ bytes: UnsafeRawBufferPointer, _ at: Int, _ length: Int) -> Int? {
        // Safe: because the index is checked.
        guard at + length <= bytes.count else { return nil }
        var value = 0
        for index in at..<(at + length) {
            let digit = unsafe bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// Days since 1970-01-01, or nil when there is no such day.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    private func dayNumber(_ year: Int?, _ month: Int?, _ day: Int?) -> Int64? {
        guard let year, let month, let day, (1...12).contains(month), day >= 1, year >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
        guard day <= length else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }
}
