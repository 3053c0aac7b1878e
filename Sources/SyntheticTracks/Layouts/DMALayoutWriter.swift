import MaritimeModel

/// The layout of the Danish Maritime Authority's daily files (`aisdk`).
///
/// Source: files of 2018 and the "AIS data" page of the Danish Maritime Authority: a header that begins with `# `, day
/// before month, six decimals, words for status and type, and a blank where AIS says "not available".
public struct DMALayoutWriter: TrackLayout {
    public init() {}

    public var header: String {
        "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,"
            + "Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,"
            + "Data source type"
    }

    public var columns: LayoutColumns {
        LayoutColumns(
            time: 0, id: 2, latitude: 3, longitude: 4, identity: [10, 11, 12, 13, 14, 15, 16, 18, 19, 20],
            stationType: 1)
    }

    public func prepare(_ vessel: SyntheticVessel, draughtDecimetres: Int) -> PreparedVessel {
        var parts = PreparedVessel()
        parts.identity.append(contentsOf: ",Class \(vessel.isClassA ? "A" : "B"),\(vessel.mmsi),".utf8)

        parts.name.append(contentsOf: ",\(vessel.imo?.description ?? "Unknown"),\(vessel.callSign),".utf8)
        parts.name.appendField(vessel.name)
        parts.name.append(contentsOf: ",\(words(forType: vessel.aisType)),\(words(forCargo: vessel.aisType)),".utf8)

        if vessel.beam > 0 { parts.particulars.appendNumber(vessel.beam) }
        parts.particulars.append(UInt8(ascii: ","))
        if vessel.length > 0 { parts.particulars.appendNumber(vessel.length) }
        parts.particulars.append(contentsOf: ",GPS,".utf8)
        if draughtDecimetres > 0 { parts.particulars.appendTenths(draughtDecimetres) }
        parts.particulars.append(UInt8(ascii: ","))
        parts.particulars.appendField(vessel.destination)
        parts.particulars.append(contentsOf: ",,AIS\n".utf8)
        return parts
    }

    public func append(_ row: SyntheticRow, of vessel: PreparedVessel, to bytes: inout [UInt8]) {
        let date = row.time.date
        bytes.appendTwoDigits(date.day)
        bytes.append(UInt8(ascii: "/"))
        bytes.appendTwoDigits(date.month)
        bytes.append(UInt8(ascii: "/"))
        bytes.appendNumber(date.year)
        bytes.append(UInt8(ascii: " "))
        bytes.appendClock(secondOfDay: row.time.secondOfDay)
        bytes.append(contentsOf: vessel.identity)
        bytes.appendDegrees(e7: row.position.latitudeE7, decimals: 6, trimmed: false)
        bytes.append(UInt8(ascii: ","))
        bytes.appendDegrees(e7: row.position.longitudeE7, decimals: 6, trimmed: false)
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: words(forStatus: row.status).utf8)
        // The rate of turn is never made up.
        bytes.append(contentsOf: ",,".utf8)
        if row.speedTenths != SyntheticRow.speedNotAvailable { bytes.appendTenths(Int(row.speedTenths)) }
        bytes.append(UInt8(ascii: ","))
        if row.courseTenths != SyntheticRow.courseNotAvailable { bytes.appendTenths(Int(row.courseTenths)) }
        bytes.append(UInt8(ascii: ","))
        if row.heading != SyntheticRow.headingNotAvailable { bytes.appendNumber(Int(row.heading)) }
        bytes.append(contentsOf: vessel.name)
        bytes.append(contentsOf: vessel.particulars)
    }

    private func words(forStatus status: Int8) -> String {
        switch status {
        case 0: "Under way using engine"
        case 1: "At anchor"
        case 2: "Not under command"
        case 3: "Restricted maneuverability"
        case 5: "Moored"
        case 7: "Engaged in fishing"
        case 8: "Under way sailing"
        default: "Unknown value"
        }
    }

    private func words(forType type: Int) -> String {
        switch type {
        case 30: "Fishing"
        case 36: "Sailing"
        case 37: "Pleasure"
        case 50: "Pilot"
        case 52: "Tug"
        case 60...69: "Passenger"
        case 70...79: "Cargo"
        case 80...89: "Tanker"
        default: "Undefined"
        }
    }

    private func words(forCargo type: Int) -> String {
        switch type {
        case 71, 81: "Category X"
        case 72, 82: "Category Y"
        case 73, 83: "Category Z"
        case 74, 84: "Category OS"
        default: ""
        }
    }
}
