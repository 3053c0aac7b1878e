import MaritimeModel
import Testing

@Suite struct IMONumberTests {
    @Test(arguments: [UInt32(9_187_629), 9_108_099, 8_606_173, 5_383_304, 1_790_183])
    func numbersOfShipsAreTaken(number: UInt32) {
        #expect(IMONumber(number)?.number == number)
        #expect(IMONumber(number)?.description == String(number))
    }

    @Test(arguments: [UInt32(0), 1, 15_411, 999_999, 10_000_000, 1_234_567, 9_999_999, 9_187_628, .max])
    func placeholdersAndWrongNumbersAreRefused(number: UInt32) {
        #expect(IMONumber(number) == nil)
    }

    @Test func repeatedDigitsAreRefused() {
        for digit in UInt32(1)...9 { #expect(IMONumber(digit * 1_111_111) == nil) }
    }

    /// The rule written out with text instead of arithmetic, for numbers from the whole range.
    @Test func theCheckDigitIsThatOfTheRule() {
        var taken = 0
        for number in stride(from: UInt32(1_000_000), through: 9_999_999, by: 997) {
            let digits = String(number).compactMap(\.wholeNumberValue)
            let sum = zip(digits, [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
            let isRight = sum % 10 == digits[6] && Set(digits).count > 1 && number != 1_234_567
            #expect((IMONumber(number) != nil) == isRight, "\(number)")
            taken += isRight ? 1 : 0
        }
        #expect(taken > 800)
    }

    @Test func ofTenNumbersThatDifferInTheLastDigitOneIsRight() {
        for beginning in stride(from: UInt32(200_001), to: 999_999, by: 1_013) where beginning % 111_111 != 0 {
            #expect((0...9).count { IMONumber(beginning * 10 + UInt32($0)) != nil } == 1, "\(beginning)")
        }
    }

    @Test(arguments: ["9187629", "IMO9187629", "IMO 9187629", "imo: 9187629", "9187629.0", "9187629 "])
    func textIsReadInTheFormsThatFilesUse(text: String) {
        #expect(IMONumber(text)?.number == 9_187_629)
    }

    @Test(arguments: ["", "IMO", "IMO0000000", "918762", "91876299", "9187629.5", "９１８７６２９", "-9187629", "+9187629"])
    func otherTextIsRefused(text: String) {
        #expect(IMONumber(text) == nil)
    }

    @Test func numbersAreOrderedByTheirDigits() throws {
        let first = try #require(IMONumber(9_108_099))
        let second = try #require(IMONumber(9_187_629))
        #expect(first < second && !(second < first))
    }
}
