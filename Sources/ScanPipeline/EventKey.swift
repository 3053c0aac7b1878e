/// Where an event stands among the others: by its start, then by its vessels, then as its meeting was found.
struct EventKey: Comparable {
    /// Seconds since 1970.
    var start: Int64
    /// Numbers of the vessels.
    var first: Int32
    var second: Int32
    /// Where the event lies until it is put in order.
    var share: Int32
    var place: Int32

    static func < (left: EventKey, right: EventKey) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        return (left.share, left.place) < (right.share, right.place)
    }

    /// Whether start and vessels are the same.
    func isAlike(_ other: EventKey) -> Bool {
        start == other.start && first == other.first && second == other.second
    }
}
