import MaritimeModel
import Testing

@testable import TrackIngest

/// What becomes of a row, one reason after the other.
struct RejectTests {
    private static let header = "MMSI,BaseDateTime,LAT,LON,VesselName,Draft\n"

    @Test(arguments: [
        ("219000001,2022-01-03T00:00:03,1", RejectReason.badColumns),
        ("219000001,2022-01-03T00:00:03,1,2,NAME,3,4", .badColumns),
        ("x", .badColumns),
        (",2022-01-03T00:00:03,1,2,NAME,3", .badIdentity),
        ("\"\",2022-01-03T00:00:03,1,2,NAME,3", .badIdentity),
        ("Unknown,2022-01-03T00:00:03,1,2,NAME,3", .badIdentity),
        ("@@@,2022-01-03T00:00:03,1,2,NAME,3", .badIdentity),
        ("219000001,,1,2,NAME,3", .badTime),
        ("219000001,yesterday,1,2,NAME,3", .badTime),
        ("219000001,1989-12-31T23:59:59,1,2,NAME,3", .badTime),
        ("219000001,2026-06-01T00:00:01,1,2,NAME,3", .badTime),
        ("219000001,99999999999,1,2,NAME,3", .badTime),
        ("219000001,2022-01-03T00:00:03,,,,", .badPosition),
        ("219000001,2022-01-03T00:00:03,91,181,Unknown,0", .badPosition),
        ("219000001,2022-01-03T00:00:03,91,0,,", .badPosition),
        ("219000001,2022-01-03T00:00:03,0,181,@@@@,0.0", .badPosition),
        ("219000001,2022-01-03T00:00:03,90.0000001,0,,", .badPosition),
        ("219000001,2022-01-03T00:00:03,0,-180.0000001,,-5", .badPosition),
        ("219000001,2022-01-03T00:00:03,1,east,,", .badPosition),
        ("002190066,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("111219501,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("970012345,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("972012345,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("974012345,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("982190001,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("992111840,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
        ("992111840.0,2022-01-03T00:00:03,1,2,NAME,3", .notAVessel),
    ])
    func aRowIsRejectedUnderItsReason(row: String, reason: RejectReason) throws {
        let reading = try read(text: Self.header + "219000002,2022-01-03T00:00:03,1,2,NAME,3\n" + row + "\n")
        let ledger = reading.inputs[0].ledger
        #expect(ledger.rows == 2 && ledger.fixes == 1 && ledger.identityOnly == 0)
        #expect(ledger.rejected == [reason: 1])
        #expect(reading.tracks.vessels.map(\.id) == ["219000002"])
        #expect(reading.isBalanced && reading.inputs[0].failure == nil)
    }

    @Test(arguments: [
        "219000001,2022-01-03T00:00:03,1,2,NAME,3", "219000001,2022-01-03T00:00:03,90,180,,",
        "219000001,2022-01-03T00:00:03,-90,-180,,", "219000001,1990-01-01T00:00:00,0,0,,",
        "219000001,2026-06-01T00:00:00.9,0,0,,", "219000001.0,1641168003,0,0,,", "12345678,2022-01-03T00:00:03,1,2,,",
        "1234567890,2022-01-03T00:00:03,1,2,,", "800000001,2022-01-03T00:00:03,1,2,,", "0,2022-01-03T00:00:03,1,2,,",
        "segment-7 of ship,2022-01-03T00:00:03,1,2,,", "\"219,1\",2022-01-03T00:00:03,1,2,,",
        "219000001,2022-01-03T00:00:03,1,2,\"A, B\",3", "219000001,2022-01-03T00:00:03,1,2,RAY \"CHIEF\" TONEY,3",
        "219000001,2022-01-03T00:00:03,1,2,5\" GUN,3",
    ])
    func aGoodRowIsUsed(row: String) throws {
        for lineEnd in ["", "\n", "\r\n", "\n\n\r\n"] {
            let reading = try read(text: Self.header + row + lineEnd)
            #expect(reading.inputs[0].ledger.rejected.isEmpty)
            #expect(reading.inputs[0].ledger.rows == 1 && reading.inputs[0].ledger.fixes == 1)
            #expect(reading.tracks.vessels.count == 1 && reading.isBalanced)
        }
    }

    @Test func rowsWithoutPositionKeepWhatTheySayOfTheVessel() throws {
        let reading = try read(text: Self.header + "219000001,2022-01-03T00:00:03,91,181,ASTINA,5.9\n")
        let ledger = reading.inputs[0].ledger
        #expect(ledger.rows == 1 && ledger.fixes == 0 && ledger.identityOnly == 1 && ledger.rejected.isEmpty)
        let vessel = try #require(reading.tracks.vessels.first)
        #expect(vessel.id == "219000001" && vessel.fixCount == 0)
        #expect(vessel.staticData.names.map(\.value) == ["ASTINA"] && vessel.staticData.draughts.map(\.value) == [5.9])
        #expect(vessel.firstSeen.iso8601 == "2022-01-03T00:00:03Z" && vessel.lastSeen == vessel.firstSeen)
        #expect(reading.inputs[0].firstTime == vessel.firstSeen && reading.isBalanced)
    }

    private static let danish = LayoutRecogniserTests.dma + "\n"
    private static func danishRow(_ mobile: String, _ id: String, _ position: String, name: String = "") -> String {
        "01/06/2018 00:00:00,\(mobile),\(id),\(position),Unknown value,,,,,Unknown,,\(name),Undefined,,,,Undefined,,,,"
            + "AIS\n"
    }

    @Test(arguments: ["Base Station", "AtoN", "SAR Airborne", "Search and Rescue Transponder", "Man Overboard Device"])
    func stationsThatAreNoVesselsAreToldByTheirKind(mobile: String) throws {
        let text =
            Self.danish + Self.danishRow(mobile, "2190066", "56.5,8.1", name: "WIND FARM")
            + Self.danishRow(mobile, "219000077", "91,181", name: "WIND FARM")
            + Self.danishRow("Class B", "219000001", "56.5,8.1")
            + Self.danishRow("Class A", "219000002", "91,181", name: "X")
        let reading = try read(text: text)
        #expect(reading.inputs[0].ledger.rejected == [.notAVessel: 2])
        #expect(reading.inputs[0].ledger.fixes == 1 && reading.inputs[0].ledger.identityOnly == 1)
        #expect(reading.tracks.vessels.map(\.id) == ["219000001", "219000002"])
        let raw = try read(text: text, rejectsNonVessels: false)
        #expect(raw.inputs[0].ledger.rejected.isEmpty)
        #expect(raw.tracks.vessels.map(\.id) == ["219000001", "219000002", "219000077", "2190066"])
        #expect(raw.staticData(of: "219000077")?.names.map(\.value) == ["WIND FARM"])
        #expect(reading.isBalanced && raw.isBalanced)
    }

    @Test func rawTracksKeepTheStationsThatTheirNumbersTell() throws {
        let text = Self.header + "002190066,2022-01-03T00:00:03,1,2,,\n992111840,2022-01-03T00:00:03,1,2,,\n"
        let raw = try read(text: text, rejectsNonVessels: false)
        #expect(raw.tracks.vessels.map(\.id) == ["002190066", "992111840"])
        #expect(raw.inputs[0].ledger.fixes == 2 && raw.isBalanced)
    }

    @Test func aFileOfAHeaderAloneHasNoRows() throws {
        for text in ["MMSI,BaseDateTime,LAT,LON", "MMSI,BaseDateTime,LAT,LON\r\n\r\n"] {
            let reading = try read(text: text)
            #expect(reading.inputs.map(\.ledger) == [RejectLedger()])
            #expect(reading.inputs[0].failure == nil && reading.tracks.vessels.isEmpty)
        }
    }
}
