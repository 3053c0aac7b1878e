import Glibc
import Reporting
import ScanPipeline

/// The frame of every command that reads tracks and writes a report: output, progress, errors and exit code.
struct ReportingRun: Sendable {
    let options: CommonOptions
    private let traits = TerminalTraits.current()

    init(_ options: CommonOptions) { self.options = options }

    /// Works, reports and concludes; gives the exit code.
    ///
    /// `work` gets what it is to call with its progress. `report` writes to the sink. `conclude` says what is left to
    /// say on standard error; it comes after the report is complete.
    func exitCode<Answer: Sendable>(
        work: (@escaping @Sendable (ScanProgress) -> Void) throws(ScanFailure) -> Answer,
        report: (Answer, TextStyle, ([UInt8]) throws(OutputFailure) -> Void) throws(OutputFailure) -> Void,
        conclude: (Answer, Diagnostics) -> ExitCode
    ) -> ExitCode {
        let diagnostics = Diagnostics(isQuiet: options.isQuiet)
        // Before the work starts threads of its own, which inherit what is blocked.
        Interruption.watch()
        if options.inputs.contains("-"), isatty(STDIN_FILENO) == 1 {
            diagnostics.warning("reading rows from the terminal; end them with Ctrl-D")
        }
        do throws(OutputFailure) {
            // Before the work: a place that cannot be written should not cost a scan.
            var output = try ReportOutput(options.output)
            let answer: Answer
            do throws(ScanFailure) {
                answer = try withProgress(work)
            } catch {
                output.abandon()
                for message in error.messages { diagnostics.error(message) }
                return error.kind == .usage ? .usage : .failed
            }
            ProcessEnd.keep(answer)
            do throws(OutputFailure) {
                let style = traits.textStyle(toStandardOutput: output.isStandardOutput)
                try report(answer, style) { bytes throws(OutputFailure) in try output.write(bytes) }
                try output.commit()
            } catch {
                output.abandon()
                throw error
            }
            return conclude(answer, diagnostics)
        } catch {
            diagnostics.error(error.message)
            return .failed
        }
    }

    /// Works with progress shown as asked.
    private func withProgress<Answer>(
        _ work: (@escaping @Sendable (ScanProgress) -> Void) throws(ScanFailure) -> Answer
    ) throws(ScanFailure) -> Answer {
        guard options.showsProgress(onTerminal: traits.errorIsTerminal && traits.term != "dumb") else {
            return try work { _ in }
        }
        let line = ProgressLine(columns: SystemCalls.terminalColumns(STDERR_FILENO) ?? 80)
        Interruption.clearLineOnSignal { line.clearAtOnce() }
        defer {
            line.finish()
            Interruption.clearLineOnSignal(nil)
        }
        return try work { line.show($0) }
    }
}
