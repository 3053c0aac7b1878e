/// Text measured and cut in terminal columns, and text from files made harmless to a terminal.
enum TerminalText {
    /// A space at which no line is broken; it is printed as an ordinary space.
    static let hardSpace: Character = "\u{A0}"

    /// How many columns a terminal gives a text: 2 for East Asian wide characters and emoji, 0 for marks.
    static func width(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// Text from outside in a form that can neither steer the terminal nor reorder or stretch the line.
    ///
    /// Control, format (direction marks among them), private and unassigned characters become U+FFFD; spaces of every
    /// kind become one ordinary space; joiners, soft hyphens and the third and further marks on a letter are dropped.
    static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var marksInARow = 0
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            let safe = harmless(scalar)
            marksInARow = width(of: safe) == 0 ? marksInARow + 1 : 0
            if marksInARow > 2 || (safe == " " && result.last == " ") { continue }
            result.append(safe)
        }
        if result.first == " " { result.removeFirst() }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// The beginning of a text, with an ellipsis when it is wider than `columns`.
    static func cut(_ text: String, to columns: Int) -> String {
        guard width(of: text) > columns else { return text }
        return prefix(of: text, columns: max(0, columns - 1)) + "…"
    }

    /// The end of a path, which tells files apart, with an ellipsis before it when it is wider than `columns`.
    static func cutPath(_ path: String, to columns: Int) -> String {
        guard width(of: path) > columns else { return path }
        let reversed = String(String.UnicodeScalarView(path.unicodeScalars.reversed()))
        let tail = prefix(of: reversed, columns: max(0, columns - 1))
        return "…" + String(String.UnicodeScalarView(tail.unicodeScalars.reversed()))
    }

    /// The text with spaces behind it, or before it with `right`, so that it fills `columns`.
    static func padded(_ text: String, to columns: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, columns - width(of: text)))
        return right ? spaces + text : text + spaces
    }

    /// Breaks a text at spaces into lines of at most `columns`; a word that is wider is cut into pieces.
    static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for part in text.split(separator: " ") {
            var word = String(part)
            var wordWidth = width(of: word)
            if lineWidth > 0 && lineWidth + 1 + wordWidth > columns {
                lines.append(line)
                line = ""
                lineWidth = 0
            }
            while wordWidth > columns {
                let head = prefix(of: word, columns: columns)
                if head.isEmpty { break }
                lines.append(head)
                word = String(String.UnicodeScalarView(word.unicodeScalars.dropFirst(head.unicodeScalars.count)))
                wordWidth = width(of: word)
            }
            line += lineWidth > 0 ? " " + word : word
            lineWidth += lineWidth > 0 ? 1 + wordWidth : wordWidth
        }
        if lineWidth > 0 { lines.append(line) }
        return lines
    }

    // MARK: Single characters

    /// The longest beginning that takes at most `columns`.
    private static func prefix(of text: String, columns: Int) -> String {
        var result = String.UnicodeScalarView()
        var taken = 0
        for scalar in text.unicodeScalars {
            taken += width(of: scalar)
            if taken > columns { break }
            result.append(scalar)
        }
        return String(result)
    }

    /// Source of the wide ranges: Unicode 15.1 EastAsianWidth.txt, classes W and F, taken in blocks.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
            0x1AFF0...0x1B2FF, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: 0
            default: scalar.properties.isEmojiPresentation ? 2 : 1
            }
        }
    }

    /// Soft hyphen and the two joiners: they do no harm and no good in a table.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xAD || scalar.value == 0x200C || scalar.value == 0x200D
    }

    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case _ where scalar == "\t" || scalar == "\n" || scalar == "\r": " "
        case .spaceSeparator: " "
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: "\u{FFFD}"
        default: scalar
        }
    }
}
