import Foundation
import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// A sea on which a law is tried, random or real, with the parameters to search it with.
struct LawWorld: Sendable, CustomStringConvertible {
    /// Where it comes from: source that can be pasted into a test, or the name of a file.
    let description: String
    let tracks: TrackTable
    let maxDistanceMetres: Double
    let maxGapSeconds: Int
    /// What the law draws from: the same for the same world.
    let seed: UInt64

    init(
        _ description: String, tracks: TrackTable, maxDistanceMetres: Double = 500, maxGapSeconds: Int = 3_600,
        seed: UInt64 = 1
    ) {
        self.description = description
        self.tracks = tracks
        self.maxDistanceMetres = maxDistanceMetres
        self.maxGapSeconds = maxGapSeconds
        self.seed = seed
    }

    init(_ world: RandomWorld) {
        self.init(
            world.description, tracks: world.tracks, maxDistanceMetres: world.maxDistanceMetres,
            maxGapSeconds: world.maxGapSeconds, seed: world.seed &+ 1)
    }

    /// The real files as tables, read once for all laws.
    private static let ofFiles = Dictionary(
        uniqueKeysWithValues: RealTrackFile.all.map { file in
            (file, Result { LawWorld(file.name, tracks: try file.read().table) })
        })

    init(of file: RealTrackFile) throws {
        self = try #require(Self.ofFiles[file]).get()
    }

    /// The contacts of tracks by this world's parameters.
    func contacts(in tracks: TrackTable) -> [Contact] {
        ContactFinder(maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds).contacts(in: tracks)
    }

    /// The world's own contacts.
    var contacts: [Contact] { contacts(in: tracks) }

    /// Meetings that are long enough to be measured.
    static func meetings(of contacts: [Contact]) -> [Rendezvous] {
        Rendezvous.joining(contacts, joinGapSeconds: 1_800, minDurationSeconds: 60)
    }
}

/// What came of trying a law.
struct LawOutcome {
    /// How many contacts, meetings or the like the law spoke of: a law about nothing proves nothing.
    var examined = 0
    /// Where it did not hold, a sentence each.
    var violations: [String] = []
}

/// Tries one law on many worlds.
enum Law {
    /// Worlds of each kind: what the law says itself, or more when `STS_WORLDS` (of all kinds together) asks for it.
    static func worldsOfEachKind(_ count: Int) -> Int {
        let wanted = ProcessInfo.processInfo.environment["STS_WORLDS"].flatMap(Int.init) ?? 0
        return max(count, wanted / WorldKind.allCases.count)
    }

    /// Tries a law on random worlds of one kind, up to the first that breaks it.
    static func holds(inWorldsOf kind: WorldKind, count: Int, _ law: (LawWorld, inout LawOutcome) -> Void) {
        var outcome = LawOutcome()
        for seed in 0..<UInt64(count) where outcome.violations.isEmpty {
            let world = LawWorld(RandomWorld(kind: kind, seed: seed))
            law(world, &outcome)
            report(outcome, world)
        }
        #expect(outcome.examined > 0, "the law spoke of nothing in \(count) worlds of the kind \(kind)")
    }

    /// Tries a law on a real file.
    static func holds(in file: RealTrackFile, _ law: (LawWorld, inout LawOutcome) -> Void) throws {
        let world = try LawWorld(of: file)
        var outcome = LawOutcome()
        law(world, &outcome)
        report(outcome, world)
        #expect(outcome.examined > 0, "the law spoke of nothing in \(file)")
    }

    /// A few violations say enough; thousands would hide them.
    private static func report(_ outcome: LawOutcome, _ world: LawWorld) {
        for violation in outcome.violations.prefix(3) { Issue.record("\(world): \(violation)") }
    }
}

extension LawWorld {
    /// Whether ships cross oceans in seconds: a microsecond of rounding is metres there, and measures move.
    var isTooFastToMeasure: Bool { description.contains(WorldKind.teleports.rawValue) }
}
