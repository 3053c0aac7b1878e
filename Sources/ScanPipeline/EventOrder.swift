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
    /// Complexity: O(n log n) in the meetings that begin in one second.
    init(of meetings: [Contact], in tracks: TrackTable) {
        func second(_ meeting: Int) -> Int64 { Timestamp(roundingToSeconds: meetings[meeting].start).secondsSince1970 }
        func vessels(_ meeting: Int) -> (Int32, Int32) {
            (tracks.vesselOfSegment[meetings[meeting].first], tracks.vesselOfSegment[meetings[meeting].second])
        }
        let least = meetings.indices.lazy.map(second).min() ?? 0
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            let (left, right) = (vessels(one), vessels(other))
            if left != right { return left < right }
            let (here, there) = (meetings[one], meetings[other])
            return (here.first, here.second, here.start) < (there.first, there.second, there.start)
        }
        // Times are seconds of 32 bits, and so is their number.
        var keys = meetings.indices.map { UInt64(second($0) - least) << 32 | UInt64($0) }
        var scratch: [UInt64] = []
        RadixOrder.sort(&keys, scratch: &scratch)
        positions = keys.map { Int($0 & 0xFFFF_FFFF) }
        var begin = 0
        while begin < positions.count {
            var end = begin + 1
            while end < positions.count, keys[end] >> 32 == keys[begin] >> 32 { end += 1 }
            if end > begin + 1 { positions[begin..<end].sort(by: isBefore) }
            for place in begin + 1..<max(end, begin + 1)
            where vessels(positions[place - 1]) == vessels(positions[place]) {
                alike.append(positions[place])
            }
            begin = end
        }
    }
}

extension Timestamp {
    /// The nearest second to a time in seconds since 1970.
    init(roundingToSeconds time: Double) { self.init(secondsSince1970: Int64((time + 0.5).rounded(.down))) }
}
