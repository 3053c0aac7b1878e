import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A meeting is a matter of its two vessels: their fixes alone give the same answer, to the last digit.
struct OwnFixesLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)
    /// Pairs that are looked at in each world.
    static let pairsOfEachWorld = 5

    @Test(arguments: WorldKind.allCases)
    func aMeetingFollowsFromTheFixesOfItsVesselsAlone(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func aRealMeetingFollowsFromTheFixesOfItsVesselsAlone(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let meetings = LawWorld.meetings(of: world.contacts)
        guard !meetings.isEmpty else { return }
        for _ in 0..<Self.pairsOfEachWorld {
            let pair = random.pick(meetings)
            let expected = meetings.filter { $0.first == pair.first && $0.second == pair.second }
            let alone = world.tracks.taking(segments: [pair.first, pair.second])
            let found = LawWorld.meetings(of: world.contacts(in: alone))
            outcome.examined += expected.count
            if found.map({ spans(of: $0) }) != expected.map({ spans(of: $0) }) {
                outcome.violations.append("alone \(found), among others \(expected)")
                continue
            }
            for (meeting, model) in zip(found, expected) {
                let one = MeetingMeasure(of: meeting, in: alone, maxGapSeconds: world.maxGapSeconds)
                let other = MeetingMeasure(of: model, in: world.tracks, maxGapSeconds: world.maxGapSeconds)
                if one != other { outcome.violations.append("measured alone \(one), among others \(other)") }
            }
        }
    }

    private func spans(of meeting: Rendezvous) -> [[Double]] { meeting.contacts.map { [$0.start, $0.end] } }
}
