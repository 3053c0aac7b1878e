import Foundation
import Testing

@testable import ByteInput

/// Coordinates, sizes and identities out of fields.
struct RowCursorNumbersTests {
    /// One field read with another delimiter than the comma, so that a comma may stand in it.
    private func read<Value>(_ field: String, delimiter: UInt8 = 59, _ body: (borrowing RowCursor) -> Value) -> Value {
        var cursor = RowCursor(ByteBlock(copying: Array("x\(Character(UnicodeScalar(delimiter)))\(field)\n".utf8)))
        cursor.begin(range: 0..<cursor.block.count, delimiter: delimiter)
        _ = cursor.next()
        return body(cursor)
    }

    private func fixed(_ field: String) -> Int64? { read(field) { $0.fixedPointE7(of: 1) } }
    private func number(_ field: String) -> Double? { read(field) { $0.number(of: 1) } }
    private func identity(_ field: String) -> UInt64? { read(field) { $0.numericIdentity(of: 1) } }

    @Test func randomCoordinatesAreRoundedAsDecimalArithmeticRounds() {
        for seed in UInt64(0)..<5_000 {
            var random = SeededRandom(seed: seed)
            let sign = ["", "-", "+"].randomElement(using: &random) ?? ""
            let whole = Int.random(in: 0..<1_000, using: &random)
            let count = Int.random(in: 0...12, using: &random)
            var decimals = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }
            // Halves and nines, where rounding goes wrong if it does.
            if count > 7, seed % 3 == 0 { decimals[7] = "5" }
            if count > 7, seed % 5 == 0 { for index in 0..<7 { decimals[index] = "9" } }
            let text = "\(sign)\(whole)" + (count > 0 ? "." : "") + decimals.joined()
            guard var exact = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
                Issue.record("\(text) is no decimal number")
                continue
            }
            exact *= 10_000_000
            var rounded = Decimal()
            unsafe NSDecimalRound(&rounded, &exact, 0, .plain)
            let wanted = NSDecimalNumber(decimal: rounded).int64Value
            let found = fixed(text)
            #expect(found == wanted, "seed \(seed): \(text)")
        }
    }

    @Test func doublesAsProgramsPrintThemAreReadBack() {
        for seed in UInt64(0)..<3_000 {
            var random = SeededRandom(seed: seed)
            let scale: Double = [1e-6, 1e-3, 1, 180].randomElement(using: &random) ?? 1
            let value = Double.random(in: -1...1, using: &random) * scale
            let found = fixed("\(value)")
            let wanted = Int64((value * 1e7).rounded())
            #expect(found.map { abs($0 - wanted) <= 1 } == true, "seed \(seed): \(value)")
        }
    }

    @Test(arguments: [
        ("-76.35256", -763_525_600), ("+12", 120_000_000), (".5", 5_000_000), ("-.5", -5_000_000), ("5.", 50_000_000),
        ("1.5e-05", 150), ("1.5E1", 150_000_000), ("1e-7", 1), ("-2e+1", -200_000_000), ("36,5", 365_000_000),
        ("-0", 0), ("0.00000004", 0), ("0.00000005", 1), ("-0.00000005", -1), ("89.99999995", 900_000_000),
        ("91.000000", 910_000_000), ("181", 1_810_000_000), ("1000", 10_000_000_000), ("007.5", 75_000_000),
        ("\"12.5\"", 125_000_000), (" 12.5 ", 125_000_000),
    ])
    func coordinatesHaveManyForms(field: String, wanted: Int64) {
        let found = fixed(field)
        #expect(found == wanted)
    }

    @Test(arguments: [
        "", " ", "-", "+", ".", "-.", ",", "1001", "-1001", "99999999999999999999999", "12.5N", "12 5", "1.2.3", "--1",
        "+-1", "nan", "inf", "None", "12°", "1.1e3", "1e400", "0x1e", "0x1ep2", "e5", "1e", "1e5e", "12.5\u{0}1",
        "1e99999999999999",
    ])
    func whatIsNoCoordinateIsNil(field: String) {
        let found = fixed(field)
        #expect(found == nil)
    }

    @Test(arguments: [
        ("12.5", 12.5), ("8", 8), ("-3", -3), ("+2.5", 2.5), (".5", 0.5), ("5,9", 5.9), ("1e2", 100), (" 7 ", 7),
        ("\"7.25\"", 7.25),
    ])
    func numbersHaveManyForms(field: String, wanted: Double) {
        let found = number(field)
        #expect(found == wanted)
    }

    @Test func aDecimalCommaMayStandInQuotesBetweenCommas() {
        let (draught, coordinate) = read("\"5,9\"", delimiter: 44) { ($0.number(of: 1), $0.fixedPointE7(of: 1)) }
        #expect(draught == 5.9)
        #expect(coordinate == 59_000_000)
    }

    @Test func randomNumbersAreWhatTheStandardLibraryReads() {
        for seed in UInt64(0)..<5_000 {
            var random = SeededRandom(seed: seed)
            func digits(_ most: Int) -> String {
                (0..<Int.random(in: 0...most, using: &random)).map { _ in
                    String(Int.random(in: 0...9, using: &random))
                }.joined()
            }
            let sign = ["", "", "-", "+"].randomElement(using: &random) ?? ""
            let point = ["", ".", "."].randomElement(using: &random) ?? ""
            let text = sign + digits(seed % 4 == 0 ? 18 : 4) + point + digits(seed % 3 == 0 ? 18 : 4)
            let (found, foundWithComma) = (number(text), number(text.replacingOccurrences(of: ".", with: ",")))
            #expect(found == Double(text), "seed \(seed): \(text)")
            #expect(foundWithComma == Double(text), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: [
        "", "nan", "-nan", "inf", "-inf", "+infinity", "1e999", "0x10", "12 m", "None", "1,000,000", "1,5.2", "abc",
        "1111111111111111111111111111111111111111111",
    ])
    func whatIsNoNumberIsNil(field: String) {
        let found = number(field)
        #expect(found == nil)
    }

    @Test(arguments: [
        ("368048110", 368_048_110), ("60.0", 60), ("7", 7), ("12345678901234567", 12_345_678_901_234_567),
        ("123456789012345678", 123_456_789_012_345_678), ("123456789012345678.0", 123_456_789_012_345_678),
        (" 219000001 ", 219_000_001), ("\"219000001\"", 219_000_001),
    ])
    func plainNumbersAreNumericIdentities(field: String, wanted: UInt64) {
        let found = identity(field)
        #expect(found == wanted)
    }

    @Test(arguments: [
        "", "0", "0.0", "007", "002190066", "1234567890123456789", "60.00", "60.5", "-1", "+1", "1e5", "abc", "12 3",
        ".0",
        "a.0", "12.0.0",
    ])
    func otherIdentitiesAreText(field: String) {
        let found = identity(field)
        #expect(found == nil)
    }
}
