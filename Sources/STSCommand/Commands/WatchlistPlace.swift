import Watchlist

/// Which lists and which database hold when the command line names none.
enum WatchlistPlace {
    /// What stands in `STS_WATCHLIST`, else the database in the user's data folder when there is one, else nil.
    static func inherited() -> String? {
        if let named = SystemCalls.environment("STS_WATCHLIST"), !named.isEmpty { return named }
        guard let location = WatchlistLocation(environment: environment), SystemCalls.exists(location.path) else {
            return nil
        }
        return location.path
    }

    /// The database for a command that keeps lists.
    static func database(_ named: String?) throws(UsageError) -> WatchlistLocation {
        if let named {
            guard !named.isEmpty else { throw UsageError("--database: the path is empty", command: "watchlist") }
            return .named(named)
        }
        guard let location = WatchlistLocation(environment: environment) else {
            throw UsageError(
                "no place for the database: name one with --database, or set STS_WATCHLIST", command: "watchlist")
        }
        // The variable may name lists too, for the commands that check them.
        if case .named(let paths) = location {
            let parts = paths.split(separator: ":").map(String.init)
            guard let database = parts.first(where: { WatchlistDatabase.isDatabase($0) || !SystemCalls.exists($0) })
            else {
                throw UsageError(
                    "STS_WATCHLIST names lists and no database: name the database with --database",
                    command: "watchlist")
            }
            return .named(database)
        }
        return location
    }

    private static var environment: [String: String] {
        var values: [String: String] = [:]
        for name in ["STS_WATCHLIST", "XDG_DATA_HOME", "HOME"] { values[name] = SystemCalls.environment(name) }
        return values
    }
}
