import ByteInput
import MaritimeModel

extension ScreeningQuery {
    /// The questions of a file, one a row: of a table whose header names `imo`, `mmsi`, `name` or `callsign` these cells
    /// together, else the first cell.
    ///
    /// Throws when the file cannot be read, holds no question, or has a quotation mark that is never closed.
    public static func read(path: String) throws(WatchlistError) -> [ScreeningQuery] {
        let contents = try readListFile(path == "-" ? "/dev/stdin" : path)
        var reader = ListRecordReader(contents.bytes)
        var columns: [Int: Column] = [:]
        var queries: [ScreeningQuery] = []
        var isFirst = true
        while let record = reader.next() {
            if isFirst {
                isFirst = false
                for cell in 0..<record.count { columns[cell] = Column(header: record.text(cell)) }
                if !columns.isEmpty { continue }
            }
            if columns.isEmpty {
                queries.append(ScreeningQuery(record.text(0)))
            } else {
                let cells = columns.keys.sorted().map { (columns[$0], record.text($0)) }.filter { !$0.1.isEmpty }
                queries.append(ScreeningQuery(cells: cells.compactMap { cell in cell.0.map { ($0, cell.1) } }))
            }
        }
        if let line = reader.unclosedQuoteLine {
            throw WatchlistError(path: path, line: line, message: "the quotation mark opened here is never closed.")
        }
        guard !queries.isEmpty else {
            throw WatchlistError(
                path: path, message: "the file holds nothing to look up: write one number or name a line.")
        }
        return queries
    }

    enum Column {
        case imo, mmsi, name, callSign

        init?(header: String) {
            switch header.lowercased().filter({ $0.isLetter }) {
            case "imo", "imonumber": self = .imo
            case "mmsi": self = .mmsi
            case "name", "vesselname", "shipname": self = .name
            case "callsign": self = .callSign
            default: return nil
            }
        }
    }
}
