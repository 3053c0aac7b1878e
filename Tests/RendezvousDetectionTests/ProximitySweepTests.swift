import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// Boxes that touch are compared once, wherever they lie: no strip, slab, pole or dateline hides a pair or doubles it.
struct ProximitySweepTests {
    private static let watch: UInt32 = 100 * UInt32(PathBoxBuilder.watchSeconds)

    private static func boxes(seed: UInt64, latitude: Double, longitude: Double) -> [PathBox] {
        var random = SplitMix64(seed: seed)
        return (0..<80).map { number in
            let spread: Int64 = seed % 2 == 0 ? 100_000 : 1_500_000
            let high = Int64.random(in: 0...(number % 9 == 0 ? 1_000_000 : 60_000), using: &random)
            // Now and then one that is wide, or reaches far round.
            let height = number % 23 == 0 ? 400_000_000 : high
            let wide = Int64.random(in: 0...(number % 7 == 0 ? 3_600_000_000 : 80_000), using: &random)
            let south = Int64(latitude * 1e7) + Int64.random(in: -spread...spread, using: &random)
            let west = Int64(longitude * 1e7) + Int64.random(in: -spread...spread, using: &random)
            let start = UInt32.random(in: 0..<14_399, using: &random)
            let most = min(14_400 - start, Bool.random(using: &random) ? 600 : 14_400)
            let bottom = max(-GeoBox.pole, min(GeoBox.pole, south))
            return PathBox(
                segment: Int.random(in: 0..<30, using: &random), start: watch + start,
                end: watch + start + UInt32.random(in: 1...most, using: &random),
                box: GeoBox(
                    south: bottom, north: min(GeoBox.pole, bottom + height),
                    west: GeoBox.wrapped(west + GeoBox.fullCircle / 2), width: wide))
        }
    }

    @Test(arguments: [0, 37.5, -62, 84.95, 89.99, -89.999] as [Double], [0, 90, 180, -179.999] as [Double])
    func aSweepFindsWhatComparingAllWithAllFinds(latitude: Double, longitude: Double) {
        var found = 0
        for seed in 0..<24 as Range<UInt64> {
            let metres = [500.0, 20_000, 100][Int(seed % 3)]
            let boxes = Self.boxes(seed: seed, latitude: latitude, longitude: longitude)
            let groups = (0..<30).map { Int32($0 % 5 == 0 ? $0 % 2 : -1) }
            let bounds = BoxBounds(maxDistanceMetres: metres, slackMetres: 2)
            let growth = BoxGrowth(metres: metres / 2 + 2)
            var sweep = ProximitySweep(
                grid: StripGrid(maxDistanceMetres: metres), bounds: bounds, growth: growth, groups: groups,
                runs: PairRuns(joinGapSeconds: 0, leastSeconds: 0, inner: Int64.min...Int64.max))
            var inWatch = WatchBoxes()
            inWatch.begin(watch: 100)
            for box in boxes { inWatch.append(box) }
            sweep.findPieces(of: inWatch)
            var pieces: [PlainPiece: Int] = [:]
            for piece in sweep.pieces { pieces[PlainPiece(piece, Self.watch), default: 0] += 1 }

            var wanted: [PlainPiece: Int] = [:]
            var allowed: [PlainPiece: Int] = [:]
            for (number, one) in boxes.enumerated() {
                for other in boxes[..<number] {
                    let (start, end) = (max(one.start, other.start), min(one.end, other.end))
                    let group = groups[Int(one.segment)]
                    let relation = bounds.relation(one, other)
                    guard start < end, one.segment != other.segment, relation != .apart,
                        group < 0 || group != groups[Int(other.segment)]
                    else { continue }
                    let piece = PlainPiece(
                        first: min(one.segment, other.segment), second: max(one.segment, other.segment),
                        piece: PairPiece(start: start, end: end, isSure: relation == .within))
                    allowed[piece, default: 0] += 1
                    if growth.grown(one).geoBox.intersects(growth.grown(other).geoBox) {
                        wanted[piece, default: 0] += 1
                    }
                }
            }
            found += pieces.count
            for (piece, count) in wanted { #expect(pieces[piece, default: 0] >= count, "seed \(seed): \(piece)") }
            for (piece, count) in pieces { #expect(allowed[piece, default: 0] >= count, "seed \(seed): \(piece)") }
        }
        #expect(found > 100)
    }

    private struct PlainPiece: Hashable {
        var first: Int32
        var second: Int32
        var piece: PairPiece

        init(first: Int32, second: Int32, piece: PairPiece) {
            self.first = first
            self.second = second
            self.piece = piece
        }

        init(_ piece: NearPiece, _ watchStart: UInt32) {
            self.init(first: piece.first, second: piece.second, piece: piece.piece(watchStart: watchStart))
        }
    }
}
