import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

/// What integers rule out, trigonometry must rule out as well.
struct CheapQuestionTests {
    @Test(arguments: WorldKind.allCases)
    func noSpeedIsRuledOutThatWasMade(kind: WorldKind) {
        for seed in 0..<20 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let tracks = world.tracks
            for segment in tracks.segments {
                for fix in tracks.fixRange(ofSegment: segment).dropFirst() {
                    let metres = tracks.metres(fromFix: fix - 1, toFix: fix)
                    let bound = tracks.squaredMetresAtMost(fromFix: fix - 1, toFix: fix)
                    #expect(metres * metres <= bound + 1e-6, "\(world) fix \(fix)")
                    let knots = metres / tracks.seconds(fromFix: fix - 1, toFix: fix) / metresPerSecondPerKnot
                    #expect(
                        metres < 0.01 || tracks.mayBeFaster(than: knots, fromFix: fix - 1, toFix: fix),
                        "\(world) fix \(fix)")
                }
            }
        }
    }

    @Test func aCellSaysOfAllItsPlacesWhatTheMaskSays() {
        let mask = InlandMask()
        var random = SplitMix64(seed: 1)
        for _ in 0..<20_000 {
            let latitude = Int32(random.integer(in: -900_000_000...900_000_000))
            let longitude = Int32(random.integer(in: -1_800_000_000...1_800_000_000))
            let cell = mask.cell(latitudeE7: latitude, longitudeE7: longitude)
            let isInland = mask.contains(latitudeE7: latitude, longitudeE7: longitude)
            #expect(cell.isInland == isInland)
            #expect(cell.holds(latitudeE7: latitude, longitudeE7: longitude))
            let (north, east) = (latitude + 300_000, longitude + 300_000)
            if north <= 900_000_000, east <= 1_800_000_000, cell.holds(latitudeE7: north, longitudeE7: east) {
                #expect(mask.contains(latitudeE7: north, longitudeE7: east) == cell.isInland)
            }
        }
    }
}
