import Foundation
import MaritimeModel
import RendezvousDetection
import TestSupport
import Testing

/// The contact finder against the brute-force twin on thousands of random worlds.
///
/// `STS_WORLDS` in the environment changes how many; every difference names the world as source.
struct TwinComparisonTests {
    /// Worlds of each kind.
    static let worldsOfEachKind: Int = {
        let wanted = ProcessInfo.processInfo.environment["STS_WORLDS"].flatMap(Int.init) ?? 7_000
        return max(1, wanted / WorldKind.allCases.count)
    }()

    private func found(in world: RandomWorld, threads: Int = 1) -> [FoundContact] {
        ContactFinder(maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
            .contacts(in: world.tracks, threads: threads)
            .map { FoundContact(first: $0.first, second: $0.second, start: $0.start, end: $0.end) }
    }

    @Test(arguments: WorldKind.allCases)
    func theFinderAgreesWithTheTwin(kind: WorldKind) {
        var comparison = ContactComparison()
        for seed in 0..<UInt64(Self.worldsOfEachKind) {
            let world = RandomWorld(kind: kind, seed: seed)
            let differences = comparison.differences(of: found(in: world), in: world)
            for difference in differences.prefix(3) { Issue.record("\(difference)") }
            // The first world that differs says enough; thousands would hide it.
            if !differences.isEmpty { break }
        }
    }

    @Test(arguments: WorldKind.allCases)
    func theAnswerDoesNotDependOnTheThreads(kind: WorldKind) {
        for seed in UInt64(0)..<12 {
            let world = RandomWorld(kind: kind, seed: seed)
            let one = found(in: world, threads: 1)
            #expect(found(in: world, threads: 2) == one, "\(world)")
            #expect(found(in: world, threads: 8) == one, "\(world)")
        }
    }
}
