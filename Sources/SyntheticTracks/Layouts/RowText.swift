import MaritimeModel

/// Text built as bytes: no `String` per row, since a fleet file has millions of them.
extension [UInt8] {
    /// A whole number in decimal.
    mutating func appendNumber(_ number: Int) {
        guard number >= 0 else {
            append(UInt8(ascii: "-"))
            return appendNumber(-number)
        }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(48 &+ UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// A number below 100 with two digits.
    mutating func appendTwoDigits(_ number: Int) {
        append(48 &+ UInt8(truncatingIfNeeded: number / 10))
        append(48 &+ UInt8(truncatingIfNeeded: number % 10))
    }

    /// A number of tenths with one decimal.
    mutating func appendTenths(_ tenths: Int) {
        appendNumber(tenths / 10)
        append(UInt8(ascii: "."))
        append(48 &+ UInt8(truncatingIfNeeded: tenths % 10))
    }

    /// A coordinate of 1e-7 degree, rounded to `decimals` places (1...7); `trimmed` drops zeros at the end but one.
    mutating func appendDegrees(e7: Int32, decimals: Int, trimmed: Bool) {
        var unit = 1
        for _ in decimals..<7 { unit *= 10 }
        let negative = e7 < 0
        // Half away from zero, on integers, so that no machine rounds another way.
        let magnitude = (Int(e7.magnitude) + unit / 2) / unit
        if negative && magnitude > 0 { append(UInt8(ascii: "-")) }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        appendNumber(magnitude / scale)
        append(UInt8(ascii: "."))
        var rest = magnitude % scale
        repeat {
            scale /= 10
            append(48 &+ UInt8(truncatingIfNeeded: rest / scale))
            rest %= scale
        } while scale > 1 && !(trimmed && rest == 0)
    }

    /// `2024-01-02T03:04:05` with the separator asked for.
    mutating func appendTime(_ time: Timestamp, separator: UInt8) {
        let date = time.date
        appendNumber(date.year)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.month)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.day)
        append(separator)
        appendClock(secondOfDay: time.secondOfDay)
    }

    /// `03:04:05`.
    mutating func appendClock(secondOfDay: Int) {
        appendTwoDigits(secondOfDay / 3_600)
        append(UInt8(ascii: ":"))
        appendTwoDigits(secondOfDay / 60 % 60)
        append(UInt8(ascii: ":"))
        appendTwoDigits(secondOfDay % 60)
    }

    /// One CSV field, quoted only when it must be (RFC 4180).
    mutating func appendField(_ text: String) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else {
            append(contentsOf: text.utf8)
            return
        }
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }
}
