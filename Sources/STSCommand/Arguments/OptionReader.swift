/// Reads the values of a command's options, and names the option and the value when one is not accepted.
struct OptionReader: Sendable {
    let arguments: ParsedArguments
    let command: String

    /// The value of an option in its own form, or nil when it was not given.
    func value<Value>(_ name: String, _ read: (String) throws(ValueError) -> Value) throws(UsageError) -> Value? {
        guard let text = arguments.value(name) else { return nil }
        return try naming(name, text, read)
    }

    /// The value of an option that accepts certain words only.
    func choice(_ name: String, among choices: [String]) throws(UsageError) -> String? {
        try value(name) { text throws(ValueError) in
            if choices.contains(text) { return text }
            if name == "format", let planned = PlannedForLater.format(text) { throw ValueError(planned) }
            throw ValueError(
                "is not accepted\(suggestion(for: text, among: choices)); choose from "
                    + choices.joined(separator: ", "))
        }
    }

    /// Reads one value of an option.
    func naming<Value>(
        _ name: String, _ text: String, _ read: (String) throws(ValueError) -> Value
    ) throws(UsageError) -> Value {
        do {
            return try read(text)
        } catch {
            throw UsageError("--\(name): '\(text)' \(error.problem)", command: command)
        }
    }
}
