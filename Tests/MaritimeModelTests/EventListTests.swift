import MaritimeModel
import Testing

struct EventListTests {
    @Test func theOrderLiesBesideTheShares() {
        let list = EventList(shares: [[event(1), event(2)], [], [event(3)]], order: [2, 0, 1])
        #expect(list.map(\.id) == [EventID(3), EventID(1), EventID(2)])
        #expect(list == EventList([event(3), event(1), event(2)]))
        #expect(list != EventList([event(1), event(2), event(3)]))
    }

    @Test func aChangeStaysInItsPlace() {
        var list = EventList(shares: [[event(1)], [event(2)]], order: [1, 0])
        list[0].vessels[1].name = "STELLA"
        #expect(list[0].id == EventID(2) && list[0].vessels[1].name == "STELLA")
        #expect(list[1].vessels[1].name == nil && list[0].vessels[0].name == nil)
    }

    @Test func eventsOfAVesselReferToTheSameStatements() {
        let vessel = EventVessel(id: "1", fixes: 1, medianSpeedKnots: 0)
        var other = vessel
        other.fixes = 2
        #expect(other.particularsIdentity == vessel.particularsIdentity && other != vessel)
        other.name = "BORA"
        #expect(other.particularsIdentity != vessel.particularsIdentity && vessel.name == nil)
    }

    @Test(arguments: 0...4)
    func anEventHoldsAnyNumberOfVessels(count: Int) {
        let vessels = (0..<count).map { EventVessel(id: "\($0)", fixes: $0, medianSpeedKnots: 0) }
        let held: EventVessels =
            switch count {
            case 0: []
            case 1: [vessels[0]]
            case 2: EventVessels(vessels[0], vessels[1])
            case 3: [vessels[0], vessels[1], vessels[2]]
            default: [vessels[0], vessels[1], vessels[2], vessels[3]]
            }
        #expect(Array(held) == vessels)
    }

    @Test func idsReadAsInReports() {
        #expect(EventID(0x0123_4567_89AB_CDEF).description == "sts-0123456789abcdef")
        #expect(OperationID(0).description == "op-0000000000000000")
    }

    private func event(_ number: UInt64) -> RendezvousEvent {
        RendezvousEvent(
            id: EventID(number), operationID: nil,
            vessels: [
                EventVessel(id: "1", fixes: 1, medianSpeedKnots: 0),
                EventVessel(id: "2", fixes: 1, medianSpeedKnots: 0),
            ], start: Timestamp(secondsSince1970: 0), end: Timestamp(secondsSince1970: 1),
            ledger: ContactLedger(
                contactSeconds: 1, contacts: 1, longestSilenceSeconds: 0, onStretchesUpTo10Minutes: 1,
                onStretchesUpTo30Minutes: 0, onLongerStretches: 0, steadySeconds: 0), latitude: 0, longitude: 0,
            distance: DistanceSummary(minimum: 0, median: 0, maximum: 0), place: EventPlace())
    }
}
