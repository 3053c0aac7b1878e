import MaritimeModel

/// Collects scenes and tracks while the sample world is made.
struct WorldBuilder {
    /// Seconds since 1970 at which the world begins.
    let startOfWorld: Int
    let seed: UInt64
    /// Draws for the plan of scenes; each track has draws of its own, so that scenes do not disturb each other.
    var random: SplitMix64
    private(set) var scenes: [SampleScene] = []
    private(set) var tracks: [SampleTrack] = []
    /// Kinds of pairs that differ from the kind of their scene, by track numbers in order.
    private(set) var pairKinds: [[Int]: MeetingKind] = [:]
    private(set) var listings: [SampleListing] = []
    private var frame = LocalFrame(latitude: 0, longitude: 0)
    private var identitiesGiven = 0

    init(startOfWorld: Int, seed: UInt64) {
        self.startOfWorld = startOfWorld
        self.seed = seed
        random = SplitMix64(seed: seed)
    }

    /// Seconds from the start of the world.
    func hours(_ hours: Double) -> Int { Int((hours * 3_600).rounded()) }

    /// Begins a scene; what is added next belongs to it.
    mutating func begin(
        _ name: String, _ kind: MeetingKind, latitude: Double, longitude: Double, isInPort: Bool = false,
        shows: String
    ) {
        frame = LocalFrame(latitude: latitude, longitude: longitude)
        scenes.append(
            SampleScene(
                name: name, kind: kind, shows: shows, latitude: latitude, longitude: longitude, isInPort: isInPort))
    }

    /// Lets the next vessels of the scene sail in another sea.
    mutating func moveScene(latitude: Double, longitude: Double) {
        frame = LocalFrame(latitude: latitude, longitude: longitude)
    }

    /// A new vessel of a role with the next free identity.
    mutating func vessel(_ name: String, _ role: Role, draught: Int = 0, destination: String = "") -> SyntheticVessel {
        let number = identitiesGiven
        identitiesGiven += 1
        let start = Timestamp(secondsSince1970: Int64(startOfWorld))
        return SyntheticVessel(
            mmsi: UnallocatedIdentity.mmsi(number, of: UnallocatedIdentity.sampleMIDs),
            imo: role.hasIMO ? UnallocatedIdentity.imo(number) : nil, name: name,
            callSign: role.isClassA ? UnallocatedIdentity.callSign(number) : "", aisType: role.aisType,
            length: role.length, beam: role.beam,
            draughts: role.isClassA ? [.init(from: start, decimetres: draught)] : [], destination: destination,
            isClassA: role.isClassA, statesHeading: role.statesHeading)
    }

    /// Adds a vessel that sails a path of the present scene; returns the number of its track.
    @discardableResult
    mutating func add(
        _ vessel: SyntheticVessel, on path: LocalPath, silences: [ClosedRange<Int>] = [], isMoored: Bool = false
    ) -> Int {
        let number = tracks.count
        let motion = VesselMotion(path, in: frame, startOfWorld: startOfWorld)
        let silentTimes = silences.map { (startOfWorld + $0.lowerBound)...(startOfWorld + $0.upperBound) }
        for silence in silentTimes where silence.upperBound - silence.lowerBound <= 3_600 {
            // Over a silence that short the straight line counts, so the truth must be a straight line too.
            precondition(!motion.cornerSeconds.contains { silence.lowerBound < $0 && $0 < silence.upperBound })
        }
        let schedule = FixSchedule(
            vessel: vessel, vesselNumber: Int32(number), motion: motion, silences: silentTimes, isMoored: isMoored)
        var draws = SplitMix64(seed: seed &+ UInt64(number + 1) &* 0x5851_F42D_4C95_7F2D)
        tracks.append(
            SampleTrack(
                vessel: vessel, scene: scenes.count - 1, motion: motion, rows: schedule.rows(using: &draws)))
        let id = vessel.mmsi.description
        if !scenes[scenes.count - 1].vessels.contains(id) { scenes[scenes.count - 1].vessels.append(id) }
        return number
    }

    /// States that two tracks meet for another reason than their scene says.
    mutating func pair(_ first: Int, _ second: Int, is kind: MeetingKind) {
        pairKinds[[min(first, second), max(first, second)]] = kind
    }

    /// Puts a vessel on the sample watchlist.
    mutating func list(_ listing: SampleListing) {
        listings.append(listing)
    }

    /// Gives the reports of two tracks of one hull out by turns: every other report goes under the other identity.
    mutating func alternate(_ first: Int, _ second: Int) {
        let all = tracks[first].rows
        tracks[first].rows = all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        tracks[second].rows = all.enumerated().filter { $0.offset % 2 == 1 }.map { _, row in
            var row = row
            row.vessel = Int32(second)
            return row
        }
    }

    /// Drops reports of a track in seconds that another track of the same id has used: a receiver would keep one.
    mutating func interleave(_ first: Int, _ second: Int) {
        let taken = Set(tracks[first].rows.map(\.time))
        tracks[second].rows.removeAll { taken.contains($0.time) }
    }
}

/// The sorts of vessel that take part, with the particulars typical of each.
enum Role {
    case crudeTanker, productTanker, bunkerTanker, cargoShip, containerShip, passengerShip
    case trawler, tug, pilotBoat, sailingYacht, motorYacht

    /// AIS ship-type code (ITU-R M.1371-5, table 53).
    var aisType: Int {
        switch self {
        case .crudeTanker, .bunkerTanker: 80
        case .productTanker: 81
        case .cargoShip: 70
        case .containerShip: 71
        case .passengerShip: 60
        case .trawler: 30
        case .tug: 52
        case .pilotBoat: 50
        case .sailingYacht: 36
        case .motorYacht: 37
        }
    }

    /// Unit: metres.
    var length: Int {
        switch self {
        case .crudeTanker: 274
        case .productTanker: 183
        case .bunkerTanker: 92
        case .cargoShip: 190
        case .containerShip: 294
        case .passengerShip: 203
        case .trawler: 42
        case .tug: 32
        case .pilotBoat: 17
        case .sailingYacht: 13
        case .motorYacht: 21
        }
    }

    /// Unit: metres.
    var beam: Int {
        switch self {
        case .crudeTanker: 48
        case .productTanker, .cargoShip, .containerShip: 32
        case .bunkerTanker: 15
        case .passengerShip: 25
        case .trawler, .tug: 10
        case .pilotBoat, .motorYacht: 5
        case .sailingYacht: 4
        }
    }

    var isClassA: Bool { self != .sailingYacht && self != .motorYacht }
    var statesHeading: Bool { isClassA && self != .trawler && self != .pilotBoat }
    var hasIMO: Bool {
        switch self {
        case .tug, .pilotBoat, .sailingYacht, .motorYacht: false
        default: true
        }
    }
}
