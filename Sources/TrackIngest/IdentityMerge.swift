import MaritimeModel

/// The identities of all workers in one order.
struct IdentityMerge: Sendable {
    /// Ordered by the bytes of the id.
    private(set) var ids: [String] = []
    /// By worker: its number of an identity -> the number in `ids`, or -1 when no worker used anything of it.
    ///
    /// A worker that only rejected rows of an identity tells how many, so it needs the number as well.
    private(set) var numbers: [[Int32]]

    /// Complexity: O(n log n) at worst; the workers' own orders make it O(n) for plain ids.
    init(_ harvests: [WorkerHarvest], keepsNonVessels: Bool) {
        numbers = harvests.map { [Int32](repeating: -1, count: $0.ids.count) }
        let isUsed = harvests.map { Self.used(in: $0, keepsNonVessels: keepsNonVessels) }
        var isPlain = true
        var all: [(entry: IdentityOrder.Entry, worker: Int)] = []
        all.reserveCapacity(harvests.reduce(0) { $0 + $1.ids.count })
        for (worker, harvest) in harvests.enumerated() {
            var order = harvest.order
            order.add(harvest.ids)
            for entry in order.entries {
                all.append((entry, worker))
                isPlain = isPlain && harvest.ids[Int(entry.number)].utf8.allSatisfy { $0 < 0x80 }
            }
        }
        if isPlain { join(harvests, all, isUsed) } else { joinByMeaning(harvests, isUsed) }
    }

    /// Whether anything of an identity was used, by its number.
    private static func used(in harvest: WorkerHarvest, keepsNonVessels: Bool) -> [Bool] {
        var isUsed = [Bool](repeating: false, count: harvest.ids.count)
        for (identity, count) in harvest.fixCounts.enumerated() where count > 0 { isUsed[identity] = true }
        for statement in harvest.statements where statement.counts(keepsNonVessels: keepsNonVessels) {
            isUsed[Int(statement.identity)] = true
        }
        return isUsed
    }

    /// Joins ids that are the same when their bytes are.
    private mutating func join(
        _ harvests: [WorkerHarvest], _ all: [(entry: IdentityOrder.Entry, worker: Int)], _ isUsed: [[Bool]]
    ) {
        func id(_ one: (entry: IdentityOrder.Entry, worker: Int)) -> String {
            harvests[one.worker].ids[Int(one.entry.number)]
        }
        // The sort knows sequences that are in order, so that this merges the workers' orders.
        let sorted = all.sorted { one, other in
            if one.entry.high != other.entry.high { return one.entry.high < other.entry.high }
            if one.entry.low != other.entry.low { return one.entry.low < other.entry.low }
            return id(one).utf8.lexicographicallyPrecedes(id(other).utf8)
        }
        ids.reserveCapacity(sorted.count)
        var start = 0
        while start < sorted.count {
            let own = id(sorted[start])
            var end = start + 1
            while end < sorted.count, id(sorted[end]) == own { end += 1 }
            let same = sorted[start..<end]
            if same.contains(where: { isUsed[$0.worker][Int($0.entry.number)] }) {
                for one in same {
                    numbers[one.worker][Int(one.entry.number)] = Int32(truncatingIfNeeded: ids.count)
                }
                ids.append(own)
            }
            start = end
        }
    }

    /// Joins ids that are the same text, although Unicode may write it in several ways.
    private mutating func joinByMeaning(_ harvests: [WorkerHarvest], _ isUsed: [[Bool]]) {
        var all: [String: String] = [:]
        for (worker, harvest) in harvests.enumerated() {
            for (number, id) in harvest.ids.enumerated() where isUsed[worker][number] {
                all[id] = all[id].map { TextForm.lesser($0, id) } ?? id
            }
        }
        ids = all.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let position = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, Int32($0.offset)) })
        for (worker, harvest) in harvests.enumerated() {
            for (number, id) in harvest.ids.enumerated() { numbers[worker][number] = position[id] ?? -1 }
        }
    }
}

extension StaticRecorder.Statement {
    /// Whether it says something of a vessel, or of whatever is kept.
    func counts(keepsNonVessels: Bool) -> Bool { !isEmpty && (keepsNonVessels || !values.isNoVessel) }
}
