import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A fix that says what was taken for granted anyway changes no contact.
///
/// It must lie on a stretch whose way is known: in a silence longer than the greatest gap any fix is news.
struct FixOnTheLineLawTests {
    static let worldsOfEachKind = Law.worldsOfEachKind(15)
    /// A fix is written in steps of 1e-7 degree, 11 mm: it lies up to 8 mm beside the line, and there are two vessels.
    static let metresBesideTheLine = 0.016

    /// On one meridian or along the equator, where the middle of a stretch can be written without rounding.
    @Test(arguments: WorldKind.allCases)
    func fixesExactlyOnTheLineChangeNoContact(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind) { world, outcome in
            var random = SplitMix64(seed: world.seed)
            let world = StraightenedWorld.of(world, with: &random)
            tryLaw(in: world, LawTolerance(of: world), &outcome) { fix, next in
                (next.time - fix.time) % 2 == 0 && random.chance(0.5)
                    ? StraightenedWorld.middle(of: fix, and: next) : nil
            }
        }
    }

    @Test(arguments: WorldKind.allCases)
    func fixesOnTheLineToACentimetreMoveContactsByThatAtMost(kind: WorldKind) {
        Law.holds(inWorldsOf: kind, count: Self.worldsOfEachKind) { tryRoundedLaw(in: $0, 0.3, &$1) }
    }

    @Test(.enabled(if: RealTrackFile.areThere, "\(RealTrackFile.hint)"), arguments: RealTrackFile.all)
    func fixesOnRealLinesToACentimetreMoveContactsByThatAtMost(file: RealTrackFile) throws {
        try Law.holds(in: file) { tryRoundedLaw(in: $0, 0.1, &$1) }
    }

    /// Adds fixes at any second of any way.
    private func tryRoundedLaw(in world: LawWorld, _ share: Double, _ outcome: inout LawOutcome) {
        var random = SplitMix64(seed: world.seed)
        var tolerance = LawTolerance(of: world)
        tolerance.metres += Self.metresBesideTheLine
        tryLaw(in: world, tolerance, &outcome) { fix, next in
            guard next.time - fix.time > 1, random.chance(share) else { return nil }
            let seconds = random.integer(in: 1...Int(next.time - fix.time) - 1)
            // Two fixes as a table, so that the twin and not the finder says where the line is.
            let stretch = TwinTrack(
                of: 0, in: .of(fixed: [(id: "1", fixes: [fix, next])]), maxGapSeconds: world.maxGapSeconds)
            let time = fix.time + UInt32(seconds)
            guard let point = stretch.point(at: Double(time)),
                let position = GeoPosition(latitude: point.latitude, longitude: point.longitude)
            else { return nil }
            return TestFix(time: time, position: position)
        }
    }

    private func tryLaw(
        in world: LawWorld, _ tolerance: LawTolerance, _ outcome: inout LawOutcome,
        between: (TestFix, TestFix) -> TestFix?
    ) {
        var added = 0
        let tracks = world.tracks.segments.map { segment in
            let fixes = world.tracks.fixes(ofSegment: segment)
            var result = Array(fixes.prefix(1))
            for (fix, next) in zip(fixes, fixes.dropFirst()) {
                if Int(next.time - fix.time) <= world.maxGapSeconds, let new = between(fix, next) {
                    result.append(new)
                    added += 1
                }
                result.append(next)
            }
            return (id: String(100_000 + segment), fixes: result)
        }
        let expected = world.contacts
        outcome.examined += min(added, expected.count)
        outcome.violations += world.differences(
            of: world.contacts(in: .of(fixed: tracks)), from: expected, tolerance: tolerance)
    }
}
