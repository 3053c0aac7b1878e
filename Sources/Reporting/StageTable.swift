public import MaritimeModel

/// What each thread of a run did, as the lines of a table: seconds, megabytes and megabytes a second by stage.
public func stageTable(_ timing: RunTiming, and report: StageTiming) -> [String] {
    func row(_ stage: String, _ thread: String, _ seconds: String, _ bytes: String, _ rate: String) -> String {
        TerminalText.padded(stage, to: 20) + TerminalText.padded(thread, to: 7, right: true)
            + TerminalText.padded(seconds, to: 10, right: true) + TerminalText.padded(bytes, to: 11, right: true)
            + TerminalText.padded(rate, to: 9, right: true)
    }
    var lines = [row("stage", "thread", "seconds", "MB", "MB/s")]
    for stage in timing.stages + [report] {
        let megabytes = Double(stage.bytes) / 1e6
        lines.append(
            row(
                stage.stage, "\(stage.thread + 1)", decimalText(stage.seconds, decimals: 3),
                stage.bytes > 0 ? decimalText(megabytes, decimals: 1) : "-",
                stage.bytes > 0 && stage.seconds > 1e-6 ? decimalText(megabytes / stage.seconds, decimals: 0) : "-"))
    }
    lines.append(row("whole run", "", decimalText(timing.totalSeconds + report.seconds, decimals: 3), "", ""))
    return lines
}
