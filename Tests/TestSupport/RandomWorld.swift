public import MaritimeModel

/// What a random world is about.
public enum WorldKind: String, CaseIterable, Sendable {
    // Ordinary traffic in one place.
    case equator, midLatitude, dateline, northPole, southPole
    // One behaviour in any of these places.
    /// Ships that lie still, with the jitter of their receivers.
    case stationary
    /// Fast ferries up to aircraft of 600 knots.
    case fast
    /// Jumps of many degrees within seconds, and back.
    case teleports
    /// Several ids with the same positions, at the same times or at others.
    case identicalTracks
    /// Many ships moored together.
    case raft
    /// Courses side by side at a distance within a metre of the contact distance.
    case parallelCourses
    /// Vessels with one fix or none among others.
    case singleFixes
    /// Fixes just below, exactly at and just above the greatest gap.
    case gapEdges
    /// 20 to 60 ships.
    case crowd
}

/// A small sea full of ships, made from a kind and a seed, with the parameters to search it with.
public struct RandomWorld: Sendable, CustomStringConvertible {
    public let kind: WorldKind
    public let seed: UInt64
    public let tracks: TrackTable
    public let maxDistanceMetres: Double
    public let maxGapSeconds: Int

    /// The world as source that can be pasted into a test.
    public var description: String { "RandomWorld(kind: .\(kind.rawValue), seed: \(seed))" }

    public init(kind: WorldKind, seed: UInt64) {
        self.kind = kind
        self.seed = seed
        let kindNumber = UInt64(WorldKind.allCases.firstIndex(of: kind) ?? 0)
        var random = SplitMix64(seed: seed &* 64 &+ kindNumber)
        maxDistanceMetres = random.pick([500, 500, 500, 500, 200, 50, 3_000, 20_000])
        maxGapSeconds = random.pick([3_600, 3_600, 3_600, 600, 14_400])
        let ships =
            switch kind {
            case .crowd: random.integer(in: 20...60)
            case .raft: random.integer(in: 4...16)
            default: random.chance(0.1) ? random.integer(in: 7...15) : random.integer(in: 2...6)
            }
        var builder = WorldBuilder(
            kind: kind, place: Place(for: kind, with: &random), ships: ships, maxDistanceMetres: maxDistanceMetres,
            maxGapSeconds: maxGapSeconds, random: random)
        tracks = .of(fixed: builder.makeTracks())
    }
}

/// Where on the globe a world lies.
enum Place: CaseIterable {
    case equator, midLatitude, dateline, northPole, southPole

    init(for kind: WorldKind, with random: inout SplitMix64) {
        switch kind {
        case .equator: self = .equator
        case .midLatitude: self = .midLatitude
        case .dateline: self = .dateline
        case .northPole: self = .northPole
        case .southPole: self = .southPole
        default: self = random.pick(Self.allCases)
        }
    }

    /// A middle for the world, in degrees, at most about this far from the line or point that gives the place its name.
    func middle(within metres: Double, with random: inout SplitMix64) -> (latitude: Double, longitude: Double) {
        let degrees = min(random.number(in: -1...1) * metres / 111_000, 5)
        switch self {
        case .equator: return (degrees, random.number(in: -170...170))
        case .midLatitude: return (random.number(in: 25...72) * random.pick([-1, 1]), random.number(in: -170...170))
        case .dateline: return (random.number(in: -78...78), 180 - abs(degrees))
        case .northPole: return (90 - abs(degrees), random.number(in: -180...180))
        case .southPole: return (-90 + abs(degrees), random.number(in: -180...180))
        }
    }
}
