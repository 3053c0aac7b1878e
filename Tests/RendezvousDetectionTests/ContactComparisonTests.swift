import MaritimeModel
import TestSupport
import Testing

/// Whether the comparison sees what is wrong and forgives only what it says.
struct ContactComparisonTests {
    /// A ship that passes an anchored one at 1 112 s with ten metres a second: contact for about 100 s.
    let tracks = TrackTable.of([
        ("anchored", [(0, 0, 0), (3_600, 0, 0)]),
        ("passing", [(0, 0, -0.1), (2_224, 0, 0.1)]),
    ])
    let twin = BruteForceTwin(maxDistanceMetres: 500, maxGapSeconds: 3_600)

    private func differences(_ change: (inout [FoundContact]) -> Void) -> [String] {
        let expected = twin.contacts(in: tracks)
        var found = expected.map {
            FoundContact(first: $0.first, second: $0.second, start: $0.start, end: $0.end)
        }
        change(&found)
        var comparison = ContactComparison()
        return comparison.differences(of: found, from: expected, by: twin, in: tracks)
    }

    @Test func theSameAnswerHasNoDifference() {
        #expect(differences { _ in } == [])
    }

    @Test func aStartWithinASecondIsForgivenAndALaterOneIsNot() {
        #expect(differences { $0[0].start += 0.9 } == [])
        #expect(differences { $0[0].start += 1.1 }.count == 1)
        #expect(differences { $0[0].end += 0.9 } == [])
        #expect(differences { $0[0].end += 1.1 }.count == 1)
    }

    @Test func missingMadeUpAndSplitContactsAreSeen() {
        #expect(differences { $0.removeAll() }.count == 1)
        #expect(differences { $0.append(FoundContact(first: 0, second: 1, start: 2_000, end: 2_000.5)) }.count == 1)
        #expect(
            differences { found in
                found.append(found[0])
                found[0].end = 1_112
                found[1].start = 1_112.5
            }.count == 1)
        #expect(
            differences { found in
                found.append(found[0])
                found[0].end = 1_112
                found[1].start = 1_112
            }.count == 1)
    }

    @Test func timesAndPairsThatMakeNoSenseAreSeen() {
        #expect(!differences { $0[0].start = .nan }.isEmpty)
        #expect(!differences { $0[0].second = 0 }.isEmpty)
        #expect(!differences { $0.append($0[0]) }.isEmpty)
    }

    @Test func aGrazeMayBeFoundOrNot() {
        // 499.999 m apart, and 500.010 m apart, for an hour: each may be a contact or not; 1 112 m is none.
        let pairs = TrackTable.of([
            ("a", [(0, 0, 0), (3_600, 0, 0)]),
            ("b", [(0, 0.0044966, 0), (3_600, 0.0044966, 0)]),
            ("c", [(0, -0.0044967, 0), (3_600, -0.0044967, 0)]),
            ("d", [(0, 0, 0.01), (3_600, 0, 0.01)]),
        ])
        let expected = twin.contacts(in: pairs)
        #expect(expected.map { [$0.first, $0.second] } == [[0, 1]])
        var comparison = ContactComparison()
        #expect(comparison.differences(of: [], from: expected, by: twin, in: pairs) == [])
        #expect(comparison.grazes == 1)
        let other = [0, 1, 2].map { FoundContact(first: 0, second: $0 + 1, start: 0, end: 3_600) }
        #expect(comparison.differences(of: Array(other.prefix(2)), from: expected, by: twin, in: pairs) == [])
        #expect(comparison.grazes == 2)
        #expect(comparison.differences(of: other, from: expected, by: twin, in: pairs).count == 1)
    }

    /// What a finder would report that takes another distance and another gap than it was told.
    private func found(in world: RandomWorld, metresOff: Double, secondsOff: Int) -> [FoundContact] {
        BruteForceTwin(
            maxDistanceMetres: world.maxDistanceMetres + metresOff, maxGapSeconds: world.maxGapSeconds + secondsOff
        ).contacts(in: world.tracks).map {
            FoundContact(first: $0.first, second: $0.second, start: $0.start, end: $0.end)
        }
    }

    @Test(arguments: WorldKind.allCases)
    func aFinderThatIsTwoMetresOffIsCaughtAndOneThatIsACentimetreOffIsNot(kind: WorldKind) {
        var comparison = ContactComparison()
        var caught = 0
        for seed in UInt64(0)..<40 {
            let world = RandomWorld(kind: kind, seed: seed)
            for metres in [-2.0, 2.0] {
                let found = found(in: world, metresOff: metres, secondsOff: 0)
                if !comparison.differences(of: found, in: world).isEmpty { caught += 1 }
            }
            for metres in [-0.01, 0.01] {
                let found = found(in: world, metresOff: metres, secondsOff: 0)
                #expect(comparison.differences(of: found, in: world) == [])
            }
        }
        #expect(caught > 0)
    }

    @Test(arguments: [-1, 1])
    func aFinderThatTakesTheGapWrongByASecondIsCaught(secondsOff: Int) {
        var comparison = ContactComparison()
        let caught = (UInt64(0)..<20).count { seed in
            let world = RandomWorld(kind: .gapEdges, seed: seed)
            let found = found(in: world, metresOff: 0, secondsOff: secondsOff)
            return !comparison.differences(of: found, in: world).isEmpty
        }
        #expect(caught > 0)
    }
}
