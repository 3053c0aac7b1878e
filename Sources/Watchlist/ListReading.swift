import MaritimeModel

extension WatchlistIndex {
    /// Reads lists from files and folders, and makes the index.
    ///
    /// Accepted are a watchlist database, a folder with OFAC's `sdn.csv` and its companions, such a file itself, house lists and registers as CSV
    /// files, and folders with such files. A list that is named twice, or whose files are byte for byte those of one
    /// already read, counts once. Throws when a path is missing, holds no list that is known, or holds a list without
    /// entries. What is wrong with single entries is in the lists' warnings.
    public init(paths: [String], limits: TieLimits = TieLimits()) throws(WatchlistError) {
        var lists: [SanctionsList] = []
        for path in paths {
            for list in try Self.lists(at: path) where !lists.contains(where: { $0.isCopy(of: list) }) {
                lists.append(list)
            }
        }
        self.init(lists, limits: limits)
    }

    private static func lists(at path: String) throws(WatchlistError) -> [SanctionsList] {
        guard WatchlistDatabase.isDatabase(path) else { return try ListFinding.lists(at: path) }
        let stored = try WatchlistDatabase(path: path, readOnly: true).load()
        guard !stored.isEmpty else {
            throw WatchlistError(
                path: path, message: "the database holds no list yet: add some with sts watchlist import.")
        }
        return stored.map(SanctionsList.init)
    }

    /// Whether the first line of a file is the header of a house list.
    ///
    /// A scan of a folder of tracks can pass such a file over. The header names `imo` or `mmsi`, a column that only
    /// lists have, and no coordinates.
    public static func isListHeader(_ firstLine: String) -> Bool {
        ListTable(header: Array(firstLine.utf8))?.isUnmistakableList ?? false
    }
}

extension SanctionsList {
    /// Whether the other list was read from the same bytes under the same name.
    fileprivate func isCopy(of other: SanctionsList) -> Bool {
        name == other.name && files.map(\.sha256) == other.files.map(\.sha256)
    }
}
