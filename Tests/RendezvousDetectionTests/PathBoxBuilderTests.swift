import FixMemory
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
            var builder = PathBoxBuilder(maxGapSeconds: world.maxGapSeconds, largestMetres: 2_000)
            var random = SplitMix64(seed: seed)
            for segment in tracks.segments {
                let range = tracks.fixRange(ofSegment: segment)
                guard range.count > 1 else { continue }
                var boxes: [PathBox] = []
                var roster = WatchRoster([segment], in: tracks, from: Int64(first) / PathBoxBuilder.watchSeconds)
                var watch = Int64(first) / PathBoxBuilder.watchSeconds
                while watch <= Int64(last) / PathBoxBuilder.watchSeconds {
                    var inWatch = WatchBoxes()
                    roster.appendBoxes(ofWatch: watch, &builder, to: &inWatch)
                    for box in inWatch.inOrder {
                        boxes.append(box)
                        #expect(box.start < box.end, "\(world)")
                        #expect(Int64(box.start) / PathBoxBuilder.watchSeconds == watch, "\(world)")
                        #expect((Int64(box.end) - 1) / PathBoxBuilder.watchSeconds == watch, "\(world)")
                    }
                    watch = min(roster.nextWatch(after: watch), Int64(last) / PathBoxBuilder.watchSeconds + 1)
                }
                for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.end <= next.start, "\(world)") }
                var known = 0
                for fix in range.dropLast() {
                    let seconds = Int(tracks.times[fix + 1] - tracks.times[fix])
                    if seconds <= world.maxGapSeconds { known += seconds }
                }
                #expect(boxes.reduce(0) { $0 + Int($1.end - $1.start) } == known, "\(world)")
                for box in boxes.prefix(50) { expect(box, holds: tracks, range, &random, "\(world)") }
            }
        }
    }

    @Test(arguments: WorldKind.allCases, PathWalk.levels)
    func walksGiveTheBoxesOfACloserLook(kind: WorldKind, level: Int32) {
        for seed in 0..<40 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let tracks = world.tracks
            guard let times = tracks.timeRange else { continue }
            let largest = [300.0, 2_000, 400_000][Int(seed % 3)]
            var builder = PathBoxBuilder(
                maxGapSeconds: world.maxGapSeconds, largestMetres: largest, level: level)
            for segment in tracks.segments {
                let range = tracks.fixRange(ofSegment: segment)
                var (fix, careful) = (range.lowerBound, range.lowerBound)
                for watch in Int64(times.lowerBound) / 14_400...Int64(times.upperBound) / 14_400 {
                    var (walked, wanted) = (WatchBoxes(), WatchBoxes())
                    walked.begin(watch: watch)
                    wanted.begin(watch: watch)
                    fix = builder.append(
                        segment: segment, of: tracks, range: fix..<range.upperBound, watch: watch, to: &walked)
                    careful = builder.appendCarefully(
                        segment: segment, of: tracks, range: careful..<range.upperBound, watch: watch, to: &wanted)
                    #expect(fix == careful, "\(world), segment \(segment)")
                    let isSame =
                        walked.lasting.map(Facts.init) == wanted.lasting.map(Facts.init)
                        && walked.slabs.map { $0.map(Facts.init) } == wanted.slabs.map { $0.map(Facts.init) }
                    #expect(isSame, "\(world), segment \(segment), watch \(watch)")
                }
            }
        }
    }

    private struct Facts: Equatable {
        var numbers: [Int64]

        init(_ box: PathBox) {
            numbers = [
                Int64(box.segment), Int64(box.start), Int64(box.end), Int64(box.south), Int64(box.north),
                Int64(box.west), Int64(box.width),
            ]
        }
    }

    @Test func theLastFixBeforeATimeIsFoundByGuesses() {
        var random = SplitMix64(seed: 31)
        for _ in 0..<400 {
            var time: UInt32 = 0
            let most = UInt32.random(in: 1...2_000, using: &random)
            let fixes = (0..<Int.random(in: 1...300, using: &random)).map { _ in
                time += UInt32.random(in: 1...(Bool.random(using: &random) ? most : 1), using: &random)
                return (time: time, latitude: 0.0, longitude: 0.0)
            }
            let table = TrackTable.of([(id: "a", fixes: fixes)])
            let range = table.fixRange(ofSegment: 0)
            for asked in [fixes[0].time + 1, time / 3, time / 2, time - 1, time, time + 1] where asked > fixes[0].time {
                let guess = Int.random(in: -3...range.count + 3, using: &random)
                let found = WatchRoster.lastFix(in: range, before: asked, guess: guess, of: table.rows)
                #expect(found == table.firstFix(in: range, notBefore: Double(asked)) - 1, "\(asked) of \(fixes)")
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

extension WatchBoxes {
    /// All boxes, in the order in which they begin.
    var inOrder: [PathBox] { (lasting + slabs.joined()).sorted { $0.start < $1.start } }
}
