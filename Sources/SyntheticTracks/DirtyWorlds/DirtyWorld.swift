import MaritimeModel

/// A small sea with known truth and one kind of dirt, made from a seed.
///
/// Everything is generated: no track was sailed, and no identity belongs to a real ship (see `UnallocatedIdentity`; gear
/// uses numbers that no administration gives to ships). The same kind and seed give the same rows. Complexity: some
/// thousand rows and some milliseconds each.
public struct DirtyWorld: Sendable {
    public let kind: DirtyWorldKind
    public let seed: UInt64
    /// What the rows' vessels state; several entries may have one MMSI.
    public let vessels: [SyntheticVessel]
    /// The rows in the order of the file, which in half of the worlds is not that of time.
    public let rows: [DirtyRow]
    /// Ordered by id.
    public let identities: [IdentityTruth]
    public let oneHulls: [OneHullTruth]
    /// Every meeting of more than two hours between identities that are vessels and not one hull.
    public let meetings: [DirtyMeetingTruth]
    /// Decimals of a degree in the file: 5 as NOAA writes or 6 as the Danish authority does.
    public let decimals: Int
    /// Whether time stamps have milliseconds.
    public let hasMilliseconds: Bool

    /// Makes the world of a kind and a seed; every seed is good.
    public init(kind: DirtyWorldKind, seed: UInt64) {
        var builder = DirtyWorldBuilder(kind: kind, seed: seed)
        switch kind {
        case .clean: builder.addCleanShips()
        case .sharedMMSI: builder.addSharedIdentities()
        case .spoofJumps: builder.addThrownFixes()
        case .reflagging: builder.addReflaggedShips()
        case .jitter: builder.addJitter()
        case .duplicates: builder.addDuplicates()
        case .gear: builder.addGear()
        case .falseTracks: builder.addFalseTracks()
        }
        if kind != .clean { builder.addBackground(ships: 4) }
        if builder.random.unit() < 0.5 { builder.addHonestMeeting() }
        self.kind = kind
        self.seed = seed
        vessels = builder.vessels
        rows = builder.rowsInFileOrder()
        identities = builder.identities.sorted { $0.id < $1.id }
        oneHulls = builder.oneHulls
        meetings = builder.meetings
        decimals = builder.decimals
        hasMilliseconds = builder.hasMilliseconds
    }

    /// The worlds of a set: the kinds by turns, with seeds that count up. Made one at a time, as they are asked for.
    public static func set(count: Int, seed: UInt64) -> some Sequence<DirtyWorld> {
        (0..<count).lazy.map { number in
            DirtyWorld(
                kind: DirtyWorldKind.allCases[number % DirtyWorldKind.allCases.count],
                seed: seed &+ UInt64(number))
        }
    }

    /// The name of its files without an ending: `<kind>-<seed>`.
    public var name: String { "\(kind.rawValue)-\(seed)" }

    /// The id under which a row was sent.
    public func id(of row: DirtyRow) -> String { vessels[Int(row.report.vessel)].mmsi.description }
}
