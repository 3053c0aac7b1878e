import MaritimeModel
import Testing

@testable import STSCommand

struct ValueTests {
    @Test(arguments: [
        ("0", 0), ("0s", 0), ("90s", 90), ("30m", 1_800), ("2h", 7_200), ("1d", 86_400), ("39m57s", 2_397),
        ("1h30m", 5_400), ("1d2h3m4s", 93_784), ("366d", 31_622_400), ("007s", 7),
    ])
    func durationsAreReadInSeconds(text: String, seconds: Int) throws {
        #expect(try readDuration(text) == seconds)
    }

    @Test(arguments: [
        "", "90", "s", "-5m", "+5m", "1.5h", "5 m", "5min", "30s5m", "5m5m", "1h30", "0x10s", "１m", "٣h", "1h ", " 1h",
        "1w",
        "367d", "99999999999999999999d", "9223372036854775807d", "106751991167301d", "1e3s", "nan", "∞", "1h\0",
    ])
    func hostileDurationsAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readDuration(text) }
    }

    @Test func aDurationBelowTheLeastIsRefusedWithTheRange() {
        #expect(throws: ValueError("is out of range; 1s to 366d is accepted")) { try readDuration("0", atLeast: 1) }
    }

    @Test func aBareNumberIsAnsweredWithItsUnits() {
        #expect(throws: ValueError("has no unit; write 90s, 90m or 90h")) { try readDuration("90") }
    }

    @Test(arguments: [0, 1, 59, 60, 2_397, 5_400, 86_400, 93_784, 31_622_400])
    func aDurationIsWrittenAsItIsRead(seconds: Int) throws {
        #expect(try readDuration(durationText(seconds)) == seconds)
    }

    @Test(arguments: [
        ("500", 500.0), ("500m", 500), ("0.5km", 500), ("0.25nm", 463), ("100km", 100_000), ("0.001", 0.001),
        ("+200", 200), ("23.4m", 23.4),
    ])
    func contactDistancesAreReadInMetres(text: String, metres: Double) throws {
        #expect(abs(try readContactDistance(text) - metres) < 1e-9)
    }

    @Test(arguments: [
        "", "m", "km", "0", "0m", "-1", "100.001km", "1e3", "0x1p3", "inf", "nan", "1,5", "5 m", "5ft", "1..5", ".5",
        "5.",
        "5mm", "99999999999999999999", "١٠٠",
    ])
    func hostileContactDistancesAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readContactDistance(text) }
    }

    @Test(arguments: [("10", 10.0), ("0", 0), ("10km", 10), ("800m", 0.8), ("3nm", 5.556), ("1000", 1_000)])
    func portDistancesAreReadInKilometres(text: String, kilometres: Double) throws {
        #expect(abs(try readPortDistance(text) - kilometres) < 1e-9)
    }

    @Test(arguments: ["", "-1", "1001", "near", "1000.1km"])
    func hostilePortDistancesAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readPortDistance(text) }
    }

    @Test(arguments: [("3", 3.0), ("2.5", 2.5), ("3kn", 3), ("100", 100)])
    func speedsAreReadInKnots(text: String, knots: Double) throws {
        #expect(try readSpeedLimit(text) == knots)
    }

    @Test func noSpeedRuleIsCalledNone() throws {
        #expect(try readSpeedLimit("none") == nil)
    }

    @Test(arguments: ["", "kn", "0", "-3", "101", "fast", "NaN", "None "])
    func hostileSpeedsAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readSpeedLimit(text) }
    }

    @Test(arguments: [
        ("512M", 512 << 20), ("2G", 2 << 30), ("2GB", 2 << 30), ("2GiB", 2 << 30), ("1t", 1 << 40), ("2048k", 2 << 20),
        ("64T", 64 << 40),
    ])
    func memorySizesAreReadInBytes(text: String, bytes: Int) throws {
        #expect(try readMemorySize(text) == bytes)
    }

    @Test(arguments: ["", "M", "512", "1.5G", "-1G", "0M", "1K", "65T", "99999999999999999999G", "8589934592G", "1P"])
    func hostileMemorySizesAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readMemorySize(text) }
    }

    @Test(arguments: [("1", 1), ("8", 8), ("256", 256)])
    func threadCountsAreRead(text: String, count: Int) throws {
        #expect(try readThreadCount(text) == count)
    }

    @Test(arguments: ["", "0", "257", "-1", "2.0", "two", "99999999999999999999"])
    func hostileThreadCountsAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readThreadCount(text) }
    }

    @Test(arguments: [
        ("2026-01-03", "2026-01-03T00:00:00Z"), ("2026-01-03T04:12", "2026-01-03T04:12:00Z"),
        ("2026-01-03 04:12:09", "2026-01-03T04:12:09Z"), ("2026-01-03t04:12:09z", "2026-01-03T04:12:09Z"),
        ("2026-01-03T04:12:09.999Z", "2026-01-03T04:12:09Z"), ("2026-01-03T00:30:00+01:00", "2026-01-02T23:30:00Z"),
        ("2026-01-03T23:30:00-01:00", "2026-01-04T00:30:00Z"), ("2026-01-03T04:12Z", "2026-01-03T04:12:00Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
    ])
    func momentsAreReadInUTC(text: String, utc: String) throws {
        #expect(try readMoment(text).iso8601 == utc)
    }

    @Test(arguments: [
        "", "yesterday", "2026", "2026-1-3", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-03T", "2026-01-03T04",
        "2026-01-03T24:00", "2026-01-03T04:60", "2026-01-03T04:12:61", "2026-01-03T04:12:09.Z", "2026-01-03T04:12:09+1",
        "2026-01-03T04:12:09+24:00", "2026-01-03T04:12:09Zulu", "03/01/2026", "+026-01-03", "2026-+1-03", "1767413529",
        "２０２６-01-03",
    ])
    func hostileMomentsAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readMoment(text) }
    }

    @Test func aBoxIsReadWestSouthEastNorth() throws {
        let box = try readBoundingBox("5,53,9.5,56")
        #expect(box == EventFilter.BoundingBox(west: 5, south: 53, east: 9.5, north: 56))
    }

    @Test func aBoxMayCrossTheDateline() throws {
        let box = try readBoundingBox("170,-20.5,-170,0")
        #expect(box.contains(latitude: -10, longitude: 180))
        #expect(!box.contains(latitude: -10, longitude: 0))
    }

    @Test(arguments: [
        "", "1,2,3", "1,2,3,4,5", "181,0,10,10", "0,-91,10,10", "0,10,10,0", "a,b,c,d", "1,2,3,nan", "1;2;3;4",
        "1,,3,4",
        "1, 2, 3, 4", "-inf,0,inf,1",
    ])
    func hostileBoxesAreRefused(text: String) {
        #expect(throws: ValueError.self) { try readBoundingBox(text) }
    }

    @Test func columnsAddUpOverSeveralOptions() throws {
        var columns: [String: String] = [:]
        try readColumns("id=Vessel Id,time=3", into: &columns)
        try readColumns("lat=Y=1", into: &columns)
        #expect(columns == ["id": "Vessel Id", "time": "3", "lat": "Y=1"])
    }

    @Test(arguments: [
        "", "id", "=x", "id=", "id=a,id=b", "idd=a", "id=0", "id=10001", "id=99999999999999999999", "id=a,", "ID=a",
    ])
    func hostileColumnsAreRefused(text: String) {
        var columns: [String: String] = [:]
        #expect(throws: ValueError.self) { try readColumns(text, into: &columns) }
    }
}
