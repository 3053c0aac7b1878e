import Glibc
import MaritimeModel

/// Collects vessels, rows and truth while a dirty world is made.
struct DirtyWorldBuilder {
    var random: SplitMix64
    let seed: UInt64
    /// Seconds since 1970 at which the world begins; everything else counts from here.
    let start: Int64
    let decimals: Int
    let hasMilliseconds: Bool
    private let isInTimeOrder: Bool
    private(set) var vessels: [SyntheticVessel] = []
    private(set) var identities: [IdentityTruth] = []
    private(set) var oneHulls: [OneHullTruth] = []
    private(set) var meetings: [DirtyMeetingTruth] = []
    private var rows: [DirtyRow] = []
    private var hulls = 0
    private var vesselsGiven = 0
    private var lanesGiven = 0
    private let sea: Int

    /// Seas with at least five degrees of open water on all sides; latitude, longitude.
    static let seas: [(latitude: Double, longitude: Double)] = [
        (47, -33), (14, 64), (30, -153), (-25, 80), (-26, -18), (19, 134), (42, 180), (71, 1), (-45, -120),
    ]

    init(kind: DirtyWorldKind, seed: UInt64) {
        let number = UInt64(DirtyWorldKind.allCases.firstIndex(of: kind) ?? 0)
        random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ number &* 0xD1B5_4A32_D192_ED03)
        self.seed = seed
        // Some day of 2024, so that midnights, month ends and the leap day come by.
        start = 1_704_067_200 + Int64(random.below(366 * 86_400))
        decimals = random.unit() < 0.7 ? 5 : 6
        let drawsMilliseconds = random.unit() < 0.4
        hasMilliseconds = kind == .jitter && drawsMilliseconds
        isInTimeOrder = random.unit() < 0.5
        sea = random.below(DirtyWorldBuilder.seas.count)
    }

    // MARK: Places and names

    /// The middle of the next lane: lanes lie 55 km apart, and what sails in one stays within 25 km of its line.
    mutating func lane() -> LocalFrame {
        lane(inSea: sea)
    }

    /// A lane in another sea, thousands of kilometres away.
    mutating func farLane() -> LocalFrame {
        lane(inSea: (sea + 1 + random.below(DirtyWorldBuilder.seas.count - 1)) % DirtyWorldBuilder.seas.count)
    }

    private mutating func lane(inSea number: Int) -> LocalFrame {
        lanesGiven += 1
        let steps = Double(lanesGiven / 2) * (lanesGiven % 2 == 0 ? 1 : -1)
        let sea = DirtyWorldBuilder.seas[number]
        return LocalFrame(latitude: sea.latitude + steps * 0.5, longitude: sea.longitude)
    }

    /// A new hull that rows can belong to.
    mutating func hull() -> Int {
        hulls += 1
        return hulls - 1
    }

    /// A vessel of a role, unlike any other of this world in name, numbers and size.
    mutating func vessel(_ role: Role) -> SyntheticVessel {
        let number = vesselsGiven
        vesselsGiven += 1
        // Worlds with neighbouring seeds share no numbers, so that their files can be read together.
        let global = Int(seed % 1_000) * 60 + number
        let (first, second) = (DirtyWorldBuilder.names.first, DirtyWorldBuilder.names.second)
        let name = "\(first[global % first.count]) \(second[(global / first.count + number) % second.count])"
        let size = number % 13 - 6
        return SyntheticVessel(
            mmsi: UnallocatedIdentity.mmsi(global, of: UnallocatedIdentity.sampleMIDs),
            imo: role.hasIMO ? UnallocatedIdentity.imo(global) : nil, name: name,
            callSign: role.isClassA ? UnallocatedIdentity.callSign(global) : "", aisType: role.aisType,
            length: role.length + (role.length > 40 ? size : 0), beam: role.beam,
            draughts: [.init(from: Timestamp(secondsSince1970: start), decimetres: 60 + number)],
            isClassA: role.isClassA, statesHeading: role.statesHeading)
    }

    private static let names = (
        first: [
            "AMBER", "BRISK", "CORAL", "DUSKY", "EAGER", "FROSTY", "GENTLE", "HAZEL", "IVORY", "JOLLY", "KEEN",
            "LUCID", "MELLOW", "NIMBLE", "OLIVE", "PLACID", "QUIET",
        ],
        second: [
            "AVOCET", "BUNTING", "CURLEW", "DUNLIN", "EIDER", "FULMAR", "GANNET", "HERON", "IBIS", "JACANA",
            "KESTREL", "LAPWING", "MERLIN", "NODDY", "OSPREY", "PETREL", "QUAIL", "RUFF", "SANDERLING", "TEAL",
            "URIAL", "VIREO", "WIGEON",
        ]
    )

    // MARK: Rows

    /// A number under which rows state these particulars.
    mutating func statement(of vessel: SyntheticVessel) -> Int32 {
        vessels.append(vessel)
        return Int32(vessels.count - 1)
    }

    /// The rows of a hull at given moments; they are not yet part of the world.
    mutating func rows(
        of statement: Int32, hull: Int, on motion: HullMotion, at moments: [Double], habit: ReportingHabit,
        mark: DirtyRow.Mark = .sailed
    ) -> [DirtyRow] {
        var error = LocalOffset(east: 0, north: 0)
        var last = -Double.infinity
        let restHeading = random.within(0...359)
        return moments.map { moment in
            // Whole seconds are sent in whole seconds here; a clock that truncates is a clock that is off, for `jitter`.
            let second = hasMilliseconds ? (moment * 1_000).rounded() / 1_000 : moment.rounded()
            let fresh = LocalOffset.polar(
                metres: habit.noiseMetres * random.unit().squareRoot(), bearing: random.within(0...(2 * .pi)))
            let kept = habit.noiseMemory > 0 ? exp(-(second - last) / habit.noiseMemory) : 0
            let share = (1 - kept * kept).squareRoot()
            error = LocalOffset(
                east: kept * error.east + share * fresh.east, north: kept * error.north + share * fresh.north)
            let length = hypot(error.east, error.north)
            if length > habit.noiseMetres, length > 0 {
                error.east *= habit.noiseMetres / length
                error.north *= habit.noiseMetres / length
            }
            last = second
            let offset = motion.place(second) + error
            let point = motion.frame.point(east: offset.east, north: offset.north)
            let report = report(
                of: statement, at: second, position: rounded(point), velocity: motion.velocity(at: second),
                restHeading: restHeading)
            return DirtyRow(
                report: report, milliseconds: milliseconds(of: second), hull: hull, mark: mark)
        }
    }

    private mutating func report(
        of statement: Int32, at second: Double, position: GeoPosition, velocity: (knots: Double, courseDegrees: Double),
        restHeading: Double
    ) -> SyntheticRow {
        let vessel = vessels[Int(statement)]
        let speed = max(0, velocity.knots + random.within(-0.1...0.1))
        let isAtRest = velocity.knots < 0.3
        let course = isAtRest ? random.within(0...359) : velocity.courseDegrees
        let heading = isAtRest ? restHeading : velocity.courseDegrees
        let status: Int8 = vessel.isClassA ? (vessel.shipType == .fishing ? 7 : isAtRest ? 1 : 0) : 15
        return SyntheticRow(
            vessel: statement, time: Timestamp(secondsSince1970: start + Int64(second.rounded(.down))),
            position: position, speedTenths: Int16(min(1_022, (speed * 10).rounded())),
            courseTenths: Int16((course * 10).rounded()) % 3_600,
            heading: vessel.statesHeading ? Int16(heading.rounded()) % 360 : SyntheticRow.headingNotAvailable,
            status: status)
    }

    private func milliseconds(of second: Double) -> Int {
        hasMilliseconds ? Int(((second - second.rounded(.down)) * 1_000).rounded()) % 1_000 : 0
    }

    /// A point as the file can hold it.
    func rounded(_ point: SphereVector) -> GeoPosition {
        let unit = decimals == 5 ? 100.0 : 10.0
        let latitude = (point.latitude * 1e7 / unit).rounded() * unit
        let longitude = (point.longitude * 1e7 / unit).rounded() * unit
        return GeoPosition(latitudeE7: Int32(latitude), longitudeE7: Int32(longitude))
    }

    /// Stamps a row with another moment; its position stays.
    func stamped(_ row: DirtyRow, at second: Double) -> DirtyRow {
        var row = row
        row.report.time = Timestamp(secondsSince1970: start + Int64(second.rounded(.down)))
        row.milliseconds = milliseconds(of: second)
        return row
    }

    /// The moment of a row, in seconds from the start of the world.
    func moment(of row: DirtyRow) -> Double {
        Double(row.report.time.secondsSince1970 - start) + Double(row.milliseconds) / 1_000
    }

    mutating func add(_ more: [DirtyRow]) {
        rows += more
    }

    /// All rows as the file has them: in time order, or each up to a minute and a half away from its place.
    mutating func rowsInFileOrder() -> [DirtyRow] {
        var keys = rows.map(\.millisecondsSince1970)
        if !isInTimeOrder {
            for row in keys.indices { keys[row] += Int64(random.below(90_000)) }
        }
        return rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
    }

    // MARK: Truth

    mutating func identity(
        _ mmsi: MMSI, is sort: IdentityTruth.Sort, hulls: [Int], carrier: MMSI? = nil,
        due: [[TrackDoubt.Reason]] = [], allowed: [TrackDoubt.Reason] = []
    ) {
        identities.append(
            IdentityTruth(
                id: mmsi.description, sort: sort, hulls: hulls, carrier: carrier?.description, due: due,
                allowed: allowed))
    }

    mutating func oneHull(_ first: MMSI, _ second: MMSI, by evidence: [IdentityFinding.Evidence]) {
        oneHulls.append(OneHullTruth(ids: [first.description, second.description].sorted(), evidence: evidence))
    }

    /// States that two hulls of one frame meet, if they truly are within 500 m for more than two hours in a row.
    mutating func meeting(
        _ first: MMSI, _ second: MMSI, on motions: (HullMotion, HullMotion), over span: ClosedRange<Double>,
        isTrue: Bool = true, due: [DirtyMeetingTruth.DueMark] = []
    ) {
        var began: Double?
        var longest: ClosedRange<Double>?
        for moment in stride(from: span.lowerBound.rounded(.up), through: span.upperBound, by: 1) {
            let isNear = motions.0.place(moment).distance(to: motions.1.place(moment)) <= 500
            if isNear, began == nil { began = moment }
            if let start = began, !isNear || moment + 1 > span.upperBound {
                if moment - start > longest.map({ $0.upperBound - $0.lowerBound }) ?? 0 { longest = start...moment }
                began = nil
            }
        }
        guard let longest, longest.upperBound - longest.lowerBound > 7_200 else { return }
        let contact = (Double(start) + longest.lowerBound)...(Double(start) + longest.upperBound)
        meetings.append(
            DirtyMeetingTruth(
                ids: [first.description, second.description].sorted(), contact: contact, isTrue: isTrue, due: due))
    }
}
