import MaritimeModel

/// Scenes about who is who, and the traffic that meets nobody.
extension WorldBuilder {
    mutating func addIdentityScenes() {
        addOneHullOnTwoMMSIs()
        addTwoHullsOnOneMMSI()
        addListedVesselThatMeetsNobody()
        addReusedMMSI()
    }

    private mutating func addOneHullOnTwoMMSIs() {
        begin(
            "one_hull_two_mmsis", .sameHull, latitude: 43.60, longitude: 31.50,
            shows: "one tanker drifts and sends under two MMSIs by turns, with one IMO number: a hull does not meet "
                + "itself")
        let first = vessel("TWOFOLD HERON", .productTanker, draught: 92, destination: "FOR ORDERS")
        var second = vessel("SINGLE HERON", .productTanker, draught: 92, destination: "FOR ORDERS")
        second.imo = first.imo
        var path = LocalPath(second: hours(6), east: -30_000, north: 0)
        path.sail(east: 0, north: 0, knots: 10)
        path.sail(east: 9_000, north: -2_000, knots: 0.9)
        path.sail(east: 17_000, north: 3_000, knots: 0.9)
        path.sail(east: 52_000, north: 8_000, knots: 10)
        let one = add(first, on: path)
        let other = add(second, on: path)
        alternate(one, other)
    }

    private mutating func addTwoHullsOnOneMMSI() {
        begin(
            "two_hulls_one_mmsi", .none, latitude: 56.50, longitude: 18.50,
            shows: "two cargo ships, one in the Baltic and one off Brazil, send under one MMSI at the same time; "
                + "the track as it stands jumps between them")
        let northern = vessel("NORTHERN ECHO STAR", .cargoShip, draught: 87, destination: "GDYNIA")
        var southern = vessel("SOUTHERN ECHO STAR", .cargoShip, draught: 95, destination: "SANTOS")
        southern.mmsi = northern.mmsi
        var north = LocalPath(second: hours(24), east: -20_000, north: -40_000)
        north.sail(east: 10_000, north: 45_000, knots: 9)
        north.sail(east: -15_000, north: -40_000, knots: 9)
        north.sail(east: 5_000, north: 40_000, knots: 9)
        let one = add(northern, on: north)
        moveScene(latitude: -24.50, longitude: -42.50)
        var south = LocalPath(second: hours(24), east: 0, north: 60_000)
        south.sail(east: -40_000, north: -60_000, knots: 8)
        south.sail(east: 0, north: 50_000, knots: 8)
        let other = add(southern, on: south)
        interleave(one, other)
    }

    private mutating func addListedVesselThatMeetsNobody() {
        begin(
            "listed_alone", .none, latitude: -34.80, longitude: 18.00,
            shows: "a listed tanker that passes and meets nobody")
        let tanker = vessel("GALLOWGLASS", .crudeTanker, draught: 155, destination: "FOR ORDERS")
        var path = LocalPath(second: hours(30), east: 60_000, north: -40_000)
        path.sail(east: -20_000, north: -25_000, knots: 11)
        path.sail(east: -90_000, north: 60_000, knots: 11)
        add(tanker, on: path)
        list(
            SampleListing(
                entry: "S-002", name: tanker.name, imo: tanker.imo, mmsi: nil, listedOn: "2021-02-17",
                vessel: tanker.mmsi.description, match: "imo", timing: .listedAtTheTime))
    }

    private mutating func addReusedMMSI() {
        begin(
            "reused_mmsi", .none, latitude: 13.50, longitude: -60.00,
            shows: "a cargo ship has an MMSI that stands on the list with another IMO number: it is another hull "
                + "and no match")
        let ship = vessel("HONEST TERN", .cargoShip, draught: 79, destination: "BRIDGETOWN")
        var path = LocalPath(second: hours(2), east: -60_000, north: 30_000)
        path.sail(east: 10_000, north: 0, knots: 12)
        path.swing(until: hours(22), radiusMetres: 25, using: &random)
        path.sail(east: -50_000, north: 50_000, knots: 12)
        add(ship, on: path)
        list(
            SampleListing(
                entry: "S-005", name: "DISHONEST TERN", imo: UnallocatedIdentity.imo(9_001), mmsi: ship.mmsi,
                listedOn: "2020-01-31", vessel: nil, match: nil, timing: nil))
    }

    /// Vessels that sail alone, so that most tracks have nothing to do with anything.
    mutating func addBackgroundTraffic() {
        begin(
            "ferry", .none, latitude: 44.00, longitude: 9.00,
            shows: "a ferry goes to and fro; its name has quotation marks")
        var ferry = LocalPath(second: 0, east: -25_000, north: -10_000)
        for crossing in 0..<28 {
            ferry.sail(east: crossing % 2 == 0 ? 25_000 : -25_000, north: -10_000, knots: 17)
            ferry.hold(until: ferry.lastSecond + 1_800)
        }
        add(vessel("LADY \"MINNOW\" AZURE", .passengerShip, draught: 65, destination: "ROUND TRIP"), on: ferry)

        addTransit("QUIET ALMANAC", .containerShip, latitude: 33.00, longitude: -60.00, from: 0, knots: 17, days: 2.9)
        addTransit("BROAD ALMANAC", .cargoShip, latitude: 40.50, longitude: -60.00, from: 3, knots: 12, days: 2.6)
        addTransit("PALE ZEPHYR", .crudeTanker, latitude: 10.00, longitude: 62.00, from: 10, knots: 11, days: 2.4)
        addTransit("SLATE BUNTING", .sailingYacht, latitude: 36.00, longitude: -25.00, from: 20, knots: 6, days: 1.6)
        addTransit("JOLLY BUNTING", .motorYacht, latitude: 40.00, longitude: 5.00, from: 33, knots: 15, days: 0.6)

        begin("lone_trawler", .none, latitude: 58.50, longitude: 2.00, shows: "a trawler fishes alone")
        var trawler = LocalPath(second: hours(8))
        for haul in 1...16 {
            trawler.sail(east: random.within(-9_000...9_000), north: Double(haul % 5) * 2_500, knots: 3.5)
        }
        add(vessel("TAWNY PUFFIN", .trawler, destination: "FISHING GROUNDS"), on: trawler)

        begin(
            "lone_anchorage", .none, latitude: 29.00, longitude: 49.20,
            shows: "an anchored tanker waits alone for three days")
        var waiting = LocalPath(second: 0)
        waiting.swing(until: hours(71.9), radiusMetres: 40, using: &random)
        add(vessel("TRANQUIL MOUNTAIN", .crudeTanker, draught: 88, destination: "FOR ORDERS"), on: waiting)
    }

    private mutating func addTransit(
        _ name: String, _ role: Role, latitude: Double, longitude: Double, from hour: Double, knots: Double,
        days: Double
    ) {
        begin("transit_\(scenes.count)", .none, latitude: latitude, longitude: longitude, shows: "a vessel on passage")
        let reach = knots * 1_852 * 24 * days / 2
        var path = LocalPath(second: hours(hour), east: -reach * 0.6, north: -reach * 0.8)
        path.sail(east: reach * 0.1, north: -reach * 0.1, knots: knots)
        path.sail(east: reach * 0.5, north: reach * 0.6, knots: knots)
        add(vessel(name, role, draught: 100, destination: "AT SEA"), on: path)
    }
}
