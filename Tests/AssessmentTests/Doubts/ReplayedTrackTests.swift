import Glibc
import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct ReplayedTrackTests {
    /// A ship that sails a crooked way with noise, so that positions do not come twice.
    private func ship(_ id: String, seed: UInt64, hours: Double = 2, decimals: Int = 5) -> DrawnTrack {
        var random = SplitMix64(seed: seed)
        var track = DrawnTrack()
        track.id = id
        track.decimals = decimals
        track.draw(stride(from: 0, to: hours * 3_600, by: 60)) { second in
            (
                speed(knots: 9) * second + random.number(in: -5...5),
                800 * sin(second / 1_000) + random.number(in: -5...5)
            )
        }
        return track
    }

    private func copy(_ track: DrawnTrack, as id: String, _ part: Range<Int>, later seconds: UInt32) -> DrawnTrack {
        var copy = track
        copy.id = id
        copy.fixes = track.fixes[part].map { ($0.time + seconds, $0.position) }
        return copy
    }

    private func replays(of segments: [Int], in tracks: TrackTable) -> (ReplayedTrack, [ReplayedTrack.Replay]) {
        let search = ReplayedTrack(of: segments, in: tracks)
        return (search, search.replays(inSegments: tracks.segments))
    }

    @Test func aPartPlayedAgainUnderAnotherIdIsFoundFromEitherSide() throws {
        let first = ship("200000001", seed: 1)
        let tracks = TrackTable.drawn([
            first, ship("200000002", seed: 2), copy(first, as: "200000003", 30..<80, later: 86_400),
        ])
        for (asked, offset) in [(0, 86_400.0), (2, -86_400)] {
            let (search, found) = replays(of: [asked], in: tracks)
            let doubts = search.doubts(from: found)
            #expect(Array(doubts.keys) == [asked])
            let doubt = try #require(doubts[asked]?.first)
            #expect(doubts[asked]?.count == 1 && doubt.reason == .replayedTrack)
            #expect(doubt.figures.first { $0.name == "positions" }?.value == 50)
            #expect(doubt.figures.first { $0.name == "offset_s" }?.value == offset)
            #expect(doubt.says.contains(asked == 0 ? "200000003" : "200000001"))
        }
        let (search, found) = replays(of: [0, 1, 2], in: tracks)
        #expect(Set(search.doubts(from: found).keys) == [0, 2])
    }

    @Test func aTrackThatRepeatsItselfIsFound() {
        var track = ship("200000001", seed: 3, hours: 1)
        track.fixes += copy(track, as: "", 0..<track.fixes.count, later: 7_200).fixes
        let (search, found) = replays(of: [0], in: track.table)
        let doubts = search.doubts(from: found)
        #expect(doubts[0]?.count == 1 && doubts[0]?.first?.says.contains("the same identity") == true)
    }

    @Test func theSameTimesAreNoReplay() {
        let first = ship("200000001", seed: 4)
        let tracks = TrackTable.drawn([first, copy(first, as: "200000002", 0..<100, later: 7)])
        #expect(replays(of: [0, 1], in: tracks).1.isEmpty)
    }

    @Test func sevenPositionsOrAMooredShipAreNoReplay() {
        let first = ship("200000001", seed: 5)
        var moored = DrawnTrack()
        moored.id = "200000003"
        moored.draw(stride(from: 0, to: 90_000, by: 60)) { second in (Double(Int(second / 60) % 4), 0) }
        let tracks = TrackTable.drawn([first, copy(first, as: "200000002", 10..<17, later: 90_000), moored])
        #expect(replays(of: [0, 1, 2], in: tracks).1.isEmpty)
    }

    @Test func aFerryOnCoarseCoordinatesIsNoReplay() {
        var ferry = DrawnTrack()
        ferry.decimals = 3
        ferry.draw(stride(from: 0, to: 90_000, by: 30)) { second in
            (speed(knots: 15) * abs(second.truncatingRemainder(dividingBy: 7_200) - 3_600), 0)
        }
        #expect(replays(of: [0], in: ferry.table).1.isEmpty)
    }

    @Test func rangesGiveWhatTheWholeGives() {
        let first = ship("200000001", seed: 6)
        let tracks = TrackTable.drawn(
            [first] + (2...9).map { copy(first, as: "20000000\($0)", $0 * 4..<90, later: UInt32($0) * 7_200) })
        let search = ReplayedTrack(of: [0, 4], in: tracks)
        let whole = search.replays(inSegments: tracks.segments)
        let pieces = [0..<3, 3..<4, 4..<9].flatMap { search.replays(inSegments: $0) }
        #expect(whole == pieces && whole.count >= 8)
        #expect(search.doubts(from: whole) == search.doubts(from: pieces.reversed()))
    }

    @Test func partsOfAnyLengthAtAnyPlaceAreFoundAsALookAtEachPairOfFixesFindsThem() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for world in 0..<40 {
            let first = ship("200000001", seed: random.next(), hours: 1)
            var tracks = [first]
            var expected: [Range<Int>: Int] = [:]
            var before = first.fixes.count
            for number in 2...6 {
                let count = Int(random.number(in: 5...30))
                // All ships set out from one place: there a fix of its own could stand before the part it repeats.
                let start = Int(random.number(in: 1...Double(first.fixes.count - count)))
                let lead = Int(random.number(in: 0...12))
                // Fixes of its own, the part, some of them twice, and fixes of its own again.
                let own = ship("20000000\(number)", seed: random.next(), hours: 1)
                var track = copy(own, as: own.id, 0..<lead, later: 0)
                var repeated = 0
                for (place, fix) in first.fixes[start..<start + count].enumerated() {
                    let time = 1_000_000 + UInt32(place) * 60 + (track.fixes.first?.time ?? first.fixes[0].time)
                    track.fixes.append((time, fix.position))
                    if random.number(in: 0...1) < 0.2 {
                        track.fixes.append((time + 20, fix.position))
                        repeated += 1
                    }
                }
                let place = before + lead..<before + lead + count + repeated
                track.fixes += copy(own, as: own.id, lead..<own.fixes.count, later: 2_000_000).fixes
                before += track.fixes.count
                // At 9 knots and a fix a minute, eight positions lead two kilometres away.
                if count >= ReplayedTrack.leastPositions { expected[place] = count }
                tracks.append(track)
            }
            let table = TrackTable.drawn(tracks)
            let found = replays(of: [0], in: table).1
            // The last fix may stand there twice, and the first one is enough.
            let places = Dictionary(
                uniqueKeysWithValues: found.map { replay in
                    (
                        expected.keys.first {
                            $0.lowerBound == replay.otherFixes.lowerBound
                                && $0.contains(replay.otherFixes.upperBound - 1)
                        } ?? replay.otherFixes, replay.positions
                    )
                })
            #expect(places == expected, "seed \(seed), world \(world)")
        }
    }
}
