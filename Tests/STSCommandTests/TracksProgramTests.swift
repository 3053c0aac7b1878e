import Foundation
import MaritimeModel
import Reporting
import ScanPipeline
import TestSupport
import Testing

@testable import STSCommand

/// `sts tracks` by its options and by the built program.
struct TracksProgramTests {
    private let sts = ProgramRunner(product: "sts")

    /// A vessel that changes her name, one that says nothing of herself, and one with a single fix.
    private static let tracks: String = {
        var text = "MMSI,BaseDateTime,LAT,LON,SOG,VesselName,IMO\n"
        for minute in stride(from: 0, through: 50, by: 10) {
            let time = "2026-01-03T00:\(minute < 10 ? "0" : "")\(minute):00"
            text += "235000001,\(time),45.0,\(-30 - minute),0.1,\(minute < 30 ? "OLD" : "NEW"),IMO9074729\n"
            text += "235000002,\(time),45.\(minute),179.9,0.1,,\n"
        }
        return text + "235000003,2026-01-03T00:00:00,1,1,0,,\n235000003,2026-01-03T00:00:00,1,1,0,,\n"
    }()

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("tracks.csv", TracksProgramTests.tracks)
        return folder
    }

    private func options(_ words: String...) throws(UsageError) -> TracksOptions {
        let arguments = try parseArguments(
            ["tracks"] + words, program: CommandList.programOptions, commands: CommandList.commands)
        return try TracksOptions(arguments, processors: 4)
    }

    @Test func withoutOptionsTheDefaultsHold() throws {
        let options = try options("a", "b")
        #expect(options.plan.inputs == ["a", "b"] && options.plan.threads == 4)
        #expect(options.vessels.isEmpty && options.format == .text && options.common.output == "-")
        #expect(!options.plan.rawTracks && !options.plan.parameters.includeGear)
    }

    @Test func everyOptionReachesThePlan() throws {
        let options = try options(
            "a", "--vessel", "1", "--vessel", "two words", "--format", "geojson", "-o", "out", "--threads", "2",
            "--memory", "1G", "--columns", "id=x", "--raw-tracks", "--include-gear", "--quiet", "--progress", "never")
        #expect(options.vessels == ["1", "two words"])
        #expect(options.format == .geojson && options.common.output == "out")
        #expect(options.plan.threads == 2 && options.plan.memoryLimitBytes == 1 << 30)
        #expect(options.plan.columns == ["id": "x"])
        #expect(options.plan.rawTracks && options.plan.parameters.includeGear)
        #expect(options.common.isQuiet && options.common.progress == .never)
    }

    @Test func theReportCountsPlainVesselsAndShowsTheOneThatIsAskedFor() throws {
        let folder = try folder()
        let all = try sts.run(["tracks", "tracks.csv", "--raw-tracks"], folder: folder)
        #expect(all.exitCode == 0, "\(all.errorText)")
        #expect(all.text.contains("3 identities in 3 segments. 0 stand out."))
        #expect(all.text.contains("PLAIN VESSELS (3)"))
        #expect(all.errorText.isEmpty)
        let one = try sts.run(["tracks", "tracks.csv", "--vessel", "235000001", "--raw-tracks"], folder: folder)
        #expect(one.text.contains("1 of 3 identities, as asked for."))
        #expect(one.text.contains("name         OLD: 2026-01-03 00:00 to 00:20, 3 rows"))
        #expect(one.text.contains("             NEW: 2026-01-03 00:30 to 00:50, 3 rows"))
        #expect(!one.text.contains("235000002"))
    }

    @Test func theDocumentHoldsEveryVesselWithItsMeasures() throws {
        let folder = try folder()
        let outcome = try sts.run(["tracks", "tracks.csv", "--format", "json", "--raw-tracks"], folder: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.contains("3 identities, 3 with positions; 3 segments, 0 findings"))
        let document = try #require(
            try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        let vessels = try #require(document["vessels"] as? [[String: Any]])
        #expect(vessels.map { $0["id"] as? String } == ["235000001", "235000002", "235000003"])
        #expect(vessels.map { $0["fixes"] as? Int } == [6, 6, 1])
        let segment = try #require((vessels[1]["segments"] as? [[String: Any]])?.first)
        // Ten minutes of latitude and back, on the sphere of radius 6 371 008.8 m: 0.1 degree is 11.119 5 km.
        #expect(segment["path_km"] as? Double == 55.598)
        #expect(segment["median_speed_kn"] as? Double == 36.02)
        #expect(segment["longest_silence_s"] as? Int == 600)
    }

    @Test func theTableHasARowForEachFixThatWasKept() throws {
        let folder = try folder()
        let outcome = try sts.run(
            ["tracks", "tracks.csv", "--format", "csv", "--vessel", "235000003", "--quiet"], folder: folder)
        #expect(
            outcome.text == """
                id,segment,time,latitude,longitude
                235000003,1,2026-01-03T00:00:00Z,1.0000000,1.0000000

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: TrackFormat.allCases)
    func theAnswerDoesNotDependOnThreadsOrRowOrder(format: TrackFormat) throws {
        let folder = try folder()
        let words = ["tracks", "-", "--format", format.rawValue, "--quiet", "--raw-tracks"]
        let rows = TracksProgramTests.tracks.split(separator: "\n")
        let reversed = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
        let one = try sts.run(
            words + ["--threads", "1"], input: Data(TracksProgramTests.tracks.utf8), folder: folder)
        let other = try sts.run(words + ["--threads", "3"], input: Data(reversed.utf8), folder: folder)
        #expect(one.exitCode == 0 && !one.output.isEmpty)
        #expect(one.text == other.text)
        #expect(try sts.run(words + ["-o", "out"], input: Data(reversed.utf8), folder: folder).exitCode == 0)
        #expect(try folder.read("out") == one.text)
    }

    @Test(arguments: [
        ("235000004", "these look alike: '235000001', '235000002', '235000003'"),
        ("23500001", "these look alike: '235000001'"), ("325000002", "these look alike: '235000002'"),
        ("9074729", "'235000001' states it"), ("IMO9074729", "'235000001' states it"), ("old", "'235000001' states it"),
        ("zebra", "none that looks like it"),
    ])
    func anUnknownVesselFailsAndSaysWhichOnesLookAlike(id: String, part: String) throws {
        let folder = try folder()
        let outcome = try sts.run(
            ["tracks", "tracks.csv", "--vessel", "235000001", "--vessel", id, "-o", "out"], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("there is no vessel with the id '\(id)'"))
        #expect(outcome.errorText.contains(part), "\(outcome.errorText)")
        #expect(try folder.names() == ["tracks.csv"])
    }

    @Test func unreadInputIsNamedAndGivesThree() throws {
        let folder = try folder()
        let words = ["tracks", "tracks.csv", "missing.csv", "--format", "json"]
        let outcome = try sts.run(words, folder: folder)
        #expect(outcome.exitCode == 3)
        #expect(outcome.errorText.contains("missing.csv"))
        #expect(!outcome.text.isEmpty)
        // The vessel may be in what could not be read.
        let unknown = try sts.run(words + ["--vessel", "zebra"], folder: folder)
        #expect(unknown.exitCode == 1)
        #expect(unknown.errorText.contains("zebra") && unknown.errorText.contains("missing.csv"))
        #expect(try sts.run(["tracks", "missing.csv"], folder: folder).exitCode == 1)
    }

    @Test func aScanShowsGearOnlyWhenAsked() throws {
        let folder = try folder()
        for (words, shown) in [([], "false"), (["--include-gear"], "true")] {
            let outcome = try sts.run(["scan", "tracks.csv", "--format", "json"] + words, folder: folder)
            #expect(outcome.text.contains("\"include_gear\":\(shown)"))
        }
    }
}
