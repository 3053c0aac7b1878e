import FixMemory
import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// The globe has no first meridian: tracks turned about its axis have the same contacts.
struct RotationLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func tracksTurnedAboutTheAxisHaveTheSameContacts(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func realTracksTurnedAboutTheAxisHaveTheSameContacts(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let tracks = world.tracks
        guard !tracks.times.isEmpty else { return }
        let expected = world.contacts
        // Any turn; and one that brings a fix to the very dateline, so that the others lie on both sides of it.
        let fix = random.integer(in: 0...tracks.fixCount - 1)
        let anyTurn = Int64(random.integer(in: -1_800_000_000...1_800_000_000))
        for turn in [anyTurn, halfTurnE7 - Int64(tracks.longitudes[fix])] {
            let turned = tracks.mapped { TestFix(time: $0.time, position: $0.position.rotated(byE7: turn)) }
            let found = world.contacts(in: turned)
            outcome.examined += expected.count
            outcome.violations += world.differences(of: found, from: expected).map { "turned by \(turn)e-7°: \($0)" }
            if world.isTooFastToMeasure { continue }
            outcome.violations += world.differences(ofMeasures: found, in: turned, from: expected)
        }
    }
}
