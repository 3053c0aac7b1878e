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
}
