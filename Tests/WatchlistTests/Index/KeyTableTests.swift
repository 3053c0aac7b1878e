import TestSupport
import Testing

@testable import Watchlist

struct KeyTableTests {
    @Test func theTableFindsWhatADictionaryFinds() {
        for seed in UInt64(0)...50 {
            var random = SplitMix64(seed: seed)
            var (table, twin) = (KeyTable(), [UInt64: Set<Int>]())
            let keys = random.integer(in: 1...60)
            for position in 0..<random.integer(in: 0...400) {
                let key = UInt64(random.integer(in: 0...keys)) << UInt64(seed)
                // Mostly rising, as lists are read.
                let position = random.integer(in: 0...9) == 0 ? random.integer(in: 0...400) : position
                table.add(key, position)
                twin[key, default: []].insert(position)
            }
            table.seal()
            #expect(table.isEmpty == twin.isEmpty)
            for key in 0...UInt64(keys) + 3 {
                let key = key << seed
                #expect(table.positions(of: key) == (twin[key] ?? []).sorted(), "seed \(seed), key \(key)")
                #expect(table.contains(key) == (twin[key] != nil))
            }
        }
    }

    @Test func aTableThatWasNeverSealedIsEmpty() {
        #expect(KeyTable().positions(of: 0).isEmpty && !KeyTable().contains(0))
    }
}
