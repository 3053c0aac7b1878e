import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

@testable import ScanPipeline

struct EventOrderTests {
    /// Few vessels with several segments each and few times, so that much agrees.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func eventsStandInTheOrderOfStartThenVesselsThenMeetings(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let vessels = (0..<4).map { number in
            TrackedVessel(
                id: "\(number)", staticData: VesselStaticData(), fixCount: 0,
                firstSeen: Timestamp(secondsSince1970: 0), lastSeen: Timestamp(secondsSince1970: 0))
        }
        let vesselOfSegment: [Int32] = [0, 0, 1, 1, 1, 2, 3, 3]
        let tracks = TrackTable(
            vessels: vessels, vesselOfSegment: vesselOfSegment,
            firstFix: [Int](repeating: 0, count: vesselOfSegment.count + 1), times: [], latitudes: [], longitudes: [])
        let meetings = (0..<random.integer(in: 0...600)).map { _ in
            let first = random.integer(in: 0...6)
            let start = 1e9 + random.number(in: 0...20)
            return Contact(
                first: first, second: random.integer(in: first + 1...7), start: start, end: start + 60)
        }.sorted { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }
        func key(_ meeting: Int) -> [Int] {
            [
                Int((meetings[meeting].start + 0.5).rounded(.down)), Int(vesselOfSegment[meetings[meeting].first]),
                Int(vesselOfSegment[meetings[meeting].second]),
            ]
        }
        let expected = meetings.indices.sorted { (key($0) + [$0]).lexicographicallyPrecedes(key($1) + [$1]) }
        let order = EventOrder(of: meetings, in: tracks)
        #expect(order.positions == expected)
        #expect(order.alike == zip(expected, expected.dropFirst()).filter { key($0) == key($1) }.map(\.1))
    }
}
