import Foundation
import MaritimeModel
import SyntheticTracks
import Testing

/// The world of the committed files, made once.
let sampleWorld = SampleWorld.make()

@Suite struct SampleWorldTests {
    @Test func theSameSeedGivesTheSameBytes() {
        let again = SampleWorld.make()
        for (day, dayAgain) in zip(sampleWorld.days, again.days) { #expect(day.bytes == dayAgain.bytes) }
        #expect(again.truthJSON == sampleWorld.truthJSON)
    }

    @Test func anotherSeedGivesOtherNoiseButTheSameCast() {
        let other = SampleWorld.make(seed: 7)
        #expect(other.days[0].bytes != sampleWorld.days[0].bytes)
        #expect(other.tracks.map(\.id) == sampleWorld.tracks.map(\.id))
        #expect(other.meetings.map(\.scene).sorted() == sampleWorld.meetings.map(\.scene).sorted())
    }

    @Test func eachDayHasItsLayout() {
        #expect(
            sampleWorld.days.map(\.name) == [
                "AIS_2023_12_31.csv", "ais-2024-01-01.csv", "aisdk-2024-01-02.csv",
            ])
        let headers = sampleWorld.days.map { firstLine(of: $0.bytes) }
        #expect(headers == TrackLayoutName.allCases.map(\.layout.header))
    }

    @Test func rowsAreCountedRight() {
        for day in sampleWorld.days {
            #expect(day.bytes.count { $0 == UInt8(ascii: "\n") } == day.rowCount + 1)
            #expect(day.fixCount + day.identityOnlyCount + day.rejected.values.reduce(0, +) == day.rowCount)
        }
        #expect((150_000...250_000).contains(sampleWorld.days.map(\.rowCount).reduce(0, +)))
    }

    @Test func everyTrackIsInStrictTimeOrderWithinTheThreeDays() {
        let start = Timestamp(SampleWorld.firstDay).secondsSince1970
        for track in sampleWorld.tracks {
            let seconds = track.rows.map(\.time.secondsSince1970)
            #expect(zip(seconds, seconds.dropFirst()).allSatisfy { $0 < $1 }, "\(track.id)")
            #expect(seconds.allSatisfy { (start..<(start + 3 * 86_400)).contains($0) }, "\(track.id)")
        }
    }

    @Test func identitiesBelongToNoRealShip() {
        for track in sampleWorld.tracks {
            #expect(track.id.count == 9)
            #expect(track.vessel.mmsi.station == .ship)
            #expect(UnallocatedIdentity.sampleMIDs.contains(track.vessel.mmsi.number / 1_000_000))
            #expect(track.vessel.name.count <= 20, "\(track.vessel.name) is longer than AIS allows")
            if let imo = track.vessel.imo { #expect((2_000_000...2_999_999).contains(imo.number)) }
        }
        let ids = Set(sampleWorld.tracks.map(\.id))
        #expect((55...65).contains(ids.count))
        // Two hulls share one id, and nobody else shares anything.
        #expect(ids.count == sampleWorld.tracks.count - 1)
    }

    @Test func everyWatchlistEntryStandsInTheListFile() {
        let lines = sampleWorld.watchlist.split(separator: "\n")
        #expect(lines.first == "imo,mmsi,name,list,entry,programme,listed_on")
        #expect(lines.count == 8)
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 7 })
        #expect(sampleWorld.listings.count { $0.vessel != nil } == 4)
    }

    /// Every scene with the count of meetings that the default profile reports and hides.
    @Test(arguments: [
        ("anchored_transfer", 1, 0), ("drifting_transfer", 1, 0), ("under_way_transfer", 1, 0),
        ("mother_and_daughters", 3, 0), ("dateline_transfer", 1, 0), ("midnight_transfer", 1, 0),
        ("silent_transfer", 2, 0), ("too_silent", 0, 2), ("in_port", 0, 1), ("bunkering", 1, 1), ("tug_visit", 0, 1),
        ("pilot_visit", 0, 1), ("pair_trawlers", 0, 1), ("raft", 12, 1), ("convoy", 0, 4), ("fly_by", 0, 1),
        ("overtaking", 0, 1), ("one_hull_two_mmsis", 0, 1), ("two_hulls_one_mmsi", 0, 0), ("listed_alone", 0, 0),
        ("reused_mmsi", 0, 0), ("ferry", 0, 0), ("unplanned", 0, 0),
    ])
    func theSceneHasItsMeetings(scene: String, reported: Int, hidden: Int) {
        let meetings = sampleWorld.meetings.filter { $0.scene == scene }
        #expect(meetings.count(where: \.isReportedByDefault) == reported)
        #expect(meetings.count { !$0.isReportedByDefault } == hidden)
    }

    @Test func theTruthFileIsValidJSON() throws {
        let document = try JSONSerialization.jsonObject(with: Data(sampleWorld.truthJSON.utf8)) as? [String: Any]
        #expect((document?["meetings"] as? [Any])?.count == sampleWorld.meetings.count)
        #expect((document?["scenes"] as? [Any])?.count == sampleWorld.scenes.count)
    }
}

/// The first line of a file, without its end.
func firstLine(of bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
}
