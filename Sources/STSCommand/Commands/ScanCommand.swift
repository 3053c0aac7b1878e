import Glibc
import MaritimeModel
import Reporting
import ScanPipeline

/// `sts scan`: options in, a report out.
enum ScanCommand {
    /// Runs a scan and gives the exit code.
    static func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
        let surroundings = ScanOptions.Surroundings(
            watchlists: WatchlistPlace.inherited(), processors: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let options = try ScanOptions(arguments, surroundings: surroundings)
        // Not ready before the report is written, and part of no report.
        var report = StageTiming(stage: "report", thread: 0, seconds: 0, bytes: 0)
        return ReportingRun(options.common).exitCode(
            work: { progress throws(ScanFailure) in try Scan.run(options.plan, progress: progress) },
            report: { result, style, sink throws(OutputFailure) in
                let start = ContinuousClock.now
                try renderReport(
                    options.format, run: result.run, events: result.events, style: style, threads: options.plan.threads
                ) { bytes throws(OutputFailure) in
                    report.bytes += bytes.count
                    try sink(bytes)
                }
                let parts = (ContinuousClock.now - start).components
                report.seconds = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
            },
            conclude: { result, diagnostics in
                if options.showsTimings {
                    for line in stageTable(result.run.timing, and: report) { diagnostics.asked(line) }
                }
                return conclude(result, options, diagnostics)
            })
    }

    /// Says on standard error what standard output does not, and gives the exit code.
    ///
    /// A flagged meeting that was asked for outranks input that could not be read: both are said, one code is given.
    private static func conclude(
        _ result: ScanResult, _ options: ScanOptions, _ diagnostics: Diagnostics
    ) -> ExitCode {
        // The text report begins with its own account.
        if options.format != .text || options.common.output != "-" {
            for line in runSummaryLines(run: result.run) { diagnostics.note(line) }
        }
        diagnostics.nameUnread(result.run.inputs)
        if options.failsOnFlagged, result.run.flaggedCount > 0 { return .flagged }
        return result.hasUnreadInput ? .someInputUnread : .done
    }
}

extension Diagnostics {
    /// Names the inputs that could not be read, or not in full.
    func nameUnread(_ inputs: [InputRecord]) {
        // The sentence names the input.
        for failure in inputs.compactMap(\.failure) { error(failure) }
    }
}
