import Glibc

/// Messages to standard error. That it cannot be written is no error.
struct Diagnostics: Sendable {
    /// Whether warnings and notes are held back; errors never are.
    var isQuiet: Bool

    func error(_ message: String) { say("sts: error: \(message)") }

    func warning(_ message: String) {
        if !isQuiet { say("sts: warning: \(message)") }
    }

    /// A line that is neither: the summary of a run.
    func note(_ message: String) {
        if !isQuiet { say(message) }
    }

    /// A line that was asked for by an option of its own: said even when all else is held back.
    func asked(_ message: String) { say(message) }

    private func say(_ line: String) {
        writeToStandardError(Diagnostics.harmless(line) + "\n")
    }

    /// Control characters of file names and values could steer the terminal; line ends stay.
    static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let steers = scalar.properties.generalCategory == .control && scalar != "\n"
            result.append(steers ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}

/// Writes a text at once; failures are ignored, since there is nobody left to tell.
func writeToStandardError(_ text: String) {
    var writer = DescriptorWriter(descriptor: STDERR_FILENO)
    do {
        try writer.write(Array(text.utf8))
        try writer.flush()
    } catch {
        return
    }
}
