public import MaritimeModel

/// The ways answers of `sts watchlist` can be written down. The raw value is the name on the command line.
public enum WatchlistFormat: String, CaseIterable, Sendable {
    case text, json
}

/// What `sts watchlist` has to tell.
public enum WatchlistAnswer: Sendable {
    case imported([ImportOutcome])
    /// The newest snapshot of each list, and the day from which their age counts.
    case lists([ListSnapshot], today: CivilDate)
    case history([HistoryLine])
    case found([WatchlistFinding], query: String)
}

/// The answer as UTF-8. The same answer gives the same bytes. Complexity: O(bytes written).
public func watchlistReport(
    _ format: WatchlistFormat, _ answer: WatchlistAnswer, database: String, style: TextStyle = TextStyle()
) -> [UInt8] {
    switch format {
    case .text: WatchlistTextReport.bytes(answer, database: database, style: style)
    case .json: WatchlistJSONReport.bytes(answer, database: database)
    }
}
