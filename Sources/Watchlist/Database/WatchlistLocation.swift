/// Where the watchlist database is when nobody says otherwise.
public enum WatchlistLocation: Hashable, Sendable {
    /// Named by `STS_WATCHLIST`.
    case named(String)
    /// In the user's data folder, which may have to be made. Source: XDG Base Directory Specification 0.8.
    case dataFolder(String)

    /// The path of the database.
    public var path: String {
        switch self {
        case .named(let path), .dataFolder(let path): path
        }
    }

    /// The place by environment variables: `STS_WATCHLIST`, else `$XDG_DATA_HOME/sts/watchlist.db`, else the same
    /// below `~/.local/share`; nil when not even `HOME` is set. Empty variables count as not set, and so does a
    /// data folder that is no absolute path.
    public init?(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = value("STS_WATCHLIST") {
            self = .named(path)
        } else if let folder = value("XDG_DATA_HOME"), folder.hasPrefix("/") {
            self = .dataFolder(folder + "/sts/watchlist.db")
        } else if let home = value("HOME") {
            self = .dataFolder(home + "/.local/share/sts/watchlist.db")
        } else {
            return nil
        }
    }
}
