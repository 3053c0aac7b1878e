import ByteInput
import TestSupport
import Testing

@testable import TrackIngest

/// The table of what identities said last is compared with a dictionary.
struct RepeatTableTests {
    private struct Noted: Equatable {
        var hash: UInt64
        var number: UInt32
        var statement: Int
        var times: [UInt32]
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func itNotesAsADictionaryDoes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var table = RepeatTable()
        var twin: [UInt64: Noted] = [:]
        // Enough identities for the table to grow, some of them hashes.
        let keys = (0..<3_000 as Range<UInt64>).map { number -> UInt64 in
            number % 3 == 0 ? (number * 7 + 1) << 33 : number * 7 + 1
        }
        for step in 0..<20_000 {
            let (key, hash) = (random.pick(keys), UInt64(random.integer(in: 0...2)))
            let time = UInt32(random.integer(in: 0...1_000))
            let noted = table.note(key: key, hash: hash, time: time)
            if let known = twin[key], known.hash == hash {
                #expect(noted == known.statement)
                twin[key]?.times.append(time)
                continue
            }
            #expect(noted == nil)
            let number = UInt32(truncatingIfNeeded: key)
            let before = table.begin(key: key, hash: hash, number: number, statement: step, time: time)
            #expect(before.map { Self.summary($0.entry, $0.statement) } == twin[key].map(Self.summary))
            twin[key] = Noted(hash: hash, number: number, statement: step, times: [time])
        }
        let found = table.all.map { Self.summary($0.entry, $0.statement) }
        #expect(Set(found) == Set(twin.values.map(Self.summary)) && found.count == twin.count, "seed \(seed)")
    }

    private static func summary(_ entry: RepeatTable.Entry, _ statement: Int) -> [UInt64] {
        [
            entry.hash, UInt64(entry.number), UInt64(statement), UInt64(entry.count), UInt64(entry.first),
            UInt64(entry.last),
        ]
    }

    private static func summary(_ noted: Noted) -> [UInt64] {
        [
            noted.hash, UInt64(noted.number), UInt64(noted.statement), UInt64(noted.times.count),
            UInt64(noted.times.min() ?? 0), UInt64(noted.times.max() ?? 0),
        ]
    }

    @Test func rowsAreNotedTogetherAsOneByOne() throws {
        var random = SplitMix64(seed: 4)
        let plan = RowPlan(
            delimiter: 44, columnCount: 5, identity: 0, time: 1, latitude: 2, longitude: 3, described: [4..<5])
        let rules = IngestRules(times: 1_000...5_000, rejectsNonVessels: true, longestRow: 60)
        var together = RepeatTable()
        var single = RepeatTable()
        for _ in 0..<50 {
            let text = (0..<random.integer(in: 1...200)).map { _ in
                let place = random.integer(in: 0...9) == 0 ? ",1.5" : "1.5,2.5"
                return "\(random.integer(in: 1...40)),\(random.integer(in: 900...5_100)),\(place),"
                    + String(repeating: "A", count: random.pick([1, 1, 1, 1, 2, 60]))
            }.joined(separator: "\n")
            let block = ByteBlock(copying: Array(text.utf8))
            var batches = RowBatches()
            batches.begin(range: 0..<block.count, of: block)
            while batches.next(in: block, by: plan, entries: together.hint) {
                var numbers = [UInt32](repeating: 0, count: RowBatches.mostRows)
                together.note(batches, salt: 5, rules: rules, numbers: &numbers)
                for index in 0..<batches.count {
                    let row = batches[index]
                    let isUsual =
                        rules.times.contains(row.seconds) && row.latitude != DecodedRow.noPosition
                        && row.length <= rules.longestRow
                    let time = UInt32(clamping: row.seconds)
                    let known =
                        isUsual ? single.note(key: row.identity, hash: row.describedHash ^ 5, time: time) : nil
                    #expect((numbers[index] != IdentityTable.unknown) == (known != nil))
                    if known != nil { #expect(UInt64(numbers[index]) == row.identity * 2) }
                }
                for index in 0..<batches.count where numbers[index] == IdentityTable.unknown {
                    let (key, hash) = (batches[index].identity, batches[index].describedHash ^ 5)
                    let number = UInt32(key * 2)
                    _ = together.begin(key: key, hash: hash, number: number, statement: 0, time: 7)
                    _ = single.begin(key: key, hash: hash, number: number, statement: 0, time: 7)
                }
                let (one, other) = (together.all, single.all)
                #expect(
                    one.map { Self.summary($0.entry, $0.statement) }
                        == other.map { Self.summary($0.entry, $0.statement) })
            }
        }
    }
}
