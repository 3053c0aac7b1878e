import MaritimeModel
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00Z"), (1_767_413_529, "2026-01-03T04:12:09Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func momentsAreWrittenInTheInternationalForm(seconds: Int64, text: String) {
        #expect(Timestamp(secondsSince1970: seconds).iso8601 == text)
    }

    @Test func everyDayOfEightHundredYearsComesBack() {
        var expected = CivilDate(year: 1_600, month: 1, day: 1)
        let first = expected?.daysSince1970 ?? 0
        for days in first..<(first + 2 * 146_097) {
            let date = CivilDate(daysSince1970: days)
            guard date == expected, date.daysSince1970 == days, CivilDate(iso8601: date.iso8601) == date else {
                Issue.record("\(days): \(date.iso8601), expected \(expected?.iso8601 ?? "nothing")")
                return
            }
            // The next day, found by the calendar's rules instead of by counting.
            expected =
                CivilDate(year: date.year, month: date.month, day: date.day + 1)
                ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
                ?? CivilDate(year: date.year + 1, month: 1, day: 1)
        }
    }

    @Test(arguments: [Int64(-86_401), -86_400, -86_399, -1, 0, 1, 86_399, 86_400, 1_767_413_529])
    func aMomentIsItsDayAndItsSecond(seconds: Int64) {
        let moment = Timestamp(secondsSince1970: seconds)
        let second = moment.secondOfDay
        #expect((0..<86_400).contains(second))
        #expect(
            Timestamp(moment.date, hour: second / 3_600, minute: second / 60 % 60, second: second % 60) == moment)
    }

    @Test(arguments: [
        (1_900, 28), (2_000, 29), (2_023, 28), (2_024, 29), (2_100, 28), (2_400, 29),
    ])
    func februaryFollowsTheGregorianRule(year: Int, days: Int) {
        #expect(CivilDate.daysInMonth(2, year: year) == days)
        #expect(CivilDate(year: year, month: 2, day: days) != nil)
        #expect(CivilDate(year: year, month: 2, day: days + 1) == nil)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026/04/01",
        "2026-04-01T00:00:00Z",
        "2026-04-0x", "-026-04-01",
    ])
    func textThatIsNoDateIsRefused(text: String) {
        #expect(CivilDate(iso8601: text) == nil)
    }

    @Test func datesAndMomentsAreOrderedInTime() throws {
        let earlier = try #require(CivilDate(iso8601: "2025-12-31"))
        let later = try #require(CivilDate(iso8601: "2026-01-01"))
        #expect(earlier < later && !(later < earlier))
        #expect(Timestamp(earlier, hour: 23, minute: 59, second: 59) < Timestamp(later))
    }
}
