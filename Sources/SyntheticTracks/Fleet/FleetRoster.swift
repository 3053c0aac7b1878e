import MaritimeModel

/// The vessels of a fleet and the rounds they sail. Memory grows with the vessels and not with the rows.
struct FleetRoster {
    private(set) var vessels: [SyntheticVessel] = []
    /// The legs of all rounds; those of a vessel lie together.
    private(set) var legs: [FleetLeg] = []
    /// One more entry than vessels: where each round begins.
    private(set) var firstLeg: [Int] = [0]
    /// How far into its round each vessel is at the start, in seconds.
    private(set) var phase: [Double] = []
    private var random: SplitMix64
    private let start: Timestamp

    init(_ plan: FleetPlan) {
        random = SplitMix64(seed: plan.seed)
        start = Timestamp(plan.firstDay)
        vessels.reserveCapacity(plan.vessels)
        switch plan.shape {
        case .sea: addSea(plan.vessels)
        case .harbour: addHarbour(plan.vessels)
        case .port: addPort(plan.vessels)
        }
    }

    /// Rows a second that all vessels send together before the intervals are scaled.
    var baseRate: Double {
        (0..<vessels.count).reduce(0) { rate, vessel in
            let round = legs[firstLeg[vessel]..<firstLeg[vessel + 1]]
            guard round.count > 1 else { return rate + 1 / round[round.startIndex].baseInterval }
            let rows = round.reduce(0) { $0 + $1.seconds / $1.baseInterval }
            return rate + rows / round.reduce(0) { $0 + $1.seconds }
        }
    }

    /// One pair in 300 vessels makes transfers; of the others 45 in 100 lie in harbours, 12 at anchor, 25 are on the
    /// sea lanes and the rest is coastal traffic.
    private mutating func addSea(_ count: Int) {
        for pair in 0..<max(1, count / 300) { addTransferPair(pair) }
        while vessels.count < count {
            switch random.unit() {
            case ..<0.45: addBerthed(in: FleetGeography.harbours[random.below(FleetGeography.harbours.count)])
            case ..<0.57: addAnchored()
            case ..<0.82: addOnLane()
            default: addCoastal()
            }
        }
    }

    private mutating func addHarbour(_ count: Int) {
        for _ in 0..<count {
            let berth = place(near: FleetGeography.denseHarbour, withinMetres: 2_000)
            guard random.unit() < 0.25 else {
                add(type: anyType(), round: [.stay(berth)])
                continue
            }
            addRound(
                type: anyType(),
                places: [berth]
                    + (0..<4).map { _ in
                        place(near: FleetGeography.denseHarbour, withinMetres: 2_000)
                    }, knots: random.within(2...7), stop: random.within(600...7_200))
        }
    }

    private mutating func addPort(_ count: Int) {
        for _ in 0..<count {
            add(type: anyType(), round: [.stay(place(near: FleetGeography.denseHarbour, withinMetres: 2_000))])
        }
    }

    /// A mother that drifts in a lightering area and a daughter that comes alongside once a day.
    private mutating func addTransferPair(_ number: Int) {
        let area = FleetGeography.lighteringAreas[number % FleetGeography.lighteringAreas.count]
        // Pairs of one area keep 2.5 km apart and more.
        let (row, column) = (number / 6 / 8, number / 6 % 8)
        let spot = FleetLeg.offset(area, east: Double(column) * 2_500, north: Double(row) * 2_500)
        let side = FleetLeg.offset(spot, east: 55, north: random.within(-20...20))
        let far = FleetLeg.offset(spot, east: random.within(9_000...14_000), north: random.within(30_000...45_000))
        add(type: 80, round: [.stay(spot)])
        let alongside = random.within(3...9) * 3_600
        let legs = [FleetLeg.passage(from: far, to: side, knots: 8), FleetLeg.passage(from: side, to: far, knots: 10)]
        let sailing = legs.compactMap { $0?.seconds }.reduce(0, +)
        var round: [FleetLeg] = []
        if let inbound = legs[0] { round.append(inbound) }
        round.append(.stay(side, seconds: alongside))
        if let outbound = legs[1] { round.append(outbound) }
        round.append(.stay(far, seconds: 86_400 - alongside - sailing))
        // Some of them are alongside over midnight.
        add(type: 81, round: round, phase: random.within(0...86_400))
    }

    private mutating func addBerthed(in harbour: FleetGeography.Place) {
        add(type: anyType(), round: [.stay(place(near: harbour, withinMetres: 2_500))])
    }

    private mutating func addAnchored() {
        let centre = FleetGeography.anchorages[random.below(FleetGeography.anchorages.count)]
        // A grid of 900 m, so that neighbours are not in contact; most of its places stay free.
        let spot = FleetLeg.offset(
            centre, east: Double(random.below(15)) * 900, north: Double(random.below(15)) * 900)
        add(type: [70, 70, 71, 80, 80, 81, 84][random.below(7)], round: [.stay(spot)])
    }

    private mutating func addOnLane() {
        let lane = FleetGeography.lanes[random.below(FleetGeography.lanes.count)]
        let (east, north) = (random.within(-9_000...9_000), random.within(-9_000...9_000))
        let places = lane.map { FleetLeg.offset($0, east: east, north: north) }
        addRound(
            type: [70, 70, 71, 74, 80, 80, 81, 60][random.below(8)],
            places: places + places.dropFirst().dropLast().reversed(), knots: random.within(9...19), stop: 0)
    }

    private mutating func addCoastal() {
        let harbour = FleetGeography.harbours[random.below(FleetGeography.harbours.count)]
        let places = (0..<5).map { _ in place(near: harbour, withinMetres: 30_000) }
        addRound(
            type: [30, 31, 36, 37, 37, 50, 52, 52, 60][random.below(9)], places: places, knots: random.within(3...14),
            stop: random.within(0...3_600))
    }

    /// A round through places and back to the first, with a stop at each unless it is 0.
    private mutating func addRound(type: Int, places: [FleetGeography.Place], knots: Double, stop: Double) {
        var round: [FleetLeg] = []
        for (place, next) in zip(places, places.dropFirst() + places.prefix(1)) {
            if stop > 0 { round.append(.stay(place, seconds: stop)) }
            if let passage = FleetLeg.passage(from: place, to: next, knots: knots) { round.append(passage) }
        }
        add(type: type, round: round, phase: random.within(0...round.reduce(0) { $0 + $1.seconds }))
    }

    private mutating func add(type: Int, round: [FleetLeg], phase: Double = 0) {
        let number = vessels.count
        let isSmall = type == 36 || type == 37 || (type == 30 && random.unit() < 0.5)
        let isLarge = type >= 60
        // The first ten thousand numbers belong to the sample; beyond the last one a vessel states none.
        let imo = isLarge && number < 90_000 ? UnallocatedIdentity.imo(number + 10_000) : nil
        vessels.append(
            SyntheticVessel(
                mmsi: UnallocatedIdentity.mmsi(number, of: UnallocatedIdentity.fleetMIDs), imo: imo,
                name: "\(FleetRoster.words[number % FleetRoster.words.count]) \(number)",
                callSign: isSmall ? "" : UnallocatedIdentity.callSign(number), aisType: type,
                length: isLarge ? 90 + random.below(240) : 8 + random.below(40),
                beam: isLarge ? 14 + random.below(40) : 3 + random.below(9),
                draughts: isLarge ? [.init(from: start, decimetres: 40 + random.below(110))] : [],
                isClassA: !isSmall, statesHeading: !isSmall && random.unit() < 0.7))
        legs += round
        firstLeg.append(legs.count)
        self.phase.append(phase)
    }

    private mutating func anyType() -> Int {
        [30, 31, 36, 37, 37, 37, 52, 52, 60, 70, 70, 80, 81, 90, 0][random.below(15)]
    }

    /// A place in a square around another.
    private mutating func place(near centre: FleetGeography.Place, withinMetres reach: Double) -> FleetGeography.Place {
        FleetLeg.offset(centre, east: random.within(-reach...reach), north: random.within(-reach...reach))
    }

    private static let words = [
        "ALDERWISP", "BRAMBLECOT", "CORMELLA", "DUNFLITTER", "EMBERQUILL", "FENHALLOW", "GRISTLEMERE", "HOLLOWBECK",
        "INKWHISTLE", "JUNIPERIL", "KELPINGTON", "LARKENDALE", "MUDDLEFORD",
    ]
}
