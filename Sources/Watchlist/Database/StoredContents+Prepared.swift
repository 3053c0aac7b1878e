import Database

extension StoredContents {
    /// Reads what an import has prepared; false, with nothing changed, when there is none or it contradicts itself.
    ///
    /// Complexity: O(entries + numbers), a few instructions for each.
    mutating func readPrepared(_ connection: DatabaseConnection) throws(DatabaseError) -> Bool {
        guard let table = try PreparedTable(connection), let entries = try Entries(table) else { return false }
        var lists = lists
        for place in lists.indices {
            let id = lists[place].id
            guard let unrecognisable: [Int32] = try table.numbers(.unrecognisable, list: id),
                entries.hold(unrecognisable)
            else { return false }
            lists[place].unrecognisable = unrecognisable.map { Int($0) }
            for kind in PartyNumbers.Kind.allCases {
                guard let keys: [UInt64] = try table.numbers(.keys, list: id, kind: kind),
                    let positions: [Int32] = try table.numbers(.positions, list: id, kind: kind),
                    keys.count == positions.count, entries.hold(positions)
                else { return false }
                lists[place].numbers[kind] = KeyTable(keys: keys, positions: positions)
            }
        }
        self.entries = entries
        self.lists = lists
        return true
    }
}

extension StoredContents.Entries {
    /// Nil when the tables contradict each other.
    fileprivate init?(_ table: PreparedTable) throws(DatabaseError) {
        guard let newest: [Int32] = try table.numbers(.newest), let lists: [Int32] = try table.numbers(.lists),
            let owners: [Int32] = try table.numbers(.owners), let kinds: [UInt8] = try table.numbers(.kinds),
            !newest.isEmpty, newest.count == lists.count, !owners.isEmpty, owners.count == kinds.count,
            newest.allSatisfy({ $0 >= 0 && $0 < owners.count }), owners.allSatisfy({ $0 >= 0 && $0 < newest.count })
        else { return nil }
        self.init(newest: newest, lists: lists, owners: owners, kinds: kinds)
    }

    /// Whether all numbers are those of entries.
    func hold(_ numbers: [Int32]) -> Bool { numbers.allSatisfy { $0 > 0 && $0 < count } }
}
