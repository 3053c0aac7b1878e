/// Meetings that look like transfers to a careless program.
extension WorldBuilder {
    mutating func addInnocentMeetings() {
        addBunkering()
        addTugVisit()
        addPilotVisit()
        addPairTrawlers()
        addRaft()
        addConvoy()
        addFlyBy()
        addOvertaking()
    }

    private mutating func addBunkering() {
        begin(
            "bunkering", .bunkering, latitude: 57.60, longitude: 11.00,
            shows: "a bunker tanker serves two cargo ships at a roadstead, one for three and a half hours "
                + "and one for 75 minutes")
        let first = vessel("BRASS COMPASS", .cargoShip, draught: 108, destination: "SKAW FOR BUNKERS")
        let second = vessel("IVORY TURNSTONE", .cargoShip, draught: 96, destination: "SKAW FOR BUNKERS")
        let tanker = vessel("PATIENT OTTER", .bunkerTanker, draught: 52, destination: "SKAW ROADS")
        var firstPath = LocalPath(second: hours(4), east: 16_000, north: 14_000)
        firstPath.sail(east: 0, north: 0, knots: 11)
        firstPath.swing(until: hours(20), radiusMetres: 20, using: &random)
        firstPath.sail(east: 20_000, north: 24_000, knots: 13)
        var secondPath = LocalPath(second: 0, east: 3_400, north: -1_200)
        secondPath.swing(until: hours(30), radiusMetres: 20, using: &random)
        let toFirst = LocalPath.visit(
            alongside: hours(9)...hours(12.5), berth: (24, 20), bearingDegrees: 160, fromMetres: 16_000,
            toMetres: 1_500, transitKnots: 9)
        let toSecond = LocalPath.visit(
            alongside: hours(14.2)...hours(15.45), berth: (22, -24), bearingDegrees: 200, fromMetres: 1_500,
            toMetres: 16_000, transitKnots: 9)
        add(first, on: firstPath)
        add(second, on: secondPath)
        add(tanker, on: firstPath.adding(toFirst).followed(by: secondPath.adding(toSecond)))
    }

    private mutating func addTugVisit() {
        begin(
            "tug_visit", .tugVisit, latitude: 53.60, longitude: 5.00,
            shows: "a tug lies beside an anchored tanker for forty minutes")
        let tanker = vessel("AMBER LOCKSMITH", .productTanker, draught: 104, destination: "FOR ORDERS")
        let tug = vessel("STOUT BADGER", .tug, draught: 45, destination: "ON STATION")
        var host = LocalPath(second: hours(34))
        host.swing(until: hours(50), radiusMetres: 20, using: &random)
        add(tanker, on: host)
        add(
            tug,
            on: host.adding(
                .visit(
                    alongside: hours(40)...hours(40.67), berth: (14, 16), bearingDegrees: 130,
                    fromMetres: 15_000, toMetres: 15_000, transitKnots: 10)))
    }

    private mutating func addPilotVisit() {
        begin(
            "pilot_visit", .pilotVisit, latitude: 50.20, longitude: -1.50,
            shows: "a pilot boat comes alongside a tanker under way for six minutes")
        let ship = vessel("CHALK WANDERER", .productTanker, draught: 99, destination: "FAWLEY")
        let boat = vessel("SWIFT NEEDLE", .pilotBoat, destination: "PILOT STATION")
        var path = LocalPath(second: hours(60), east: -40_000, north: -18_000)
        path.sail(east: -10_000, north: -5_000, knots: 13)
        path.sail(east: 12_000, north: 4_000, knots: 8)
        path.sail(east: 25_000, north: 12_000, knots: 11)
        add(ship, on: path)
        add(
            boat,
            on: path.adding(
                .visit(
                    alongside: hours(62.6)...hours(62.7), berth: (-8, 17), bearingDegrees: 330,
                    fromMetres: 7_000, toMetres: 7_000, transitKnots: 12)))
    }

    private mutating func addPairTrawlers() {
        begin(
            "pair_trawlers", .pairTrawling, latitude: 56.20, longitude: 4.50,
            shows: "two trawlers tow one net at 3.2 kn, 250 m apart, for sixteen hours: no tanker takes part")
        let port = vessel("SPECKLED WREN", .trawler, destination: "FISHING GROUNDS")
        let starboard = vessel("DAPPLED WREN", .trawler, destination: "FISHING GROUNDS")
        var path = LocalPath(second: hours(24), east: 0, north: 0)
        for leg in 0..<5 {
            path.sail(east: leg % 2 == 0 ? 22_000 : 0, north: Double(leg + 1) * 3_000, knots: 3.2)
        }
        path.sail(east: 50_000, north: 9_000, knots: 9)
        add(port, on: path)
        add(
            starboard,
            on: path.adding(
                .visit(
                    alongside: hours(26)...hours(42), berth: (60, -243), bearingDegrees: 170,
                    fromMetres: 9_000, toMetres: 9_000, slowMetres: 300, transitKnots: 6)))
    }

    private mutating func addRaft() {
        begin(
            "raft", .raft, latitude: 5.93, longitude: 1.45,
            shows: "eight ships lie at anchor 375 to 410 m apart for a day and more: they are near each other "
                + "and still, so the distance rule alone cannot tell them from a transfer")
        let names: [(String, Role)] = [
            ("CEDAR HARBINGER", .crudeTanker), ("COPPER LARKSPUR", .cargoShip), ("OPAL DRIFTWOOD", .productTanker),
            ("MOSS CAVALIER", .productTanker), ("FLINT CARAVEL", .cargoShip), ("WILLOW SEXTANT", .productTanker),
            ("PEWTER GANNET", .cargoShip), ("SAFFRON MALLARD", .productTanker),
        ]
        // One tide turns them all, so they swing together and keep their distances.
        var tide = LocalPath(second: 0)
        tide.swing(until: hours(42), radiusMetres: 45, using: &random)
        for (number, (name, role)) in names.enumerated() {
            // Two rows, the northern one shifted by half a place: neighbours are 390 m apart, the next ones 650 m.
            let isNorthern = number >= 4
            let east = Double(number % 4) * 390 + (isNorthern ? 195 : 0) + random.within(-6...6)
            let north = (isNorthern ? 338 : 0) + random.within(-6...6)
            var place = LocalPath(second: 0, east: east, north: north)
            place.hold(until: hours(42))
            let ship = vessel(name, role, draught: 60 + number * 9, destination: "LOME ANCH")
            let still = tide.adding(place)
            switch number {
            case 0:
                // Leaves to the south-west after 29 hours.
                place = LocalPath(second: 0, east: east, north: north)
                place.hold(until: hours(29))
                place.sail(east: east - 1_000, north: north - 1_400, knots: 5.5)
                place.sail(east: east - 9_000, north: north - 16_000, knots: 12)
                add(ship, on: tide.adding(place))
            case 3:
                // Comes from the south after five hours.
                let arrival = LocalPath.visit(
                    alongside: hours(5)...hours(40), berth: (0, 0), bearingDegrees: 165, fromMetres: 18_000,
                    toMetres: 1_500, slowMetres: 60)
                add(ship, on: still.adding(arrival))
            default:
                add(ship, on: still)
            }
        }
    }

    private mutating func addConvoy() {
        begin(
            "convoy", .convoy, latitude: 12.30, longitude: 47.00,
            shows: "five ships in line, 350 m apart, at 12 kn for thirteen hours: too fast for a transfer")
        let names: [(String, Role)] = [
            ("BOLD HALCYON", .containerShip), ("SILVER HALYARD", .crudeTanker), ("GILDED HALYARD", .productTanker),
            ("DUSKY HALCYON", .cargoShip), ("LONE HALYARD", .crudeTanker),
        ]
        var lead = LocalPath(second: hours(12), east: -150_000, north: -35_000)
        lead.sail(east: -60_000, north: -12_000, knots: 12)
        lead.sail(east: 40_000, north: 8_000, knots: 12)
        lead.sail(east: 140_000, north: 36_000, knots: 12)
        for (number, (name, role)) in names.enumerated() {
            let ship = vessel(name, role, draught: 90 + number * 11, destination: "FUJAIRAH")
            let back = Double(number)
            var station = LocalPath(second: hours(12), east: -341 * back, north: -78 * back)
            station.hold(until: hours(number == 4 ? 24.3 : 25.1))
            if number == 4 { station.sail(east: -341 * back + 900, north: -78 * back - 5_000, knots: 6) }
            add(ship, on: lead.adding(station))
        }
    }

    private mutating func addFlyBy() {
        begin(
            "fly_by", .flyBy, latitude: 36.30, longitude: 14.50,
            shows: "two tankers pass each other at 300 m on opposite courses")
        var eastbound = LocalPath(second: hours(42), east: -35_000, north: 0)
        eastbound.sail(east: 35_000, north: 0, knots: 12.5)
        var westbound = LocalPath(second: hours(42), east: 35_000, north: 300)
        westbound.sail(east: -35_000, north: 300, knots: 12.5)
        add(vessel("RUSSET PARAGON", .crudeTanker, draught: 140, destination: "PORT SAID"), on: eastbound)
        add(vessel("VERDANT PARAGON", .productTanker, draught: 88, destination: "ALGECIRAS"), on: westbound)
    }

    private mutating func addOvertaking() {
        begin(
            "overtaking", .overtaking, latitude: 47.50, longitude: -6.00,
            shows: "a tanker overtakes a cargo ship at 200 m")
        var slow = LocalPath(second: hours(44), east: 0, north: -30_000)
        slow.sail(east: 0, north: 30_000, knots: 10)
        var fast = LocalPath(second: hours(44), east: 200, north: -42_000)
        fast.sail(east: 200, north: 44_000, knots: 14.5)
        add(vessel("PLODDING FERN", .cargoShip, draught: 84, destination: "MONTOIR"), on: slow)
        add(vessel("HASTY FERN", .productTanker, draught: 91, destination: "MILFORD HAVEN"), on: fast)
    }
}
