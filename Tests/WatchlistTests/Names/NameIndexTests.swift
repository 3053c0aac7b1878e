import TestSupport
import Testing

@testable import Watchlist

@Suite struct NameIndexTests {
    /// The index may leave out a name that is barely alike, never one that is equal or nearly so.
    @Test func theIndexFindsWhatComparingWithAllFinds() {
        let seed: UInt64 = 5
        var random = SplitMix64(seed: seed)
        let listed = (0..<600).map { _ in RandomName.make(&random) }
        let prepared = listed.map { NamePreparation.prepared($0, kind: .vessel) }
        let index = NameIndex(kind: .vessel, names: listed.enumerated().map { ($0.offset, $0.element) })
        var (wanted, missed) = (0, 0)
        for _ in 0..<400 {
            let name = RandomName.make(&random)
            let own = NamePreparation.prepared(name, kind: .vessel)
            let found = Set(index.hits(for: name).map(\.owner))
            for (owner, other) in prepared.enumerated() where !own.words.isEmpty && !other.words.isEmpty {
                let score = NameComparison(own, other).score
                if found.contains(owner) { #expect(score >= NameComparison.leadThreshold) }
                guard score >= NameComparison.leadThreshold else { continue }
                wanted += 1
                if !found.contains(owner) {
                    missed += 1
                    #expect(score < 0.9, "\(name) | \(listed[owner]), seed \(seed)")
                }
            }
        }
        #expect(wanted > 1_000)
        #expect(missed * 100 < wanted, "\(missed) of \(wanted) missed, seed \(seed)")
    }

    @Test func anOwnerIsFoundOnceByItsBestName() {
        let index = NameIndex(
            kind: .vessel, names: [(3, "POLAR VOYAGER"), (3, "POLAR VOYGAER"), (1, "MT POLAR VOYAGER"), (2, "12")])
        let hits = index.hits(for: "Polar Voyager")
        #expect(hits.map(\.owner) == [1, 3])
        #expect(hits.map(\.comparison.score) == [1, 1])
        #expect(hits.map(\.name) == ["MT POLAR VOYAGER", "POLAR VOYAGER"])
        #expect(index.hits(for: "12").isEmpty)
        #expect(index.hits(for: "").isEmpty)
    }
}
