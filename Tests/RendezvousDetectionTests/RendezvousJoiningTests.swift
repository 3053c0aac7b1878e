import RendezvousDetection
import Testing

struct RendezvousJoiningTests {
    private func contact(_ start: Double, _ end: Double, _ first: Int = 0, _ second: Int = 1) -> Contact {
        Contact(first: first, second: second, start: start, end: end)
    }

    @Test func contactsExactlyTheJoinGapApartJoin() {
        let contacts = [contact(0, 100), contact(160, 200)]
        #expect(Rendezvous.joining(contacts, joinGapSeconds: 60, minDurationSeconds: 0).count == 1)
        #expect(Rendezvous.joining(contacts, joinGapSeconds: 59, minDurationSeconds: 0).count == 2)
    }

    @Test func timeInContactCountsAndNotTheSpan() {
        let contacts = [contact(0, 100), contact(160, 200)]
        #expect(Rendezvous.joining(contacts, joinGapSeconds: 60, minDurationSeconds: 140).count == 1)
        #expect(Rendezvous.joining(contacts, joinGapSeconds: 60, minDurationSeconds: 141).isEmpty)
    }

    @Test func pairsAreKeptApart() {
        let contacts = [contact(0, 100, 0, 1), contact(50, 100, 0, 2), contact(90, 200, 1, 2)]
        #expect(Rendezvous.joining(contacts, joinGapSeconds: 1_000, minDurationSeconds: 0).count == 3)
    }
}

struct OperationGroupingTests {
    private func meeting(_ first: Int, _ second: Int, _ start: Double, _ end: Double) -> Contact {
        Contact(first: first, second: second, start: start, end: end)
    }

    @Test func aPairAloneIsNoOperation() {
        let groups = OperationGrouping.groups(of: [meeting(0, 1, 0, 10), meeting(0, 1, 20, 30)], joinGapSeconds: 60)
        #expect(groups == [nil, nil])
    }

    @Test func aMotherAndHerDaughtersAreOneOperation() {
        let groups = OperationGrouping.groups(
            of: [meeting(0, 1, 0, 100), meeting(0, 2, 50, 200), meeting(3, 4, 0, 100), meeting(0, 3, 9_000, 9_100)],
            joinGapSeconds: 1_800)
        #expect(groups == [0, 0, nil, nil])
    }

    @Test func daughtersInTurnBelongTogetherWhenTheSecondComesSoon() {
        let meetings = [meeting(0, 1, 0, 100), meeting(0, 2, 1_900, 2_500)]
        #expect(OperationGrouping.groups(of: meetings, joinGapSeconds: 1_800) == [0, 0])
        #expect(OperationGrouping.groups(of: meetings, joinGapSeconds: 1_799) == [nil, nil])
    }

    @Test func anEarlierLongMeetingReachesBeyondALaterShortOne() {
        let groups = OperationGrouping.groups(
            of: [meeting(0, 1, 0, 1_000), meeting(0, 2, 10, 20), meeting(0, 3, 900, 950)], joinGapSeconds: 0)
        #expect(groups == [0, 0, 0])
    }
}
