import Glibc

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
    var unit: UInt64 = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (value.magnitude * Double(unit)).rounded()
    guard scaled < 9e18 else {
        bytes.append(contentsOf: value.description.utf8)
        return true
    }
    let digits = UInt64(scaled)
    if value < 0 && digits > 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(digits / unit, to: &bytes)
    var fraction = digits % unit
    var places = decimals
    while trimmed && places > 0 && fraction % 10 == 0 {
        fraction /= 10
        unit /= 10
        places -= 1
    }
    guard places > 0 else { return true }
    bytes.append(UInt8(ascii: "."))
    for _ in 0..<places {
        unit /= 10
        bytes.append(UInt8(ascii: "0") + UInt8(fraction / unit % 10))
    }
    return true
}

/// Appends a whole number.
func appendInteger(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(UInt64(value.magnitude), to: &bytes)
}

/// Appends the digits of a number, the highest first.
private func appendDigits(_ value: UInt64, to bytes: inout [UInt8]) {
    var unit: UInt64 = 1
    while value / unit >= 10 { unit *= 10 }
    var rest = value
    while unit > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
        rest %= unit
        unit /= 10
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
