import MaritimeModel
import TestSupport
import Testing

/// Whether the random worlds hold what they promise: a comparison on empty seas would prove nothing.
struct RandomWorldTests {
    @Test func aSeedMakesTheSameWorldAgain() {
        let world = RandomWorld(kind: .dateline, seed: 4)
        let again = RandomWorld(kind: .dateline, seed: 4)
        #expect(world.tracks.latitudes == again.tracks.latitudes && world.tracks.times == again.tracks.times)
        #expect(world.tracks.longitudes != RandomWorld(kind: .dateline, seed: 5).tracks.longitudes)
        #expect(world.description == "RandomWorld(kind: .dateline, seed: 4)")
    }

    @Test(arguments: WorldKind.allCases)
    func everyKindHasContactsThatBeginAndEndUnderWay(kind: WorldKind) {
        var contacts: [TwinContact] = []
        for seed in UInt64(0)..<20 {
            let world = RandomWorld(kind: kind, seed: seed)
            contacts += BruteForceTwin(maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
                .contacts(in: world.tracks)
        }
        #expect(contacts.count > 20)
        #expect(contacts.contains { $0.start != $0.start.rounded() && $0.end - $0.start > 1 })
    }

    @Test func polesAndBothNamesOfTheDatelineOccur() {
        var latitudes: Set<Int32> = []
        var longitudes: Set<Int32> = []
        for kind in [WorldKind.dateline, .northPole, .southPole] {
            for seed in UInt64(0)..<20 {
                let world = RandomWorld(kind: kind, seed: seed)
                latitudes.formUnion(world.tracks.latitudes)
                longitudes.formUnion(world.tracks.longitudes)
            }
        }
        #expect(latitudes.isSuperset(of: [900_000_000, -900_000_000]))
        #expect(longitudes.isSuperset(of: [1_800_000_000, -1_800_000_000]))
    }

    @Test func worldsHaveTwoToSixtyShipsAndStretchesBesideTheGreatestGap() {
        var ships: Set<Int> = []
        var beyondGap: Set<Int> = []
        for kind in WorldKind.allCases {
            for seed in UInt64(0)..<60 {
                let world = RandomWorld(kind: kind, seed: seed)
                ships.insert(world.tracks.vessels.count)
                for vessel in world.tracks.vessels.indices {
                    let times = world.tracks.times[world.tracks.fixRange(ofSegment: vessel)]
                    for (time, next) in zip(times, times.dropFirst()) {
                        beyondGap.insert(Int(next - time) - world.maxGapSeconds)
                    }
                }
            }
        }
        #expect(ships.min() == 2 && ships.contains { $0 >= 58 })
        #expect(beyondGap.isSuperset(of: [-1, 0, 1]))
    }
}
