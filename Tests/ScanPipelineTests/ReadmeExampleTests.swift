import Foundation
import TestSupport
import Testing

/// The commands that README.md shows print what it says they print.
///
/// A block begins with a fence marked `console`; it holds lines `$ sts ...`, each followed by its output. A line `...` stands for any number of lines left out. The commands run in the root
/// of the package.
struct ReadmeExampleTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var line: Int
        var command: String
        var output: [String]
        var testDescription: String { "line \(line): \(command)" }
    }

    static let examples: [Example] =
        (try? String(contentsOfFile: Places.root + "/README.md", encoding: .utf8)).map(examples(in:)) ?? []

    @Test(arguments: examples)
    func theCommandPrintsWhatTheReadmeShows(example: Example) throws {
        // A function instead of a search path, so that a pipe or a variable in the example works too.
        let script = "cd '\(Places.root)' && sts() { '\(ScanOutput.sts.path)' \"$@\"; }\n\(example.command)"
        let outcome = try ProgramRunner(path: "/bin/bash").run(["-c", script], timeout: 300)
        let printed = ReadmeExampleTests.lines(of: outcome.text)
        let alsoMessages = printed + ReadmeExampleTests.lines(of: outcome.errorText)
        #expect(
            ReadmeExampleTests.matches(printed[...], example.output[...])
                || ReadmeExampleTests.matches(alsoMessages[...], example.output[...]),
            "\(example.testDescription) printed\n\(outcome.text)\(outcome.errorText)")
    }

    @Test func theReadmeHasExamples() {
        #expect(Self.examples.count >= 2)
    }

    @Test func aBlockIsReadWithItsCommandsAndOutputs() {
        let text = """
            ```console
            $ sts scan a |
                  head
            one
            ...
            last

            $ sts profiles
            ```
            ```sh
            $ sts not run
            ```

            ```console
            $ ls
            ```
            """
        let found = ReadmeExampleTests.examples(in: text)
        #expect(found.map(\.command) == ["sts scan a |", "sts profiles"])
        #expect(found.first?.output == ["      head", "one", "...", "last"])
        #expect(found.map(\.line) == [2, 8])
    }

    @Test func threeDotsStandForAnyLines() {
        func matches(_ printed: String, _ shown: String) -> Bool {
            ReadmeExampleTests.matches(
                ReadmeExampleTests.lines(of: printed)[...], ReadmeExampleTests.lines(of: shown)[...])
        }
        #expect(matches("a\nb\nc\n", "a\nb\nc"))
        #expect(matches("a\nb\nc\n", "a\n...\nc"))
        #expect(matches("a\nc\n", "a\n...\nc"))
        #expect(matches("a\nc\nb\nc\n", "...\nb\n..."))
        #expect(!matches("a\nb\nc\n", "a\nc"))
        #expect(!matches("a\nb\nc\n", "a\n..\nc"))
        #expect(!matches("a\nb\n", "...\nc"))
    }

    /// The commands of the blocks that call `sts`.
    static func examples(in text: String) -> [Example] {
        var found: [Example] = []
        var isInside = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if isInside {
                if line.hasPrefix("```") {
                    isInside = false
                } else if line.hasPrefix("$ ") {
                    found.append(Example(line: index + 1, command: String(line.dropFirst(2)), output: []))
                } else {
                    found[found.count - 1].output.append(line)
                }
            } else if line == "```console" {
                isInside = lines.dropFirst(index + 1).first?.hasPrefix("$ ") == true
            }
        }
        return found.filter { $0.command.split(whereSeparator: { !$0.isLetter }).contains("sts") }
            .map { Example(line: $0.line, command: $0.command, output: trimmed($0.output)) }
    }

    /// The lines without blank ends, and without blank lines at the end.
    static func lines(of text: String) -> [String] {
        trimmed(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        var lines = lines.map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Whether the printed lines are the shown ones, with any lines for each `...`.
    static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
        guard let first = shown.first else { return printed.isEmpty }
        guard first == "..." else {
            return printed.first == first && matches(printed.dropFirst(), shown.dropFirst())
        }
        let rest = shown.dropFirst()
        if rest.isEmpty { return true }
        return printed.indices.contains { matches(printed[$0...], rest) }
    }
}
