import MaritimeModel
import Testing

@testable import Assessment

@Suite struct OverlappingHullsTests {
    private func vessel(_ id: String, _ data: VesselStaticData) -> TrackedVessel {
        TrackedVessel(id: id, staticData: data, fixCount: 1, firstSeen: drawnStart, lastSeen: drawnStart)
    }

    private func doubt(_ first: VesselStaticData, _ second: VesselStaticData, median: Double, seconds: Double = 7_200)
        -> TrackDoubt?
    {
        OverlappingHulls.doubt(
            between: vessel("1", first), and: vessel("2", second),
            distance: DistanceSummary(minimum: 0, median: median, maximum: 90), contactSeconds: seconds,
            start: drawnStart, end: drawnStart + 7_200)
    }

    let tanker = VesselStaticData.of(type: .tanker, length: 240, beam: 42)
    let cargo = VesselStaticData.of(type: .cargo, length: 120, beam: 18)

    @Test func shipsWithoutRoomOverlap() throws {
        let found = try #require(doubt(tanker, cargo, median: 14.9))
        #expect(found.reason == .overlappingHulls)
        #expect(found.figures.first { $0.name == "room_needed_m" }?.value == 15)
        #expect(doubt(tanker, cargo, median: 15) == nil)
        #expect(doubt(tanker, cargo, median: 3, seconds: 500) == nil)
    }

    @Test func tugsSmallCraftAndUnknownSizesDoNot() {
        #expect(doubt(tanker, .of(type: .tug, length: 32, beam: 12), median: 2) == nil)
        #expect(doubt(tanker, .of(type: .pilot, length: 31, beam: 8), median: 2) == nil)
        #expect(doubt(tanker, .of(type: .fishing, length: 25, beam: 8), median: 2) == nil)
        #expect(doubt(tanker, .of(type: .cargo, length: 90), median: 2) == nil)
        #expect(doubt(tanker, VesselStaticData(), median: 2) == nil)
    }
}
