/// The ways a result can be written down. The raw value is the name on the command line.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// For a person at a terminal.
    case text
    /// One document, `{"run":{...},"events":[...]}`.
    case json
    /// One event a line, then one last line of kind `run`.
    case ndjson
    /// A header and one row per event; the account of the run is in `runSummaryLines(run:)`.
    case csv
    /// RFC 7946: one feature per event, and the run as a foreign member.
    case geojson
}

/// How the text report is laid out. The other formats ignore it.
public struct TextStyle: Hashable, Sendable {
    /// Whether ANSI escape sequences set headings and flags apart.
    public var colour: Bool
    /// The widest line, in terminal columns; below `leastColumns` it counts as that.
    public var columns: Int

    public init(colour: Bool = false, columns: Int = 100) {
        self.colour = colour
        self.columns = columns
    }

    /// The narrowest page on which the report can be set, in columns.
    public static let leastColumns = 60
}
