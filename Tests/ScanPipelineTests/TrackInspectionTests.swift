import MaritimeModel
import TestSupport
import Testing

@testable import ScanPipeline

/// What a segment's figures are, and which segments were alive at the same time.
struct TrackInspectionTests {
    private func measure(_ fixes: [(time: UInt32, latitude: Double, longitude: Double)]) -> SegmentMeasure {
        SegmentMeasure(SegmentFixes(ofSegment: 0, in: TrackTable.of([(id: "a", fixes: fixes)])))
    }

    @Test func aSingleFixHasNoSpeed() {
        let measure = measure([(10, 1, 1)])
        #expect(measure.pathMetres == 0 && measure.longestSilenceSeconds == 0)
        #expect(measure.medianSpeedKnots == nil && measure.greatestSpeedKnots == nil)
    }

    @Test func aDegreeOfTheEquatorAnHourIsSixtyKnotsOnTheSphere() throws {
        // 6 371 008.8 m times pi / 180; also across the dateline and over the pole.
        let degree = 111_195.08
        for track in [
            [(0, 0, 10), (3_600, 0, 11)], [(0, 0, 179.5), (3_600, 0, -179.5)], [(0, 89.5, 0), (3_600, 89.5, 180)],
        ] as [[(time: UInt32, latitude: Double, longitude: Double)]] {
            let measure = measure(track)
            #expect(abs(measure.pathMetres - degree) < 0.1)
            #expect(abs(try #require(measure.medianSpeedKnots) - degree / 1_852) < 1e-4)
            #expect(measure.longestSilenceSeconds == 3_600)
        }
    }

    @Test func theMedianIsWeightedByTime() throws {
        // Fast for 100 s, still for 1 000 s, slow for 850 s: half of the time is spent still.
        let measure = measure([(0, 0, 0), (100, 0, 0.1), (1_100, 0, 0.1), (1_950, 0, 0.11)])
        #expect(measure.medianSpeedKnots == 0)
        #expect(abs(try #require(measure.greatestSpeedKnots) - 216.14) < 0.01)
        #expect(measure.longestSilenceSeconds == 1_000)
    }

    @Test func aLongTrackIsMeasuredInTheTimeOfItsLength() {
        let track = (0..<300_000).map { (time: UInt32($0), latitude: 10.0, longitude: Double($0 % 2) * 1e-3) }
        let measure = measure(track)
        #expect(abs(measure.pathMetres - 299_999 * 109.505_8) < 10)
    }

    @Test(arguments: 0..<100)
    func overlapsAreThoseOfAllPairs(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var spans = (0..<20).map { _ in
            let start = Int64.random(in: 0...200, using: &random)
            let end = start + Int64.random(in: 0...15, using: &random)
            return Timestamp(secondsSince1970: start)...Timestamp(secondsSince1970: end)
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
        let expected = spans.indices.map { one in
            spans.indices.contains { $0 != one && spans[$0].overlaps(spans[one]) }
        }
        #expect(TrackInspection.overlaps(of: spans) == expected, "seed \(seed)")
    }

    @Test func theSegmentsOfAVesselAreNumberedFromOneAndShareNoFixes() {
        let vessels = ["a", "b"].map {
            TrackedVessel(
                id: $0, staticData: VesselStaticData(), fixCount: 0, firstSeen: Timestamp(secondsSince1970: 0),
                lastSeen: Timestamp(secondsSince1970: 0))
        }
        let table = TrackTable(
            vessels: vessels, vesselOfSegment: [0, 1, 1], firstFix: [0, 1, 4, 6], times: [5, 10, 20, 30, 25, 40],
            latitudes: [1, 2, 3, 4, 5, 6], longitudes: [1, 2, 3, 4, 5, 6])
        let segments = TrackInspection.segments(ofVessel: 1, in: table)
        #expect(segments.map(\.number) == [1, 2])
        #expect(segments.map { $0.fixes.map(\.position.latitudeE7) } == [[2, 3, 4], [5, 6]])
        #expect(segments.map(\.overlapsAnother) == [true, true])
        #expect(segments[1].start == Timestamp(secondsSince1970: 25))
        #expect(TrackInspection.segments(ofVessel: 0, in: table).map(\.overlapsAnother) == [false])
    }

    @Test(arguments: [
        ("123", "123", true), ("123", "124", true), ("123", "1234", true), ("1234", "123", true), ("123", "132", true),
        ("abc", "ABC", true), ("", "1", true), ("123", "145", false), ("123", "12345", false), ("1234", "1432", false),
        ("1212", "2121", false),
    ])
    func aSlipOfTheFingerIsRecognised(typed: String, known: String, expected: Bool) {
        #expect(UnknownVessel(id: typed, among: []).isOneSlipAway(known) == expected)
    }
}
