import MaritimeModel

/// Which segments of a vessel were alive at the same time, as far as a reader wants to know: a few of them each.
enum SegmentNeighbours {
    /// How many are named.
    static let most = 4

    /// For each segment the numbers of others that share a moment with it, and whether there are more than are named.
    ///
    /// Of the earlier ones only those that end last are looked at; if these are over, so are the others.
    /// Complexity: O(n).
    static func named(in segments: [SegmentAccount]) -> [(numbers: [Int], areAll: Bool)] {
        var latest: [SegmentAccount] = []
        return segments.enumerated().map { place, segment in
            let earlier = latest.filter { $0.end >= segment.start }.map(\.number)
            let later = segments.dropFirst(place + 1).prefix(most + 1).prefix { $0.start <= segment.end }.map(\.number)
            latest.append(segment)
            if latest.count > most + 1, let first = latest.indices.min(by: { latest[$0].end < latest[$1].end }) {
                latest.remove(at: first)
            }
            let all = earlier.sorted() + later
            return (Array(all.prefix(most)), all.count <= most)
        }
    }
}
