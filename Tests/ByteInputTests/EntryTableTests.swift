import TestSupport
import Testing

@testable import ByteInput

/// The memory of tables by identity.
struct EntryTableTests {
    private struct Entry: BitwiseCopyable, Hashable, Sendable {
        var key: UInt64 = 0
        var value: UInt32 = 7
    }

    @Test func entriesAreWhatTheyWereSetTo() {
        var random = SplitMix64(seed: 1)
        for count in [2, 64, 1_024] {
            var table = EntryTable(repeating: Entry(), count: count)
            var twin = [Entry](repeating: Entry(), count: count)
            for _ in 0..<(2 * count) {
                let index = random.integer(in: 0...(count - 1))
                let value = UInt32(random.integer(in: 0...1_000))
                table[index].value = value
                twin[index].value = value
                table[index].key += 3
                twin[index].key += 3
            }
            let found = (0..<count).map { table[$0] }
            #expect(found == twin)
        }
    }

    /// The entry behind a home is on the same line, and there always is one.
    @Test func homesAreEvenAndFillTheTable() {
        let table = EntryTable(repeating: Entry(), count: 64)
        let homes = (0..<10_000).map { table.home(of: 200_000_000 + UInt64($0) * 7_919) }
        #expect(Set(homes) == Set(stride(from: 0, to: 64, by: 2)))
    }
}
