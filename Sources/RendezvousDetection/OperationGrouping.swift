/// Groups meetings of more than two ships that belong together in time and place.
public enum OperationGrouping {
    /// The group of each meeting: the least position of a meeting in the same group, or nil when two ships are all.
    ///
    /// A meeting is given as one contact, from its first start to its last end. Two belong together when they share a
    /// vessel and one begins at most `joinGapSeconds` after the other ends: the shared vessel is in one place at a time,
    /// so one time is one place. Complexity: O(n log n).
    public static func groups(of meetings: [Contact], joinGapSeconds: Int) -> [Int?] {
        var sets = DisjointSets(count: meetings.count)
        // By vessel: its meeting so far that ends last, which reaches whatever an earlier one reaches; -1 for none.
        var latest = [Int32](repeating: -1, count: (meetings.lazy.map { max($0.first, $0.second) }.max() ?? -1) + 1)
        for index in order(of: meetings) {
            let meeting = meetings[index]
            for vessel in [meeting.first, meeting.second] {
                let before = Int(latest[vessel])
                if before >= 0 {
                    if meeting.start <= meetings[before].end + Double(joinGapSeconds) { sets.unite(index, before) }
                    guard meeting.end > meetings[before].end else { continue }
                }
                latest[vessel] = Int32(truncatingIfNeeded: index)
            }
        }
        let roots = meetings.indices.map { sets.root(of: $0) }
        // More than two ships are those of which one pair differs from the first.
        var areMore = [Bool](repeating: false, count: meetings.count)
        for (index, root) in roots.enumerated() {
            let (one, other) = (meetings[index], meetings[root])
            if (one.first, one.second) != (other.first, other.second),
                (one.first, one.second) != (other.second, other.first)
            {
                areMore[root] = true
            }
        }
        return roots.map { areMore[$0] ? $0 : nil }
    }

    /// The positions of meetings in the order (start, position): first by the whole second, without comparisons.
    private static func order(of meetings: [Contact]) -> [Int] {
        let least = meetings.lazy.map(\.start).min() ?? 0
        func second(_ meeting: Int) -> UInt64 { UInt64(min(meetings[meeting].start - least, 4e9)) }
        var keys = meetings.indices.map { second($0) << 32 | UInt64($0) }
        var scratch: [UInt64] = []
        RadixOrder.sort(&keys, scratch: &scratch)
        var order = keys.map { Int($0 & 0xFFFF_FFFF) }
        var begin = 0
        while begin < order.count {
            var end = begin + 1
            while end < order.count, keys[end] >> 32 == keys[begin] >> 32 { end += 1 }
            if end > begin + 1 {
                order[begin..<end].sort { (meetings[$0].start, $0) < (meetings[$1].start, $1) }
            }
            begin = end
        }
        return order
    }
}

/// Disjoint sets whose root is the least member.
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var next = member
        while parents[next] != root { (next, parents[next]) = (parents[next], root) }
        return root
    }

    mutating func unite(_ one: Int, _ other: Int) {
        let (left, right) = (root(of: one), root(of: other))
        parents[max(left, right)] = min(left, right)
    }
}
