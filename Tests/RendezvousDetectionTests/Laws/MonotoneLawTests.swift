import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// Who asks for more gets all of what was there before: no second in contact is lost.
///
/// Contacts and meetings are meant, not events of a profile with a speed rule: a longer meeting may be a faster one.
struct MonotoneLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)

    /// What is raised or lowered.
    enum Change: String, CaseIterable {
        case distance, gap, joinGap, minDuration, all
    }

    @Test(arguments: WorldKind.allCases)
    func askingForMoreLosesNoTimeInContact(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func askingForMoreLosesNoTimeInContactInRealTracks(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let minDuration = random.pick([60, 300, 600])
        let joinGap = random.pick([0, 60, 600])
        let contacts = world.contacts
        for change in Change.allCases {
            var wider = (
                distance: world.maxDistanceMetres, gap: world.maxGapSeconds, joinGap: joinGap, minDuration: minDuration
            )
            // Steps from what rounding can just not hide up to several times as much.
            if change == .distance || change == .all {
                wider.distance += max(0.1, world.maxDistanceMetres * random.pick([1e-4, 0.01, 0.5, 2]))
            }
            if change == .gap || change == .all { wider.gap += random.pick([1, 60, 3_600]) }
            if change == .joinGap || change == .all { wider.joinGap += random.pick([1, 60, 3_600]) }
            if change == .minDuration || change == .all { wider.minDuration -= random.pick([1, 30, minDuration]) }
            wider.minDuration = max(0, wider.minDuration)
            let more =
                contactsAreTheSame(change)
                ? contacts
                : ContactFinder(maxDistanceMetres: wider.distance, maxGapSeconds: wider.gap).contacts(in: world.tracks)
            let twin = BruteForceTwin(maxDistanceMetres: wider.distance, maxGapSeconds: wider.gap)
            let reported = (
                Self.reported(contacts, joinGap, minDuration), Self.reported(more, wider.joinGap, wider.minDuration)
            )
            outcome.examined += reported.0.count
            // What was there before, added to what is there now, adds nothing.
            outcome.violations += world.differences(of: Contact.union(more, contacts), from: more, by: twin).map {
                "contacts, \(change) now \(wider): \($0)"
            }
            outcome.violations += world.differences(
                of: Contact.union(reported.1, reported.0), from: reported.1, by: twin
            ).map { "meetings from \(joinGap), \(minDuration), \(change) now \(wider): \($0)" }
        }
    }

    private func contactsAreTheSame(_ change: Change) -> Bool { change == .joinGap || change == .minDuration }

    /// The contacts of the meetings that are long enough.
    private static func reported(_ contacts: [Contact], _ joinGap: Int, _ minDuration: Int) -> [Contact] {
        Rendezvous.joining(contacts, joinGapSeconds: joinGap, minDurationSeconds: minDuration).flatMap(\.contacts)
    }
}
