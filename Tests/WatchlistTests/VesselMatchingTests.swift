import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

@Suite struct VesselMatchingTests {
    private func vessel(_ id: String, imo: [UInt32] = []) -> VesselTraits { VesselTraits(tracked(id, imo: imo)) }

    /// Rows of `imo,mmsi,name,list,entry` as lists.
    private func index(_ rows: String...) throws -> WatchlistIndex {
        var lists: [SanctionsList] = []
        for row in rows {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 5)
            var numbers: [PartyNumber] = []
            if let imo = IMONumber(cells[0]) { numbers.append(.ship(imo)) }
            if let mmsi = MMSI(cells[1]) { numbers.append(.mmsi(mmsi)) }
            let vessel = party(cells[4], cells[2], .vessel, .designated, numbers: numbers)
            if let list = lists.firstIndex(where: { $0.name == cells[3] }) {
                lists[list].parties.append(vessel)
            } else {
                lists.append(SanctionsList(name: cells[3], format: .plainCSV, parties: [vessel]))
            }
        }
        return WatchlistIndex(lists)
    }

    @Test func listedVesselsAreMatchedByIMO() throws {
        let matches = try index("2000016,299000001,A,L,1").matches(for: vessel("298000001", imo: [2_000_016]))
        #expect(matches.map(\.kind) == [.imo])
        #expect(matches.map(\.confidence) == [0.99])
        #expect(matches.first?.explanation.contains("2000016") == true)
    }

    @Test func severalStatedNumbersMakeAMatchLessSure() throws {
        let matches = try index("2000016,,A,L,1", "2000028,,B,L,2")
            .matches(for: vessel("298000001", imo: [2_000_028, 2_000_030]))
        #expect(matches.map(\.listed.name) == ["B"])
        #expect(matches.map(\.confidence) == [0.9])
        #expect(matches.first?.explanation.contains("1 other valid number besides") == true)
    }

    @Test func listedVesselsAreMatchedByMMSIWhenNoIMOContradicts() throws {
        let index = try index("2000016,299000001,A,L,1", ",299000002,B,L,2")
        for (id, imo) in [("299000001", []), ("299000002", []), ("299000002", [UInt32(2_000_028)])] {
            let matches = index.matches(for: vessel(id, imo: imo))
            #expect(matches.map(\.kind) == [.mmsi])
            #expect(matches.map(\.confidence) == [0.7])
            #expect(matches.first?.explanation.contains("re-used") == true)
        }
    }

    /// A ship that was OLD under one call sign and is NEW under another was never OLD under the new one.
    @Test func aCallSignAndANameCountOnlyWhenTheyWereStatedAtOneTime() throws {
        let listed = party("1", "OLD", .vessel, .designated, numbers: [.callSign("T8A4824")])
        let index = WatchlistIndex([SanctionsList(name: "L", format: .plainCSV, parties: [listed])])
        var tracked = tracked("298000001")
        func stated(_ value: String, _ days: ClosedRange<Int64>) -> ObservedValue<String> {
            let time = { Timestamp(secondsSince1970: tracked.firstSeen.secondsSince1970 + $0 * 86_400) }
            return ObservedValue(
                value: value, firstSeen: time(days.lowerBound), lastSeen: time(days.upperBound), count: 2)
        }
        tracked.staticData.callSigns = [stated("3EXY9", 0...2), stated("T8A4824", 5...8)]
        tracked.staticData.names = [stated("OLD", 0...2), stated("NEW", 5...8)]
        #expect(index.matches(for: VesselTraits(tracked), byName: false).isEmpty)
        tracked.staticData.names = [stated("OLD", 0...6), stated("NEW", 7...8)]
        let matches = index.matches(for: VesselTraits(tracked), byName: false)
        #expect(matches.map(\.kind) == [.callSignAndName])
        #expect(
            index.matches(for: VesselTraits(callSigns: ["T8A4824"], names: ["OLD"])).first?.kind == .callSignAndName)
    }

    @Test func anotherIMOContradictsAnEqualMMSI() throws {
        let index = try index("2000016,299000001,A,L,1")
        #expect(index.matches(for: vessel("299000001", imo: [2_000_028])).isEmpty)
        #expect(index.matches(for: vessel("299000001", imo: [2_000_028, 2_000_030])).isEmpty)
    }

    /// 2000017 and 2000106 fail their check digits; 2000016 is one digit, or a swap, away.
    @Test(arguments: [UInt32(2_000_017), 2_000_106])
    func aNumberThatFailsItsCheckDigitIsALeadUnlessAValidOneIsStated(stated: UInt32) throws {
        let index = try index("2000016,,A,L,1")
        var tracked = tracked("298000001")
        tracked.staticData.mistypedIMOs = [
            ObservedValue(value: stated, firstSeen: tracked.firstSeen, lastSeen: tracked.lastSeen, count: 2)
        ]
        let matches = index.matches(for: VesselTraits(tracked))
        #expect(matches.map(\.kind) == [.mistypedIMO] && matches.allSatisfy(\.kind.isLead))
        #expect(matches.first?.explanation.contains("\(stated) fails its check digit") == true)
        tracked.staticData.imoNumbers = [
            ObservedValue(
                value: try #require(IMONumber(2_000_028)), firstSeen: tracked.firstSeen, lastSeen: tracked.lastSeen,
                count: 1)
        ]
        #expect(index.matches(for: VesselTraits(tracked)).isEmpty)
    }

    @Test func anEntryIsReportedOnceWithItsBestMatch() throws {
        let matches = try index("2000016,299000001,A,L,1").matches(for: vessel("299000001", imo: [2_000_016]))
        #expect(matches.map(\.kind) == [.imo])
    }

    @Test func everyEntryAndListIsReportedInOrder() throws {
        let matches = try index(
            ",299000001,A,M,1", "2000016,,A,N,2", "2000016,,A,L,3", "2000016,299000001,A,L,1", "2000028,,Z,L,0"
        ).matches(for: vessel("299000001", imo: [2_000_016]))
        #expect(matches.map { $0.listed.list + ($0.listed.entry ?? "") } == ["L1", "L3", "N2", "M1"])
        #expect(matches.map(\.kind) == [.imo, .imo, .imo, .mmsi])
    }

    @Test func idsThatAreNoMMSIMatchByIMOOnly() throws {
        let index = try index("2000016,299000001,A,L,1")
        #expect(index.matches(for: vessel("vessel-7")).isEmpty)
        #expect(index.matches(for: vessel("vessel-7", imo: [2_000_016])).count == 1)
    }

    /// The quick question lets no vessel pass that a matcher would know, by whatever it is known.
    @Test func noVesselThatMatchesIsPassedOver() throws {
        var random = SplitMix64(seed: 20)
        let ships: [UInt32] = [2_000_016, 2_000_028, 2_000_030, 9_187_629, 9_108_099]
        let signs = ["T8A4824", "t8-a4824", "3EXY9", "AB", "AAAA", ""]
        func one<Value>(_ values: [Value]) -> Value { values[random.integer(in: 0...(values.count - 1))] }
        var (known, passed) = (0, 0)
        for _ in 0..<400 {
            let parties = try (0..<2).map { entry in
                var numbers: [PartyNumber] = []
                if one([true, false]) { numbers.append(.ship(try #require(IMONumber(one(ships))))) }
                if one([true, false]) { numbers.append(.mmsi(try #require(MMSI(one(["299000001", "299000002"]))))) }
                if one([true, false]) { numbers.append(.callSign(one(signs))) }
                if one([true, false, false]) { numbers.append(.unusableShipNumber("IMO 2000017")) }
                return party("\(entry)", one(["OLD", "NEW"]), .vessel, .designated, numbers: numbers)
            }
            let index = WatchlistIndex(parties.map { SanctionsList(name: $0.entry, format: .plainCSV, parties: [$0]) })
            var tracked = tracked(
                one(["299000001", "299000003", "vessel-7"]),
                imo: one([[], [], [one(ships)], [one(ships), one(ships)]]))
            func stated<Value>(_ value: Value) -> ObservedValue<Value> {
                ObservedValue(value: value, firstSeen: tracked.firstSeen, lastSeen: tracked.lastSeen, count: 1)
            }
            if one([true, false]) { tracked.staticData.callSigns = [stated(one(signs)), stated(one(signs))] }
            if one([true, false]) { tracked.staticData.names = [stated(one(["OLD", "NEW"]))] }
            if one([true, false]) { tracked.staticData.mistypedIMOs = [stated(one([2_000_017, 1]))] }
            let isKnown = !index.matches(for: VesselTraits(tracked), byName: false).isEmpty
            #expect(!isKnown || index.mayKnow([tracked], at: 0))
            known += isKnown ? 1 : 0
            passed += index.mayKnow([tracked], at: 0) ? 0 : 1
        }
        #expect(known > 100 && passed > 50, "\(known) known, \(passed) passed over")
    }

    @Test func noListsMatchNothing() throws {
        let index = WatchlistIndex([])
        #expect(index.lists.isEmpty)
        #expect(index.matches(for: vessel("299000001", imo: [2_000_016])).isEmpty)
    }
}
