import Foundation
import TestSupport
import Testing

/// What `sts scan --format ndjson` gave.
struct ScanOutput {
    let outcome: ProgramOutcome
    /// The lines of the events as they stand, the account of the run left out.
    let eventLines: [Data]
    let events: [ReportedEvent]
    let run: RunAccount

    static let sts = ProgramRunner(product: "sts")

    /// Scans and reads the answer; the exit code is `expecting`.
    static func of(
        _ words: [String], input: Data = Data(), folder: TemporaryFolder? = nil, expecting exitCode: Int32 = 0
    ) throws -> ScanOutput {
        let lists = words.contains("--watchlist") ? [] : ["--no-watchlist"]
        let outcome = try sts.run(
            ["scan"] + words + lists + ["--format", "ndjson"], input: input, folder: folder, timeout: 300)
        #expect(outcome.exitCode == exitCode, "\(words): \(outcome.errorText)")
        let lines: [Data] = outcome.output.split(separator: 10)
        let last = try #require(lines.last, "\(words): \(outcome.errorText)")
        return ScanOutput(
            outcome: outcome, eventLines: lines.dropLast(),
            events: try lines.dropLast().map { try ReportDecoding.decode(ReportedEvent.self, from: $0) },
            run: try ReportDecoding.decode(RunAccount.self, from: last))
    }

    /// The lines of the events alone, unread; quicker where only their bytes matter.
    static func eventLines(
        _ words: [String], input: Data = Data(), folder: TemporaryFolder? = nil
    ) throws -> [Data] {
        let lists = words.contains("--watchlist") ? [] : ["--no-watchlist"]
        let outcome = try sts.run(
            ["scan"] + words + lists + ["--format", "ndjson"], input: input, folder: folder, timeout: 300)
        #expect(outcome.exitCode == 0, "\(words): \(outcome.errorText)")
        return outcome.output.split(separator: 10).dropLast()
    }

    /// The sample folder with its list, by the default profile; scanned once for all tests.
    static let ofSamples = Result { try of([Places.samples, "--watchlist", Places.sampleList]) }
}
