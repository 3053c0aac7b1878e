import MaritimeModel
import SyntheticTracks
import Testing

@Suite struct FleetTests {
    private func file(
        _ plan: FleetPlan, layout: TrackLayoutName = .noaa, order: FleetWriter.Order = .sorted
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        FleetWriter(plan, layout: layout, order: order).write { bytes += $0 }
        return bytes
    }

    private func rows(_ plan: FleetPlan) -> [SyntheticRow] {
        var generator = FleetGenerator(plan)
        var rows: [SyntheticRow] = []
        while let row = generator.nextRow() { rows.append(row) }
        return rows
    }

    @Test(arguments: TrackLayoutName.allCases)
    func theFileHasExactlyTheRowsAskedFor(layout: TrackLayoutName) {
        for count in [1, 999, 70_000] {
            let bytes = file(FleetPlan(rows: count), layout: layout)
            #expect(bytes.count { $0 == UInt8(ascii: "\n") } == count + 1)
            #expect(firstLine(of: bytes) == layout.layout.header)
        }
    }

    @Test func theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        let bytes = file(FleetPlan(rows: 20_000, seed: 5))
        #expect(bytes == file(FleetPlan(rows: 20_000, seed: 5)))
        #expect(bytes != file(FleetPlan(rows: 20_000, seed: 6)))
    }

    @Test(arguments: FleetPlan.Shape.allCases)
    func rowsComeInTimeOrderAndFillTheDays(shape: FleetPlan.Shape) throws {
        let plan = FleetPlan(rows: 60_000, vessels: 300, days: 2, seed: 3, shape: shape)
        let rows = rows(plan)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.time <= $1.time })
        let first = Timestamp(plan.firstDay).secondsSince1970
        #expect(try #require(rows.first).time.secondsSince1970 < first + 60)
        let last = try #require(rows.last).time.secondsSince1970 - first
        #expect((Int64(1.9 * 86_400)..<(2 * 86_400)).contains(last))
        #expect(Set(rows.map(\.vessel)).count == 300)
    }

    @Test func noVesselReportsTwiceInASecondOrJumps() {
        // As dense as a plan may be: a row every four seconds from each vessel.
        for plan in [FleetPlan(rows: 200_000, vessels: 10, days: 1), FleetPlan(rows: 50_000, vessels: 400, days: 1)] {
            var last: [Int32: SyntheticRow] = [:]
            for row in rows(plan) {
                if let before = last[row.vessel] {
                    let seconds = Double(row.time.secondsSince1970 - before.time.secondsSince1970)
                    #expect(seconds >= 1)
                    let north = (row.position.latitude - before.position.latitude) * 111_195
                    let east = (row.position.longitude - before.position.longitude) * 111_195
                    // Nobody sails faster than 19 kn (10 m/s); degrees of longitude are counted at full length here.
                    let reach = 12 * (seconds + 1) / 0.4 + 10
                    #expect(north * north + east * east < reach * reach)
                }
                last[row.vessel] = row
            }
        }
    }

    @Test(arguments: [FleetWriter.Order.shuffled, .random])
    func shufflingChangesTheOrderAndNothingElse(order: FleetWriter.Order) {
        let plan = FleetPlan(rows: 70_000, seed: 9)
        let sorted = file(plan).split(separator: UInt8(ascii: "\n")).map(Array.init)
        let shuffled = file(plan, order: order).split(separator: UInt8(ascii: "\n")).map(Array.init)
        #expect(sorted[0] == shuffled[0])
        #expect(sorted != shuffled)
        #expect(Set(sorted) == Set(shuffled))
    }

    @Test func aHarbourIsFourKilometresAcross() {
        let rows = rows(FleetPlan(rows: 30_000, shape: .harbour))
        let latitudes = rows.map(\.position.latitude)
        let longitudes = rows.map(\.position.longitude)
        let north = ((latitudes.max() ?? 0) - (latitudes.min() ?? 0)) * 111.195
        let east = ((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * 111.195 * 0.8315
        #expect((3.9...4.05).contains(north) && (3.9...4.05).contains(east))
    }

    @Test func randomOrderMixesRowsOfTheWholeFile() throws {
        let lines = file(FleetPlan(rows: 70_000, seed: 9), order: .random).split(separator: UInt8(ascii: "\n"))
        // The hour of the day of the first thousand rows: in time order all of them lie in the first half hour.
        let hours = Set(
            lines[1...1_000].map { line in
                Array(line.drop { $0 != UInt8(ascii: "T") }.dropFirst().prefix(2))
            })
        #expect(hours.count == 24)
    }

    @Test func inAPortNobodyMovesAndEveryFixIsSomeMetresOff() throws {
        var places: [Int32: [GeoPosition]] = [:]
        for row in rows(FleetPlan(rows: 20_000, vessels: 100, shape: .port)) {
            places[row.vessel, default: []].append(row.position)
            #expect(row.speedTenths <= 2)
        }
        for (vessel, fixes) in places {
            let latitudes = fixes.map(\.latitude)
            let north = ((latitudes.max() ?? 0) - (latitudes.min() ?? 0)) * 111_195
            #expect((5...12).contains(north), "vessel \(vessel)")
        }
    }

    @Test func theFirstPairMakesATransfer() {
        let rows = rows(FleetPlan(rows: 200_000, vessels: 300, days: 1))
        // The daughter's reports within 100 m of her mother, who does not move.
        let mother = rows.first { $0.vessel == 0 }
        let near = rows.filter { row in
            guard row.vessel == 1, let mother else { return false }
            return abs(row.position.latitude - mother.position.latitude) < 0.001
                && abs(row.position.longitude - mother.position.longitude) < 0.001
        }
        let times = near.map(\.time.secondsSince1970)
        #expect((times.max() ?? 0) - (times.min() ?? 0) >= 7_200)
    }

    @Test func fleetIdentitiesAreUnallocatedAndNotThoseOfTheSample() {
        let vessels = FleetGenerator(FleetPlan(rows: 1_000_000, vessels: 5_000)).vessels
        #expect(Set(vessels.map(\.mmsi)).count == 5_000)
        #expect(vessels.allSatisfy { UnallocatedIdentity.fleetMIDs.contains($0.mmsi.number / 1_000_000) })
        let sample = Set(sampleWorld.tracks.compactMap(\.vessel.imo))
        #expect(sample.isDisjoint(with: vessels.compactMap(\.imo)))
        #expect(vessels.allSatisfy { $0.name.utf8.count <= 20 })
    }

    @Test func defaultsFollowTheRows() {
        #expect(FleetPlan(rows: 10_000_000).vessels == 14_992)
        #expect(FleetPlan(rows: 10_000_000).days == 1)
        #expect(FleetPlan(rows: 50_000_000).days == 5)
        #expect(FleetPlan(rows: 50_000_000).vessels == 14_992)
        #expect(FleetPlan(rows: 1).vessels == 20)
        #expect(FleetPlan(rows: 1, shape: .harbour).vessels == 3_000)
        #expect(FleetPlan(rows: 1, shape: .port).vessels == 3_000)
    }

    @Test func aPlanThatCannotBeCarriedOutSaysWhy() {
        #expect(FleetPlan(rows: 0).problem != nil)
        #expect(FleetPlan(rows: 1_000_000, vessels: 2).problem?.contains("too many") == true)
        #expect(FleetPlan(rows: 10, vessels: 1).problem != nil)
        #expect(FleetPlan(rows: 10, days: 0).problem != nil)
        #expect(FleetPlan(rows: 10_000_000).problem == nil)
    }
}
