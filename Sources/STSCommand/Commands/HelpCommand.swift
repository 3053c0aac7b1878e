/// `sts help`: the overview, a page per command and a page per topic, all made from the declarations.
enum HelpCommand {
    static let declaration = CommandDeclaration(
        name: "help",
        summary: "explain a command or a topic",
        operands: CommandDeclaration.Operands(
            placeholder: "[COMMAND|TOPIC]", completion: .choices(commandNames + HelpTopic.allCases.map(\.rawValue))),
        options: [.help],
        description: [
            "Without a word, shows what there is. 'sts COMMAND --help' shows the page of a command too."
        ],
        examples: [
            .init(line: "sts help scan", says: "all options of a scan, with examples"),
            .init(line: "sts help exit-codes", says: "what the exit codes mean"),
        ])

    /// Written out, because the list of commands contains this command.
    private static let commandNames = ["scan", "tracks", "screen", "watchlist", "profiles", "completion", "help"]

    static func run(_ arguments: ParsedArguments) throws(UsageError) -> String {
        guard arguments.operands.count <= 1 else {
            throw UsageError("one word is explained at a time: '\(arguments.operands[1])' is too much")
        }
        guard let word = arguments.operands.first else { return overview() }
        if let command = CommandList.named(word) { return page(of: command) }
        if let topic = HelpTopic(rawValue: word) { return topic.page }
        if let planned = PlannedForLater.command(word) { throw UsageError(planned) }
        let names = CommandList.commands.map(\.name) + HelpTopic.allCases.map(\.rawValue)
        throw UsageError("there is no command or topic '\(word)'\(suggestion(for: word, among: names))")
    }

    static func overview() -> String {
        var page = "sts finds ship-to-ship meetings in vessel tracks and flags vessels on sanctions lists.\n\n"
        page += "Usage: sts COMMAND [options]\n       sts --version | --help\n\nCommands:\n"
        for command in CommandList.commands { page += TextFilling.entry(command.name, command.summary, at: 16) }
        page += "\nTopics of 'sts help':\n"
        for topic in HelpTopic.allCases { page += TextFilling.entry(topic.rawValue, topic.summary, at: 16) }
        page += "\nExample:\n  sts scan tracks.csv.gz --watchlist ofac/\n"
        return page + "\n'sts help scan' explains all options of a scan.\n"
    }

    static func page(of command: CommandDeclaration) -> String {
        var page = "sts \(command.name): \(command.summary)\n\n"
        let operands = command.operands.map { " \($0.placeholder)" } ?? ""
        page += "Usage: sts \(command.name)\(operands) [options]\n"
        for paragraph in command.description { page += "\n" + TextFilling.filled(paragraph) }
        var groups: [String] = []
        for option in command.options where !groups.contains(option.group) { groups.append(option.group) }
        for group in groups {
            page += "\n\(group):\n"
            for option in command.options where option.group == group {
                page += TextFilling.entry(synopsis(of: option), option.help, at: 30)
            }
        }
        page += "\nExamples:\n"
        for example in command.examples { page += "  \(example.line)\n      \(example.says)\n" }
        return page
    }

    /// For instance `-o, --output PATH|-`.
    private static func synopsis(of option: OptionDeclaration) -> String {
        let short = option.short.map { "-\($0), " } ?? ""
        return short + "--\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
    }
}
