import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct OnLandTests {
    let mask = InlandMask()

    private func position(_ latitude: Double, _ longitude: Double) throws -> GeoPosition {
        try #require(GeoPosition(latitude: latitude, longitude: longitude))
    }

    @Test(arguments: [
        ("the Sahara", 23.0, 5.0), ("Utah", 38.5, -112.9), ("Greenland's ice", 75.0, -40.0), ("the Gobi", 43.0, 104.0),
        ("Antarctica", -80.0, 60.0), ("the South Pole", -90.0, 180.0), ("the Australian desert", -25.0, 129.0),
    ])
    func farInlandIsInland(place: String, latitude: Double, longitude: Double) throws {
        #expect(mask.contains(try position(latitude, longitude)), "\(place)")
    }

    @Test(arguments: [
        ("the Atlantic", 40.0, -40.0), ("the dateline", 0.0, 180.0), ("the other side of it", 0.0, -180.0),
        ("the North Pole", 90.0, 0.0), ("the Caspian Sea", 42.0, 50.5), ("Lake Superior", 47.5, -88.0),
        ("Lake Victoria", -1.0, 33.0), ("Houston Ship Channel", 29.73, -95.2), ("Philadelphia", 39.9, -75.14),
        ("the Mississippi at Memphis", 35.14, -90.08), ("the Suez Canal", 30.5, 32.34),
        ("the Rhine at Cologne", 50.94, 6.97),
        ("the Kiel Canal", 54.2, 9.5), ("the Volga at Kazan", 55.75, 49.05), ("Manaus on the Amazon", -3.14, -60.0),
        ("the Panama Canal", 9.1, -79.7), ("Rotterdam", 51.9, 4.4), ("the Yangtze at Wuhan", 30.57, 114.28),
    ])
    func waterThatCarriesShipsIsNotInland(place: String, latitude: Double, longitude: Double) throws {
        #expect(!mask.contains(try position(latitude, longitude)), "\(place)")
    }

    private func track(_ places: [(Double, Double)]) -> TrackTable {
        TrackTable.of([
            ("1", places.enumerated().map { (UInt32(1_000 + $0.offset * 60), $0.element.0, $0.element.1) })
        ])
    }

    @Test func threeFixesInARowCount() throws {
        let sea = (40.0, -40.0)
        let sand = (23.0, 5.0)
        let tracks = track([sea, sea, sea, sea, sand, sand, sand, sea, sea, sea, sand, sand, sea])
        let doubts = OnLand.doubts(in: tracks, fixes: tracks.only, mask: mask)
        let doubt = try #require(doubts.first)
        #expect(doubts.count == 1 && doubt.reason == .onLand && doubt.figures == [.init("fixes", 3)])
        #expect(doubt.start.secondsSince1970 == 1_240 && doubt.end.secondsSince1970 == 1_360)
    }

    @Test func halfOfAShortTrackCounts() {
        let short = track([(23, 5), (40, -40), (23, 5), (40, -40)])
        #expect(OnLand.doubts(in: short, fixes: short.only, mask: mask).count == 1)
        let single = track([(23, 5)])
        #expect(OnLand.doubts(in: single, fixes: single.only, mask: mask).isEmpty)
        let seldom = track([(40, -40), (40, -40), (23, 5), (40, -40), (40, -40)])
        #expect(OnLand.doubts(in: seldom, fixes: seldom.only, mask: mask).isEmpty)
    }

    @Test func theRunsOfARowAreReadAsWritten() throws {
        // Five cells not, 100 inland, 4 000 not, then inland to the end of the row; nothing in the other rows.
        let digits = (33...126).filter { ![34, 35, 92].contains($0) }.map { Character(UnicodeScalar(UInt8($0))) }
        func text(_ length: Int) -> String {
            if length < 46 { return String(digits[length]) }
            if length < 46 + 40 * 91 { return String([digits[46 + (length - 46) / 91], digits[(length - 46) % 91]]) }
            return String([digits[86], digits[length / 91], digits[length % 91]])
        }
        let made = InlandMask(
            table: [5, 100, 4_000].map(text).joined() + String(repeating: "\n", count: InlandMask.rows))
        func isInland(_ column: Int) -> Bool {
            made.contains(latitudeE7: -899_900_000, longitudeE7: Int32(-1_799_900_000 + column * 500_000))
        }
        #expect((0..<InlandMask.columns).allSatisfy { isInland($0) == ((5..<105).contains($0) || $0 >= 4_105) })
        #expect(!made.contains(latitudeE7: -890_000_000, longitudeE7: 0))
    }
}
