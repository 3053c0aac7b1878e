import Glibc
import Reporting

/// What is known of the terminal, as far as it decides how things look.
struct TerminalTraits: Sendable, Equatable {
    var outputIsTerminal: Bool
    var errorIsTerminal: Bool
    /// Columns of the terminal behind standard output, or nil.
    var columns: Int?
    /// The environment variables TERM and NO_COLOR.
    var term: String?
    var noColour: String?

    /// Those of this process.
    static func current() -> TerminalTraits {
        TerminalTraits(
            outputIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
            columns: SystemCalls.terminalColumns(STDOUT_FILENO), term: SystemCalls.environment("TERM"),
            noColour: SystemCalls.environment("NO_COLOR"))
    }

    /// The look of the text report: 100 columns, fewer on a narrower terminal but at least 80, and colour only there.
    ///
    /// NO_COLOR is obeyed when it is not empty (no-color.org).
    func textStyle(toStandardOutput: Bool) -> TextStyle {
        guard toStandardOutput, outputIsTerminal else { return TextStyle(colour: false, columns: 100) }
        let capable = term != nil && term != "" && term != "dumb"
        return TextStyle(
            colour: capable && (noColour ?? "").isEmpty, columns: min(100, max(80, columns ?? 100)))
    }
}
