import MaritimeModel
import Testing

@testable import TrackIngest

/// What vessels say of themselves: which values are none, and between which times the others were seen.
struct StaticDataTests {
    private static let header =
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Length,Width,"
        + "Draft,Destination\n"

    private func row(
        _ clock: String, name: String = "", imo: String = "", callSign: String = "", type: String = "",
        size: String = ",",
        draught: String = "", destination: String = "", id: String = "219000001"
    ) -> String {
        "\(id),2022-01-03T\(clock),1,2,102.3,360.0,511,\(name),\(imo),\(callSign),\(type),\(size),"
            + "\(draught),\(destination)\n"
    }

    @Test(arguments: ["", "Unknown", "UNDEFINED", "None", "null", "NaN", "n/a", "-", "@@@@@@@", "   ", "\"\""])
    func wordsForNotAvailableAreNoValues(word: String) throws {
        let reading = try read(
            text: Self.header
                + row(
                    "00:00:00", name: word, imo: word, callSign: word, type: word, size: "\(word),\(word)",
                    draught: word,
                    destination: word))
        #expect(reading.staticData(of: "219000001")?.isEmpty == true)
        #expect(reading.inputs[0].ledger.fixes == 1)
    }

    @Test(arguments: ["0", "0.0", "-3", "30.1", "nan", "1e9"])
    func draughtsThatCannotBeAreNone(draught: String) throws {
        let reading = try read(text: Self.header + row("00:00:00", draught: draught))
        #expect(reading.staticData(of: "219000001")?.isEmpty == true)
    }

    @Test(arguments: [
        "IMO0000000", "0", "1", "IMO0000111", "1234567", "9999999", "IMO100637903", "7777777", "7654321", "1000000000",
    ])
    func numbersThatAreNoIMONumbersAreNone(imo: String) throws {
        let reading = try read(text: Self.header + row("00:00:00", imo: imo))
        #expect(reading.staticData(of: "219000001")?.isEmpty == true)
    }

    @Test(arguments: ["IMO9187628", "9187628", "imo 9187628", "9187628.0"])
    func numbersThatFailTheirCheckDigitAreKeptApart(imo: String) throws {
        let reading = try read(
            text: Self.header + row("00:00:00", imo: imo) + row("00:01:00", imo: "9187629")
                + row("00:02:00", imo: imo))
        let found = try #require(reading.staticData(of: "219000001"))
        #expect(found.imoNumbers.map(\.value.number) == [9_187_629])
        #expect(found.mistypedIMOs.map(\.value) == [9_187_628] && found.mistypedIMOs[0].count == 2)
    }

    @Test(arguments: [
        ("80", 80, ShipType.tanker), ("80.0", 80, .tanker), ("1024", 1_024, .tanker), ("70", 70, .cargo),
        ("52", 52, .tug),
        ("0", nil, nil), ("-1", nil, nil), ("1100", nil, nil), ("60.5", nil, nil), ("Tanker", nil, .tanker),
        ("Cargo", nil, .cargo), ("Undefined", nil, nil), ("Space ship", nil, .other), ("1", 1, nil),
    ])
    func typesAreCodesOrWords(type: String, code: Int?, shipType: ShipType?) throws {
        let reading = try read(text: Self.header + row("00:00:00", type: type))
        let found = try #require(reading.staticData(of: "219000001"))
        #expect(found.aisTypes.map(\.value) == [code].compactMap { $0 })
        #expect(found.shipTypes.map(\.value) == [shipType].compactMap { $0 })
    }

    @Test func everyValueIsKept() throws {
        let reading = try read(
            text: Self.header
                + row(
                    "00:00:00", name: "ASTINA@@@", imo: "IMO9187629", callSign: "SHZA", type: "80", size: "274.5,48",
                    draught: "\"14,8\"", destination: "\"ROTTERDAM, NL\""))
        let found = try #require(reading.staticData(of: "219000001"))
        #expect(found.names.map(\.value) == ["ASTINA"] && found.callSigns.map(\.value) == ["SHZA"])
        #expect(found.imoNumbers.map(\.value.number) == [9_187_629])
        #expect(found.lengths.map(\.value) == [274.5] && found.beams.map(\.value) == [48])
        #expect(found.draughts.map(\.value) == [14.8] && found.destinations.map(\.value) == ["ROTTERDAM, NL"])
    }

    @Test func paddingIsNoPartOfAName() throws {
        let reading = try read(
            text: Self.header + row("00:00:00", name: "ASTINA  @@") + row("00:01:00", name: "ASTINA")
                + row("00:02:00", name: " ASTINA "))
        #expect(reading.staticData(of: "219000001")?.names.map(\.value) == ["ASTINA"])
        #expect(reading.staticData(of: "219000001")?.names.map(\.count) == [3])
    }

    @Test func changingValuesKeepTheirFirstAndLastTimes() throws {
        let text =
            Self.header + row("05:00:00", draught: "14.8") + row("01:00:00", draught: "9.1")
            + row("02:00:00", draught: "9.1") + row("04:00:00", draught: "9.10") + row("06:00:00", draught: "14.8")
            + row("03:00:00") + row("08:00:00", draught: "9.1")
        let reading = try read(text: text)
        let draughts = try #require(reading.staticData(of: "219000001")?.draughts)
        #expect(draughts.map(\.value) == [9.1, 14.8])
        #expect(draughts.map(\.firstSeen.iso8601) == ["2022-01-03T01:00:00Z", "2022-01-03T05:00:00Z"])
        #expect(draughts.map(\.lastSeen.iso8601) == ["2022-01-03T08:00:00Z", "2022-01-03T06:00:00Z"])
        #expect(draughts.map(\.count) == [4, 2])
    }
}
