import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct ListedNumbersTests {
    @Test(arguments: ["9187629", "IMO 9187629", "IMO9187629", "imo: 9187629", " 9187629 ", "9187629.0"])
    func shipNumbersAreReadInTheFormsThatListsUse(text: String) {
        #expect(listedIMO(text).value?.number == 9_187_629)
    }

    @Test(arguments: ["", " ", "-", "0", "IMO0000000", "unknown", "N/A"])
    func wordsForNothingAreNoNumber(text: String) {
        #expect(listedIMO(text) == .none)
    }

    @Test(arguments: ["15411", "9187628", "1234567", "9999999", "91876290", "ABC"])
    func wrongShipNumbersAreRefusedWithAReason(text: String) {
        guard case .invalid(let reason) = listedIMO(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(reason.contains(text))
    }

    /// A change of one digit changes the weighted sum by weight times difference: it goes unnoticed when that is a
    /// multiple of 10, and never otherwise.
    @Test func mistypedDigitsAreNoticedUnlessTheWeightHidesThem() {
        var noticed = 0
        for beginning in stride(from: UInt32(912_345), to: 999_999, by: 7_919) {
            guard let number = (0...9).lazy.compactMap({ IMONumber(beginning * 10 + $0) }).first else { continue }
            var power: UInt32 = 1
            for weight in [UInt32(1), 2, 3, 4, 5, 6, 7] {
                let digit = number.number / power % 10
                for other in UInt32(0)...9 where other != digit && !(weight == 7 && other == 0) {
                    let changed = number.number - digit * power + other * power
                    let isHidden = weight * (max(digit, other) - min(digit, other)) % 10 == 0
                    #expect((listedIMO(String(changed)).value != nil) == isHidden, "\(number) as \(changed)")
                    noticed += isHidden ? 0 : 1
                }
                power *= 10
            }
        }
        #expect(noticed > 500)
    }

    @Test(arguments: ["572469210", "MMSI 572469210", "572469210.0"])
    func radioNumbersAreReadInTheFormsThatListsUse(text: String) {
        #expect(listedMMSI(text).value?.number == 572_469_210)
    }

    @Test(arguments: ["57246921", "5724692100", "ABC", "111111111", "123456789", "999999999"])
    func wrongRadioNumbersAreRefused(text: String) {
        guard case .invalid = listedMMSI(text) else {
            Issue.record("\(text) was taken")
            return
        }
    }

    @Test func zerosAreNoRadioNumber() {
        #expect(listedMMSI("000000000") == .none)
        #expect(listedMMSI("0") == .none)
    }
}
