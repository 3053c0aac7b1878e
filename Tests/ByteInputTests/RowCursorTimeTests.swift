import Foundation
import Testing

@testable import ByteInput

/// Every form of time that known track files use, and what is no time.
struct RowCursorTimeTests {
    /// Reads a time twice with the same cursor, since the second reading of a minute takes another way.
    private func time(_ field: String) -> ScannedTime? {
        var cursor = RowCursor(ByteBlock(copying: Array("x|\(field)|y\nx|\(field)".utf8)))
        cursor.begin(range: 0..<cursor.block.count, delimiter: 124)
        _ = cursor.next()
        let first = cursor.time(of: 1)
        _ = cursor.next()
        let second = cursor.time(of: 1)
        #expect(first == second, "\(field) is read otherwise the second time")
        return first
    }

    /// 2022-01-03T00:00:03Z.
    private static let moment: Int64 = 1_641_168_003

    @Test(arguments: [
        "2022-01-03T00:00:03", "2022-01-03 00:00:03", "2022-01-03t00:00:03", "2022/01/03 00:00:03",
        "2022.01.03 00:00:03", "2022-01-03T00:00:03Z", "2022-01-03T00:00:03z", "2022-01-03 00:00:03 UTC",
        "2022-01-03 00:00:03UTC", "2022-01-03 00:00:03 utc", "2022-01-03 00:00:03 GMT",
        "2022-01-03 00:00:03.000000 UTC",
        "2022-01-03T00:00:03+00:00", "2022-01-03T02:00:03+02:00", "2022-01-03T02:00:03+0200", "2022-01-03T02:00:03+02",
        "2022-01-02T18:30:03-05:30", "2022-01-02 18:30:03 -0530", "2022-01-03T00:00:03.0Z", "03/01/2022 00:00:03",
        "03-01-2022 00:00:03", "03.01.2022 00:00:03", "03/01/2022T00:00:03", "20220103_000003", "20220103T000003",
        "20220103T000003Z", "20220103 000003", "20220103-000003", "20220103000003", "20220103_020003+02:00",
        "1641168003", "1641168003.0", "1641168003000", "1641168003000.0", "1641168003000000", "1641168003000000000",
        "\"2022-01-03T00:00:03\"", " 2022-01-03 00:00:03 ",
    ])
    func aMomentHasManyForms(field: String) {
        let found = time(field)
        #expect(found == ScannedTime(seconds: Self.moment, nanoseconds: 0))
    }

    @Test(arguments: [
        "2022-01-03T00:01", "2022-01-03 00:01", "03/01/2022 00:01", "03.01.2022 00:01", "2022-01-03T00:01Z",
        "03/01/2022 00:01 UTC", "2022-01-03T02:01+02:00", "2022-01-03T00:00:60", "2022-01-03T00:00:60Z",
        "20220103_000060",
    ])
    func secondsMayBeMissingAndALeapSecondIsTheNext(field: String) {
        let found = time(field)
        #expect(found == ScannedTime(seconds: Self.moment + 57, nanoseconds: 0))
    }

    @Test(arguments: [
        ("2022-01-03T00:00:03.5", 500_000_000), ("2022-01-03T00:00:03,25", 250_000_000),
        ("2022-01-03 00:00:03.218", 218_000_000), ("2022-01-03T00:00:03.999999999Z", 999_999_999),
        ("2022-01-03T00:00:03.9999999999999Z", 999_999_999), ("2022-01-03T02:00:03.000001+02:00", 1_000),
        ("20220103_000003.25", 250_000_000), ("03/01/2022 00:00:03.125", 125_000_000), ("1641168003.5", 500_000_000),
        ("1641168003.25", 250_000_000), ("1641168003.125", 125_000_000), ("1641168003.1250", 125_000_000),
        ("1641168003.218000", 218_000_000), ("1641168003218", 218_000_000), ("1641168003218.5", 218_000_000),
        ("1641168003218001", 218_001_000), ("1641168003218001002", 218_001_002),
    ])
    func fractionsAreKeptApartAndNeverRounded(field: String, nanoseconds: UInt32) {
        let found = time(field)
        #expect(found == ScannedTime(seconds: Self.moment, nanoseconds: nanoseconds))
    }

    @Test(arguments: [
        "", " ", "None", "2022-01-03", "00:00:03", "2022-13-03T00:00:03", "2022-00-03T00:00:03", "2022-01-32T00:00:03",
        "2022-01-00T00:00:03", "2021-02-29T00:00:03", "2100-02-29T00:00:03", "2022-04-31T00:00:03",
        "2022-01-03T24:00:00", "2022-01-03T00:60:00", "2022-01-03T00:00:61", "2022-01-03T00:00:99",
        "2022-01-03T00:00:0", "2022-01-03T00:00:0x", "2022-01-03T00:00:03.", "2022-01-03T00:00:03.Z",
        "2022-01-03T00:00:03 CET", "2022-01-03T00:00:03+2", "2022-01-03T00:00:03+02:", "2022-01-03T00:00:03+02:60",
        "2022-01-03T00:00:03+16:00", "2022-01-03T00:00:03+02:000", "2022-01-03T00:00:03ZZ", "2022-01-03T00:00:03Zx",
        "2022-01-03X00:00:03", "2022-01/03T00:00:03", "31/02/2022 00:00:03", "03/13/2022 00:00:03",
        "0000-01-03T00:00:03", "2022-01-03T00;00:03", "20220103_240003", "20220103_0000", "20221303000003",
        "2022010300000x", "99999999999999", "abcdefghijklmnopqrs", "12345678", "12345678901234567890",
        "99999999999999999999999999",
        "-1641168003", "1641168003.", "1641168003.x", "1641168003.5.5", "1641168003x", "2022-01-03T00:0003", "-",
        "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}:00",
    ])
    func whatIsNoTimeIsNil(field: String) {
        let found = time(field)
        #expect(found == nil)
    }

    @Test(arguments: [
        ("2020-02-29T12:00:00", 1_582_977_600), ("29/02/2000 00:00:00", 951_782_400), ("2000-02-29 00:00", 951_782_400),
        ("1970-01-01T00:00:00", 0), ("1969-12-31T23:59:59", -1), ("1990-01-01T00:00:00Z", 631_152_000),
        ("2106-02-07T06:28:15Z", 4_294_967_295), ("20210701_185151", 1_625_165_511), ("999999999", 999_999_999),
        ("2017-08-12 05:38:02.000000 UTC", 1_502_516_282), ("12/08/2017 05:38", 1_502_516_280),
    ])
    func calendarDaysAreRight(field: String, seconds: Int64) {
        let found = time(field)
        #expect(found?.seconds == seconds)
    }

    @Test func randomMomentsAreReadInEveryForm() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "GMT") ?? .current
        var cursor = RowCursor(ByteBlock(copying: [10]))
        for seed in UInt64(0)..<2_000 {
            var random = SeededRandom(seed: seed)
            let seconds = Int64.random(in: 0...4_294_967_295, using: &random)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
            guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
                let minute = parts.minute, let second = parts.second
            else { continue }
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let (date, clock) = ("\(year)-\(two(month))-\(two(day))", "\(two(hour)):\(two(minute)):\(two(second))")
            let forms = [
                "\(date)T\(clock)", "\(date) \(clock) UTC", "\(two(day))/\(two(month))/\(year) \(clock)",
                "\(year)\(two(month))\(two(day))_\(two(hour))\(two(minute))\(two(second))",
            ]
            let text = forms.joined(separator: "|") + "\n"
            cursor.block = ByteBlock(copying: Array(text.utf8))
            cursor.begin(range: 0..<text.utf8.count, delimiter: 124)
            _ = cursor.next()
            for field in forms.indices {
                let found = cursor.time(of: field)
                #expect(found == ScannedTime(seconds: seconds, nanoseconds: 0), "seed \(seed): \(forms[field])")
            }
        }
    }
}
