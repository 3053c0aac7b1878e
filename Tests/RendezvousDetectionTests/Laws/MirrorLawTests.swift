import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// North is like south: tracks mirrored at the equator have the same contacts.
struct MirrorLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func tracksMirroredAtTheEquatorHaveTheSameContacts(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func realTracksMirroredAtTheEquatorHaveTheSameContacts(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        let expected = world.contacts
        let mirrored = world.tracks.mapped { TestFix(time: $0.time, position: $0.position.mirrored) }
        let found = world.contacts(in: mirrored)
        outcome.examined += expected.count
        outcome.violations += world.differences(of: found, from: expected)
        if world.isTooFastToMeasure { return }
        outcome.violations += world.differences(ofMeasures: found, in: mirrored, from: expected)
    }
}
