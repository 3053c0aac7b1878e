import FixMemory
import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

/// What is known of a whole segment must hold for every part of it.
struct SegmentTraitsTests {
    private let mask = InlandMask()

    /// Calls `body` with parts of all segments of twenty worlds, and what is known of the whole segment.
    private func forEachPart(
        of kind: WorldKind,
        _ body: (_ world: RandomWorld, _ segment: Int, _ traits: SegmentTraits, _ part: Range<Int>) -> Void
    ) {
        for seed in 0..<20 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            var random = SplitMix64(seed: seed)
            for segment in world.tracks.segments {
                let fixes = world.tracks.fixRange(ofSegment: segment)
                let traits = SegmentTraits(of: fixes, in: world.tracks, mask: mask)
                for part in parts(of: fixes, &random) { body(world, segment, traits, part) }
            }
        }
    }

    @Test(arguments: WorldKind.allCases)
    func noPartOfASegmentBeyondDoubtIsDoubted(kind: WorldKind) {
        forEachPart(of: kind) { world, segment, traits, part in
            guard traits.isBeyondDoubt else { return }
            let doubts =
                CircularTrack.doubts(in: world.tracks, fixes: part)
                + StraightTrack.doubts(in: world.tracks, fixes: part)
                + FrozenPosition.doubts(in: world.tracks, fixes: part)
                + OnLand.doubts(in: world.tracks, fixes: part, mask: mask)
            #expect(doubts.isEmpty, "\(world) segment \(segment)")
        }
    }

    @Test(arguments: WorldKind.allCases)
    func noPartOfASegmentThatLiesStillIsUnderWay(kind: WorldKind) {
        forEachPart(of: kind) { world, segment, traits, part in
            guard part.count > 1 else { return }
            // A meeting may begin and end a silence away from the fixes that lie in it.
            let seconds = world.tracks.seconds(fromFix: part.lowerBound, toFix: part.upperBound - 1)
            guard traits.liesStill(forSeconds: seconds) else { return }
            #expect(!OneHull.isUnderWay(part, in: world.tracks), "\(world) segment \(segment)")
        }
    }

    @Test func aMooredShipIsBeyondDoubtAndLiesStill() {
        var random = SplitMix64(seed: 1)
        var ship = DrawnTrack()
        // In the ocean.
        ship.longitude = -30
        for second in stride(from: 0.0, to: 86_400, by: 240) {
            ship.add(second: second, east: random.number(in: -5...5), north: random.number(in: -5...5))
        }
        let traits = SegmentTraits(of: 0..<ship.fixes.count, in: ship.table, mask: InlandMask())
        #expect(traits.isBeyondDoubt && traits.liesStill(forSeconds: 80_000))
        #expect(!SegmentTraits.unknown.isBeyondDoubt && !SegmentTraits.unknown.liesStill(forSeconds: 80_000))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func identitiesThatMayNotShareANumberShareNone(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let numbers = [IMONumber(9_187_629), IMONumber(9_074_729), IMONumber(8_814_275)].compactMap { $0 }
        func vessel(_ id: String) -> TrackedVessel {
            var data = VesselStaticData()
            for number in numbers where random.chance(0.3) {
                data.imoNumbers.append(
                    ObservedValue(
                        value: number, firstSeen: Timestamp(secondsSince1970: 0),
                        lastSeen: Timestamp(secondsSince1970: 0), count: 1))
            }
            return TrackedVessel(
                id: id, staticData: data, fixCount: 1, firstSeen: Timestamp(secondsSince1970: 0),
                lastSeen: Timestamp(secondsSince1970: 0))
        }
        let (one, other) = (vessel("1"), vessel("2"))
        let (left, right) = (IdentityTraits(of: one), IdentityTraits(of: other))
        if !left.mayShareNumber(with: right) { #expect(OneHull.sameIMONumber(one, other) == nil) }
        #expect(
            left.mayBeOneHull(with: right) == (one.staticData.imoNumbers.isEmpty || other.staticData.imoNumbers.isEmpty)
        )
    }

    /// Some parts of a segment, the whole among them.
    private func parts(of fixes: Range<Int>, _ random: inout SplitMix64) -> [Range<Int>] {
        guard !fixes.isEmpty else { return [fixes] }
        return [fixes]
            + (0..<20).map { _ in
                let begin = random.integer(in: fixes.lowerBound...fixes.upperBound - 1)
                return begin..<random.integer(in: begin...fixes.upperBound)
            }
    }
}
