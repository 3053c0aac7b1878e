/// What a column of a track file can hold, by the names that `--columns` takes.
enum TrackColumn: String, CaseIterable, Sendable {
    case id, time, lat, lon, sog, cog, heading, name, imo, callsign, type, status, length, width, draught, destination

    /// One line for the help page.
    var meaning: String {
        switch self {
        case .id: "identity: the MMSI, or any other name of the vessel"
        case .time: "time of the position, UTC"
        case .lat: "latitude in degrees, north positive"
        case .lon: "longitude in degrees, east positive"
        case .sog: "speed over ground in knots"
        case .cog: "course over ground in degrees"
        case .heading: "heading in degrees"
        case .name: "name of the vessel"
        case .imo: "IMO ship number"
        case .callsign: "call sign"
        case .type: "ship type: AIS code or words"
        case .status: "navigational status"
        case .length: "length in metres"
        case .width: "beam in metres"
        case .draught: "draught in metres"
        case .destination: "destination as stated"
        }
    }
}

/// Reads `name=header,...` and adds it to what earlier `--columns` said.
///
/// A header that is a number is a column counted from 1.
func readColumns(_ text: String, into columns: inout [String: String]) throws(ValueError) {
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let equals = piece.firstIndex(of: "=") else {
            throw ValueError("does not read name=header,...; for instance id=vessel,time=when,lat=y,lon=x")
        }
        let name = String(piece[..<equals])
        let header = String(piece[piece.index(after: equals)...])
        guard TrackColumn(rawValue: name) != nil else {
            let names = TrackColumn.allCases.map(\.rawValue)
            throw ValueError(
                "names the unknown column '\(name)'\(suggestion(for: name, among: names)); the names are "
                    + names.joined(separator: ", "))
        }
        guard !header.isEmpty else {
            throw ValueError("says no header for '\(name)'; write \(name)=HEADER, or its number counted from 1")
        }
        if isDigits(Substring(header)) {
            guard let number = Int(header), (1...10_000).contains(number) else {
                throw ValueError("has a column number out of range for '\(name)'; columns count from 1 to 10000")
            }
        }
        guard columns.updateValue(header, forKey: name) == nil else {
            throw ValueError("names the column '\(name)' twice")
        }
    }
}
