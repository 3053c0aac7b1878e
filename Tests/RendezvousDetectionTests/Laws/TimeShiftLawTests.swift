import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// Tracks shifted in time have the same contacts, shifted.
struct TimeShiftLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func tracksShiftedInTimeHaveTheSameContactsShifted(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func realTracksShiftedInTimeHaveTheSameContactsShifted(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let expected = world.contacts
        // Whole days leave the slabs of the finder where they are; other shifts move them against the tracks.
        let step = random.pick([86_400, 1])
        let shift = world.tracks.shiftInRange(step: step, most: 2_000 / (step > 1 ? 100 : 1), with: &random)
        let shifted = world.tracks.shifted(bySeconds: shift)
        let found = world.contacts(in: shifted).map { $0.moved(bySeconds: -Double(shift)) }
        outcome.examined += expected.count
        outcome.violations += world.differences(of: found, from: expected).map { "shifted by \(shift) s: \($0)" }
        guard !world.isTooFastToMeasure else { return }
        outcome.violations += world.differences(
            ofMeasures: found.map { $0.moved(bySeconds: Double(shift)) }, in: shifted, from: expected)
    }
}
