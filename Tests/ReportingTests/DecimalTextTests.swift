import Testing

@testable import Reporting

struct DecimalTextTests {
    @Test(arguments: [
        (0.0, 0, "0"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"), (0.05, 1, "0.1"),
        (9.999, 2, "10.00"), (-180, 7, "-180.0000000"), (25.123_456_78, 7, "25.1234568"), (0.000_000_1, 7, "0.0000001"),
        (1e15, 3, "1000000000000000.000"), (1e300, 1, "1e+300"), (-1e300, 1, "-1e+300"),
        (.leastNonzeroMagnitude, 9, "0.000000000"),
    ])
    func numbersHaveFixedDecimals(value: Double, decimals: Int, expected: String) {
        #expect(decimalText(value, decimals: decimals) == expected)
    }

    @Test(arguments: [
        (274.0, 1, "274"), (9.1, 2, "9.1"), (5.556, 3, "5.556"), (0, 3, "0"), (-0.04, 1, "0"), (100, 0, "100"),
    ])
    func zerosAtTheEndCanGo(value: Double, decimals: Int, expected: String) {
        #expect(decimalText(value, decimals: decimals, trimmed: true) == expected)
    }

    @Test
    func randomNumbersReadBackToHalfAUnitOfTheLastPlace() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededNumbers(state: seed)
        for _ in 0..<5_000 {
            let value = Double.random(in: -1e6...1e6, using: &random)
            let decimals = Int.random(in: 0...7, using: &random)
            let text = decimalText(value, decimals: decimals)
            var unit = 1.0
            for _ in 0..<decimals { unit /= 10 }
            let back = Double(text)
            #expect(back.map { abs($0 - value) <= unit * 0.51 } == true, "\(value) as \(text), seed \(seed)")
        }
    }

    @Test
    func randomNumbersAreWrittenAsDigitAfterDigitWrites() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededNumbers(state: seed)
        for _ in 0..<20_000 {
            let decimals = Int.random(in: 0...9, using: &random)
            let trimmed = Bool.random(using: &random)
            // Of all sizes, and near to halves of the last place.
            let size = Double(sign: .plus, exponent: Int.random(in: -40...80, using: &random), significand: 1)
            var value = Double.random(in: -1...1, using: &random) * size
            if Bool.random(using: &random) { value = (value * 1_000).rounded() / 2_000 }
            #expect(
                decimalText(value, decimals: decimals, trimmed: trimmed)
                    == digitAfterDigit(value, decimals: decimals, trimmed: trimmed),
                "\(value) with \(decimals), seed \(seed)")
        }
    }

    /// The slow twin of `appendDecimal`.
    private func digitAfterDigit(_ value: Double, decimals: Int, trimmed: Bool) -> String {
        let unit = (0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 }
        let scaled = (value.magnitude * Double(unit)).rounded()
        guard scaled < 9e18 else { return value.description }
        let digits = UInt64(scaled)
        var fraction = Array(String(digits % unit + unit).dropFirst())
        while trimmed, fraction.last == "0" { fraction.removeLast() }
        let sign = value < 0 && digits > 0 ? "-" : ""
        return "\(sign)\(digits / unit)" + (fraction.isEmpty ? "" : "." + String(fraction))
    }

    @Test
    func wholeNumbersAreWrittenAsTheLibraryWritesThem() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededNumbers(state: seed)
        let borders = (0...18).flatMap { power in
            let unit = (0..<power).reduce(1) { unit, _ in unit * 10 }
            return [unit - 1, unit, unit + 1]
        }
        let others = (0..<20_000).map { _ in Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0...63) }
        let all = borders + borders.map { -$0 } + others + [.min, .max]
        for value in all {
            var bytes: [UInt8] = []
            appendInteger(value, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == String(value), "seed \(seed)")
        }
    }

    @Test(arguments: [
        (180.000_05, -179.999_95), (-180.5, 179.5), (180, 180), (-180, -180), (12.5, 12.5), (540.5, -179.5),
    ])
    func longitudesComeBackOverTheDateline(longitude: Double, expected: Double) {
        #expect(abs(longitudeInRange(longitude) - expected) < 1e-9)
    }
}

/// SplitMix64: random numbers that a seed repeats.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
