extension WatchlistIndex {
    /// Reads lists from files, folders and databases, and makes the index.
    public init(paths: [String], limits: TieLimits = TieLimits()) throws(WatchlistError) {
        self.init([], limits: limits)
    }

    public static func isListHeader(_ firstLine: String) -> Bool { false }
}
