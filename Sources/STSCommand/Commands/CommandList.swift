/// What the program takes: the commands in the order of the help page, and the options that stand before them.
enum CommandList {
    static let programOptions = [
        OptionDeclaration.help,
        OptionDeclaration("version", group: "Help", "print the version"),
    ]

    static let commands = [
        ScanCommand.declaration, TracksCommand.declaration, ScreenCommand.declaration, WatchlistCommand.declaration,
        ProfilesCommand.declaration,
        CompletionCommand.declaration, HelpCommand.declaration,
    ]

    /// The declaration of a command, or nil.
    static func named(_ name: String) -> CommandDeclaration? { commands.first { $0.name == name } }
}
