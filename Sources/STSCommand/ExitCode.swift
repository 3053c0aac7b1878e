/// What the program tells its caller; the numbers are part of the program's contract.
enum ExitCode: Int32, CaseIterable, Sendable {
    case done = 0
    case failed = 1
    case usage = 2
    case someInputUnread = 3
    case flagged = 4

    /// One line for the help page.
    var meaning: String {
        switch self {
        case .done: "done"
        case .failed: "failed; nothing trustworthy was written"
        case .usage: "the command line is wrong; nothing was read"
        case .someInputUnread: "done, but some input could not be read; it is named on standard error"
        case .flagged: "done, and --fail-on flagged found a flagged meeting"
        }
    }
}
