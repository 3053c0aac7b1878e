import MaritimeModel

/// The layout of NOAA MarineCadastre files since 2024.
///
/// Source: MarineCadastre.gov, AIS data dictionary, and files of those years: lower-case names, longitude before
/// latitude, a blank in the time.
public struct NOAA2024LayoutWriter: TrackLayout {
    public init() {}

    public var header: String {
        "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,"
            + "width,draft,cargo,transceiver"
    }

    public var columns: LayoutColumns {
        LayoutColumns(time: 1, id: 0, latitude: 3, longitude: 2, identity: [7, 8, 9, 10, 12, 13, 14, 15])
    }

    public func prepare(_ vessel: SyntheticVessel, draughtDecimetres: Int) -> PreparedVessel {
        marineCadastreParts(of: vessel, draughtDecimetres: draughtDecimetres)
    }

    public func append(_ row: SyntheticRow, of vessel: PreparedVessel, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: vessel.identity)
        bytes.appendTime(row.time, separator: UInt8(ascii: " "))
        bytes.append(UInt8(ascii: ","))
        bytes.appendDegrees(e7: row.position.longitudeE7, decimals: 5, trimmed: true)
        bytes.append(UInt8(ascii: ","))
        bytes.appendDegrees(e7: row.position.latitudeE7, decimals: 5, trimmed: true)
        appendMarineCadastreRest(of: row, vessel, to: &bytes)
    }
}
