import MaritimeModel

/// The units of a distance in metres; `nm` is the international nautical mile.
private let distanceUnits: [(name: String, metres: Double)] = [
    ("km", 1_000), ("nm", metresPerNauticalMile), ("m", 1),
]

/// Reads a number with the unit `m`, `km` or `nm`, as metres; `bareUnit` is the unit of a number without one.
private func distanceMetres(_ text: String, bareUnit: Double) -> Double? {
    let unit = distanceUnits.first { text.hasSuffix($0.name) }
    guard let number = readDecimal(text.dropLast(unit?.name.count ?? 0)) else { return nil }
    return number * (unit?.metres ?? bareUnit)
}

/// Reads a contact distance in metres: `500`, `500m`, `0.5km` or `0.25nm`.
func readContactDistance(_ text: String) throws(ValueError) -> Double {
    guard let metres = distanceMetres(text, bareUnit: 1) else {
        throw ValueError("is not a distance; write metres, or a unit: 500, 500m, 0.5km or 0.25nm")
    }
    guard metres > 0, metres <= 100_000 else {
        throw ValueError("is out of range; more than 0 m and up to 100 km is accepted")
    }
    return metres
}

/// Reads a distance from port in kilometres: `10`, `10km`, `800m` or `3nm`; 0 switches the rule off.
func readPortDistance(_ text: String) throws(ValueError) -> Double {
    guard let metres = distanceMetres(text, bareUnit: 1_000) else {
        throw ValueError("is not a distance; write kilometres, or a unit: 10, 10km, 800m or 3nm")
    }
    guard metres >= 0, metres <= 1_000_000 else {
        throw ValueError("is out of range; 0 to 1000 km is accepted, and 0 switches the rule off")
    }
    return metres / 1_000
}

/// Reads a speed in knots: `3`, `2.5` or `3kn`; nil for `none`.
func readSpeedLimit(_ text: String) throws(ValueError) -> Double? {
    if text == "none" { return nil }
    guard let knots = readDecimal(text.dropLast(text.hasSuffix("kn") ? 2 : 0)) else {
        throw ValueError("is not a speed; write knots, such as 3 or 2.5, or none for no rule")
    }
    guard knots > 0, knots <= 100 else {
        throw ValueError("is out of range; more than 0 and up to 100 knots is accepted, or none for no rule")
    }
    return knots
}
