import Database

/// The names of the newest versions of a list's entries, in the order of the versions.
struct StoredNames: Sendable {
    private(set) var bytes: [UInt8] = []
    /// By name: its entry, its place among the entry's names, and where it ends in the bytes.
    private(set) var entries: [Int32] = []
    private(set) var places: [Int32] = []
    private(set) var ends: [Int32] = []

    init() {}

    /// Complexity: O(names of all lists).
    init(
        of list: Int, _ contents: StoredContents.Entries, _ connection: DatabaseConnection
    ) throws(DatabaseError) {
        let statement = try connection.prepare("SELECT id, text FROM name ORDER BY id")
        while try statement.step() {
            let id = statement.integer(0)
            guard let entry = contents.entry(ofNewest: id >> WatchlistSchema.positionBits),
                contents.list(of: entry) == list
            else { continue }
            statement.appendText(1, to: &bytes)
            entries.append(Int32(entry))
            places.append(Int32(id & ((1 << WatchlistSchema.positionBits) - 1)))
            guard let end = Int32(exactly: bytes.count) else {
                throw .contradiction("more than 2 GB of names", path: connection.path)
            }
            ends.append(end)
        }
    }

    /// The same from what an import has prepared; nil when that contradicts itself. Complexity: O(names).
    init?(of list: Int, _ contents: StoredContents.Entries, _ table: PreparedTable) throws(DatabaseError) {
        guard let bytes: [UInt8] = try table.numbers(.nameBytes, list: list),
            let entries: [Int32] = try table.numbers(.nameEntries, list: list),
            let places: [Int32] = try table.numbers(.namePlaces, list: list),
            let ends: [Int32] = try table.numbers(.nameEnds, list: list),
            entries.count == ends.count, places.count == ends.count, ends.last ?? 0 == bytes.count,
            contents.hold(entries), places.allSatisfy({ $0 >= 0 }), ends.isRising
        else { return nil }
        self.bytes = bytes
        self.entries = entries
        self.places = places
        self.ends = ends
    }
}

extension [Int32] {
    /// Whether no number is negative or less than the one before it.
    fileprivate var isRising: Bool {
        var last: Int32 = 0
        for number in self {
            guard number >= last else { return false }
            last = number
        }
        return true
    }
}
