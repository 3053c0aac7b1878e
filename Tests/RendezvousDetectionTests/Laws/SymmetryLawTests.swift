import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A contact is between two vessels, not from one to the other: their order changes nothing.
struct SymmetryLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    @Test(arguments: WorldKind.allCases)
    func vesselsInTheReverseOrderHaveTheSameContacts(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func realVesselsInTheReverseOrderHaveTheSameContacts(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        let last = world.tracks.segments.count - 1
        let expected = world.contacts
        let reversed = world.tracks.taking(segments: world.tracks.segments.reversed())
        let found = world.contacts(in: reversed).map {
            Contact(first: last - $0.second, second: last - $0.first, start: $0.start, end: $0.end)
        }.sorted { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }
        outcome.examined += expected.count
        if found != expected {
            let odd = zip(found, expected).first { $0 != $1 }
            outcome.violations.append("\(expected.count) contacts became \(found.count); \(odd.map { "\($0)" } ?? "")")
        }
        for meeting in LawWorld.meetings(of: expected).prefix(3) {
            let measure = MeetingMeasure(of: meeting, in: world.tracks, maxGapSeconds: world.maxGapSeconds)
            let (first, second) = (last - meeting.second, last - meeting.first)
            let other = Rendezvous(
                contacts: meeting.contacts.map {
                    Contact(first: first, second: second, start: $0.start, end: $0.end)
                })
            var swapped = MeetingMeasure(of: other, in: reversed, maxGapSeconds: world.maxGapSeconds)
            (swapped.firstMedianSpeedKnots, swapped.secondMedianSpeedKnots) =
                (swapped.secondMedianSpeedKnots, swapped.firstMedianSpeedKnots)
            (swapped.firstFixes, swapped.secondFixes) = (swapped.secondFixes, swapped.firstFixes)
            if swapped != measure { outcome.violations.append("measured \(swapped), expected \(measure)") }
        }
    }
}
