public import MaritimeModel

/// The listed vessels of all lists that a run checks, and the way to recognise them in tracks.
public struct WatchlistIndex: Sendable {
    /// In the order loaded; the lists of one folder separately.
    public let lists: [CheckedList]
    /// In the order loaded. A vessel on two lists, or in two entries of one, is there twice.
    public let vessels: [ListedVessel]
    /// The ways to recognise a vessel, the strongest first.
    private let matchers: [any VesselMatcher]

    /// Reads lists from files and folders.
    ///
    /// Accepted are a folder with OFAC's `sdn.csv` and its companions, such a file itself, and plain CSV files with the
    /// header `imo,mmsi,name,list,entry,programme,listed_on` or a folder with such files. A list that is named twice,
    /// or whose files are byte for byte those of one already read, counts once. Throws when a path is missing, holds
    /// no list that is known, or holds a list without entries. What is wrong with single entries is in the lists'
    /// warnings.
    public init(paths: [String]) throws(WatchlistError) {
        var lists: [CheckedList] = []
        var vessels: [ListedVessel] = []
        for path in paths {
            for list in try ListFinding.lists(at: path) where !lists.contains(where: { $0.isCopy(of: list.checked) }) {
                lists.append(list.checked)
                vessels += list.vessels
            }
        }
        self.lists = lists
        self.vessels = vessels
        matchers = [IMOMatcher(vessels), MMSIMatcher(vessels)]
    }

    /// The best match of a vessel with each listed entry, the strongest first, then by list and entry.
    ///
    /// Complexity: O(m log m) in the number of matches, independent of the size of the lists.
    public func matches(for vessel: TrackedVessel) -> [SanctionsMatch] {
        var found: [(entry: Int, match: SanctionsMatch)] = []
        for matcher in matchers {
            let known = Set(found.map(\.entry))
            found += matcher.matches(for: vessel).filter { !known.contains($0.entry) }
        }
        return found.sorted { left, right in
            if left.match.confidence != right.match.confidence { return left.match.confidence > right.match.confidence }
            let (a, b) = (left.match.listed, right.match.listed)
            return (a.list, a.entry, left.entry) < (b.list, b.entry, right.entry)
        }.map(\.match)
    }

    /// Whether the first line of a file is the header of a plain CSV watchlist.
    ///
    /// A scan of a folder of tracks can pass such a file over. The header names `imo` or `mmsi`, a column that only
    /// lists have, and no coordinates.
    public static func isListHeader(_ firstLine: String) -> Bool {
        PlainListCSV.header(Array(firstLine.utf8))?.isUnmistakable ?? false
    }
}

extension CheckedList {
    /// Whether the other list was read from the same bytes under the same name.
    fileprivate func isCopy(of other: CheckedList) -> Bool {
        name == other.name && files.map(\.sha256) == other.files.map(\.sha256)
    }
}
