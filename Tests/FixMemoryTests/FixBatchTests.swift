import Testing

@testable import FixMemory

/// Fixes are sorted by identity, and keep their order within one.
struct FixBatchTests {
    private struct Fix {
        var identity: UInt32
        var fix: StoredFix
        var extra: UInt32
    }

    private static func fixes(_ count: Int, identities: UInt32, seed: UInt64) -> [Fix] {
        var state = seed
        func random() -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33)
        }
        return (0..<count).map { _ in
            Fix(
                identity: random() % identities,
                fix: StoredFix(
                    time: random(), latitude: Int32(bitPattern: random()), longitude: Int32(bitPattern: random())),
                extra: random())
        }
    }

    @Test(arguments: [(0, 5), (1, 1), (999, 3), (5_000, 40_000), (300_000, 700)] as [(Int, UInt32)])
    func sortingIsAsASlowStableSortDoesIt(count: Int, identities: UInt32) throws {
        var batch = try FixBatch(capacity: max(1, count))
        // Numbers of identities come in any order.
        let order = (0..<identities).map { identities - 1 - $0 }
        // A batch is used again.
        for seed: UInt64 in 1...2 {
            let fixes = Self.fixes(count, identities: identities, seed: seed)
            batch.removeAll()
            for one in fixes {
                batch.append(
                    identity: one.identity, time: one.fix.time, latitude: one.fix.latitude,
                    longitude: one.fix.longitude)
            }
            let wanted = fixes.enumerated().sorted {
                ($1.element.identity, $0.offset) < ($0.element.identity, $1.offset)
            }.map(\.element)
            let groups = batch.sort(by: order)
            #expect(batch.sorted(fixes.map(\.extra), by: groups) == wanted.map(\.extra), "seed \(seed)")
            #expect(groups.flatMap { Array(repeating: $0.identity, count: Int($0.count)) } == wanted.map(\.identity))
            let file = try TemporaryFile()
            try batch.write(to: file, at: 36)
            #expect(try file.read(StoredFix.self, count: count, at: 36) == wanted.map(\.fix))
            let piece = try batch.takeSorted()
            #expect(Self.fixes(of: piece) == wanted.map(\.fix), "seed \(seed)")
        }
    }

    private static func fixes(of piece: FixPiece) -> [StoredFix] {
        piece.withFixes(0..<piece.count) { fixes in fixes.indices.map { fixes[$0] } }
    }

    @Test func whatWasTakenStaysWhatItWas() throws {
        var pieces: [(piece: FixPiece, wanted: [StoredFix])] = []
        do {
            var batch = try FixBatch(capacity: 100)
            // Many more than fit into the room of one batch.
            for number in 0..<50 as Range<UInt32> {
                batch.removeAll()
                let fixes = (0..<(1 + number * 7 % 100)).map {
                    StoredFix(time: $0, latitude: Int32(number), longitude: -Int32(number))
                }
                for fix in fixes {
                    batch.append(identity: 0, time: fix.time, latitude: fix.latitude, longitude: fix.longitude)
                }
                _ = batch.sort(by: [0])
                pieces.append((try batch.takeSorted(), fixes))
            }
        }
        for (piece, wanted) in pieces { #expect(Self.fixes(of: piece) == wanted) }
    }

    @Test func roomHoldsWhatIsPutThere() {
        var room = FixRoom()
        let fixes = (0..<100).map { StoredFix(time: UInt32($0), latitude: 0, longitude: 0) }
        for count in [10, 100, 3] {
            room.clear(count: count)
            room.put(fixes.span.extracting(0..<(count / 2)), at: count - count / 2)
            room.put(fixes.span.extracting((count / 2)..<count), at: 0)
            #expect(Array(room.fixes[0..<count]) == Array(fixes[(count / 2)..<count] + fixes[0..<(count / 2)]))
        }
    }
}
