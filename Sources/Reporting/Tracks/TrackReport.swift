public import MaritimeModel

/// The ways an account of tracks can be written down. The raw value is the name on the command line.
public enum TrackFormat: String, CaseIterable, Sendable {
    /// For a person at a terminal: vessels that stand out in full, the others counted.
    case text
    /// One document, `{"run":{...},"findings":[...],"vessels":[...]}`.
    case json
    /// RFC 7946: a line per segment, or a point for one of a single fix.
    case geojson
    /// A header and one row per fix that was kept.
    case csv
}

/// Renders an account of tracks in pieces through `sink`, so that a large one is never held as one text.
///
/// A piece is about 64 kB of UTF-8; it is longer only where one vessel is, in `text` and `json`. The same account gives
/// the same bytes. Errors: only what `sink` throws; nothing is written after that. Complexity: O(bytes written).
public func renderTracks<Failure: Error>(
    _ format: TrackFormat, account: TrackAccount, style: TextStyle = TextStyle(),
    to sink: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
    switch format {
    case .text: try TrackTextReport.render(account, style: style, to: sink)
    case .json: try TrackJSONReport.render(account, to: sink)
    case .geojson: try TrackGeoJSONReport.render(account, to: sink)
    case .csv: try TrackCSVReport.render(account, to: sink)
    }
}
