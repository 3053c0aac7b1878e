/// What one command takes: the parser, the help pages and the shell completion all read this.
struct CommandDeclaration: Sendable {
    var name: String
    /// One line for the overview.
    var summary: String
    /// The words after the options, for instance `INPUT...`; nil when the command takes none.
    var operands: Operands?
    var options: [OptionDeclaration]
    /// Paragraphs of the help page, wrapped when they are printed.
    var description: [String]
    var examples: [Example]

    struct Operands: Sendable {
        var placeholder: String
        var completion: OptionDeclaration.Completion
    }

    /// A command line and what it does.
    struct Example: Sendable {
        var line: String
        var says: String
    }
}

/// One option of a command.
struct OptionDeclaration: Sendable {
    /// Without the dashes.
    var name: String
    var short: Character?
    /// How the value is called in the help page; nil for a switch.
    var placeholder: String?
    /// What the option does, its range and its default, without a full stop.
    var help: String
    /// The heading of the help page under which the option stands.
    var group: String
    var completion: Completion

    /// What a shell may offer as the value.
    enum Completion: Sendable, Equatable {
        case files
        /// Exactly these words are accepted.
        case choices([String])
        /// Anything is accepted; these words show the form.
        case forms([String])
        case nothing
    }

    init(
        _ name: String, short: Character? = nil, _ placeholder: String? = nil, group: String,
        completion: Completion = .nothing, _ help: String
    ) {
        self.name = name
        self.short = short
        self.placeholder = placeholder
        self.help = help
        self.group = group
        self.completion = completion
    }

    var takesValue: Bool { placeholder != nil }

    /// The option that every command has.
    static let help = OptionDeclaration("help", short: "h", group: "Help", "print this page")
}
