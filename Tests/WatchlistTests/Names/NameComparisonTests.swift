import TestSupport
import Testing

@testable import Watchlist

@Suite struct NameComparisonTests {
    private func score(_ first: String, _ second: String, _ kind: NameKind = .vessel) -> Double {
        NameComparison(first, second, kind: kind).score
    }

    @Test(arguments: [
        ("Ленинский Комсомол", "LENINSKIY KOMSOMOL"), ("천마산", "CHON MA SAN"), ("MT ARES", "ARES"),
        ("VICTORY III", "Victory No. 3"),
    ])
    func equalPreparedNamesScoreOne(first: String, second: String) {
        #expect(score(first, second) == 1)
    }

    @Test(arguments: [
        ("SEA STAR", "SEASTAR"), ("IRAN HORMUZ 12", "IRAN HORMOZ 12"), ("CHONMASAN", "천마산"), ("مريم", "MARYAM"),
        ("OCEAN STAR GLORY", "OCEAN STAR"), ("STAR OCEAN", "OCEAN STAR"), ("KUM GANG 3", "GUM GANG 3"),
        ("POLAR VOYAGER", "POLAR VOYGAER"),
    ])
    func likeNamesAreLeadsBelowOne(first: String, second: String) {
        #expect((NameComparison.leadThreshold..<1).contains(score(first, second)))
    }

    @Test(arguments: [
        ("VICTORY", "VICTORY 3"), ("VICTORY 2", "VICTORY 3"), ("VICTORY II", "VICTORY III"), ("ARES ONE", "ARES TWO"),
        ("DY905", "DY906"),
    ])
    func otherNumbersAreFarFromALead(first: String, second: String) {
        let comparison = NameComparison(first, second, kind: .vessel)
        #expect(!comparison.numbersAgree)
        #expect(comparison.score <= 0.4)
    }

    @Test(arguments: [
        ("DAN", "TAN"), ("LADY MAUD", "LADY RUTH"), ("SILK", "SOLE"), ("ARES", "ARES GLORY"), ("", "ARES"), ("", ""),
    ])
    func otherNamesAreNoLeads(first: String, second: String) {
        #expect(score(first, second) < NameComparison.leadThreshold)
    }

    @Test func anExtraWordDoesNotLoseEverything() {
        #expect(score("ARES", "ARES GLORY") > 0.5)
        #expect(score("POLAR ARES TRADING LTD", "POLAR ARES LTD", .organisation) > NameComparison.leadThreshold)
    }

    @Test func theExplanationSaysWhatWasDoneAndWhatDiffers() {
        let comparison = NameComparison("M/V Арес Polar", "ARES POLER GLORY", kind: .vessel)
        let text = NameExplanation.sentence(
            comparison, name: "M/V Арес Polar", listed: "ARES POLER GLORY", kind: .vessel)
        for part in ["in Latin letters", "without the ship prefix", "POLAR is like POLER", "only the entry has GLORY"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    /// Random names from few words, so that many are nearly alike.
    @Test func comparisonIsSymmetricAndOneOnlyForEqualNames() {
        let seed: UInt64 = 20_261_124
        var random = SplitMix64(seed: seed)
        for _ in 0..<4_000 {
            let (first, second) = (RandomName.make(&random), RandomName.make(&random))
            for kind in NameKind.allCases {
                let (there, back) = (
                    NameComparison(first, second, kind: kind), NameComparison(second, first, kind: kind)
                )
                #expect(there.score == back.score, "\(first) | \(second), seed \(seed)")
                #expect(there.onlyInFirst == back.onlyInSecond, "\(first) | \(second), seed \(seed)")
                #expect((0...1).contains(there.score))
                #expect((there.score == 1) == there.isEqual, "\(first) | \(second), seed \(seed)")
                #expect(there.numbersAgree || there.score <= 0.4)
            }
        }
    }
}

/// Names of one to four words, with slips.
enum RandomName {
    static let words = [
        "OCEAN", "STAR", "SEA", "GLORY", "VICTORY", "III", "2", "MARYAM", "LENINSKIY", "SHIPPING", "LTD", "CHON", "MA",
        "SAN", "POLARIS", "MT", "Комсомол", "천마산", "HORMUZ", "AND",
    ]

    static func make(_ random: inout SplitMix64) -> String {
        var name = (0...Int.random(in: 0...3, using: &random)).map { _ in words.randomElement(using: &random) ?? "A" }
            .joined(separator: Bool.random(using: &random) ? " " : "  ")
        if Int.random(in: 0..<3, using: &random) == 0, let place = name.indices.randomElement(using: &random) {
            if Bool.random(using: &random) { name.remove(at: place) } else { name.insert("E", at: place) }
        }
        return name
    }
}
