import Glibc
import MaritimeModel

/// Sails the ships of a random world.
///
/// Ships move from fix to fix on a plane of metres that touches the sphere in the world's middle, so that nothing here
/// knows of poles or of the dateline; every point is put on the sphere only when it is written down.
struct WorldBuilder {
    let kind: WorldKind
    let place: Place
    let ships: Int
    let maxDistanceMetres: Double
    let maxGapSeconds: Int
    var random: SplitMix64

    private let plane: TangentPlane
    /// Ships stay this near to the middle.
    private let radius: Double
    /// Seconds since 1970 of the beginning, and how long the world lasts.
    private let epoch: Int
    private let horizon: Int
    /// How many fixes a ship may have, so that all pairs of the world are compared in milliseconds.
    private let mostFixes: Int

    /// A way on the plane: seconds since the epoch with metres east and north.
    private typealias Way = [(seconds: Int, east: Double, north: Double)]

    init(
        kind: WorldKind, place: Place, ships: Int, maxDistanceMetres: Double, maxGapSeconds: Int, random: SplitMix64
    ) {
        var random = random
        self.kind = kind
        self.place = place
        self.ships = ships
        self.maxDistanceMetres = maxDistanceMetres
        self.maxGapSeconds = maxGapSeconds
        radius = maxDistanceMetres * random.number(in: 1...(kind == .fast ? 40 : 8))
        plane = TangentPlane(at: place.middle(within: radius, with: &random))
        // Mostly this century; sometimes at either end of what 32 bits can say.
        epoch =
            random.chance(0.9) ? 1_600_000_000 + random.integer(in: 0...1_000_000) : random.pick([0, 4_294_000_000])
        horizon = random.pick([60, 900, 7_200, 28_800, 86_400])
        mostFixes = max(2, min(100, 6_000 / (ships * (ships - 1) / 2)))
        self.random = random
    }

    /// All tracks, under ids of many lengths.
    mutating func makeTracks() -> [(id: String, fixes: [TestFix])] {
        var ways: [Way] = []
        for ship in 0..<ships { ways.append(way(ofShip: ship, among: ways)) }
        return ways.enumerated().map { number, way in
            let id = random.chance(0.5) ? String(200_000_000 + number) : "ship \(number)"
            return (id, way.map { fix($0) })
        }
    }

    private mutating func way(ofShip ship: Int, among others: [Way]) -> Way {
        if let model = others.last, !model.isEmpty {
            switch kind {
            case .identicalTracks where random.chance(0.7): return copy(of: model)
            case .parallelCourses: return sideBySide(with: others[0])
            case .singleFixes where random.chance(0.5): return Array(model.prefix(random.integer(in: 0...1)))
            default:
                if random.chance(0.12) { return sideBySide(with: model) }
            }
        }
        return kind == .parallelCourses ? straightWay() : wandering()
    }

    /// A way from waypoint to waypoint, a fix at each and perhaps some in between.
    private mutating func wandering() -> Way {
        let sampling = Sampling(for: kind, horizon: horizon, with: &random)
        let speed = self.speed()
        let home = pointOfDisc(kind == .raft ? maxDistanceMetres : radius)
        let jitter = random.pick([0, 2, 20, maxDistanceMetres / 3])
        var point = home
        var target = pointOfDisc(radius)
        var seconds = random.integer(in: 0...horizon / 2)
        var way: Way = []
        while way.count < mostFixes, seconds <= horizon || way.count < 2 {
            way.append((seconds, point.east, point.north))
            let wait = sampling.wait(maxGapSeconds: maxGapSeconds, with: &random)
            seconds += wait
            if kind == .stationary || kind == .raft {
                point = (
                    home.east + random.number(in: -1...1) * jitter, home.north + random.number(in: -1...1) * jitter
                )
                continue
            }
            if random.chance(0.15) { target = pointOfDisc(radius) }
            let (east, north) = (target.east - point.east, target.north - point.north)
            let step = min(1, speed * Double(wait) / max(hypot(east, north), 1e-9))
            point = (point.east + east * step, point.north + north * step)
            if step == 1 { target = pointOfDisc(radius) }
            // At most 40 degrees from the middle, so that no two fixes lie opposite each other.
            if kind == .teleports, random.chance(0.25) {
                point = pointOfDisc(random.pick([20_000, 500_000, 4_400_000]))
            }
        }
        return way
    }

    /// One course at one speed, through the neighbourhood of the middle.
    private mutating func straightWay() -> Way {
        let start = pointOfDisc(radius)
        let speed = self.speed()
        let course = random.number(in: 0...2 * .pi)
        let wait = max(1, min(maxGapSeconds, horizon / random.integer(in: 1...20)))
        return (0...min(mostFixes, 20)).map { number in
            let metres = speed * Double(number * wait)
            return (number * wait, start.east + metres * sin(course), start.north + metres * cos(course))
        }
    }

    /// The same way, as far to one side as ships in contact can just be or cannot any more, perhaps fixed at other
    /// times.
    private mutating func sideBySide(with model: Way) -> Way {
        let distance = maxDistanceMetres + random.pick([-2, -0.5, -0.1, -0.01, 0, 0.01, 0.1, 0.5, 2])
        var bearing = random.number(in: 0...2 * .pi)
        if kind == .parallelCourses, let start = model.first, let end = model.last {
            bearing = atan2(end.east - start.east, end.north - start.north) + .pi / 2
        }
        let shifted = model.map { ($0.seconds, $0.east + distance * sin(bearing), $0.north + distance * cos(bearing)) }
        return random.chance(0.5) ? shifted : refixed(shifted)
    }

    /// The same way again, exactly, late, or fixed at other times.
    private mutating func copy(of model: Way) -> Way {
        switch random.integer(in: 0...3) {
        case 0: return refixed(model)
        case 1:
            let late = random.integer(in: 1...max(1, horizon / 10))
            return model.map { ($0.seconds + late, $0.east, $0.north) }
        default: return model
        }
    }

    /// The same way with some fixes left out and others added on the straight line between two.
    private mutating func refixed(_ way: Way) -> Way {
        var refixed: Way = []
        for (fix, next) in zip(way, way.dropFirst()) {
            if random.chance(0.8) { refixed.append(fix) }
            let wait = next.seconds - fix.seconds
            guard wait > 1, random.chance(0.4) else { continue }
            let seconds = random.integer(in: 1...wait - 1)
            let share = Double(seconds) / Double(wait)
            refixed.append(
                (
                    fix.seconds + seconds, fix.east + (next.east - fix.east) * share,
                    fix.north + (next.north - fix.north) * share
                ))
        }
        return refixed
    }

    /// Metres a second: from drifting to 600 knots, as the kind wants it.
    private mutating func speed() -> Double {
        if kind == .fast { return random.pick([25, 60, 150, 309]) * random.number(in: 0.5...1) }
        return random.pick([0.2, 2, 7, 12]) * random.number(in: 0.2...1)
    }

    private mutating func pointOfDisc(_ radius: Double) -> (east: Double, north: Double) {
        let distance = radius * random.number(in: 0...1).squareRoot()
        let bearing = random.number(in: 0...2 * .pi)
        return (distance * sin(bearing), distance * cos(bearing))
    }

    /// Writes a point down in fixed point, sometimes moved to the very pole or dateline of the place.
    private mutating func fix(_ moment: (seconds: Int, east: Double, north: Double)) -> TestFix {
        let point = plane.point(east: moment.east, north: moment.north)
        var latitude = Int32((point.latitude * 1e7).rounded())
        var longitude = Int32((point.longitude * 1e7).rounded())
        if random.chance(0.04) {
            switch place {
            case .northPole, .southPole:
                latitude = place == .northPole ? 900_000_000 : -900_000_000
                longitude = Int32(random.integer(in: -1_800_000_000...1_800_000_000))
            case .dateline: longitude = 1_800_000_000
            case .equator: latitude = 0
            case .midLatitude: break
            }
        }
        // The dateline has two names.
        if abs(longitude) == 1_800_000_000, random.chance(0.5) { longitude.negate() }
        return TestFix(
            time: UInt32(epoch + moment.seconds), position: GeoPosition(latitudeE7: latitude, longitudeE7: longitude))
    }
}

/// A plane of metres that touches the sphere; a point on it keeps its distance and bearing from the middle.
private struct TangentPlane {
    let middle: Vector3
    let east: Vector3
    let north: Vector3

    init(at place: (latitude: Double, longitude: Double)) {
        let latitude = place.latitude * .pi / 180
        let longitude = place.longitude * .pi / 180
        middle = Vector3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
        east = Vector3(-sin(longitude), cos(longitude), 0)
        north = middle.cross(east)
    }

    func point(east eastMetres: Double, north northMetres: Double) -> Vector3 {
        let metres = hypot(eastMetres, northMetres)
        guard metres > 0 else { return middle }
        let angle = metres / earthRadiusMetres
        let direction = east * (eastMetres / metres) + north * (northMetres / metres)
        return middle * cos(angle) + direction * sin(angle)
    }
}
