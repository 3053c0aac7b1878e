import ByteInput

/// A layout made ready for reading rows, once for an input.
final class PlannedLayout: Sendable {
    let plan: RowPlan
    let described: DescribedColumns
    /// Tells layouts apart, so that equal bytes under other columns are other statements.
    let salt: UInt64

    init(_ layout: TrackLayout) {
        // A recognised layout has these four; a column that is not there reads as blank.
        plan = RowPlan(
            delimiter: layout.delimiter, columnCount: layout.columnCount, identity: layout.columns[.id] ?? -1,
            time: layout.columns[.time] ?? -1, latitude: layout.columns[.lat] ?? -1,
            longitude: layout.columns[.lon] ?? -1, described: layout.staticRuns)
        described = DescribedColumns(layout)
        salt = layout.columns.hashOfPositions
    }
}

/// Where the columns stand that describe a vessel; nil for those that a file does not have.
struct DescribedColumns: Sendable {
    let name, imo, callSign, type, length, width, draught, destination, station: Int?

    init(_ layout: TrackLayout) {
        name = layout.columns[.name]
        imo = layout.columns[.imo]
        callSign = layout.columns[.callsign]
        type = layout.columns[.type]
        length = layout.columns[.length]
        width = layout.columns[.width]
        draught = layout.columns[.draught]
        destination = layout.columns[.destination]
        station = layout.columns[.station]
    }
}

extension [TrackColumn: Int] {
    /// A number that tells layouts apart, so that equal bytes under other columns are other statements.
    fileprivate var hashOfPositions: UInt64 {
        reduce(0) { sum, entry in
            let text = "\(entry.key.rawValue)=\(entry.value)"
            return sum &+ text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
    }
}
