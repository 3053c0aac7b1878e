/// A time in which two segments are in contact, or may be.
struct PairSpan {
    enum Kind {
        /// In contact all along.
        case within
        /// Both are on one stretch each, and it is to be solved when they are in contact.
        case window
        /// It is to be solved from fix to fix.
        case piece
    }

    /// Seconds since 1970.
    var start: Double
    var end: Double
    var kind: Kind
}

/// What is asked of contacts that are wanted.
struct WantedContacts {
    /// Contacts at most this far apart count together, in seconds.
    var joinGapSeconds = 0
    /// Seconds that those which count together must last in all; 0 if all are wanted.
    var leastSeconds = 0

    /// Calls `wanted` with the spans that may hold wanted contacts: those that are at most the gap apart, and long enough
    /// if contact lasts all along in them.
    ///
    /// Contacts lie within spans: they are no longer, and no nearer to each other. Complexity: O(spans).
    /// - Parameter spans: in time order.
    func forEachGroup(of spans: [PairSpan], wanted: (Range<Int>) -> Void) {
        var begin = 0
        while begin < spans.count {
            var end = begin + 1
            var seconds = spans[begin].end - spans[begin].start
            while end < spans.count,
                Rendezvous.areJoined(spans[end - 1].end, spans[end].start, joinGapSeconds: joinGapSeconds)
            {
                seconds += spans[end].end - spans[end].start
                end += 1
            }
            if seconds + 1e-4 >= Double(leastSeconds) { wanted(begin..<end) }
            begin = end
        }
    }
}
