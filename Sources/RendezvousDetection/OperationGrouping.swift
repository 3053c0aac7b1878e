/// Groups meetings of more than two ships that belong together in time and place.
public enum OperationGrouping {
    /// The group of each meeting: the least position of a meeting in the same group, or nil when two ships are all.
    ///
    /// A meeting is given as one contact, from its first start to its last end. Two belong together when they share a
    /// vessel and one begins at most `joinGapSeconds` after the other ends: the shared vessel is in one place at a time,
    /// so one time is one place. Complexity: O(n log n).
    public static func groups(of meetings: [Contact], joinGapSeconds: Int) -> [Int?] {
        var sets = DisjointSets(count: meetings.count)
        var ofVessel: [Int: [Int]] = [:]
        for (index, meeting) in meetings.enumerated() {
            ofVessel[meeting.first, default: []].append(index)
            ofVessel[meeting.second, default: []].append(index)
        }
        for indices in ofVessel.values {
            let sorted = indices.sorted { (meetings[$0].start, $0) < (meetings[$1].start, $1) }
            // `latest` is the meeting so far that ends last: it reaches whatever an earlier one reaches.
            guard var latest = sorted.first else { continue }
            for index in sorted.dropFirst() {
                if meetings[index].start <= meetings[latest].end + Double(joinGapSeconds) {
                    sets.unite(index, latest)
                }
                if meetings[index].end > meetings[latest].end { latest = index }
            }
        }
        var vessels: [Int: Set<Int>] = [:]
        let roots = meetings.indices.map { sets.root(of: $0) }
        for (index, root) in roots.enumerated() {
            vessels[root, default: []].formUnion([meetings[index].first, meetings[index].second])
        }
        return roots.map { (vessels[$0]?.count ?? 0) > 2 ? $0 : nil }
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
