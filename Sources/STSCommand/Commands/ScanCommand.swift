import Glibc
import MaritimeModel
import Reporting
import ScanPipeline

/// `sts scan`: options in, a report out.
enum ScanCommand {
    /// Runs a scan and gives the exit code.
    static func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
        let surroundings = ScanOptions.Surroundings(
            watchlists: SystemCalls.environment("STS_WATCHLIST"), processors: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let options = try ScanOptions(arguments, surroundings: surroundings)
        let diagnostics = Diagnostics(isQuiet: options.isQuiet)
        let traits = TerminalTraits.current()
        // Before the scan starts threads of its own, which inherit what is blocked.
        Interruption.watch()
        if options.plan.inputs.contains("-"), isatty(STDIN_FILENO) == 1 {
            diagnostics.warning("reading rows from the terminal; end them with Ctrl-D")
        }
        do throws(OutputFailure) {
            // Before the work: a place that cannot be written should not cost a scan.
            var output = try ReportOutput(options.output)
            let result: ScanResult
            do throws(ScanFailure) {
                result = try scan(options, traits)
            } catch {
                output.abandon()
                for message in error.messages { diagnostics.error(message) }
                return error.kind == .usage ? .usage : .failed
            }
            do throws(OutputFailure) {
                try write(result, options, traits, to: &output)
            } catch {
                output.abandon()
                throw error
            }
            return conclude(result, options, diagnostics)
        } catch {
            diagnostics.error(error.message)
            return .failed
        }
    }

    /// Runs the plan with progress shown as asked.
    private static func scan(_ options: ScanOptions, _ traits: TerminalTraits) throws(ScanFailure) -> ScanResult {
        guard options.showsProgress(onTerminal: traits.errorIsTerminal && traits.term != "dumb") else {
            return try Scan.run(options.plan)
        }
        let line = ProgressLine(columns: SystemCalls.terminalColumns(STDERR_FILENO) ?? 80)
        Interruption.clearLineOnSignal { line.clearAtOnce() }
        defer {
            line.finish()
            Interruption.clearLineOnSignal(nil)
        }
        return try Scan.run(options.plan) { line.show($0) }
    }

    private static func write(
        _ result: ScanResult, _ options: ScanOptions, _ traits: TerminalTraits, to output: inout ReportOutput
    ) throws(OutputFailure) {
        let style = traits.textStyle(toStandardOutput: output.isStandardOutput)
        try renderReport(options.format, run: result.run, events: result.events, style: style) {
            bytes throws(OutputFailure) in
            try output.write(bytes)
        }
        try output.commit()
    }

    /// Says on standard error what standard output does not, and gives the exit code.
    ///
    /// A flagged meeting that was asked for outranks input that could not be read: both are said, one code is given.
    private static func conclude(
        _ result: ScanResult, _ options: ScanOptions, _ diagnostics: Diagnostics
    ) -> ExitCode {
        // The text report begins with its own account.
        if options.format != .text || options.output != "-" {
            for line in runSummaryLines(run: result.run) { diagnostics.note(line) }
        }
        for input in result.run.inputs {
            guard let failure = input.failure else { continue }
            // The sentence names the input.
            diagnostics.error(failure)
        }
        if options.failsOnFlagged, result.run.flaggedCount > 0 { return .flagged }
        return result.hasUnreadInput ? .someInputUnread : .done
    }
}

extension ScanOptions {
    /// Whether progress is to be shown; `--quiet` outranks `--progress`.
    func showsProgress(onTerminal: Bool) -> Bool {
        guard !isQuiet else { return false }
        return switch progress {
        case .always: true
        case .never: false
        case .auto: onTerminal
        }
    }
}
