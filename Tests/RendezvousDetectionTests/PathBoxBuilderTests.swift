import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// The boxes of a path hold it, follow each other without a break where it is known, and stay within their watch.
struct PathBoxBuilderTests {
    @Test(arguments: WorldKind.allCases)
    func aPathLiesInItsBoxesAllTheTimeThatItIsKnown(kind: WorldKind) {
        for seed in 0..<12 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let tracks = world.tracks
            guard let first = tracks.times.min(), let last = tracks.times.max() else { continue }
            let builder = PathBoxBuilder(
                maxGapSeconds: world.maxGapSeconds, maxDistanceMetres: world.maxDistanceMetres, cellMetres: 1_000)
            var random = SplitMix64(seed: seed)
            for segment in tracks.segments {
                var watches = WatchBoxes(from: Int64(first), to: Int64(last))
                let range = tracks.fixRange(ofSegment: segment)
                builder.append(
                    segment: segment, times: tracks.times, latitudes: tracks.latitudes, longitudes: tracks.longitudes,
                    range: range, to: &watches)
                let boxes = watches.shares(1).flatMap { $0 }.flatMap { watches.boxes(ofWatch: $0) }
                for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.end <= next.start, "\(world)") }
                #expect(
                    boxes.allSatisfy {
                        $0.start < $0.end
                            && Int64($0.start) / PathBoxBuilder.watchSeconds
                                == (Int64($0.end) - 1) / PathBoxBuilder.watchSeconds
                    }, "\(world)")
                let known = zip(range, range.dropFirst()).reduce(0) { sum, pair in
                    let seconds = Int(tracks.times[pair.1] - tracks.times[pair.0])
                    return sum + (seconds <= world.maxGapSeconds ? seconds : 0)
                }
                #expect(boxes.reduce(0) { $0 + Int($1.end - $1.start) } == known, "\(world)")
                for box in boxes.prefix(50) { expect(box, holds: tracks, range, &random, "\(world)") }
            }
        }
    }

    private func expect(
        _ box: PathBox, holds tracks: TrackTable, _ range: Range<Int>, _ random: inout SplitMix64, _ world: String
    ) {
        let time = Double.random(in: Double(box.start)...Double(box.end), using: &random)
        let fix = max(range.lowerBound, tracks.firstFix(in: range, notBefore: time) - 1)
        guard fix + 1 < range.upperBound else { return }
        let motion = GreatCircleMotion(
            start: Double(tracks.times[fix]), from: UnitVector(tracks.position(ofFix: fix)),
            end: Double(tracks.times[fix + 1]), to: UnitVector(tracks.position(ofFix: fix + 1)))
        let place = motion.position(at: time)
        let around = GeoBox(around: place, within: 1e-9)
        let grown = box.geoBox.grown(byMetres: PathBoxBuilder.bulgeMetres + 0.1)
        #expect(grown.intersects(around), "\(world), segment \(box.segment) at \(time)")
    }
}
