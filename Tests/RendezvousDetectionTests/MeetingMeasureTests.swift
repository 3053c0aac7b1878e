import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// What is measured of meetings, against the twin that looks every second.
struct MeetingMeasureTests {
    // Ships that cross an ocean in a second are out of reach of a twin that looks at moments.
    @Test(arguments: WorldKind.allCases.filter { $0 != .teleports })
    func measuresAgreeWithTheTwin(kind: WorldKind) {
        var compared = 0
        for seed in 0..<40 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let contacts = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds
            ).contacts(in: world.tracks)
            let meetings = Rendezvous.joining(contacts, joinGapSeconds: 1_800, minDurationSeconds: 300)
            for meeting in meetings.prefix(3) where meeting.end - meeting.start < 6_000 {
                let measure = MeetingMeasure(of: meeting, in: world.tracks, maxGapSeconds: world.maxGapSeconds)
                let twin = TwinLedger(
                    of: TwinRendezvous(
                        first: meeting.first, second: meeting.second,
                        contacts: meeting.contacts.map {
                            TwinContact(
                                first: $0.first, second: $0.second, start: $0.start, end: $0.end,
                                minimumDistanceMetres: 0)
                        }), in: world.tracks, maxGapSeconds: world.maxGapSeconds, stepSeconds: 0.1)
                compare(measure, twin, "\(world) \(meeting.first) with \(meeting.second)")
                compared += 1
            }
        }
        #expect(compared > 0)
    }

    private func compare(_ measure: MeetingMeasure, _ twin: TwinLedger, _ comment: Comment) {
        func near(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool { abs(one - other) <= tolerance }
        // The twin looks ten times a second: what changes fast it sees only so well.
        let coarse = max(2, twin.maximumDistance / 100)
        #expect(near(Double(measure.ledger.contactSeconds), twin.contactSeconds, 2), comment)
        #expect(near(Double(measure.ledger.onStretchesUpTo10Minutes), twin.onStretchesUpTo10Minutes, 3), comment)
        #expect(near(Double(measure.ledger.onStretchesUpTo30Minutes), twin.onStretchesUpTo30Minutes, 3), comment)
        #expect(near(Double(measure.ledger.onLongerStretches), twin.onLongerStretches, 3), comment)
        #expect(near(Double(measure.ledger.longestSilenceSeconds), twin.longestSilenceSeconds, 1), comment)
        #expect([measure.firstFixes, measure.secondFixes] == twin.fixes, comment)
        #expect(measure.distance.minimum <= twin.minimumDistance + 0.01, comment)
        #expect(near(measure.distance.minimum, twin.minimumDistance, coarse), comment)
        #expect(near(measure.distance.median, twin.medianDistance, coarse), comment)
        #expect(measure.distance.maximum >= twin.maximumDistance - 0.01, comment)
        if let atFix = measure.distance.minimumAtFix, let twinAtFix = twin.minimumDistanceAtFixes {
            #expect(near(atFix, twinAtFix, 0.01), comment)
        } else {
            #expect(measure.distance.minimumAtFix == nil && twin.minimumDistanceAtFixes == nil, comment)
        }
        #expect(near(measure.latitude, twin.meanPointLatitude, 0.001), comment)
    }

    @Test func shipsSideBySideKeepTogetherAndShipsThatPassDoNot() {
        // Two ships on one course at 4 kn, 100 m apart; a third that crosses at 1 kn relative to them.
        let degreesPerSecond = 4 * 1_852.0 / 3_600 / 111_195.08
        func track(_ offset: Double, _ extra: Double) -> [(time: UInt32, latitude: Double, longitude: Double)] {
            (0...180).map { minute in
                let time = Double(minute) * 60
                return (UInt32(1_700_000_000 + minute * 60), degreesPerSecond * time, offset + extra * (time - 5_400))
            }
        }
        let crossing = 0.6 * 1_852.0 / 3_600 / 111_195.08
        let table = TrackTable.of([
            (id: "a", fixes: track(0, 0)), (id: "b", fixes: track(0.0009, 0)),
            (id: "c", fixes: track(0.0009, crossing)),
        ])
        let contacts = ContactFinder(maxDistanceMetres: 500, maxGapSeconds: 3_600).contacts(in: table)
        let meetings = Rendezvous.joining(contacts, joinGapSeconds: 0, minDurationSeconds: 600)
        let measures = meetings.map { MeetingMeasure(of: $0, in: table, maxGapSeconds: 3_600) }
        let together = zip(meetings, measures).map { "\($0.first)-\($0.second) \($1.keptTogether)" }
        #expect(together == ["0-1 true", "0-2 false", "1-2 false"])
        #expect(abs((measures.first?.firstMedianSpeedKnots ?? 0) - 4) < 0.01)
        #expect(measures.first?.ledger.steadySeconds == 10_800)
    }

    @Test func theMeanPositionIsRightAtTheDateline() {
        let table = TrackTable.of([
            (id: "a", fixes: [(0, 10, 179.999), (7_200, 10, 179.999)]),
            (id: "b", fixes: [(0, 10, -179.999), (7_200, 10, -179.999)]),
        ])
        let meeting = Rendezvous(
            contacts: [Contact(first: 0, second: 1, start: 0, end: 7_200)])
        let measure = MeetingMeasure(of: meeting, in: table, maxGapSeconds: 7_200)
        #expect(abs(abs(measure.longitude) - 180) < 1e-6)
        #expect(abs(measure.latitude - 10) < 1e-6)
    }
}
