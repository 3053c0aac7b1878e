import MaritimeModel

extension WatchlistIndex {
    /// Reads lists from files and folders, and makes the index.
    ///
    /// Accepted are a watchlist database, a folder with OFAC's `sdn.csv` and its companions, such a file itself, house lists and registers as CSV
    /// files, and folders with such files. A list that is named twice, or whose files are byte for byte those of one
    /// already read, counts once. Throws when a path is missing, holds no list that is known, or holds a list without
    /// entries. What is wrong with single entries is in the lists' warnings.
    public init(paths: [String], limits: TieLimits = TieLimits()) throws(WatchlistError) {
        var sources: [any PartySource] = []
        for path in paths {
            for source in try Self.sources(at: path)
            where !sources.contains(where: { $0.checked.isCopy(of: source.checked) }) { sources.append(source) }
        }
        self.init(sources: sources, limits: limits)
    }

    private static func sources(at path: String) throws(WatchlistError) -> [any PartySource] {
        guard WatchlistDatabase.isDatabase(path) else { return try ListFinding.sources(at: path) }
        let stored = try StoredParties.lists(of: WatchlistDatabase(path: path, readOnly: true))
        guard !stored.isEmpty else {
            throw WatchlistError(
                path: path, message: "the database holds no list yet: add some with sts watchlist import.")
        }
        return stored
    }

    /// Whether the first line of a file is the header of a house list.
    ///
    /// A scan of a folder of tracks can pass such a file over. The header names `imo` or `mmsi`, a column that only
    /// lists have, and no coordinates.
    public static func isListHeader(_ firstLine: String) -> Bool {
        ListTable(header: Array(firstLine.utf8))?.isUnmistakableList ?? false
    }
}

extension CheckedList {
    /// Whether the other list was read from the same bytes under the same name.
    fileprivate func isCopy(of other: CheckedList) -> Bool {
        name == other.name && files.map(\.sha256) == other.files.map(\.sha256)
    }
}
