import TestSupport
import Testing

@testable import RendezvousDetection

/// Runs against a slow twin that sorts all pieces of each pair.
struct PairRunsTests {
    private static let watchSeconds = UInt32(PathBoxBuilder.watchSeconds)

    /// Pieces of a pair do not overlap; they lie within watches.
    private static func pieces(seed: UInt64, watches: Range<UInt32>) -> [(
        first: Int32, second: Int32, piece: PairPiece
    )] {
        var random = SplitMix64(seed: seed)
        var pieces: [(first: Int32, second: Int32, piece: PairPiece)] = []
        for pair in 0..<Int32.random(in: 1...40, using: &random) {
            for watch in watches where Int.random(in: 0..<3, using: &random) > 0 {
                var time = watch * watchSeconds + UInt32.random(in: 0..<9_000, using: &random)
                while time < (watch + 1) * watchSeconds, Int.random(in: 0..<6, using: &random) > 0 {
                    let end = min((watch + 1) * watchSeconds, time + UInt32.random(in: 1...1_500, using: &random))
                    pieces.append(
                        (pair % 7, 10 + pair, PairPiece(start: time, end: end, isSure: .random(using: &random))))
                    time = end + (Bool.random(using: &random) ? 0 : UInt32.random(in: 0...3_000, using: &random))
                }
            }
        }
        return pieces.shuffled(using: &random)
    }

    /// What must come out: by pair, pieces at most the gap apart, long enough in all, those that say the same joined.
    private static func twin(
        _ pieces: [(first: Int32, second: Int32, piece: PairPiece)], joinGap: Int, least: Int
    ) -> [[PairPiece]] {
        var result: [[PairPiece]] = []
        let byPair = Dictionary(grouping: pieces) { Int64($0.first) << 32 | Int64($0.second) }
        for (_, itsPieces) in byPair.sorted(by: { $0.key < $1.key }) {
            var group: [PairPiece] = []
            func close() {
                if group.reduce(0, { $0 + Int($1.end - $1.start) }) + 1 >= least { result.append(group) }
                group = []
            }
            for piece in itsPieces.map(\.piece).sorted(by: { $0.start < $1.start }) {
                if let last = group.last, Int(piece.start) - Int(last.end) > joinGap { close() }
                if let last = group.last, last.end == piece.start, last.isSure == piece.isSure {
                    group[group.count - 1].end = piece.end
                } else {
                    group.append(piece)
                }
            }
            close()
        }
        return result
    }

    @Test(arguments: [0, 1, 600, 1_800, 20_000], [0, 1, 2_000, 7_200, 30_000])
    func runsAreThoseOfAllPiecesHoweverTimeIsCut(joinGap: Int, least: Int) {
        for seed in 0..<4 as Range<UInt64> {
            let pieces = Self.pieces(seed: seed, watches: 10..<18)
            let expected = Self.twin(pieces, joinGap: joinGap, least: least)
            for cuts in [[10, 18], [10, 13, 18], [10, 11, 12, 13, 14, 15, 16, 17, 18]] as [[UInt32]] {
                // One for all parts of time, which must leave nothing from one to the next.
                var runs = PairRuns(
                    joinGapSeconds: joinGap, leastSeconds: least, inner: Int64.min...Int64.max)
                let parts = zip(cuts, cuts.dropFirst()).map { start, end in
                    let lower = start == 10 ? Int64.min : Int64(start * Self.watchSeconds) + Int64(joinGap)
                    let upper = end == 18 ? Int64.max : Int64(end * Self.watchSeconds) - Int64(joinGap)
                    runs.begin(inner: lower...max(lower, upper))
                    for watch in start..<end {
                        let from = watch * Self.watchSeconds
                        var near = pieces.filter { $0.piece.start / Self.watchSeconds == watch }.map {
                            NearPiece(
                                first: $0.first, second: $0.second, start: $0.piece.start - from,
                                end: $0.piece.end - from, isSure: $0.piece.isSure)
                        }
                        // Watches without a piece may be passed over.
                        if !near.isEmpty { runs.take(&near, from: from) }
                    }
                    return runs.finish()
                }
                let joined = JoinedRuns(
                    parts, joinGapSeconds: joinGap, leastSeconds: least, threads: 2, leastRuns: Int(seed) * 5 + 1)
                // Told apart from the expectation, which would look into each piece.
                let isSame = joined.lists.flatMap { list in list.runs.map { Array(list.pieces(of: $0)) } } == expected
                #expect(isSame, "seed \(seed), cuts \(cuts)")
            }
        }
    }

    @Test(arguments: [0, 1, 2, 60, 300, 5_000])
    func sortingByPairsIsSortingByPairs(count: Int) {
        for seed in 0..<20 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let segments = [3, 200, 100_000][Int(seed % 3)] as Int32
            var values = (0..<count).map { number in
                PairRun(
                    .random(in: 0..<segments, using: &random), .random(in: 0..<segments, using: &random),
                    at: UInt32(number))
            }
            let expected = values.sorted { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }
            var scratch: [PairRun] = []
            PairOrder.sort(&values, scratch: &scratch)
            #expect(values.map(\.start) == expected.map(\.start), "seed \(seed)")
        }
    }

    @Test(arguments: [0, 1, 256, 257, 3_000])
    func sortingByUpperHalvesKeepsWhatIsAlikeInOrder(count: Int) {
        for seed in 0..<20 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let most = [UInt32(0), 40, 70_000, .max][Int(seed % 4)]
            var values = (0..<count).map { UInt64(UInt32.random(in: 0...most, using: &random)) << 32 | UInt64($0) }
            let expected = values.sorted()
            var scratch: [UInt64] = []
            RadixOrder.sort(&values, scratch: &scratch)
            #expect(values == expected, "seed \(seed)")
        }
    }
}
