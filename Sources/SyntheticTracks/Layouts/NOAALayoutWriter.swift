import MaritimeModel

/// The layout of NOAA MarineCadastre files of 2018 to 2023.
///
/// Source: MarineCadastre.gov, AIS data dictionary, and files of those years: `LAT` before `LON`, five decimals with
/// the zeros at the end dropped, a `T` in the time and no zone suffix (UTC).
public struct NOAALayoutWriter: TrackLayout {
    public init() {}

    public var header: String {
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,"
            + "Cargo,TransceiverClass"
    }

    public var columns: LayoutColumns {
        LayoutColumns(time: 1, id: 0, latitude: 2, longitude: 3, identity: [7, 8, 9, 10, 12, 13, 14, 15])
    }

    public func prepare(_ vessel: SyntheticVessel, draughtDecimetres: Int) -> PreparedVessel {
        marineCadastreParts(of: vessel, draughtDecimetres: draughtDecimetres)
    }

    public func append(_ row: SyntheticRow, of vessel: PreparedVessel, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: vessel.identity)
        bytes.appendTime(row.time, separator: UInt8(ascii: "T"))
        bytes.append(UInt8(ascii: ","))
        bytes.appendDegrees(e7: row.position.latitudeE7, decimals: 5, trimmed: true)
        bytes.append(UInt8(ascii: ","))
        bytes.appendDegrees(e7: row.position.longitudeE7, decimals: 5, trimmed: true)
        appendMarineCadastreRest(of: row, vessel, to: &bytes)
    }
}

/// The parts that both generations of MarineCadastre files share.
func marineCadastreParts(of vessel: SyntheticVessel, draughtDecimetres: Int) -> PreparedVessel {
    var parts = PreparedVessel()
    parts.identity.append(contentsOf: vessel.mmsi.description.utf8)
    parts.identity.append(UInt8(ascii: ","))

    parts.name.append(UInt8(ascii: ","))
    parts.name.appendField(vessel.name)
    parts.name.append(UInt8(ascii: ","))
    if let imo = vessel.imo {
        parts.name.append(contentsOf: "IMO\(imo)".utf8)
    } else if vessel.isClassA {
        parts.name.append(contentsOf: "IMO0000000".utf8)
    }
    parts.name.append(contentsOf: ",\(vessel.callSign),".utf8)
    if vessel.aisType > 0 { parts.name.appendNumber(vessel.aisType) }
    parts.name.append(UInt8(ascii: ","))

    parts.particulars.append(UInt8(ascii: ","))
    if vessel.length > 0 { parts.particulars.appendNumber(vessel.length) }
    parts.particulars.append(UInt8(ascii: ","))
    if vessel.beam > 0 { parts.particulars.appendNumber(vessel.beam) }
    parts.particulars.append(UInt8(ascii: ","))
    // Class A sends a draught of 0 when none was entered; class B has none to send.
    if draughtDecimetres > 0 || vessel.isClassA { parts.particulars.appendTenths(draughtDecimetres) }
    parts.particulars.append(UInt8(ascii: ","))
    if vessel.isClassA, vessel.aisType > 0 { parts.particulars.appendNumber(vessel.aisType) }
    parts.particulars.append(contentsOf: vessel.isClassA ? ",A\n".utf8 : ",B\n".utf8)
    return parts
}

/// Everything behind the position, which both generations order alike.
func appendMarineCadastreRest(of row: SyntheticRow, _ vessel: PreparedVessel, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    bytes.appendTenths(Int(row.speedTenths))
    bytes.append(UInt8(ascii: ","))
    bytes.appendTenths(Int(row.courseTenths))
    bytes.append(UInt8(ascii: ","))
    bytes.appendNumber(Int(row.heading))
    bytes.append(contentsOf: vessel.name)
    // Class B has no status; 15 stands for that here.
    if row.status != 15 { bytes.appendNumber(Int(row.status)) }
    bytes.append(contentsOf: vessel.particulars)
}
