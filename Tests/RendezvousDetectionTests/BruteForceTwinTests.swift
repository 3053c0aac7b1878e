import Glibc
import MaritimeModel
import TestSupport
import Testing

/// The twin against cases that can be worked out by hand.
struct BruteForceTwinTests {
    let twin = BruteForceTwin(maxDistanceMetres: 500, maxGapSeconds: 3_600)
    /// One degree of a great circle in metres.
    let degree = earthRadiusMetres * .pi / 180

    @Test func shipsMeetingHeadOnAreInContactForTheDistanceOverTheirSpeed() throws {
        let contacts = twin.contacts(
            in: .of([
                ("east", [(1_000, 0, 0), (4_600, 0, 0.1)]),
                ("west", [(1_000, 0, 0.1), (4_600, 0, 0)]),
            ]))
        let contact = try #require(contacts.first)
        #expect(contacts.count == 1)
        let half = 500 / (2 * 0.1 * degree / 3_600)
        #expect(abs(contact.start - (2_800 - half)) < 1e-5)
        #expect(abs(contact.end - (2_800 + half)) < 1e-5)
        #expect(contact.minimumDistanceMetres < 0.001)
    }

    @Test func aShipPassingAnAnchoredOneIsInContactForTheChord() throws {
        // Napier: cos(distance) = cos(latitude) cos(longitude) for a ship on the equator and one north of it.
        let contacts = twin.contacts(
            in: .of([
                ("anchored", [(0, 0.003, 0), (1_800, 0.003, 0), (3_600, 0.003, 0)]),
                ("passing", [(0, 0, -0.1), (3_600, 0, 0.1)]),
            ]))
        let contact = try #require(contacts.first)
        #expect(contacts.count == 1)
        let longitude = acos(cos(500 / earthRadiusMetres) / cos(0.003 * .pi / 180)) * 180 / .pi
        let half = longitude / (0.2 / 3_600)
        #expect(abs(contact.start - (1_800 - half)) < 1e-3)
        #expect(abs(contact.end - (1_800 + half)) < 1e-3)
        #expect(abs(contact.minimumDistanceMetres - 0.003 * degree) < 0.001)
    }

    @Test(arguments: [(0.0044966, 1), (0.0044967, 0)])
    func anchoredShipsAreInContactUpToTheDistance(latitude: Double, expected: Int) throws {
        // 499.999 m and 500.010 m apart.
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 0, 20), (3_600, 0, 20)]),
                ("b", [(600, latitude, 20), (4_200, latitude, 20)]),
            ]))
        #expect(contacts.count == expected)
        if let contact = contacts.first {
            #expect(contact.span == TimeSpan(start: 600, end: 3_600))
            #expect(abs(contact.minimumDistanceMetres - latitude * degree) < 0.001)
        }
    }

    @Test func fixesOnBothSidesOfTheDatelineMeet() throws {
        let contacts = twin.contacts(
            in: .of([
                ("east", [(0, 0, 179.999), (600, 0, 179.999)]),
                ("west", [(0, 0, -179.999), (600, 0, -179.999)]),
                ("on it", [(0, 0, 180), (600, 0, -180)]),
            ]))
        #expect(contacts.map(\.span) == Array(repeating: TimeSpan(start: 0, end: 600), count: 3))
        // Numbered by id: east, on it, west.
        let distances = contacts.map(\.minimumDistanceMetres)
        #expect(zip(distances, [0.001, 0.002, 0.001]).allSatisfy { abs($0 - $1 * degree) < 0.001 })
    }

    @Test func aTrackAcrossTheDatelineGoesTheShortWay() throws {
        let contacts = twin.contacts(
            in: .of([
                ("anchored", [(0, 0, 180), (3_600, 0, 180)]),
                ("antipode", [(0, 0, 0), (3_600, 0, 0)]),
                ("crossing", [(0, 0, 179.9), (3_600, 0, -179.9)]),
            ]))
        let contact = try #require(contacts.first)
        #expect(contacts.count == 1)
        #expect([contact.first, contact.second] == [0, 2])
        let half = 500 / (0.2 * degree / 3_600)
        #expect(abs(contact.start - (1_800 - half)) < 1e-5)
        #expect(abs(contact.end - (1_800 + half)) < 1e-5)
    }

    @Test(arguments: [1.0, -1.0])
    func aTrackCrossesThePoleItself(side: Double) throws {
        let contacts = twin.contacts(
            in: .of([
                ("at the pole", [(0, 90 * side, 77), (3_600, 90 * side, -120)]),
                ("crossing", [(0, 89.9 * side, 10), (3_600, 89.9 * side, -170)]),
            ]))
        let contact = try #require(contacts.first)
        #expect(contacts.count == 1)
        let half = 500 / (0.2 * degree / 3_600)
        #expect(abs(contact.start - (1_800 - half)) < 1e-5)
        #expect(abs(contact.end - (1_800 + half)) < 1e-5)
        #expect(contact.minimumDistanceMetres < 0.001)
    }

    @Test(arguments: [(3_600, 1), (3_601, 0)])
    func aStretchOfTheGreatestGapIsKnownAndALongerOneIsNot(seconds: UInt32, expected: Int) {
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 50, 1), (seconds, 50, 1)]),
                ("b", [(0, 50, 1), (1_800, 50, 1), (3_600, 50, 1)]),
            ]))
        #expect(contacts.map(\.span) == Array(repeating: TimeSpan(start: 0, end: 3_600), count: expected))
    }

    @Test func aContactEndsAtTheFixBeforeASilenceAndANewOneBeginsAfterIt() {
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 50, 1), (1_000, 50, 1), (5_000, 50, 1), (6_000, 50, 1)]),
                ("b", [(0, 50, 1), (3_000, 50, 1), (6_000, 50, 1), (9_000, 50, 1)]),
            ]))
        #expect(contacts.map(\.span) == [TimeSpan(start: 0, end: 1_000), TimeSpan(start: 5_000, end: 6_000)])
    }

    @Test func stretchesThatTouchAtAFixMakeOneContact() {
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 50, 1), (7, 50, 1), (100, 50, 1), (200, 50, 1)]),
                ("b", [(0, 50, 1), (50, 50, 1), (100, 50, 1), (170, 50, 1)]),
            ]))
        #expect(contacts.map(\.span) == [TimeSpan(start: 0, end: 170)])
    }

    @Test func timesThatOnlyTouchGiveNoContact() {
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 50, 1), (100, 50, 1)]),
                ("b", [(100, 50, 1), (200, 50, 1)]),
                ("one fix", [(50, 50, 1)]),
                ("silent", []),
            ]))
        #expect(contacts.isEmpty)
    }

    @Test func identicalTracksAreInContactAllTheWay() {
        let way: [(UInt32, Double, Double)] = [(0, 60, 1), (600, 60.1, 2), (1_200, 10, -80), (1_300, 60, 1)]
        let contacts = twin.contacts(in: .of([("a", way), ("b", way)]))
        #expect(contacts.map(\.span) == [TimeSpan(start: 0, end: 1_300)])
        #expect(contacts.allSatisfy { $0.minimumDistanceMetres < 0.001 })
    }

    @Test func aShipComingAndGoingMakesTwoContacts() {
        let contacts = twin.contacts(
            in: .of([
                ("a", [(0, 0, 0), (3_600, 0, 0)]),
                ("b", [(0, 0, 0), (1_000, 0, 1), (2_000, 0, 0)]),
            ]))
        let seconds = 500 / (degree / 1_000)
        let expected = [TimeSpan(start: 0, end: seconds), TimeSpan(start: 2_000 - seconds, end: 2_000)]
        #expect(contacts.count == 2)
        #expect(
            zip(contacts, expected).allSatisfy { abs($0.start - $1.start) < 1e-5 && abs($0.end - $1.end) < 1e-5 })
    }

    @Test(arguments: WorldKind.allCases)
    func theTwinAgreesWithPlainSampling(kind: WorldKind) {
        for seed in UInt64(0)..<6 {
            let world = RandomWorld(kind: kind, seed: seed)
            let twin = BruteForceTwin(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            let contacts = twin.contacts(in: world.tracks)
            let ways = world.tracks.vessels.indices.map {
                TwinTrack(of: $0, in: world.tracks, maxGapSeconds: world.maxGapSeconds)
            }
            var random = SplitMix64(seed: seed)
            for _ in 0..<3_000 {
                let (first, second) = (random.integer(in: 0...ways.count - 1), random.integer(in: 0...ways.count - 1))
                guard first < second, let start = ways[first].fixTimes.first, let end = ways[first].fixTimes.last else {
                    continue
                }
                let time = random.number(in: Double(start)...Double(end))
                guard let a = ways[first].point(at: time), let b = ways[second].point(at: time) else { continue }
                let metres = greatCircleMetres(a, b)
                // The points themselves are known to some nanometres, and to a microsecond of a teleport.
                if abs(metres - world.maxDistanceMetres) < 0.01 { continue }
                let inContact = contacts.contains {
                    $0.first == first && $0.second == second && $0.start <= time && time <= $0.end
                }
                #expect(
                    inContact == (metres <= world.maxDistanceMetres),
                    "\(world): \(first) and \(second) are \(metres) m apart at \(time)")
            }
        }
    }
}
