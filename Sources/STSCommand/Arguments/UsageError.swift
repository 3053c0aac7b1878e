/// A command line that cannot be followed.
struct UsageError: Error, Equatable, Sendable {
    /// Names the option or word, the value, and what is accepted.
    var message: String
    /// The command whose help page explains more; nil for the overview.
    var command: String?

    init(_ message: String, command: String? = nil) {
        self.message = message
        self.command = command
    }

    /// Where to read on.
    var pointer: String {
        command.map { "See 'sts help \($0)'." } ?? "See 'sts help'."
    }
}

/// A value that an option does not accept; the option's name is added by the reader of the option.
struct ValueError: Error, Equatable, Sendable {
    /// Follows "OPTION: 'VALUE' ", for instance "is not a duration; write 90s, 30m, 2h, 1d or 1h30m".
    var problem: String

    init(_ problem: String) { self.problem = problem }
}
