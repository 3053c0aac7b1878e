import MaritimeModel
import RendezvousDetection

/// The order in which events are reported: by their start to the second, then by their vessels, then by the segments of
/// their meetings and when these begin.
///
/// It is worked out from the meetings: an event is large, and lies still.
struct EventOrder {
    /// Positions of meetings, in the order.
    private(set) var positions: [Int] = []
    /// Positions of those that have start and vessels of the one before in the order: an identity is in two places.
    private(set) var alike: [Int] = []

    /// - Parameter meetings: each as one contact, in any order. The vessels of a table are in the order of their ids, and
    ///   its segments in that of their vessels.
    ///
    /// Complexity: O(n), and O(m log m) in the m meetings that agree in start and vessels.
    init(of meetings: [Contact], in tracks: TrackTable) {
        let seconds = meetings.map { Timestamp(roundingToSeconds: $0.start).secondsSince1970 }
        let least = seconds.min() ?? 0
        func vessel(_ segment: Int) -> UInt32 { UInt32(bitPattern: tracks.vesselOfSegment[segment]) }
        // By what counts least first: what agrees in one keeps its order by those before.
        var order = PlaceOrder(count: meetings.count)
        order.sort { vessel(meetings[$0].second) }
        order.sort { vessel(meetings[$0].first) }
        // Times are seconds of 32 bits, and so is their number.
        order.sort { UInt32(truncatingIfNeeded: seconds[$0] - least) }
        positions = order.positions
        func areAlike(_ one: Int, _ other: Int) -> Bool {
            seconds[one] == seconds[other] && vessel(meetings[one].first) == vessel(meetings[other].first)
                && vessel(meetings[one].second) == vessel(meetings[other].second)
        }
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            let (here, there) = (meetings[one], meetings[other])
            return (here.first, here.second, here.start) < (there.first, there.second, there.start)
        }
        var begin = 0
        while begin < positions.count {
            var end = begin + 1
            while end < positions.count, areAlike(positions[begin], positions[end]) { end += 1 }
            if end > begin + 1 {
                positions[begin..<end].sort(by: isBefore)
                alike += positions[begin + 1..<end]
            }
            begin = end
        }
    }
}

/// Positions that are sorted by one number after the other.
private struct PlaceOrder {
    private(set) var positions: [Int]
    private var keys: [UInt64] = []
    private var scratch: [UInt64] = []

    init(count: Int) {
        positions = Array(0..<count)
        keys.reserveCapacity(count)
    }

    /// Sorts by a number; those that agree keep their order. Complexity: O(n).
    mutating func sort(by number: (Int) -> UInt32) {
        keys.removeAll(keepingCapacity: true)
        for (place, position) in positions.enumerated() {
            keys.append(UInt64(number(position)) << 32 | UInt64(place))
        }
        RadixOrder.sort(&keys, scratch: &scratch)
        let before = positions
        for place in keys.indices { positions[place] = before[Int(keys[place] & 0xFFFF_FFFF)] }
    }
}

extension Timestamp {
    /// The nearest second to a time in seconds since 1970.
    init(roundingToSeconds time: Double) { self.init(secondsSince1970: Int64((time + 0.5).rounded(.down))) }
}
