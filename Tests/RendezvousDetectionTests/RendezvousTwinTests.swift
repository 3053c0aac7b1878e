import MaritimeModel
import TestSupport
import Testing

/// The twins of the join and of the ledger against cases that can be worked out by hand.
struct RendezvousTwinTests {
    private func contact(_ pair: (Int, Int), _ start: Double, _ end: Double) -> TwinContact {
        TwinContact(first: pair.0, second: pair.1, start: start, end: end, minimumDistanceMetres: 0)
    }

    @Test(arguments: [(1_800, 1), (1_799, 2)])
    func contactsJoinUpToTheJoinGap(joinGap: Int, expected: Int) {
        let meetings = rendezvousTwin(
            joining: [contact((0, 1), 0, 100), contact((0, 1), 1_900, 2_000), contact((0, 2), 100, 200)],
            joinGapSeconds: joinGap, minDurationSeconds: 0)
        #expect(meetings.filter { $0.second == 1 }.count == expected)
        #expect(meetings.filter { $0.second == 2 }.count == 1)
    }

    @Test(arguments: [(200, 1), (201, 0)])
    func timeInContactCountsAndNotTheSpan(minDuration: Int, expected: Int) {
        let meetings = rendezvousTwin(
            joining: [contact((0, 1), 0, 100), contact((0, 1), 1_900, 2_000)],
            joinGapSeconds: 1_800, minDurationSeconds: minDuration)
        #expect(meetings.count == expected)
    }

    @Test func theLedgerCountsWhatAHandCounts() throws {
        // Both on the dateline, 111.2 m apart for 20 min and 222.4 m for the rest but for the step between.
        let tracks = TrackTable.of([
            ("a", [(0, 0, 180), (600, 0, -180), (2_400, 0, 180), (5_400, 0, 180)]),
            (
                "b",
                [(0, 0.001, 180), (1_200, 0.001, 180), (1_201, 0.002, 180), (3_000, 0.002, 180), (5_400, 0.002, 180)]
            ),
        ])
        let contacts = BruteForceTwin(maxDistanceMetres: 500, maxGapSeconds: 3_600).contacts(in: tracks)
        let meetings = rendezvousTwin(joining: contacts, joinGapSeconds: 0, minDurationSeconds: 5_400)
        let meeting = try #require(meetings.first)
        let ledger = TwinLedger(of: meeting, in: tracks, maxGapSeconds: 3_600)
        let thousandth = earthRadiusMetres * .pi / 180 / 1_000
        #expect(ledger.onStretchesUpTo10Minutes == 0)
        #expect(ledger.onStretchesUpTo30Minutes == 2_400)
        #expect(ledger.onLongerStretches == 3_000)
        #expect(abs(ledger.minimumDistance - thousandth) < 0.001)
        #expect(abs((ledger.minimumDistanceAtFixes ?? 0) - thousandth) < 0.001)
        #expect(abs(ledger.maximumDistance - 2 * thousandth) < 0.001)
        #expect(abs(ledger.medianDistance - 2 * thousandth) < 0.001)
        #expect(ledger.medianSpeeds == [0, 0])
        #expect(ledger.longestSilenceSeconds == 3_000)
        #expect(ledger.fixes == [4, 5])
        let meanLatitude = (0.001 * 1_200 + 0.002 * 4_199 + 0.0015) / 5_400 / 2
        #expect(abs(ledger.meanLatitude - meanLatitude) < 1e-9)
        #expect(abs(ledger.meanPointLatitude - meanLatitude) < 1e-9)
        #expect(abs(abs(ledger.meanPointLongitude) - 180) < 1e-9)
    }
}
