/// What a column of a track file can hold. The raw value is the name that `--columns` uses.
public enum TrackColumn: String, Hashable, Sendable, CaseIterable {
    case id, time, lat, lon, sog, cog, heading, name, imo, callsign, type, status, length, width, draught, destination
    /// The kind of station, as the Danish files have it: tells base stations and aids to navigation.
    case station

    /// Header names that mean this column, the best first; compared without case, blanks and punctuation.
    ///
    /// Gathered from the files of NOAA MarineCadastre, the Danish Maritime Authority, Global Fishing Watch, exactEarth,
    /// Spire and research data sets.
    var headerNames: [String] {
        switch self {
        case .id:
            [
                "mmsi", "ssvid", "mmsinumber", "sourcemmsi", "usermmsi", "id", "vesselid", "shipid", "trackid", "segid",
                "objectid", "userid",
            ]
        case .time:
            [
                "basedatetime", "timestamp", "datetime", "time", "timestamputc", "datetimeutc", "timeutc",
                "aispostimestamp", "dtposutc", "positiontime", "positiontimestamp", "dateandtime", "dateandtimeutc",
                "receivedtime", "receivedat", "msgtime", "recordtime", "epoch", "epochtime", "unixtime", "ts", "t",
            ]
        case .lat: ["lat", "latitude", "latitudedegrees", "latdeg", "latdd", "positionlat", "poslat", "ycoord", "y"]
        case .lon:
            [
                "lon", "longitude", "long", "lng", "longitudedegrees", "londeg", "londd", "positionlon", "poslon",
                "xcoord",
                "x",
            ]
        case .sog: ["sog", "speed", "speedknots", "sogknots", "speedoverground", "speedkn", "sogkn"]
        case .cog: ["cog", "course", "cogdegrees", "courseoverground", "cogdeg"]
        case .heading: ["heading", "trueheading", "headingdegrees", "hdg"]
        case .name: ["vesselname", "name", "shipname", "shipnm"]
        case .imo: ["imo", "imonumber", "imono"]
        case .callsign: ["callsign", "callsignal"]
        case .type:
            ["vesseltype", "shiptype", "typeofshipandcargo", "shipandcargotype", "shiptypecode", "aistype", "type"]
        case .status: ["status", "navigationalstatus", "navstatus", "navigationstatus"]
        case .length: ["length", "lengthm", "shiplength", "vessellength", "loa"]
        case .width: ["width", "beam", "widthm", "beamm", "shipwidth", "vesselwidth"]
        case .draught: ["draft", "draught", "draughtm", "draftm", "currentdraught"]
        case .destination: ["destination", "dest"]
        case .station: ["typeofmobile", "mobiletype"]
        }
    }

    /// A header name reduced to its lower-case letters and digits.
    static func reduced(_ name: String) -> String {
        String(
            decoding: name.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 48...57, 97...122: byte
                case 65...90: byte + 32
                case 128...: byte
                default: nil
                }
            }, as: UTF8.self)
    }
}
