import Testing

@testable import MaritimeModel

@Suite struct MMSITests {
    @Test(arguments: [
        (UInt32(0), MMSI.Station.coast), (9_999_999, .coast), (10_000_000, .group), (99_999_999, .group),
        (100_000_000, .unassigned), (110_999_999, .unassigned), (111_000_000, .searchAndRescueAircraft),
        (111_999_999, .searchAndRescueAircraft), (112_000_000, .unassigned), (199_999_999, .unassigned),
        (200_000_000, .ship), (799_999_999, .ship), (800_000_000, .handheld), (899_999_999, .handheld),
        (969_999_999, .unassigned), (970_123_456, .distressDevice), (971_000_000, .unassigned),
        (972_123_456, .distressDevice), (974_123_456, .distressDevice), (980_000_000, .auxiliaryCraft),
        (989_999_999, .auxiliaryCraft), (990_000_000, .aidToNavigation), (999_999_999, .aidToNavigation),
    ])
    func stationsAreToldByTheirFirstDigits(number: UInt32, station: MMSI.Station) {
        #expect(MMSI(number)?.station == station)
        #expect(MMSI(number)?.maritimeIdentificationDigits == (station == .ship ? Int(number / 1_000_000) : nil))
    }

    @Test(arguments: ["000000001", "368048110", "999999999"])
    func nineDigitsAreReadAndWrittenAlike(text: String) {
        #expect(MMSI(text)?.description == text)
    }

    @Test(arguments: ["", "36804811", "3680481100", "36804811a", "+36804811", " 36804811", "３６８０４８１１０"])
    func otherTextIsRefused(text: String) {
        #expect(MMSI(text) == nil)
    }

    @Test func tenDigitsAreRefused() {
        #expect(MMSI(UInt32(1_000_000_000)) == nil)
    }

    @Test(arguments: [
        ("368048110", "US"), ("303000000", "US"), ("351000000", "PA"), ("357000000", "PA"), ("374000000", "PA"),
        ("422000000", "IR"), ("445000000", "KP"), ("273000000", "RU"), ("613000000", "CM"), ("511000000", "PW"),
        ("334000000", "HN"), ("471000000", "AE"), ("638000000", "SS"), ("550000000", "TL"), ("229000000", "MT"),
        ("477000000", "HK"), ("416000000", "TW"), ("204000000", "PT"), ("201000000", "AL"), ("775000000", "VE"),
    ])
    func theFlagIsTheOneOfTheIdentificationDigits(text: String, flag: String) {
        #expect(MMSI(text)?.flag == flag)
    }

    @Test(arguments: [
        "335000000", "299000000", "217000000", "776000000", "799999999", "003681234", "993681234", "111368123",
    ])
    func unallocatedDigitsAndOtherStationsHaveNoFlag(text: String) {
        #expect(MMSI(text)?.flag == nil)
    }

    @Test func theTableHoldsCountryCodesForShipsDigits() {
        let flags = MaritimeIdentificationDigits.flags
        #expect(flags.count == 292)
        for (digits, flag) in flags {
            #expect((201...775).contains(digits), "\(digits)")
            #expect(flag.count == 2 && flag.allSatisfy { $0.isASCII && $0.isUppercase }, "\(flag)")
        }
        // Every first digit from Europe to South America is there.
        #expect(Set(flags.keys.map { $0 / 100 }) == [2, 3, 4, 5, 6, 7])
    }
}
