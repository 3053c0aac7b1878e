import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A fix speaks for the two stretches that it ends and begins, and for nothing else.
struct OneFixLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)
    /// Fixes that are taken out, and as many that are moved, one at a time and each in a table of its own.
    static let fixesOfEachWorld = 1

    @Test(arguments: WorldKind.allCases)
    func removingOrMovingAFixChangesOnlyContactsOnItsStretches(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind, tryLaw)
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func removingOrMovingARealFixChangesOnlyContactsOnItsStretches(file: RealTrackFile) throws {
        try Law.holds(in: file, tryLaw)
    }

    private func tryLaw(in world: LawWorld, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        let expected = world.contacts
        guard !expected.isEmpty else { return }
        for number in 0..<2 * Self.fixesOfEachWorld {
            // A vessel that meets another, and a fix of its during the contact if it has one there.
            let contact = random.pick(expected)
            let segment = random.pick([contact.first, contact.second])
            var fixes = world.tracks.fixes(ofSegment: segment)
            let during = fixes.indices.filter { contact.start <= Double(fixes[$0].time) }
            let fix = during.first ?? random.integer(in: 0...fixes.count - 1)
            let first = Double(fixes[max(fix - 1, 0)].time)
            let last = Double(fixes[min(fix + 1, fixes.count - 1)].time)
            if number < Self.fixesOfEachWorld {
                fixes.remove(at: fix)
            } else {
                fixes[fix].position = moved(fixes[fix].position, in: world, with: &random)
            }
            let changed = world.tracks.replacing(segment: segment, with: fixes)
            let found = world.contacts(in: changed)
            outcome.examined += 1
            let what = "vessel \(segment), fix \(fix) \(number < Self.fixesOfEachWorld ? "removed" : "moved")"
            let isAboutIt = { (contact: Contact) in contact.first == segment || contact.second == segment }
            if found.filter({ !isAboutIt($0) }) != expected.filter({ !isAboutIt($0) }) {
                outcome.violations.append("\(what): contacts of others changed")
            }
            outcome.violations += world.differences(
                of: Contact.parts(of: found.filter(isAboutIt), outside: first...last),
                from: Contact.parts(of: expected.filter(isAboutIt), outside: first...last)
            ).map { "\(what): \($0)" }
        }
    }

    /// A place some contact distances away, or some degrees.
    private func moved(_ position: GeoPosition, in world: LawWorld, with random: inout SplitMix64) -> GeoPosition {
        let reach = random.pick([Int(world.maxDistanceMetres * 180), 100_000_000])
        let latitude = Int64(position.latitudeE7) + Int64(random.integer(in: -reach...reach))
        return GeoPosition(
            latitudeE7: max(-halfTurnE7 / 2, min(halfTurnE7 / 2, latitude)),
            turningLongitudeE7: Int64(position.longitudeE7) + Int64(random.integer(in: -reach...reach)))
    }
}
