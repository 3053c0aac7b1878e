import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// Several fixes of one identity within one second: the least full time, latitude, longitude counts.
struct DuplicateTests {
    private static let header = "ID,timestamp,lat,lon\n"

    @Test(arguments: [
        (["a,2022-01-03 00:00:03.9,1,1", "a,2022-01-03 00:00:03.1,2,2"], [20_000_000, 20_000_000]),
        (["a,2022-01-03 00:00:03,2,1", "a,2022-01-03 00:00:03,1,2"], [10_000_000, 20_000_000]),
        (["a,2022-01-03 00:00:03,1,2", "a,2022-01-03 00:00:03,1,-2"], [10_000_000, -20_000_000]),
        (["a,2022-01-03 00:00:03,1,2", "a,2022-01-03 00:00:03,1,2"], [10_000_000, 20_000_000]),
        (["a,2022-01-03 00:00:03.000000001,0,0", "a,1641168003,1,2"], [10_000_000, 20_000_000]),
    ])
    func theLeastCounts(rows: [String], position: [Int]) throws {
        for rows in [rows, rows.reversed()] {
            let reading = try read(text: Self.header + rows.joined(separator: "\n"))
            #expect(reading.fixes(of: "a") == [[1_641_168_003] + position])
            #expect(reading.inputs[0].ledger.rejected == [.duplicate: 1])
            #expect(reading.inputs[0].ledger.fixes == 1 && reading.isBalanced)
        }
    }

    @Test func otherSecondsAndOtherIdentitiesAreNoDuplicates() throws {
        let reading = try read(
            text: Self.header
                + "a,2022-01-03 00:00:03.9,1,1\na,2022-01-03 00:00:04.0,1,1\nb,2022-01-03 00:00:03.9,1,1\n")
        #expect(reading.inputs[0].ledger.rejected.isEmpty && reading.tracks.fixCount == 3)
    }

    @Test func anIdentityIsOneHoweverItIsWritten() throws {
        let reading = try read(
            text: Self.header
                + "60,2022-01-03 00:00:03,1,1\n60.0,2022-01-03 00:00:03,1,1\n 60 ,2022-01-03 00:00:04,1,1\n"
                + "60@@,2022-01-03 00:00:05,1,1\n\"60\",2022-01-03 00:00:06,1,1\n")
        #expect(reading.tracks.vessels.map(\.id) == ["60"])
        #expect(reading.tracks.fixCount == 4 && reading.inputs[0].ledger.rejected == [.duplicate: 1])
        #expect(reading.isBalanced)
    }

    @Test func duplicatesInTwoFilesCountInTheFileOfTheOneThatIsNotKept() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("1.csv", Self.header + "a,2022-01-03 00:00:03,2,2\nb,2022-01-03 00:00:03,1,1\n")
        let second = try folder.write("2.csv", Self.header + "a,2022-01-03 00:00:03,1,1\nb,2022-01-03 00:00:03,1,1\n")
        let reading = try read([first, second])
        #expect(reading.inputs.map(\.ledger.rejected) == [[.duplicate: 1], [.duplicate: 1]])
        #expect(reading.inputs.map(\.ledger.fixes) == [1, 1] && reading.isBalanced)
    }
}
