import RendezvousDetection
import TestSupport
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

    @Test func groupsAreThoseThatComparingAllPairsFinds() {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let vessels = random.integer(in: 2...12)
            let meetings = (0..<random.integer(in: 0...40)).map { _ in
                let first = random.integer(in: 0...vessels - 2)
                let start = random.number(in: 0...20) * random.pick([1, 1, 1_000])
                return meeting(
                    first, random.integer(in: first + 1...vessels - 1), start, start + random.number(in: 0...30))
            }
            let gap = random.pick([0, 1, 5, 60])
            #expect(
                OperationGrouping.groups(of: meetings, joinGapSeconds: gap) == groups(of: meetings, gap),
                "seed \(seed)")
        }
    }

    /// The slow twin: whatever shares a vessel and a time gets the lesser of both groups, until nothing changes.
    private func groups(of meetings: [Contact], _ gap: Int) -> [Int?] {
        var groups = Array(meetings.indices)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (one, left) in meetings.enumerated() {
                for (other, right) in meetings.enumerated() where groups[one] < groups[other] {
                    let share = !Set([left.first, left.second]).isDisjoint(with: [right.first, right.second])
                    let (early, late) = left.start <= right.start ? (left, right) : (right, left)
                    guard share, late.start <= early.end + Double(gap) else { continue }
                    groups[other] = groups[one]
                    hasChanged = true
                }
            }
        }
        return groups.map { group in
            let pairs = Set(
                meetings.indices.filter { groups[$0] == group }.map { [meetings[$0].first, meetings[$0].second] })
            return pairs.count > 1 ? group : nil
        }
    }
}
