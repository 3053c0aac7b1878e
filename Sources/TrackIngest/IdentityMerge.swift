import MaritimeModel

/// The identities of all workers in one order.
struct IdentityMerge: Sendable {
    /// Ordered by the bytes of the id.
    private(set) var ids: [String] = []
    /// By worker: its number of an identity -> the number in `ids`, or -1 when no worker used anything of it.
    ///
    /// A worker that only rejected rows of an identity tells how many, so it needs the number as well.
    private(set) var numbers: [[Int32]]

    /// Complexity: O(n) for n ids of each worker that are plain, else O(n log n).
    init(_ harvests: [WorkerHarvest]) {
        numbers = harvests.map { [Int32](repeating: -1, count: $0.ids.count) }
        let isUsed = harvests.map(Self.used)
        if harvests.allSatisfy(\.isPlain) { join(harvests, isUsed) } else { joinByMeaning(harvests, isUsed) }
    }

    /// Whether anything of an identity was used, by its number.
    private static func used(in harvest: WorkerHarvest) -> [Bool] {
        var isUsed = [Bool](repeating: false, count: harvest.ids.count)
        for (identity, count) in harvest.fixCounts.enumerated() where count > 0 { isUsed[identity] = true }
        for identity in harvest.speakers where identity != IdentityTable.unknown { isUsed[Int(identity)] = true }
        return isUsed
    }

    /// An identity of one worker.
    private struct Known {
        var entry: IdentityOrder.Entry
        var worker: Int32
    }

    /// Joins ids that are the same when their bytes are.
    private mutating func join(_ harvests: [WorkerHarvest], _ isUsed: [[Bool]]) {
        let texts = harvests.map(\.ids)
        func id(_ one: Known) -> String { texts[Int(one.worker)][Int(one.entry.number)] }
        var sorted: [Known] = []
        for (worker, harvest) in harvests.enumerated() {
            let own = harvest.order.entries.map { Known(entry: $0, worker: Int32(truncatingIfNeeded: worker)) }
            sorted = sorted.isEmpty ? own : Self.merged(sorted, own, id)
        }
        ids.reserveCapacity(sorted.count)
        var start = 0
        while start < sorted.count {
            let own = id(sorted[start])
            var isWanted = false
            var end = start
            while end < sorted.count, end == start || sorted[end].entry.begins(as: sorted[start].entry),
                end == start || id(sorted[end]) == own
            {
                isWanted = isWanted || isUsed[Int(sorted[end].worker)][Int(sorted[end].entry.number)]
                end += 1
            }
            if isWanted {
                for one in start..<end {
                    numbers[Int(sorted[one].worker)][Int(sorted[one].entry.number)] =
                        Int32(truncatingIfNeeded: ids.count)
                }
                ids.append(own)
            }
            start = end
        }
    }

    /// Two lists in the order of their ids, brought together.
    private static func merged(_ one: [Known], _ other: [Known], _ id: (Known) -> String) -> [Known] {
        var merged: [Known] = []
        merged.reserveCapacity(one.count + other.count)
        var (first, second) = (0, 0)
        while first < one.count, second < other.count {
            let (left, right) = (one[first], other[second])
            let isSecond: Bool
            if right.entry.begins(as: left.entry) {
                let (leftID, rightID) = (id(left), id(right))
                // Mostly they are the same.
                isSecond = leftID != rightID && rightID.utf8.lexicographicallyPrecedes(leftID.utf8)
            } else {
                isSecond = (right.entry.high, right.entry.low) < (left.entry.high, left.entry.low)
            }
            merged.append(isSecond ? right : left)
            if isSecond { second += 1 } else { first += 1 }
        }
        merged.append(contentsOf: one[first...])
        merged.append(contentsOf: other[second...])
        return merged
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
