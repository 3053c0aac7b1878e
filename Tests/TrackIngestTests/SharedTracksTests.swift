import Foundation
import MaritimeModel
import Testing

@testable import TrackIngest

/// The real track files, whose rows were counted independently of this reader.
@Suite(.enabled(if: SharedTracks.arePresent, "needs ../shared/tracks beside the package"))
struct SharedTracksTests {
    @Test(arguments: SharedTracks.all)
    func everyRowOfARealFileIsAccountedFor(file: SharedTracks) throws {
        let reading = try read([SharedTracks.folder + "/" + file.name])
        let record = reading.inputs[0]
        #expect(reading.inputs.count == 1 && record.failure == nil && reading.warnings.isEmpty)
        #expect(record.layout == file.layout)
        #expect(record.ledger.rows == file.rows && record.ledger.fixes == file.fixes)
        #expect(record.ledger.identityOnly == file.identityOnly && record.ledger.rejected == file.rejected)
        #expect(reading.tracks.vessels.count == file.vessels)
        #expect(reading.isBalanced)
    }

    @Test func theWholeFolderIsTheSumOfItsFilesWithAnyThreads() throws {
        let one = try read([SharedTracks.folder], cutsSegments: true, threads: 1)
        let four = try read([SharedTracks.folder], cutsSegments: true, threads: 4)
        #expect(Reading(one) == Reading(four))
        #expect(one.inputs == four.inputs && one.inputs.count == SharedTracks.all.count && one.isBalanced)
        #expect(one.inputs.map(\.ledger.rows).reduce(0, +) == SharedTracks.all.map(\.rows).reduce(0, +))
    }

    @Test func theDanishRowsSayWhatTheyStateAndNoMore() throws {
        let reading = try read([SharedTracks.folder + "/dma-aisdk-2018-06-01-sample.csv"])
        let tanker = try #require(reading.staticData(of: "266220000"))
        #expect(tanker.names.map(\.value) == ["ASTINA"] && tanker.imoNumbers.map(\.value.number) == [9_320_063])
        #expect(tanker.shipTypes.map(\.value) == [.tanker] && tanker.draughts.map(\.value) == [5.9])
        #expect(tanker.lengths.map(\.value) == [130] && tanker.beams.map(\.value) == [20])
        #expect(reading.fixes(of: "266220000").isEmpty)
        #expect(reading.staticData(of: "215810000")?.isEmpty == true)
        #expect(reading.fixes(of: "215810000") == [[1_527_811_200, 559_210_280, 173_204_180]])
    }
}

/// A real file and the independent count of its rows.
struct SharedTracks: CustomTestStringConvertible, Sendable {
    var name: String
    var layout: String
    var rows: Int
    var fixes: Int
    var identityOnly = 0
    var rejected: [RejectReason: Int] = [:]
    var vessels: Int

    var testDescription: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/tracks").path
    static let arePresent = FileManager.default.fileExists(atPath: folder)

    static let all = [
        SharedTracks(
            name: "noaa-2022-01-03-slice.csv.gz", layout: "NOAA MarineCadastre 2018 to 2023", rows: 50_000,
            fixes: 49_881,
            rejected: [.duplicate: 75, .notAVessel: 44], vessels: 10_257),
        SharedTracks(
            name: "noaa-ny-harbor-2020-06-30-hour1.csv", layout: "NOAA MarineCadastre 2020, longitude first",
            rows: 8_689,
            fixes: 8_687, rejected: [.duplicate: 2], vessels: 295),
        SharedTracks(
            name: "noaa-csv2-2026-03-31-sample.csv", layout: "NOAA MarineCadastre 2024 and later", rows: 2, fixes: 2,
            vessels: 2),
        SharedTracks(
            name: "dma-aisdk-2018-06-01-sample.csv", layout: "Danish Maritime Authority aisdk", rows: 11, fixes: 6,
            identityOnly: 2, rejected: [.notAVessel: 3], vessels: 8),
        SharedTracks(
            name: "solent-2016-01-12.csv.gz",
            layout: "delimited text (id=MMSI, time=Time, lat=Latitude_degrees, lon=Longitude_degrees, sog=SOG_knots)",
            rows: 18_623, fixes: 18_551, rejected: [.duplicate: 72], vessels: 91),
        SharedTracks(
            name: "virginia-beach-2020-06-04-to-06.csv.gz",
            layout: "delimited text (id=mmsi, time=timestamp, lat=lat, lon=lon)", rows: 39_822, fixes: 39_822,
            vessels: 84),
    ]
}
