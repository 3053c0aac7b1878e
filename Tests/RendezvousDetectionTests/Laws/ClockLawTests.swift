import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A clock that is off by some seconds moves what it is read for by those seconds at most.
///
/// The partner lies still, at anchor or on a mooring, and is silent now and then. Against a partner that moves there is
/// no such law: two fast ships that pass each other can miss each other altogether in a second.
struct ClockLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func aClockThatIsOffMovesContactsWithALyingShipByThatAtMost(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func aClockThatIsOffMovesRealContactsWithALyingShipByThatAtMost(file: RealTrackFile) throws {
        try Law.holds(in: file) { world, outcome in
            for seed in 1...40 as ClosedRange<UInt64> {
                tryLaw(
                    in: LawWorld("\(world), seed \(seed)", tracks: world.tracks, seed: seed), &outcome)
            }
        }
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let sailing = world.tracks.segments.filter { world.tracks.fixRange(ofSegment: $0).count > 1 }
        guard !sailing.isEmpty else { return }
        let fixes = world.tracks.fixes(ofSegment: random.pick(sailing))
        let ship = TrackTable.of(fixed: [(id: "1", fixes: fixes)])
        let seconds = ship.shiftInRange(step: 1, most: 120, with: &random)
        let still = lyingShip(beside: random.pick(fixes), among: fixes, of: world, with: &random)
        let pair = TrackTable.of(fixed: [(id: "1", fixes: fixes), (id: "2", fixes: still)])
        let late = pair.replacing(segment: 0, with: ship.shifted(bySeconds: seconds).fixes(ofSegment: 0))
        let expected = world.contacts(in: pair)
        outcome.examined += expected.count
        // A time in which only one of the two answers says contact is longer than the clock is off nowhere: a longer
        // one would hold two moments that far apart, and shifting turns the one into the other.
        var tolerance = LawTolerance(of: world)
        tolerance.seconds += Double(abs(seconds))
        outcome.violations += world.differences(
            of: world.contacts(in: late), from: expected, in: pair, tolerance: tolerance
        ).map { "a clock \(seconds) s off: \($0)" }
    }

    /// A ship that lies near a fix of another all the time, with fixes of its own, some too far apart.
    private func lyingShip(
        beside fix: TestFix, among fixes: [TestFix], of world: LawWorld, with random: inout SplitMix64
    ) -> [TestFix] {
        let reach = Int(world.maxDistanceMetres * 90)
        let latitude = Int64(fix.position.latitudeE7) + Int64(random.integer(in: -reach...reach))
        let position = GeoPosition(
            latitudeE7: max(-halfTurnE7 / 2, min(halfTurnE7 / 2, latitude)),
            turningLongitudeE7: Int64(fix.position.longitudeE7) + Int64(random.integer(in: -reach...reach)))
        var result: [TestFix] = []
        var time = Int(fixes.first?.time ?? 0) - random.integer(in: 0...300)
        let end = Int(fixes.last?.time ?? 0) + random.integer(in: 0...300)
        while result.count < 2 || time < end {
            if let time = UInt32(exactly: time) { result.append(TestFix(time: time, position: position)) }
            time += random.chance(0.1) ? world.maxGapSeconds + 1 : random.integer(in: 1...world.maxGapSeconds)
        }
        return result
    }
}
