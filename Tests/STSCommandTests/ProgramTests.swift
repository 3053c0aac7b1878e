import Foundation
import TestSupport
import Testing

/// The built program, as a caller sees it.
struct ProgramTests {
    let sts = ProgramRunner(product: "sts")

    @Test func theVersionIsPrinted() throws {
        let outcome = try sts.run(["--version"])
        #expect(outcome.exitCode == 0)
        #expect(outcome.text == "sts 0.1.0\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [
        (["help"], "Commands:"), (["--help"], "Commands:"), (["-h"], "Commands:"),
        (["help", "scan"], "--max-distance"),
        (["scan", "--help"], "--max-distance"), (["help", "exit-codes"], "  3  done"),
        (["profiles", "-h"], "--format"), (["help", "tracks"], "--vessel"), (["tracks", "-h"], "--include-gear"),
        (["help", "columns"], "draught"), (["completion", "bash"], "complete -F _sts sts"), (["profiles"], "PROFILE"),
    ])
    func pagesGoToStandardOutput(words: [String], part: String) throws {
        let outcome = try sts.run(words)
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.contains(part))
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [
        ([], "no command given"), (["scna"], "did you mean 'scan'?"), (["scan"], "no input"),
        (["scan", "a", "--max-gap", "0"], "--max-gap: '0'"), (["vessel"], "does not have the command 'vessel' yet"),
        (["tracks"], "no input"), (["tracks", "a", "--format", "ndjson"], "--format: 'ndjson' is not accepted"),
        (["tracks", "a", "--profile", "oil"], "unknown option '--profile'"),
        (["tracks", "a", "--vessel="], "--vessel"),
        (["help", "zebra"], "no command or topic 'zebra'"), (["completion", "fish"], "bash is known"),
        (["scan", "a", "--profile=oli"], "did you mean 'oil'?"),
    ])
    func usageErrorsGoToStandardErrorWithCodeTwo(words: [String], part: String) throws {
        let outcome = try sts.run(words)
        #expect(outcome.exitCode == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.hasPrefix("sts: error: "))
        #expect(outcome.errorText.contains(part))
        #expect(outcome.errorText.contains("See 'sts help"))
        #expect(outcome.errorText.split(separator: "\n").count == 2)
    }

    @Test func profilesAsJSONAreJSON() throws {
        let outcome = try sts.run(["profiles", "--format", "json"])
        let document = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
        let profiles = try #require(document?["profiles"] as? [[String: Any]])
        #expect(profiles.map { $0["name"] as? String } == ["oil", "proximity", "gfw", "skylight", "starboard"])
        let parameters = try #require(profiles[0]["parameters"] as? [String: Any])
        #expect(parameters["max_distance_m"] as? Double == 500)
        #expect(parameters["port_distance_km"] as? Double == 5.556)
    }

    @Test func aMissingInputFailsAndLeavesTheOldResult() throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "old")
        let outcome = try sts.run(["scan", "missing.csv", "-o", "out", "--format", "json"], folder: folder)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.hasPrefix("sts: error: "))
        #expect(try folder.read("out") == "old")
        #expect(try folder.names() == ["out"])
    }

    @Test func anOutputThatCannotBeWrittenFailsBeforeTheScan() throws {
        let outcome = try sts.run(["scan", "-", "--output", "/nowhere/out"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errorText.hasPrefix("sts: error: cannot write '/nowhere/out'"))
    }

    @Test func aReaderThatLeavesIsNoError() throws {
        let shell = ProgramRunner(path: "/bin/bash")
        let script = "\(sts.path) help scan | true; echo ${PIPESTATUS[0]}"
        let outcome = try shell.run(["-c", script])
        #expect(outcome.text == "0\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func aFullOrClosedStandardOutputIsAnError() throws {
        let shell = ProgramRunner(path: "/bin/bash")
        let full = try shell.run(["-c", "\(sts.path) help scan > /dev/full"])
        #expect(full.exitCode == 1)
        #expect(full.errorText.contains("cannot write standard output: No space left on device"))
        let closed = try shell.run(["-c", "\(sts.path) help scan >&-"])
        #expect(closed.exitCode == 1)
        #expect(closed.errorText.contains("cannot write standard output"))
    }

    @Test(arguments: [
        ("sts ''", 1, "scan tracks screen watchlist profiles completion help --help --version"), ("sts sca", 1, "scan"),
        ("sts scan --prof", 2, "--profile"), ("sts scan --profile g", 3, "gfw"), ("sts scan --profile = g", 4, "gfw"),
        ("sts scan --format =", 3, "text json ndjson csv geojson"), ("sts scan tr", 2, "tracks.csv"),
        ("sts scan -o tr", 3, "tracks.csv"), ("sts help exit", 2, "exit-codes"), ("sts completion ''", 2, "bash"),
        ("sts scan --columns im", 3, "imo="), ("sts profiles --format j", 3, "json"),
        ("sts tracks --format =", 3, "text json geojson csv"), ("sts tracks --ve", 2, "--vessel"),
        ("sts tracks tr", 2, "tracks.csv"),
    ])
    func bashCompletes(words: String, position: Int, reply: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("tracks.csv", "")
        let script = """
            source <(\(sts.path) completion bash)
            compopt() { :; }
            COMP_WORDS=(\(words)) COMP_CWORD=\(position)
            _sts
            echo "${COMPREPLY[*]}"
            """
        let outcome = try ProgramRunner(path: "/bin/bash").run(["-c", script], folder: folder)
        #expect(outcome.text == reply + "\n")
        #expect(outcome.errorText.isEmpty)
    }
}

/// How the program ends when it is told to. Opening a pipe that nobody reads is where it waits in these tests.
struct ProgramInterruptionTests {
    private let sts = ProgramRunner(product: "sts")

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aSignalEndsTheProgramAsThatSignal(signal: Int32) throws {
        let folder = try TemporaryFolder()
        try folder.makePipe("pipe")
        let running = try sts.start(["scan", "missing.csv", "-o", "pipe"], input: Data(), folder: folder)
        usleep(200_000)
        running.send(signal: signal)
        let outcome = try running.finish()
        #expect(outcome.signal == signal)
        #expect(try folder.names() == ["pipe"])
    }

    @Test func anIgnoredSignalStaysIgnored() throws {
        let folder = try TemporaryFolder()
        try folder.makePipe("pipe")
        let shell = ProgramRunner(path: "/bin/bash")
        let line = "trap '' HUP; exec \(sts.path) scan missing.csv -o pipe"
        let running = try shell.start(["-c", line], input: Data(), folder: folder)
        usleep(200_000)
        running.send(signal: SIGHUP)
        usleep(100_000)
        // Only a program that is still there writes to the pipe, and so lets it be opened.
        let reader = try FileHandle(forReadingFrom: folder.url("pipe"))
        let outcome = try running.finish()
        try reader.close()
        #expect(outcome.exitCode == 1)
    }
}
