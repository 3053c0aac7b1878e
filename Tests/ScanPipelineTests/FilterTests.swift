import Foundation
import MaritimeModel
import TestSupport
import Testing

/// `--after`, `--before` and `--bbox` choose among the events and change none of them.
struct FilterTests {
    /// Meetings of one hour each: west and east of the dateline, across it, at Greenwich and at the north pole.
    private static let places: [(name: String, latitude: Double, longitudes: [Double])] = [
        ("west", 10, [179.990, 179.991]), ("east", 10, [-179.991, -179.990]), ("across", -20, [179.9995, -179.9995]),
        ("greenwich", 50, [-0.0005, 0.0005]), ("pole", 89.999, [0, 170]),
    ]

    private static let tracks: String = {
        var text = "id,time,lat,lon\n"
        for (index, place) in places.enumerated() {
            for (ship, longitude) in zip(["a", "b"], place.longitudes) {
                for minute in stride(from: 0, through: 60, by: 10) {
                    let time = 1_700_000_000 + index * 7_200 + minute * 60
                    text += "\(place.name)-\(ship),\(time),\(place.latitude),\(longitude)\n"
                }
            }
        }
        return text
    }()

    private func names(_ words: String...) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", FilterTests.tracks)
        let words = ["a.csv", "--profile", "proximity", "--min-duration", "1h"] + words
        let output = try ScanOutput.of(words, folder: folder)
        #expect(output.events.count + output.run.excluded.values.reduce(0, +) == FilterTests.places.count)
        #expect(output.events.allSatisfy { $0.contactS == 3_600 })
        return output.events.map { String($0.pair[0].dropLast(2)) }
    }

    @Test(arguments: [
        ("-180,-90,180,90", ["west", "east", "across", "greenwich", "pole"]),
        ("170,-30,-170,30", ["west", "east", "across"]), ("179.9,0,180,20", ["west"]),
        ("-180,0,-179.9,20", ["east"]), ("-170,-90,170,80", ["greenwich"]), ("-1,49,1,51", ["greenwich"]),
        ("-1,50.1,1,51", []), ("1,-90,-1,85", ["west", "east", "across"]), ("-180,89,180,90", ["pole"]),
        ("179,-30,-179,-10", ["across"]), ("-179,-30,179,-10", []),
    ])
    func aBoxTakesWhatLiesInIt(box: String, expected: [String]) throws {
        #expect(try names("--bbox=\(box)") == expected)
    }

    @Test(arguments: [
        (-180.0, -179.0, true), (179, 180, true), (180, 180, true), (-180, -180, true), (180, -179, true),
        (-179, 179, false),
    ])
    func bothNamesOfTheDatelineLieInABoxThatReachesIt(west: Double, east: Double, isInside: Bool) {
        let box = EventFilter.BoundingBox(west: west, south: 0, east: east, north: 1)
        for longitude in [180.0, -180.0] { #expect(box.contains(latitude: 0.5, longitude: longitude) == isInside) }
    }

    /// The first meeting lasts from 22:13:20 to 23:13:20; each begins two hours after the one before.
    @Test func aWindowTakesWhatTouchesIt() throws {
        #expect(try names("--after", "2023-11-14T23:13:20Z", "--before", "2023-11-15T00:13:20Z") == ["west"])
        #expect(try names("--after", "2023-11-14T23:13:21Z", "--before", "2023-11-15T00:13:21Z") == ["east"])
        #expect(try names("--before", "2023-11-15") == ["west"])
        #expect(try names("--after", "2023-11-15") == ["east", "across", "greenwich", "pole"])
        #expect(try names("--after", "2023-11-15T06:13:20+02:00", "--before", "2023-11-15T05:00:00Z") == ["greenwich"])
        #expect(try names("--after", "2023-11-16").isEmpty)
    }
}
