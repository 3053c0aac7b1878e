import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// What happens far away changes nothing: every vessel gets a double on the other side of the globe.
struct FarFleetLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func aFarFleetChangesNothingAboutTheOthers(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func aFarFleetChangesNothingAboutRealTracks(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        let tracks = world.tracks
        // By their ids the doubles stand between the others, so that every number changes but the first.
        let both = TrackTable.of(
            fixed: tracks.segments.flatMap { segment in
                let id = String(100_000 + segment)
                let fixes = tracks.fixes(ofSegment: segment)
                return [
                    (id: id, fixes: fixes),
                    (id: id + "x", fixes: fixes.map { TestFix(time: $0.time, position: $0.position.antipode) }),
                ]
            })
        let expected = world.contacts
        var near: [Contact] = []
        var far: [Contact] = []
        for contact in world.contacts(in: both) {
            let halved = Contact(
                first: contact.first / 2, second: contact.second / 2, start: contact.start, end: contact.end)
            switch (contact.first % 2, contact.second % 2) {
            case (0, 0): near.append(halved)
            case (1, 1): far.append(halved)
            default: outcome.violations.append("\(contact) between the fleets")
            }
        }
        outcome.examined += expected.count
        if near != expected {
            outcome.violations.append("\(expected.count) contacts changed to \(near.count) or by rounding")
        }
        outcome.violations += world.differences(of: far, from: expected).map { "the far fleet: \($0)" }
    }
}
