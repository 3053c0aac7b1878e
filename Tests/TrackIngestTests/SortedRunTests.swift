import FixMemory
import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// How fixes are sorted while they are read, put aside and joined.
struct SortedRunTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func identitiesAreInTheOrderOfTheirBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters = ["0", "1", "9", "A", "z", "\u{E9}", "e\u{301}", "\u{0}", "0123456789ABCDEF"]
        var ids: [String] = []
        var order = IdentityOrder()
        for _ in 0..<20 {
            for _ in 0..<random.integer(in: 0...30) {
                let id = (0...random.integer(in: 0...6)).map { _ in random.pick(letters) }.joined()
                if !ids.contains(id) { ids.append(id) }
            }
            order.add(ids)
            let wanted = ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
            #expect(order.numbers.map { Int($0) } == wanted, "seed \(seed)")
            #expect(order.isPlain(ids) == ids.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }, "seed \(seed)")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func workersIdentitiesAreJoined(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // With and without letters that can be written in two ways.
        for letters in [["1", "2", "B"], ["1", "\u{E9}", "e\u{301}"]] {
            let harvests = (0..<3).map { number in
                var ids: [String] = []
                for _ in 0..<40 {
                    let id = (0...random.integer(in: 0...3)).map { _ in random.pick(letters) }.joined()
                    if !ids.contains(id) { ids.append(id) }
                }
                var order = IdentityOrder()
                order.add(ids)
                return WorkerHarvest(
                    number: number, ids: ids, order: order, isPlain: order.isPlain(ids),
                    fixCounts: ids.map { _ in random.integer(in: 0...2) },
                    lost: [:], statements: [], speakers: [], runs: [], records: [], failures: [])
            }
            let merge = IdentityMerge(harvests)
            var least: [String: String] = [:]
            for harvest in harvests {
                for (id, count) in zip(harvest.ids, harvest.fixCounts) where count > 0 {
                    least[id] = least[id].map { TextForm.lesser($0, id) } ?? id
                }
            }
            let wanted = least.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(merge.ids.map { Array($0.utf8) } == wanted.map { Array($0.utf8) }, "seed \(seed)")
            for (worker, harvest) in harvests.enumerated() {
                for (number, id) in harvest.ids.enumerated() {
                    let vessel = merge.numbers[worker][number]
                    // A worker that used nothing of an identity has its number all the same when another one did.
                    #expect(least[id] != nil ? merge.ids[Int(vessel)] == id : vessel == -1)
                }
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func fixesAreSortedAsASlowSortDoesIt(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let entries = (0..<500).map { _ in
            FixEntry(
                fix: StoredFix(
                    time: UInt32(random.integer(in: 0...200)), latitude: Int32(random.integer(in: -1...1)),
                    longitude: Int32(random.integer(in: -1...1))),
                nanoseconds: UInt32(random.integer(in: 0...1)), input: UInt32(random.integer(in: 0...2)))
        }
        func key(_ entry: FixEntry) -> [Int] {
            [
                Int(entry.fix.time), Int(entry.nanoseconds), Int(entry.fix.latitude), Int(entry.fix.longitude),
                Int(entry.input),
            ]
        }
        let wanted = entries.map(key).sorted { $0.lexicographicallyPrecedes($1) }
        #expect(FixEntry.sorted(entries).map(key) == wanted, "seed \(seed)")
    }

    @Test func aRunIsTheSameInMemoryAndPutAside() throws {
        let fixes = (0..<60).map { StoredFix(time: UInt32($0), latitude: Int32($0) * 2, longitude: -1) }
        let groups = [(7, 10), (3, 20), (5, 30)].map { FixBatch.Group(identity: $0.0, count: $0.1) }
        let content = FixRun.Content(
            groups: groups, fixes: fixes, nanoseconds: fixes.map { $0.time * 3 }, inputs: fixes.map { $0.time % 2 })
        let order = FixRun.Order(part: nil, worker: 0, number: 0)
        let file = try TemporaryFile()
        try file.write(fixes, at: 100)
        let stored = try FixRun(
            content, fixes: 60, worker: 0, order: order, input: nil, file: file, offset: 100)
        #expect(stored.endInFile == 100 + 60 * 12 + 3 * 8 + 2 * 60 * 4)
        for run in [FixRun(content, worker: 0, order: order, input: nil), stored] {
            for run in [run, try run.rearranged([1, 2, 0]).rearranged([2, 0, 1])] {
                #expect(Array(try run.groups(1..<3)) == Array(groups[1..<3]))
                #expect(Array(try run.fixes(5..<60)) == Array(fixes[5..<60]))
                #expect(Array(try run.nanoseconds(5..<60)) == Array(content.nanoseconds[5..<60]))
                #expect(Array(try run.inputs(5..<60)) == Array(content.inputs[5..<60]))
            }
            #expect(try run.rearranged([2, 1, 0]).fixes(0..<1) == [fixes[30]])
        }
    }

    @Test(arguments: [0, TrackReader.usualMemoryBytes])
    func runsOfManyBatchesGiveTheSame(memoryBytes: Int) throws {
        let folder = try TemporaryFolder()
        // More fixes than the least batch holds, with parts of seconds and from several files.
        let rows = SyntheticRows(30_000, seed: 8)
        let wanted = Reading(try read([try folder.write("a.csv", rows.text)], threads: 1))
        let inner = try TemporaryFolder()
        for piece in 0..<3 {
            let part = rows.rows[(piece * 10_000)..<((piece + 1) * 10_000)]
            try inner.write("\(piece).csv", SyntheticRows.header + part.joined(separator: "\n"))
        }
        for path in [folder.path, inner.path] {
            for threads in [1, 2, 5] {
                let found = Reading(try read([path], threads: threads, memoryBytes: memoryBytes))
                #expect(found == wanted, "\(threads) threads")
            }
        }
    }

    @Test(arguments: [0, TrackReader.usualMemoryBytes])
    func anIdWrittenInTwoWaysMayChangeItsPlaceInTheOrder(memoryBytes: Int) throws {
        let folder = try TemporaryFolder()
        func text(_ ids: [String]) -> String {
            let rows = (0..<20_000).map { row in
                "\(ids[row * ids.count / 20_000]) \(row % 3),\(SyntheticRows.time(row / 3 * 60)),10.0,"
                    + "\(20 + Double(row / 3) / 1_000),,,,,,"
            }
            return SyntheticRows.header + (rows + ["z,\(SyntheticRows.time(0)),1.0,1.0,,,,,,"]).joined(separator: "\n")
        }
        let one = try read([try folder.write("one.csv", text(["e\u{301}"]))], memoryBytes: memoryBytes)
        let two = try read([try folder.write("two.csv", text(["\u{E9}", "e\u{301}"]))], memoryBytes: memoryBytes)
        #expect(two.tracks.vessels.count == 4)
        #expect(two.tracks.vessels.map { Array($0.id.utf8) } == one.tracks.vessels.map { Array($0.id.utf8) })
        #expect(Reading(one) == Reading(two))
    }
}
