/// Sets plain text in lines for the help pages.
enum TextFilling {
    /// The widest line of a help page, in columns.
    static let columns = 100

    /// The paragraph in lines of at most `columns`, each with a line end; a longer word stays whole.
    static func filled(_ text: String, indent: Int = 0) -> String {
        var result = ""
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > columns {
                result += line + "\n"
                line = String(repeating: " ", count: indent)
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        return result + line + "\n"
    }

    /// A term and its explanation, the explanations beginning at one column: beside the term or under it.
    static func entry(_ term: String, _ explanation: String, at column: Int) -> String {
        let indent = "  "
        let fits = indent.count + term.count + 2 <= column
        let lines = filled(explanation, indent: column)
        return fits ? (indent + term).padded(to: column) + lines.dropFirst(column) : indent + term + "\n" + lines
    }
}

extension String {
    /// The text with spaces behind it so that it takes at least `count` columns.
    func padded(to count: Int) -> String { self + String(repeating: " ", count: max(0, count - self.count)) }

    /// The text without the spaces at its end.
    var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
