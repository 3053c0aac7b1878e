import Foundation
import TestSupport
import Testing

/// Scans of real tracks. The figures come from a separate program that compares every pair of vessels.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct RealTrackTests {
    @Test func virginiaBeachHasEightMeetings() throws {
        let output = try virginiaBeach()
        #expect(output.events.count == 8)
        #expect(output.run.rows.read == 39_822)
        // One row repeats the position of two minutes ago of a boat that makes 35 knots.
        #expect(output.run.rows.used == 39_821)
    }

    @Test func twoShipsOffVirginiaBeachAreTogetherFor8655Seconds() throws {
        let event = try #require(
            virginiaBeach().events.first { $0.pair == ["316041092", "367529820"] })
        #expect(abs(event.start.timeIntervalSince(try moment("2020-06-04T16:44:12Z"))) <= 2)
        #expect(abs(event.end.timeIntervalSince(try moment("2020-06-04T19:08:27Z"))) <= 2)
        #expect(event.contactS == 8_655)
        // Between two fixes the ships come nearer than at any of them.
        #expect(event.distanceM.min == 16.2)
        #expect(event.distanceM.minAtFix == 23.4)
    }

    /// Times and seconds in contact of all eight, from dense sampling of great circles.
    @Test func theEightMeetingsOfVirginiaBeachAreExact() throws {
        let found = try virginiaBeach().events.map {
            "\($0.pair.joined(separator: " ")) \($0.start.formatted(.iso8601)) \($0.contactS) \($0.distanceM.min)"
        }
        #expect(
            found == [
                "367432880 367863000 2020-06-04T09:31:51Z 35556 473.3",
                "367432880 367554180 2020-06-04T12:24:28Z 32346 429.3",
                "367554180 367863000 2020-06-04T12:24:39Z 25606 422.9",
                "316041092 367529820 2020-06-04T16:44:12Z 8655 16.2",
                "367432880 367554180 2020-06-05T10:39:23Z 8919 407.2",
                "367432880 367457580 2020-06-05T14:21:35Z 14899 84.8",
                "367446390 367457580 2020-06-05T15:07:12Z 12386 21.0",
                "367432880 367446390 2020-06-05T15:07:16Z 12175 104.9",
            ])
    }

    @Test(arguments: [("40m", 200), ("39m57s", 201)])
    func newYorkHarbourHasItsContactsAt200Metres(minDuration: String, count: Int) throws {
        let output = try ScanOutput.of([
            Places.newYork, "--profile", "proximity", "--join-gap", "0", "--max-distance", "200", "--min-duration",
            minDuration,
        ])
        #expect(output.events.count == count)
        #expect(output.run.inputs.map(\.layout) == ["NOAA MarineCadastre 2020, longitude first"])
    }

    /// One position of 245188000 lies in Kazakhstan; as it stands it breaks off every meeting of that vessel, and one of
    /// them comes to 40 minutes only without it.
    @Test(arguments: [(["--raw-tracks"], 171), ([], 172)])
    func theSolentHasItsMeetingsOf40Minutes(options: [String], count: Int) throws {
        let output = try ScanOutput.of(
            [Places.solent, "--profile", "proximity", "--join-gap", "0", "--min-duration", "40m"] + options)
        #expect(output.events.count == count)
    }

    /// Non-vessels, and the duplicates of tracks as they are (75 and 72), were counted by a few lines of another
    /// language. Half of the former 75 are positions of hours ago that were sent with the time of midnight: outliers.
    @Test func everyRejectOfTheRealTracksIsExplained() throws {
        let expected: [String: (rows: Int, rejected: [String: Int])] = [
            // A base station, an aid to navigation and a row whose MMSI is that of one.
            "dma-aisdk-2018-06-01-sample.csv": (11, ["not_a_vessel": 3]),
            // 26 craft of mother ships (98...), 9 man-overboard devices (972), 9 aids to navigation (99...).
            "noaa-2022-01-03-slice.csv.gz": (
                50_000, ["duplicate": 39, "not_a_vessel": 44, "outlier": 71, "too_short": 2]
            ),
            "noaa-csv2-2026-03-31-sample.csv": (2, [:]),
            "noaa-ny-harbor-2020-06-30-hour1.csv": (8_689, ["duplicate": 2]),
            "solent-2016-01-12.csv.gz": (18_623, ["duplicate": 96, "outlier": 1]),
            "virginia-beach-2020-06-04-to-06.csv.gz": (39_822, ["duplicate": 1]),
        ]
        let run = try ScanOutput.of([Places.tracks]).run
        #expect(run.inputs.count == expected.count)
        for input in run.inputs {
            let name = input.path.split(separator: "/").last.map(String.init) ?? ""
            #expect(input.failure == nil)
            #expect(input.rows.read == expected[name]?.rows, "\(name)")
            #expect(input.rows.rejected == expected[name]?.rejected, "\(name)")
            #expect(input.rows.isBalanced, "\(name)")
        }
        #expect(run.rows.isBalanced)
    }

    private func virginiaBeach() throws -> ScanOutput {
        let gzip = ProgramRunner(path: "/bin/gzip")
        let rows = try gzip.run(["-dc", Places.virginiaBeach]).output
        return try ScanOutput.of(["-", "--profile", "proximity", "--join-gap", "0"], input: rows)
    }
}
