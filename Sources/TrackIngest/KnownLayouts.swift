/// The layouts that have names, and the header names they are recognised by.
enum KnownLayouts {
    /// Which position of a header holds which column; each position is used once.
    static func positions(inHeader header: [String]) -> [TrackColumn: Int] {
        let reduced = header.map(TrackColumn.reduced)
        var positions: [TrackColumn: Int] = [:]
        for column in TrackColumn.allCases {
            for name in column.headerNames {
                guard let position = reduced.firstIndex(of: name) else { continue }
                if !positions.values.contains(position) {
                    positions[column] = position
                    break
                }
            }
        }
        return positions
    }

    /// The columns of NOAA files of 2017 that come without a header, or nil when the first row is no such row.
    ///
    /// MMSI, BaseDateTime, LAT, LON, SOG, COG, Heading, VesselName, IMO, CallSign, VesselType, Status, Length, Width,
    /// Draft, Cargo and, in some, TransceiverClass.
    static func headless(firstRow row: [String]) -> [TrackColumn: Int]? {
        guard row.count == 16 || row.count == 17, row[0].utf8.allSatisfy({ (48...57).contains($0) }),
            !row[0].isEmpty, row[1].utf8.count == 19, let latitude = Double(row[2]), let longitude = Double(row[3]),
            abs(latitude) <= 91, abs(longitude) <= 181
        else { return nil }
        return [
            .id: 0, .time: 1, .lat: 2, .lon: 3, .sog: 4, .cog: 5, .heading: 6, .name: 7, .imo: 8, .callsign: 9,
            .type: 10, .status: 11, .length: 12, .width: 13, .draught: 14,
        ]
    }

    /// A layout in words.
    static func name(header: [String]?, columns: [TrackColumn: Int], isUsers: Bool) -> String {
        guard let header else {
            return isUsers ? "delimited text without header, columns as given" : "NOAA MarineCadastre, without header"
        }
        if isUsers { return "delimited text, columns as given" }
        let reduced = Set(header.map(TrackColumn.reduced))
        if reduced.isSuperset(of: ["basedatetime", "mmsi", "vesselname"]) {
            if header.contains("base_date_time") { return "NOAA MarineCadastre 2024 and later" }
            if reduced.contains("transcieverclass") { return "NOAA MarineCadastre 2020, longitude first" }
            return reduced.contains("transceiverclass")
                ? "NOAA MarineCadastre 2018 to 2023" : "NOAA MarineCadastre 2015 to 2017"
        }
        if reduced.isSuperset(of: ["timestamp", "typeofmobile", "mmsi", "latitude"]) {
            return "Danish Maritime Authority aisdk"
        }
        if reduced.isSuperset(of: ["timestamp", "lat", "lon", "speed", "course"]),
            !reduced.isDisjoint(with: ["ssvid", "id", "segid", "mmsi"])
        {
            return "Global Fishing Watch"
        }
        let named = [TrackColumn.id, .time, .lat, .lon, .sog].compactMap { column in
            columns[column].map { "\(column.rawValue)=\(header[$0])" }
        }
        return "delimited text (\(named.joined(separator: ", ")))"
    }
}
