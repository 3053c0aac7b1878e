/// A cell that may hold several values, numbered: `1: 8606173 2: 9187629`.
enum NumberedCell {
    /// The values in their order; a cell that is not numbered from 1 is one value, a blank one none.
    static func values(_ cell: String) -> [String] {
        let text = cell.trimmed
        guard !text.isEmpty else { return [] }
        guard text.hasPrefix("1:") || text.hasPrefix("1)") || text.hasPrefix("(1)") else { return [text] }
        var values: [String] = []
        var rest = Substring(text)
        var next = 1
        while let mark = mark(next, in: rest, mustBegin: next == 1) {
            if next > 1 { values.append(String(rest[..<mark.lowerBound]).trimmed) }
            rest = rest[mark.upperBound...]
            next += 1
        }
        values.append(String(rest).trimmed)
        return values.filter { !$0.isEmpty }
    }

    /// Where the mark of a number stands: at the beginning of the text or behind white space.
    private static func mark(_ number: Int, in text: Substring, mustBegin: Bool) -> Range<Substring.Index>? {
        var found: Range<Substring.Index>?
        for form in ["\(number):", "\(number))", "(\(number))"] {
            var start = text.startIndex
            while start < text.endIndex {
                let isAtWord = start == text.startIndex || text[text.index(before: start)].isWhitespace
                if isAtWord, text[start...].hasPrefix(form) {
                    let end = text.index(start, offsetBy: form.count)
                    if start < found?.lowerBound ?? text.endIndex { found = start..<end }
                    break
                }
                if mustBegin { break }
                start = text.index(after: start)
            }
        }
        return found
    }
}
