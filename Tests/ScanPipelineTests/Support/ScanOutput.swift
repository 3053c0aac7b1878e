import Foundation
import TestSupport
import Testing

/// What `sts scan --format ndjson` gave.
struct ScanOutput {
    let outcome: ProgramOutcome
    /// The lines of the events as they stand, the account of the run left out.
    let eventLines: [Substring]
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
        let lines = outcome.text.split(separator: "\n")
        let last = try #require(lines.last, "\(words): \(outcome.errorText)")
        return ScanOutput(
            outcome: outcome, eventLines: lines.dropLast(),
            events: try lines.dropLast().map { try ReportDecoding.decode(ReportedEvent.self, from: Data($0.utf8)) },
            run: try ReportDecoding.decode(RunAccount.self, from: Data(last.utf8)))
    }

    /// The sample folder with its list, by the default profile; scanned once for all tests.
    static let ofSamples = Result { try of([Places.samples, "--watchlist", Places.sampleList]) }
}
