import Foundation
import TestSupport
import Testing

/// Whole scans by the built program: what comes out where, and with which exit code.
struct ScanProgramTests {
    private let sts = ProgramRunner(product: "sts")

    /// Two vessels that lie 100 m apart for three hours, far from any port, one of them on a list.
    private static let tracks: String = {
        var text = "MMSI,BaseDateTime,LAT,LON,SOG,IMO\n"
        for minute in stride(from: 0, through: 180, by: 10) {
            let time = "2026-01-03T0\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
            text += "235000001,\(time),45.0000,-30.0000,0.1,IMO9074729\n235000002,\(time),45.0009,-30.0000,0.1,\n"
        }
        return text
    }()

    private static let list = """
        imo,mmsi,name,list,entry,programme,listed_on
        9074729,,SPECIMEN,Test list,T-1,TEST,2020-01-01

        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("tracks.csv", ScanProgramTests.tracks)
        try folder.write("list.csv", ScanProgramTests.list)
        return folder
    }

    @Test func aScanPrintsTheMeetingAndEndsWithZero() throws {
        let folder = try folder()
        let outcome = try sts.run(["scan", "tracks.csv", "--format", "ndjson"], folder: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        #expect(outcome.text.contains("\"235000001\""))
        #expect(outcome.text.split(separator: "\n").count == 2)
        #expect(outcome.errorText.contains("1 meeting"))
    }

    @Test func quietLeavesStandardErrorEmpty() throws {
        let folder = try folder()
        let outcome = try sts.run(
            ["scan", "tracks.csv", "--format", "csv", "--quiet", "--progress", "always"], folder: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func progressIsShownWhenItIsAskedForAndRemoved() throws {
        let folder = try folder()
        let outcome = try sts.run(
            ["scan", "tracks.csv", "--progress", "always", "--threads", "1"], folder: folder)
        #expect(outcome.exitCode == 0)
        if !outcome.errorText.isEmpty { #expect(outcome.errorText.hasSuffix("\r\u{1B}[K")) }
        #expect(!outcome.text.contains("\u{1B}"))
    }

    @Test func aFlaggedMeetingFailsOnlyWhenAsked() throws {
        let folder = try folder()
        let asked = ["scan", "tracks.csv", "--watchlist", "list.csv", "--fail-on", "flagged", "-o", "out"]
        #expect(try sts.run(asked, folder: folder).exitCode == 4)
        #expect(try folder.read("out").contains("SPECIMEN"))
        #expect(try sts.run(Array(asked.prefix(4)), folder: folder).exitCode == 0)
        #expect(try sts.run(["scan", "tracks.csv", "--fail-on", "flagged"], folder: folder).exitCode == 0)
    }

    /// 9074720 fails its check digit and is one digit away from the listed number.
    @Test func aStatedNumberOneSlipFromAListedOneIsALeadAndFlagsNothing() throws {
        let folder = try folder()
        try folder.write(
            "slip.csv", ScanProgramTests.tracks.replacingOccurrences(of: "IMO9074729", with: "IMO9074720"))
        let asked = ["scan", "slip.csv", "--watchlist", "list.csv", "--format", "ndjson", "--fail-on", "flagged"]
        let outcome = try sts.run(asked, folder: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.contains("\"match\":\"mistyped_imo\"") && outcome.text.contains("\"lead_only\":true"))
        #expect(!outcome.text.contains("\"imo\":\"9074720\""))
    }

    @Test(arguments: ["1", "2", "4"])
    func aListThatCannotBeReadStopsTheScanWhateverTheTracks(threads: String) throws {
        let folder = try folder()
        try folder.write("bad.csv", "imo,mmsi,name,list,entry,programme,listed_on\n")
        for tracks in ["tracks.csv", "missing.csv"] {
            let outcome = try sts.run(
                ["scan", tracks, "--watchlist", "bad.csv", "--threads", threads, "-o", "out"], folder: folder)
            #expect(outcome.exitCode == 1 && outcome.errorText.contains("bad.csv"), "\(outcome.errorText)")
            #expect(throws: (any Error).self) { try folder.read("out") }
        }
    }

    @Test func theEnvironmentNamesTheList() throws {
        let folder = try folder()
        let asked = ["scan", "tracks.csv", "--fail-on", "flagged"]
        let environment = ["STS_WATCHLIST": "list.csv"]
        #expect(try sts.run(asked, environment: environment, folder: folder).exitCode == 4)
        #expect(try sts.run(asked + ["--no-watchlist"], environment: environment, folder: folder).exitCode == 0)
    }

    @Test func unreadInputIsNamedAndGivesThreeUnlessAMeetingIsFlagged() throws {
        let folder = try folder()
        let words = ["scan", "tracks.csv", "missing.csv", "--quiet", "--format", "json"]
        let unread = try sts.run(words, folder: folder)
        #expect(unread.exitCode == 3)
        #expect(unread.errorText.contains("missing.csv"))
        #expect(unread.text.contains("\"235000001\""))

        let both = try sts.run(
            words + ["--watchlist", "list.csv", "--fail-on", "flagged"], folder: folder)
        #expect(both.exitCode == 4)
        #expect(both.errorText.contains("missing.csv"))
    }

    @Test func aListThatCannotBeReadFails() throws {
        let folder = try folder()
        let outcome = try sts.run(["scan", "tracks.csv", "--watchlist", "none.csv", "-o", "out"], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("none.csv"))
        #expect(try folder.names() == ["list.csv", "tracks.csv"])
    }

    @Test(arguments: ["text", "json", "ndjson", "csv", "geojson"])
    func aFileHoldsWhatStandardOutputWould(format: String) throws {
        let folder = try folder()
        let words = ["scan", "tracks.csv", "--format", format]
        let printed = try sts.run(words, folder: folder)
        #expect(try sts.run(words + ["-o", "out"], folder: folder).exitCode == 0)
        let device = try sts.run(words + ["-o", "/dev/stdout"], folder: folder)
        // Only the time that a run took may differ.
        func untimed(_ text: String) -> String { text.replacing(/"timing":\{[^}]*\}|Took .*/, with: "") }
        #expect(!printed.text.isEmpty)
        #expect(try untimed(folder.read("out")) == untimed(printed.text))
        #expect(untimed(device.text) == untimed(printed.text))
    }

    @Test func aFullDiskAtTheOutputIsAnError() throws {
        let folder = try folder()
        let outcome = try sts.run(["scan", "tracks.csv", "-o", "/dev/full", "--format", "json"], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("cannot write '/dev/full': No space left on device"))
    }

    @Test func aReaderThatLeavesDoesNotChangeTheExitCode() throws {
        let folder = try folder()
        let shell = ProgramRunner(path: "/bin/bash")
        let line = "\(sts.path) scan tracks.csv --quiet --format json | true; echo ${PIPESTATUS[0]}"
        let outcome = try shell.run(["-c", line], folder: folder)
        #expect(outcome.text == "0\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptedScanLeavesTheOldResultAndNothingElse(signal: Int32) throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "old")
        let running = try sts.start(
            ["scan", "-", "-o", "out", "--progress", "always"], input: nil, folder: folder)
        try running.write(Data(ScanProgramTests.tracks.utf8))
        usleep(300_000)
        running.send(signal: signal)
        let outcome = try running.finish(closingInput: false)
        #expect(outcome.signal == signal)
        #expect(try folder.read("out") == "old")
        #expect(try folder.names() == ["out"])
    }
}
