import Glibc
import MaritimeModel

/// Appends a number rounded to at most `decimals` places, halves away from zero; false when it is not finite.
///
/// The digits come from integer arithmetic: no locale can change the decimal point, and there is no minus zero.
/// `decimals` is 0...9. With `trimmed` the zeros at the end of the fraction go: 274.0 reads 274.
/// A number too large for that (about 9e18 units of the last place) is written in the shortest form that reads back
/// to it, for instance 1e+300.
@discardableResult
func appendDecimal(_ value: Double, decimals: Int, trimmed: Bool = false, to bytes: inout [UInt8]) -> Bool {
    precondition((0...9).contains(decimals))
    guard value.isFinite else { return false }
    let scaled = value.magnitude * powersOfTen[decimals]
    guard scaled < 9e15 else {
        appendLargeDecimal(value, decimals: decimals, trimmed: trimmed, to: &bytes)
        return true
    }
    // Halves away from zero; the difference is exact.
    var whole = UInt64(scaled)
    if scaled - Double(whole) >= 0.5 { whole += 1 }
    let digits = DecimalDigits(whole)
    let places = trimmed ? decimals - min(decimals, digits.zerosAtEnd) : decimals
    bytes.append(addingCapacity: 20) { (room: inout OutputSpan<UInt8>) in
        if value < 0 && whole > 0 { room.append(UInt8(ascii: "-")) }
        let point = 16 - decimals
        for place in min(16 - digits.count, point - 1)..<point { room.append(digits[place]) }
        guard places > 0 else { return }
        room.append(UInt8(ascii: "."))
        for place in point..<point + places { room.append(digits[place]) }
    }
    return true
}

private let powersOfTen: InlineArray<10, Double> = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

/// The same for numbers that sixteen digits do not hold.
private func appendLargeDecimal(_ value: Double, decimals: Int, trimmed: Bool, to bytes: inout [UInt8]) {
    var unit: UInt64 = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (value.magnitude * Double(unit)).rounded()
    guard scaled < 9e18 else {
        bytes.append(contentsOf: value.description.utf8)
        return
    }
    let digits = UInt64(scaled)
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: String(digits / unit).utf8)
    var fraction = String(digits % unit)
    fraction = String(repeating: "0", count: max(0, decimals - fraction.utf8.count)) + fraction
    if trimmed { while fraction.hasSuffix("0") { fraction.removeLast() } }
    if decimals > 0, !fraction.isEmpty { bytes.append(contentsOf: ".\(fraction)".utf8) }
}

/// Appends a whole number.
func appendInteger(_ value: Int, to bytes: inout [UInt8]) {
    guard value.magnitude < DecimalDigits.limit else {
        bytes.append(contentsOf: String(value).utf8)
        return
    }
    let digits = DecimalDigits(UInt64(value.magnitude))
    bytes.append(addingCapacity: 20) { (room: inout OutputSpan<UInt8>) in
        if value < 0 { room.append(UInt8(ascii: "-")) }
        for place in 16 - digits.count..<16 { room.append(digits[place]) }
    }
}

/// The number as `appendDecimal` writes it; `n/a` when it is not finite.
func decimalText(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
    var bytes: [UInt8] = []
    guard appendDecimal(value, decimals: decimals, trimmed: trimmed, to: &bytes) else { return "n/a" }
    return String(decoding: bytes, as: UTF8.self)
}

/// A longitude in -180...180 degrees; means that ran over the dateline come back, others stay as they are.
func longitudeInRange(_ longitude: Double) -> Double {
    guard longitude.isFinite, longitude < -180 || longitude > 180 else { return longitude }
    return longitude.remainder(dividingBy: 360)
}

/// Appends an id as reports have it: a prefix and sixteen hexadecimal digits.
func appendID(_ prefix: String, _ number: UInt64, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix.utf8)
    bytes.append(addingCapacity: 16) { (room: inout OutputSpan<UInt8>) in
        for place in 0..<16 { room.append(hexadecimalDigit(place, of: number)) }
    }
}
