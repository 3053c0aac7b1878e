import CArguments

/// A command line taken apart, values not yet read.
struct ParsedArguments: Equatable, Sendable {
    /// Nil when the line names none.
    var command: String?
    /// By option name: how often a switch was given.
    var switches: [String: Int] = [:]
    /// By option name: the values in the order given.
    var values: [String: [String]] = [:]
    /// The words that are no options, in the order given.
    var operands: [String] = []

    /// Whether a switch was given.
    func has(_ name: String) -> Bool { switches[name, default: 0] > 0 }

    /// The value of an option; of several the last counts.
    func value(_ name: String) -> String? { values[name]?.last }
}

/// Takes a command line apart after its declarations.
///
/// `words` do not include the program's own name. `program` holds the options that stand before a command.
func parseArguments(
    _ words: [String], program: [OptionDeclaration], commands: [CommandDeclaration]
) throws(UsageError) -> ParsedArguments {
    guard let parser = ArgumentParser() else { throw UsageError("there is not enough memory to read the command line") }
    for option in program { parser.declare(option) }
    for command in commands {
        parser.declare(command)
        for option in command.options { parser.declare(option) }
    }
    for word in words { parser.add(word) }
    let outcome = parser.parse()

    var parsed = ParsedArguments(command: parser.command)
    guard outcome == STS_ARGUMENTS_FINE else {
        guard words.indices.contains(outcome) else {
            throw UsageError("the command line could not be read", command: parsed.command)
        }
        throw explainMisfit(
            words, at: outcome, command: commands.first { $0.name == parsed.command }, program: program,
            commands: commands)
    }
    for (number, option) in (program + commands.flatMap(\.options)).enumerated() {
        // Commands share option names; only those of the chosen command and of the program were given.
        let count = parser.count(ofOption: number)
        guard count > 0 else { continue }
        if option.takesValue {
            parsed.values[option.name] = (0..<count).compactMap { parser.value(ofOption: number, at: $0) }
        } else {
            parsed.switches[option.name, default: 0] += count
        }
    }
    while let operand = parser.operand(at: parsed.operands.count) { parsed.operands.append(operand) }
    try refuseSwallowedOptions(in: parsed, command: commands.first { $0.name == parsed.command })
    return parsed
}

/// Says why the word at a position does not fit; the library's own messages are not shown.
private func explainMisfit(
    _ words: [String], at position: Int, command: CommandDeclaration?, program: [OptionDeclaration],
    commands: [CommandDeclaration]
) -> UsageError {
    let word = words[position]
    let options = command?.options ?? program
    let optionsEnded = words[..<position].contains("--")
    if !optionsEnded, word.hasPrefix("--"), word != "--" {
        let name = String(word.dropFirst(2).prefix { $0 != "=" })
        guard let option = options.first(where: { $0.name == name }) else {
            if let planned = PlannedForLater.option(name) { return UsageError(planned, command: command?.name) }
            let hint = suggestion(for: "--\(name)", among: options.map { "--\($0.name)" })
            return UsageError("unknown option '--\(name)'\(hint)", command: command?.name)
        }
        return UsageError(
            option.takesValue
                ? "--\(name) needs a value (\(option.placeholder ?? "")): \(option.help)"
                : "--\(name) takes no value: '\(word)'", command: command?.name)
    }
    if !optionsEnded, word.hasPrefix("-"), word != "-" {
        for letter in word.dropFirst() {
            guard let option = options.first(where: { $0.short == letter }) else {
                let hint = suggestion(for: "-\(word)", among: options.map { "--\($0.name)" })
                let whole = word.count > 2 ? " in '\(word)'" : ""
                return UsageError("unknown option '-\(letter)'\(whole)\(hint)", command: command?.name)
            }
            if option.takesValue {
                return UsageError("-\(letter) needs a value (\(option.placeholder ?? ""))", command: command?.name)
            }
        }
    }
    if let command { return UsageError("'\(command.name)' takes no further word: '\(word)'", command: command.name) }
    if optionsEnded { return UsageError("a command stands before '--': '\(word)'") }
    if let planned = PlannedForLater.command(word) { return UsageError(planned) }
    return UsageError("unknown command '\(word)'\(suggestion(for: word, among: commands.map(\.name)))")
}

/// The library gives an option whatever follows it; `--output --quiet` is a forgotten value.
private func refuseSwallowedOptions(in parsed: ParsedArguments, command: CommandDeclaration?) throws(UsageError) {
    let options = command?.options ?? []
    for option in options {
        for value in parsed.values[option.name] ?? [] where options.contains(where: { "--\($0.name)" == value }) {
            throw UsageError(
                "--\(option.name) needs a value (\(option.placeholder ?? "")), and '\(value)' is an option",
                command: command?.name)
        }
    }
}

/// The args library's parser, freed with this object. All its pointers stay inside.
@safe
private final class ArgumentParser {
    private let handle: OpaquePointer

    init?() {
        // Safe: because the handle is used only through this object, which frees it once.
        guard let made = unsafe sts_arguments_new() else { return nil }
        unsafe handle = made
    }

    deinit {
        // Safe: because nobody else has the handle.
        unsafe sts_arguments_free(handle)
    }

    // Safe, in all methods: because the handle lives as long as this object, the library copies the strings it is given
    // before it returns, and the strings it gives are copied before the parser can change.

    func declare(_ command: CommandDeclaration) {
        let declared = unsafe sts_arguments_declare_command(handle, command.name, command.operands != nil)
        precondition(declared, "no memory for the command line")
    }

    func declare(_ option: OptionDeclaration) {
        let short = option.short?.asciiValue.map { CChar($0) } ?? 0
        let declared = unsafe sts_arguments_declare_option(handle, option.name, short, option.takesValue)
        precondition(declared, "no memory for the command line")
    }

    func add(_ word: String) {
        let added = unsafe sts_arguments_add_word(handle, word)
        precondition(added, "no memory for the command line")
    }

    func parse() -> Int { unsafe sts_arguments_parse(handle) }

    var command: String? { unsafe sts_arguments_command(handle).map { unsafe String(cString: $0) } }

    func count(ofOption number: Int) -> Int { unsafe sts_arguments_option_count(handle, number) }

    func value(ofOption number: Int, at index: Int) -> String? {
        unsafe sts_arguments_option_value(handle, number, index).map { unsafe String(cString: $0) }
    }

    func operand(at index: Int) -> String? {
        unsafe sts_arguments_operand(handle, index).map { unsafe String(cString: $0) }
    }
}
