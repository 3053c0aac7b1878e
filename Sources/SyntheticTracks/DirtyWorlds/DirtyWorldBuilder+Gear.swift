import MaritimeModel

/// A fishing boat with its net buoys and beacons, and an aid to navigation: things with numbers that are no vessels.
extension DirtyWorldBuilder {
    mutating func addGear() {
        let frame = lane()
        let boat = vessel(.trawler)
        // What is in the water drifts with it: up to half a knot.
        let current = LocalOffset.polar(metres: random.within(0.02...0.25), bearing: random.within(0...(2 * .pi)))
        let buoys = 3 + random.below(5)
        let spacing = random.within(200...800)

        var path = LocalPath(second: 0, east: -15_000, north: 0)
        path.sail(east: 0, north: 0, knots: 8)
        var set: [(place: LocalOffset, second: Int)] = []
        for number in 0..<buoys {
            path.sail(east: Double(number) * spacing, north: random.within(-60...60), knots: 4)
            let here = path.place(at: path.lastSecond)
            set.append((LocalOffset(east: here.east, north: here.north), path.lastSecond))
        }
        // The boat waits by the net for hours, then takes it in from that end.
        path.sail(east: Double(buoys - 1) * spacing, north: 150, knots: 2)
        path.swing(until: path.lastSecond + 3 * 3_600 + random.below(7_200), radiusMetres: 60, using: &random)
        let begin = path.lastSecond
        for buoy in set.reversed() { path.sail(east: buoy.place.east, north: buoy.place.north, knots: 3) }
        let end = path.lastSecond
        path.sail(east: -15_000, north: 2_000, knots: 8)

        let drift = { (second: Double) in LocalOffset(east: current.east * second, north: current.north * second) }
        let steered = HullMotion.sailing(path, wander: Wander(metres: 6, using: &random), in: frame)
        let motion = HullMotion(frame: frame) { steered.place($0) + drift($0) }
        let span = 0...Double(path.lastSecond - 1)
        addSender(boat, on: motion, over: span, habit: ReportingHabit(interval: 60...120), is: .clean)

        for (number, buoy) in set.enumerated() {
            let hauled = Double(begin) + Double(end - begin) * Double(buoys - number) / Double(buoys)
            addBuoy(number, on: HullMotion(frame: frame) { buoy.place + drift($0) }, over: Double(buoy.second)...hauled)
        }
        addBeaconOnBoard(of: boat, on: motion, over: span)
        addAidToNavigation()
    }

    private mutating func addSender(
        _ vessel: SyntheticVessel, on motion: HullMotion, over span: ClosedRange<Double>, habit: ReportingHabit,
        is sort: IdentityTruth.Sort, carrier: MMSI? = nil, laterName: String? = nil
    ) {
        let hull = hull()
        let moments = habit.moments(over: span, using: &random)
        let middle = (span.lowerBound + span.upperBound) / 2
        var later = vessel
        later.name = laterName ?? vessel.name
        for (vessel, part) in [(vessel, moments.filter { $0 <= middle }), (later, moments.filter { $0 > middle })] {
            add(rows(of: statement(of: vessel), hull: hull, on: motion, at: part, habit: habit))
        }
        identity(vessel.mmsi, is: sort, hulls: [hull], carrier: carrier)
    }

    private mutating func addBuoy(_ number: Int, on motion: HullMotion, over span: ClosedRange<Double>) {
        let charge = 60 + random.below(40)
        let styles: [(Int, Int) -> String] = [
            { "NET MARK \($0)-\($1)%" }, { "BUOY \($0) \($1)%" }, { "FISHING NET\($0) \($1)%" },
            { "NET\($0)-\($1)PCT" },
        ]
        let style = styles[random.below(styles.count)]
        var buoy = gear(name: style(number + 1, charge))
        if random.unit() < 0.7 { buoy.mmsi = number941() }
        addSender(
            buoy, on: motion, over: span,
            habit: ReportingHabit(interval: 180...400), is: .gear, laterName: style(number + 1, charge - 7))
    }

    /// A beacon that is never set: it sails with the boat all day. It states nothing, or a buoy's number.
    private mutating func addBeaconOnBoard(
        of boat: SyntheticVessel, on motion: HullMotion, over span: ClosedRange<Double>
    ) {
        var beacon = gear(name: "")
        if random.unit() < 0.5 { beacon.mmsi = number941() }
        let offset = LocalOffset.polar(metres: random.within(2...15), bearing: random.within(0...(2 * .pi)))
        addSender(
            beacon, on: motion.displaced(by: offset), over: span, habit: ReportingHabit(interval: 120...300), is: .gear,
            carrier: boat.mmsi)
    }

    /// A buoy that marks a channel, with a number of the form that ships have.
    private mutating func addAidToNavigation() {
        let names = ["FAIRWAY BUOY EAST", "WRECK BUOY 4", "LIGHT BUOY N2", "SAFE WATER BUOY", "MET BUOY 51"]
        let motion = HullMotion.swinging(
            radiusMetres: random.within(5...30), at: LocalOffset(east: 0, north: 0), in: lane(), using: &random)
        addSender(
            gear(name: names[random.below(names.count)]), on: motion, over: 0...30_000,
            habit: ReportingHabit(interval: 170...190), is: .gear)
    }

    private mutating func gear(name: String) -> SyntheticVessel {
        var gear = vessel(.motorYacht)
        gear.name = name
        (gear.aisType, gear.length, gear.beam, gear.callSign, gear.draughts) = (0, 0, 0, "", [])
        return gear
    }

    /// The form of number that makers of net buoys give out of their own accord; no administration does.
    private mutating func number941() -> MMSI {
        guard let mmsi = MMSI(941_000_000 + UInt32(random.below(1_000_000))) else { preconditionFailure("nine digits") }
        return mmsi
    }
}
