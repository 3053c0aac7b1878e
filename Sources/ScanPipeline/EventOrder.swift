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
        // What is sorted by lies close together: a meeting is asked for out of its turn.
        let times = meetings.map { Timestamp(roundingToSeconds: $0.start).secondsSince1970 }
        let least = times.min() ?? 0
        // Times are seconds of 32 bits, and so is their number.
        let seconds = times.map { UInt32(truncatingIfNeeded: $0 - least) }
        let first = meetings.map { UInt32(bitPattern: tracks.vesselOfSegment[$0.first]) }
        let second = meetings.map { UInt32(bitPattern: tracks.vesselOfSegment[$0.second]) }
        // By what counts least first: what agrees in one keeps its order by those before.
        var order = PlaceOrder(count: meetings.count)
        order.sort(by: second)
        order.sort(by: first)
        order.sort(by: seconds)
        positions = order.positions
        func areAlike(_ one: Int, _ other: Int) -> Bool {
            seconds[one] == seconds[other] && first[one] == first[other] && second[one] == second[other]
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

    /// Sorts by the number of each position; those that agree keep their order. Complexity: O(n).
    mutating func sort(by numbers: [UInt32]) {
        keys.removeAll(keepingCapacity: true)
        for (place, position) in positions.enumerated() {
            keys.append(UInt64(numbers[position]) << 32 | UInt64(place))
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
