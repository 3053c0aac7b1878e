/// A mistake of the caller, as a sentence.
struct UsageError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// The options of a command: `--name value`, `--name=value` and plain `--flag`.
struct Options {
    private static let flags: Set<String> = ["--sorted", "--shuffled", "--random"]
    private var values: [String: String] = [:]

    init(_ arguments: some Sequence<String>) throws {
        var waiting: String?
        for argument in arguments {
            if let name = waiting {
                values[name] = argument
                waiting = nil
                continue
            }
            guard argument.hasPrefix("--") else { throw UsageError("'\(argument)' is not an option") }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard values[name] == nil else { throw UsageError("\(name) is given twice") }
            if parts.count == 2 {
                values[name] = String(parts[1])
            } else if Options.flags.contains(name) {
                values[name] = ""
            } else {
                waiting = name
            }
        }
        if let name = waiting { throw UsageError("\(name) needs a value") }
    }

    /// Takes an option out; nil when it was not given.
    mutating func take(_ name: String) -> String? {
        values.removeValue(forKey: name)
    }

    /// Takes an option that must be given.
    mutating func need(_ name: String) throws -> String {
        guard let value = take(name) else { throw UsageError("\(name) is missing") }
        return value
    }

    /// Takes a whole number within a range.
    mutating func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = take(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bounds = "from \(range.lowerBound) to \(range.upperBound)"
            throw UsageError("\(name) takes a whole number \(bounds), not '\(text)'")
        }
        return number
    }

    /// Takes one of the names of a closed set.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, of type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = take(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("\(name) takes one of \(known), not '\(text)'")
        }
        return choice
    }

    /// Takes the seed of the random generator.
    mutating func seed() throws -> UInt64? {
        guard let text = take("--seed") else { return nil }
        guard let seed = UInt64(text) else { throw UsageError("--seed takes a whole number, not '\(text)'") }
        return seed
    }

    /// Refuses options that no one took.
    func end() throws {
        if let name = values.keys.min() { throw UsageError("there is no option \(name) here") }
    }
}
