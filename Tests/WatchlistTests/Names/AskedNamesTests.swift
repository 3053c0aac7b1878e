import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

struct AskedNamesTests {
    private static let oddities = [
        "MT OCEAN", "M/V STAR", "STAR MT", "NO 5 STAR", "NO. 05", "SEVEN SEAS", "STAR 007", "STAR II", "X STAR",
        "STAR V",
        "GL0RY", "A1B2", "12", "", "  ", "OIL TANKER SEA", "AEIOU", "SUN SUN", "İSTANBUL", "o'hara", "FORTY FOUR", "QQ",
        "STAR 7", "star  7 ", "THE STAR", "TANKER 3", "MV", "VICTORY", "VIKTORIYA", "SEASTAR", "SEA STAR",
        "KRISTIANSTRAND STERN", "YAMATO", "AEON FLUX", "HWYHWY", "KOKOKO KAKA", "BPBPBP", "EIRA", "UGGK", "AKKO",
        "a1 b",
    ]

    private static func name(_ random: inout SplitMix64) -> String {
        switch random.integer(in: 0...3) {
        case 0: oddities[random.integer(in: 0...(oddities.count - 1))]
        case 1: oddities[random.integer(in: 0...(oddities.count - 1))] + " " + RandomName.make(&random)
        default: RandomName.make(&random)
        }
    }

    @Test func namesAskedTogetherFindWhatTheIndexFinds() {
        var found = 0
        for seed in UInt64(1)...4 {
            var random = SplitMix64(seed: seed)
            let listed = (0..<300).map { _ in (0..<random.integer(in: 1...3)).map { _ in Self.name(&random) } }
            let parties = listed.enumerated().map {
                ListedParty(entry: "\($0.offset)", kind: .vessel, names: $0.element.map { PartyName($0) })
            }
            let graph = PartyGraph([SanctionsList(name: "L", format: .plainCSV, parties: parties)])
            let index = NameIndex(
                kind: .vessel,
                names: listed.enumerated().flatMap { party in party.element.map { (party.offset, $0) } })
            let asked = Set((0..<60).map { _ in Self.name(&random) })
            let together = AskedNames(asked, in: graph)
            #expect(together.knows(Array(asked)) && !together.knows(["nobody asked"]))
            for name in asked.sorted().prefix(5) {
                let alone = AskedNames([name], in: graph)
                #expect(alone.hits(for: name, in: graph) == together.hits(for: name, in: graph), "seed \(seed)")
                let shared = AskedNames(asked, in: graph, threads: 3)
                #expect(shared.hits(for: name, in: graph) == together.hits(for: name, in: graph), "seed \(seed)")
            }
            for name in asked.sorted() {
                let hits = together.hits(for: name, in: graph)
                found += hits.count
                #expect(hits == index.hits(for: name), "seed \(seed), name \(name)")
            }
        }
        #expect(found > 500)
    }

    @Test func cluesReadFromBytesAreThoseOfThePreparedName() {
        var random = SplitMix64(seed: 3)
        var reader = PlainNameClues()
        for _ in 0..<2_000 {
            let name = Self.name(&random)
            let bytes = Array("xx\(name)yy".utf8)
            reader.read(bytes, 2..<bytes.count - 2)
            let (clues, numbers) = (Set(reader.clues), reader.numbers)
            reader.read(NamePreparation.prepared(name, kind: .vessel))
            #expect(clues == Set(reader.clues) && (clues.isEmpty || numbers == reader.numbers), "\(name)")
        }
    }
}
