import Foundation
import TestSupport
import Testing

/// Bad input gives a clear error, a documented exit code and no half answer, and what is good of it is used.
struct HostileInputTests {
    static let header = "MMSI,BaseDateTime,LAT,LON,SOG,IMO\n"

    /// Two vessels 100 m apart for three hours, far from any port: one meeting, 38 rows.
    static let rows: String = {
        var text = ""
        for minute in stride(from: 0, through: 180, by: 10) {
            let time = "2026-01-03T0\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
            text += "235000001,\(time),45.0000,-30.0000,0.1,\n235000002,\(time),45.0009,-30.0000,0.1,\n"
        }
        return text
    }()

    /// Bytes of which nothing can be used.
    struct Unusable: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: Data
        var says: String
        var testDescription: String { name }

        static let all = [
            Unusable(name: "empty.csv", bytes: Data(), says: "is empty: it holds no bytes"),
            Unusable(
                name: "junk.csv", bytes: randomBytes(count: 200_000), says: "not text, and no archive of a known kind"),
            Unusable(
                name: "nul.csv", bytes: Data(repeating: 0, count: 100_000),
                says: "not text, and no archive of a known kind"),
            Unusable(
                name: "line.csv", bytes: Data(repeating: 0x79, count: 1_000_000),
                says: "columns for id, time, lat, lon were not recognised"),
            Unusable(
                name: "columns.csv", bytes: Data("ship,when,where\n1,2,3\n".utf8),
                says: "its header has \"ship\", \"when\", \"where\"; say which"),
            Unusable(name: "headless.csv", bytes: Data(rows.utf8), says: "it has no header"),
            Unusable(
                name: "wide.csv",
                bytes: Data("\u{FEFF}\(header)\(rows)".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
                says: "UTF-16"),
        ]
    }

    /// Exit code 1, nothing on standard output, one sentence that names the file.
    @Test func aFolderWithNothingButAListSaysWhatWasPassedOver() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.url("lists"), withIntermediateDirectories: true)
        try folder.write("lists/list.csv", "imo,mmsi,name,list,entry,programme,listed_on\n")
        let outcome = try ScanOutput.sts.run(["scan", "lists"], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("list.csv was passed over: it is a watchlist"))
        #expect(outcome.errorText.contains("no track file is left to read"))
    }

    @Test(arguments: Unusable.all)
    func whatCannotBeReadIsRefused(input: Unusable) throws {
        let folder = try TemporaryFolder()
        try input.bytes.write(to: folder.url(input.name))
        try expectRefusal([input.name], folder, naming: input.name, input.says)
    }

    @Test func missingAndEmptyPlacesAreRefused() throws {
        let folder = try TemporaryFolder()
        for name in ["nothing", "notes"] {
            try FileManager.default.createDirectory(at: folder.url(name), withIntermediateDirectories: false)
        }
        try folder.write("notes/notes.md", "hello")
        try expectRefusal(["missing.csv"], folder, naming: "missing.csv", "there is no such file or folder")
        try expectRefusal(["no*.csv"], folder, naming: "no*.csv", "no file or folder has this name")
        try expectRefusal(["nothing"], folder, naming: "nothing", "no track files in this folder (it holds no files)")
        try expectRefusal(["notes"], folder, naming: "notes", "its only file has another ending")
        try expectRefusal(["-"], folder, naming: "standard input", "is empty")
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"))
    func aFileThatMayNotBeReadIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write("closed.csv", HostileInputTests.header + HostileInputTests.rows)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.url("closed.csv").path)
        try expectRefusal(["closed.csv"], folder, naming: "closed.csv", "permission")
    }

    @Test func aHeaderWithoutRowsIsNoError() throws {
        let output = try scan(HostileInputTests.header)
        #expect(output.events.isEmpty)
        #expect(output.run.rows.read == 0)
        #expect(output.run.warnings == ["a.csv has a header and no rows"])
    }

    /// Rows that are not to be used, and the reasons that they are counted under.
    struct Fault: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var rejected: [String: Int]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ rejected: [String: Int]) {
            self.name = name
            self.text = text
            self.rejected = rejected
        }

        static let all = [
            Fault("a row of one megabyte", String(repeating: "x", count: 1_000_000) + "\n", ["bad_columns": 1]),
            Fault(
                "a field of one megabyte",
                "235000001,2026-01-03T05:00:00,45.0,-30.0,\(String(repeating: "9", count: 1_000_000)),\n", [:]),
            Fault("NUL bytes", "\0\0\0\0,\0\n\0\n", ["bad_columns": 2]),
            Fault("too few and too many columns", "1,2,3\n1,2,3,4,5,6,7,8,9\n", ["bad_columns": 2]),
            Fault(
                "impossible times",
                ["2099-01-03T00:00:00", "1985-01-03T00:00:00", "", "yesterday", "2026-02-30T00:00:00"]
                    .map { "235000001,\($0),45.0,-30.0,0.1,\n" }.joined(), ["bad_time": 5]),
            Fault(
                "impossible positions",
                ["91.0,181.0", "45.0,180.1", "-90.5,0", ",", "nan,inf", "1e400,0", "north,west"]
                    .map { "235000001,2026-01-03T00:05:00,\($0),0.1,\n" }.joined(), ["bad_position": 7]),
            Fault("no identity", ",2026-01-03T00:05:00,45.0,-30.0,0.1,\n", ["bad_identity": 1]),
            Fault("a base station", "002350001,2026-01-03T00:05:00,45.0,-30.0,0.1,\n", ["not_a_vessel": 1]),
            Fault("a quote that is never closed", "\"235000001,2026-01-03T00:05:00,45.0,-30.0,0.1,\n", [:]),
            Fault("empty lines", "\n\n\r\n", [:]),
            Fault("a line of blanks", "  \n", ["bad_columns": 1]),
        ]
    }

    /// Faulty rows in front of good ones: each is counted under its reason and the meeting is found all the same.
    @Test(arguments: Fault.all)
    func faultyRowsAreCountedAndTheRestIsUsed(fault: Fault) throws {
        let output = try scan(HostileInputTests.header + fault.text + HostileInputTests.rows)
        #expect(output.events.map(\.pair) == [["235000001", "235000002"]])
        #expect(output.events.map(\.contactS) == [10_800])
        #expect(output.run.rows.isBalanced)
        #expect(output.run.rows.rejected == fault.rejected)
        #expect(output.run.rows.read >= 38 + fault.rejected.values.reduce(0, +))
    }

    @Test func aTruncatedFileIsUsedUpToTheDamageAndNamed() throws {
        let folder = try TemporaryFolder()
        // The good rows come first; noise behind them keeps the packed file long.
        var random = SplitMix64(seed: 3)
        let noise = (0..<4_000).map { (index: Int) -> String in
            let (latitude, longitude) = (random.number(in: -80...80), random.number(in: -170...170))
            return "236\(100_000 + index),2026-01-04T00:00:00,\(latitude),\(longitude),1,\n"
        }
        try folder.write("a.csv", HostileInputTests.header + HostileInputTests.rows + noise.joined())
        let gzip = try ProgramRunner(path: "/bin/gzip").run(["-k", "a.csv"], folder: folder)
        #expect(gzip.exitCode == 0)
        let whole = try Data(contentsOf: folder.url("a.csv.gz"))
        try whole.prefix(whole.count * 2 / 3).write(to: folder.url("cut.csv.gz"))
        let output = try ScanOutput.of(["cut.csv.gz"], folder: folder, expecting: 3)
        #expect(output.events.map(\.pair) == [["235000001", "235000002"]])
        #expect(output.outcome.errorText.contains("cut.csv.gz is cut short"))
        #expect(output.run.inputs.first?.failure?.contains("cut short") == true)
        #expect(output.run.rows.isBalanced)
        #expect(output.run.rows.read > 2_000)
        // The row in which the data end is not taken for a whole one.
        #expect(output.run.rows.used < 4_038)
        #expect(output.run.rows.rejected.values.reduce(0, +) <= 1)
        // With ten bytes there is nothing to use.
        try whole.prefix(10).write(to: folder.url("stub.csv.gz"))
        try expectRefusal(["stub.csv.gz"], folder, naming: "stub.csv.gz", "is cut short")
    }

    /// A position whose last digits are missing would be another position.
    @Test func theLastRowOfATruncatedFileIsNotUsed() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<50).map { "v,\(1_700_000_000 + $0),1.5,100.1234567\n" }
        let plain = Data(("id,time,lat,lon\n" + rows.joined()).utf8)
        // A gzip header and one stored block, so that the text ends exactly where the file is cut.
        var stored = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1])
        let size = UInt16(plain.count)
        stored.append(contentsOf: [UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)])
        stored.append(plain)
        for missing in [1, 3, 6] {
            try stored.dropLast(missing).write(to: folder.url("cut.csv.gz"))
            let rows = try ScanOutput.of(["cut.csv.gz"], folder: folder, expecting: 3).run.rows
            #expect(rows.fixes == 49, "\(missing) bytes missing")
            #expect(rows.isBalanced)
        }
    }

    @Test func aDamagedArchiveIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("good.csv", HostileInputTests.header + HostileInputTests.rows)
        try folder.write("bad.csv", HostileInputTests.header + HostileInputTests.rows)
        let zip = try ProgramRunner(path: "/usr/bin/env").run(
            ["zip", "-q", "a.zip", "good.csv", "bad.csv"], folder: folder)
        if zip.exitCode == 127 { try Test.cancel("zip is not installed") }
        var bytes = try Data(contentsOf: folder.url("a.zip"))
        let second = try #require(bytes.range(of: Data("bad.csv".utf8)))
        for offset in 40..<48 { bytes[second.upperBound + offset] ^= 0xFF }
        try bytes.write(to: folder.url("a.zip"))
        let output = try ScanOutput.of(["a.zip"], folder: folder, expecting: 3)
        #expect(output.events.count == 1)
        #expect(output.outcome.errorText.contains("a.zip!bad.csv is damaged"))
        #expect(output.run.inputs.map { $0.failure == nil } == [true, false])
        #expect(output.run.rows.isBalanced)
    }

    @Test func aBadFileBesideAGoodOneIsNamedOnce() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.url("in"), withIntermediateDirectories: false)
        try folder.write("in/good.csv", HostileInputTests.header + HostileInputTests.rows)
        try randomBytes(count: 5_000).write(to: folder.url("in/junk.csv"))
        let output = try ScanOutput.of(["in", "--quiet"], folder: folder, expecting: 3)
        #expect(output.events.count == 1)
        #expect(output.outcome.errorText.components(separatedBy: "in/junk.csv").count == 2)
        #expect(output.run.inputs.map { $0.failure == nil } == [true, false])
    }

    @Test func anOutputThatCannotBeWrittenIsAnErrorAndLeavesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", HostileInputTests.header + HostileInputTests.rows)
        for place in ["/dev/full", "no/such/folder/out.json", "."] {
            let outcome = try ScanOutput.sts.run(["scan", "a.csv", "--format", "json", "-o", place], folder: folder)
            #expect(outcome.exitCode == 1)
            #expect(outcome.errorText.contains("cannot write '\(place)'"), "\(outcome.errorText)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try folder.names() == ["a.csv"])
        let shell = try ProgramRunner(path: "/bin/bash").run(
            ["-c", "\(ScanOutput.sts.path) scan a.csv --quiet > /dev/full"], folder: folder)
        #expect(shell.exitCode == 1)
        #expect(shell.errorText.contains("cannot write standard output: No space left on device"))
    }

    @Test func aReaderThatLeavesEarlyIsNoError() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", HostileInputTests.header + HostileInputTests.rows)
        let line = "\(ScanOutput.sts.path) scan a.csv --quiet --format ndjson | head -1 | wc -l; echo ${PIPESTATUS[0]}"
        let outcome = try ProgramRunner(path: "/bin/bash").run(["-c", line], folder: folder)
        #expect(outcome.text == "1\n0\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func littleMemoryMeansATemporaryFileAndTheSameAnswer() throws {
        let folder = try TemporaryFolder()
        let arguments = ["scan", Places.samples, "--no-watchlist", "--format", "csv", "--quiet"]
        let usual = try ScanOutput.sts.run(arguments, folder: folder)
        let little = try ScanOutput.sts.run(arguments + ["--memory", "1M"], folder: folder)
        #expect(usual.exitCode == 0 && usual.text.count > 1_000)
        #expect(little.text == usual.text)
        let tiny = try ScanOutput.sts.run(["scan", Places.samples, "--memory", "1K"], folder: folder)
        #expect(tiny.exitCode == 2)
    }

    @Test func noRoomForATemporaryFileIsAnErrorAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        let script = "TMPDIR=/proc \(ScanOutput.sts.path) scan \(Places.samples) --memory 1M -o out"
        let outcome = try ProgramRunner(path: "/bin/bash").run(["-c", script], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.contains("temporary file in /proc") && outcome.errorText.contains("TMPDIR"))
        #expect(try folder.names().isEmpty)
    }

    private func scan(_ text: String) throws -> ScanOutput {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", text)
        return try ScanOutput.of(["a.csv"], folder: folder)
    }

    private func expectRefusal(
        _ words: [String], _ folder: TemporaryFolder, naming name: String, _ part: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try ScanOutput.sts.run(["scan"] + words + ["--format", "json"], folder: folder)
        #expect(outcome.exitCode == 1, sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(
            outcome.errorText.hasPrefix("sts: error: \(name)") && outcome.errorText.contains(part),
            "\(outcome.errorText)", sourceLocation: sourceLocation)
        #expect(outcome.errorText.utf8.count < 600, sourceLocation: sourceLocation)
    }
}

/// Bytes without meaning, the same in every run.
private func randomBytes(count: Int) -> Data {
    var random = SplitMix64(seed: 99)
    return Data((0..<count).map { _ in UInt8(random.next() >> 56) })
}
