import MaritimeModel

/// A table (RFC 4180, lines end in LF): a header, then one row per fix that was kept, by vessel, segment and time.
///
/// The table has no place for the rest of the account, which is in `trackSummaryLines(_:)` and in the JSON document.
enum TrackCSVReport {
    static let columns = ["id", "segment", "time", "latitude", "longitude"]

    static func render<Failure: Error>(
        _ account: TrackAccount, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var row = CSVWriter()
        for column in columns { row.cell(column) }
        row.endRow()
        for vessel in account.vessels {
            for segment in vessel.segments {
                for fix in segment.fixes {
                    row.cell(vessel.vessel.id)
                    row.cell(segment.number)
                    row.cell(fix.time.iso8601)
                    row.cell(fix.position.latitude, decimals: 7)
                    row.cell(fix.position.longitude, decimals: 7)
                    row.endRow()
                    try row.output.passOnFullPiece(to: sink)
                }
            }
        }
        try row.output.passOnRest(to: sink)
    }
}
