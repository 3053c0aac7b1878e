/// Groups meetings of more than two ships that belong together in time and place.
public enum OperationGrouping {
    /// The group of each meeting: the least position of a meeting in the same group, or nil when two ships are all.
    ///
    /// A meeting is given as one contact, from its first start to its last end. Two belong together when they share a
    /// vessel and one begins at most `joinGapSeconds` after the other ends: the shared vessel is in one place at a time,
    /// so one time is one place. Complexity: O(n log n).
    public static func groups(of meetings: [Contact], joinGapSeconds: Int) -> [Int?] {
        var sets = DisjointSets(count: meetings.count)
        // Each meeting twice, in the order (vessel, start, position).
        var sorted: [(vessel: Int, start: Double, meeting: Int)] = []
        sorted.reserveCapacity(meetings.count * 2)
        for (index, meeting) in meetings.enumerated() {
            sorted.append((meeting.first, meeting.start, index))
            sorted.append((meeting.second, meeting.start, index))
        }
        sorted.sort { $0 < $1 }
        // The meeting of the vessel so far that ends last: it reaches whatever an earlier one reaches.
        var latest = 0
        for (place, entry) in sorted.enumerated() {
            let index = entry.meeting
            guard place > 0, sorted[place - 1].vessel == entry.vessel else {
                latest = index
                continue
            }
            if meetings[index].start <= meetings[latest].end + Double(joinGapSeconds) { sets.unite(index, latest) }
            if meetings[index].end > meetings[latest].end { latest = index }
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
