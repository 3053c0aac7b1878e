import Testing

@testable import TrackIngest

/// Which layout is seen in which header, and where its columns are.
struct LayoutRecogniserTests {
    private func layout(
        _ text: String, columns: [TrackColumn: String] = [:], isWhole: Bool = true
    ) throws(LayoutProblem) -> TrackLayout {
        try LayoutRecogniser(userColumns: columns).layout(ofHead: Array(text.utf8), isWhole: isWhole)
    }

    /// A header, its name, and the header names of id, time, latitude and longitude.
    struct Known: CustomTestStringConvertible, Sendable {
        var header: String
        var name: String
        var core: [String]
        var others: [TrackColumn: String] = [:]
        var testDescription: String { name }
    }

    static let dma =
        "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,"
        + "Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,"
        + "Data source type"
    static let known = [
        Known(
            header:
                "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,"
                + "Draft,Cargo,TransceiverClass",
            name: "NOAA MarineCadastre 2018 to 2023", core: ["MMSI", "BaseDateTime", "LAT", "LON"],
            others: [
                .sog: "SOG", .cog: "COG", .heading: "Heading", .name: "VesselName", .imo: "IMO", .callsign: "CallSign",
                .type: "VesselType", .status: "Status", .length: "Length", .width: "Width", .draught: "Draft",
            ]),
        Known(
            header:
                "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,"
                + "length,width,draft,cargo,transceiver",
            name: "NOAA MarineCadastre 2024 and later", core: ["mmsi", "base_date_time", "latitude", "longitude"],
            others: [.name: "vessel_name", .callsign: "call_sign", .type: "vessel_type", .draught: "draft"]),
        Known(
            header:
                "BaseDateTime,LON,LAT,MMSI,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,"
                + "Draft,Cargo,TranscieverClass,ETA",
            name: "NOAA MarineCadastre 2020, longitude first", core: ["MMSI", "BaseDateTime", "LAT", "LON"],
            others: [.imo: "IMO", .width: "Width"]),
        Known(
            header:
                "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,"
                + "Draft,Cargo",
            name: "NOAA MarineCadastre 2015 to 2017", core: ["MMSI", "BaseDateTime", "LAT", "LON"]),
        Known(
            header: dma, name: "Danish Maritime Authority aisdk",
            core: ["MMSI", "# Timestamp", "Latitude", "Longitude"],
            others: [
                .station: "Type of mobile", .status: "Navigational status", .callsign: "Callsign", .name: "Name",
                .type: "Ship type", .width: "Width", .length: "Length", .draught: "Draught",
                .destination: "Destination",
            ]),
        Known(
            header: "ssvid,timestamp,lat,lon,speed,course", name: "Global Fishing Watch",
            core: ["ssvid", "timestamp", "lat", "lon"], others: [.sog: "speed", .cog: "course"]),
        Known(
            header: "id,timestamp,lat,lon,speed,course", name: "Global Fishing Watch",
            core: ["id", "timestamp", "lat", "lon"]),
        Known(
            header: "seg_id,timestamp,lat,lon,speed,course", name: "Global Fishing Watch",
            core: ["seg_id", "timestamp", "lat", "lon"]),
        Known(
            header: "seg_id,ssvid,mmsi,timestamp,lat,lon,speed,course", name: "Global Fishing Watch",
            core: ["mmsi", "timestamp", "lat", "lon"]),
        Known(
            header: "Time,MMSI,Latitude_degrees,Longitude_degrees,COG_degrees,SOG_knots",
            name: "delimited text (id=MMSI, time=Time, lat=Latitude_degrees, lon=Longitude_degrees, sog=SOG_knots)",
            core: ["MMSI", "Time", "Latitude_degrees", "Longitude_degrees"],
            others: [.cog: "COG_degrees", .sog: "SOG_knots"]),
        Known(
            header: "\u{FEFF}ID,ais_pos_timestamp,longitude,latitude",
            name: "delimited text (id=ID, time=ais_pos_timestamp, lat=latitude, lon=longitude)",
            core: ["ID", "ais_pos_timestamp", "latitude", "longitude"]),
        Known(
            header: "mmsi,msg_type,timestamp,status,rot,speed,accuracy,longitude,latitude,course,heading,maneuver,nmea",
            name: "delimited text (id=mmsi, time=timestamp, lat=latitude, lon=longitude, sog=speed)",
            core: ["mmsi", "timestamp", "latitude", "longitude"], others: [.heading: "heading", .status: "status"]),
    ]

    @Test(arguments: known, [",", ";", "\t", "|"])
    func knownHeadersAreRecognisedWithAnyDelimiter(known: Known, delimiter: String) throws {
        for lineEnd in ["\n", "\r\n", ""] {
            let header = known.header.split(separator: ",").joined(separator: delimiter)
            let found = try layout(header + lineEnd)
            #expect(found.name == known.name)
            #expect(found.delimiter == delimiter.utf8.first)
            let names = known.header.withoutMark.split(separator: ",").map(String.init)
            #expect(found.columnCount == names.count)
            #expect([TrackColumn.id, .time, .lat, .lon].map { found.columns[$0].map { names[$0] } } == known.core)
            for (column, name) in known.others { #expect(found.columns[column].map { names[$0] } == name) }
            #expect(found.dataStart == (header + lineEnd).utf8.count)
            #expect(found.remark == nil)
        }
    }

    @Test func aHeaderWithEveryNameInQuotesAndManyColumnsIsRecognised() throws {
        let others = (0..<132).map { "Field_\($0)" }
        let names = ["MMSI", "Message_ID", "Time", "Vessel_Name", "IMO"] + others + ["Longitude", "Latitude"]
        let found = try layout(names.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n")
        #expect(found.columnCount == 139)
        #expect(found.columns[.id] == 0 && found.columns[.time] == 2 && found.columns[.name] == 3)
        #expect(found.columns[.lon] == 137 && found.columns[.lat] == 138)
    }

    @Test(arguments: ["", ",A"])
    func noaaFilesWithoutHeaderAreRecognised(tail: String) throws {
        let row =
            "367000140,2017-01-01T00:00:00,40.64409,-74.07157,0.0,-60.6,246.0,SAMUEL I,IMO7702774,WYR3371,1012,"
            + "under way using engine,94.0,21.0,,69" + tail
        let found = try layout("\n\(row)\n\(row)\n")
        #expect(found.name == "NOAA MarineCadastre, without header")
        #expect(found.columnCount == 16 + tail.utf8.count / 2)
        #expect(found.dataStart == 1)
        #expect(found.columns[.id] == 0 && found.columns[.lat] == 2 && found.columns[.draught] == 14)
    }

    @Test func rowsThatAgreeAmongThemselvesWinOverTheHeadersCount() throws {
        let row = "1,2022-01-03T00:00:00,2,3,extra\n"
        let agreeing = try layout("MMSI,BaseDateTime,LAT,LON\n" + String(repeating: row, count: 5))
        #expect(agreeing.columnCount == 5)
        #expect(agreeing.remark == "the header has 4 columns, the rows have 5")
        let tooFew = try layout("MMSI,BaseDateTime,LAT,LON\n" + row + row)
        #expect(tooFew.columnCount == 4 && tooFew.remark == nil)
        let divided = try layout("MMSI,BaseDateTime,LAT,LON\n" + String(repeating: row + "1,2,3,4\n", count: 5))
        #expect(divided.columnCount == 4 && divided.remark == nil)
    }

    @Test func theUsersColumnsWinByNameAndByNumber() throws {
        let header = "MMSI,ship,when,LAT,LON,north,east\n"
        let byName = try layout(header, columns: [.id: "ship", .time: "When", .lat: "north", .lon: "east"])
        #expect(byName.columns[.id] == 1 && byName.columns[.time] == 2)
        #expect(byName.columns[.lat] == 5 && byName.columns[.lon] == 6)
        #expect(byName.name == "delimited text, columns as given")
        let byNumber = try layout(header, columns: [.time: "3", .lat: "6", .lon: "7"])
        #expect(byNumber.columns[.id] == 0 && byNumber.columns[.lat] == 5 && byNumber.columns[.lon] == 6)
    }

    @Test func numbersNameTheColumnsOfFilesWithoutHeader() throws {
        // The numbers stand in the row as values too, and must not be taken for names there.
        let row = "4,2022-01-03 00:00:00,3,1,2,-1\n"
        let found = try layout(row + row, columns: [.id: "1", .time: "2", .lat: "3", .lon: "4", .sog: "5"])
        #expect(found.columns == [.id: 0, .time: 1, .lat: 2, .lon: 3, .sog: 4])
        #expect(found.dataStart == 0 && found.columnCount == 6)
        #expect(found.name == "delimited text without header, columns as given")
    }

    @Test func aHeaderMayBeANumber() throws {
        let found = try layout("when,2,1,ship\n", columns: [.time: "when", .lat: "1", .lon: "2", .id: "ship"])
        #expect(found.columns == [.time: 0, .lon: 1, .lat: 2, .id: 3])
    }

    @Test func onATieTheCommaParts() throws {
        let found = try layout("MMSI,time\tlat,lon\tx\n", columns: [.lat: "1", .lon: "1", .id: "1", .time: "1"])
        #expect(found.delimiter == 44)
    }

    @Test func dataBeginBehindTheHeaderThoughTheFirstRowIsLong() throws {
        let header = "MMSI,BaseDateTime,LAT,LON\r\n"
        let found = try layout(header + String(repeating: "x", count: 10_000), isWhole: false)
        #expect(found.dataStart == header.utf8.count)
    }
}

extension String {
    /// Without the byte-order mark that some programs write.
    fileprivate var withoutMark: String { first == "\u{FEFF}" ? String(dropFirst()) : self }
}
