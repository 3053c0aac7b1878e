/// A page of text of a fixed width: no line is wider, and colour is used only where it is wanted.
struct TextPage {
    var output = PieceBuffer()
    let columns: Int
    private let colour: Bool
    private var endsWithBlankLine = true

    init(style: TextStyle) {
        columns = max(TextStyle.leastColumns, style.columns)
        colour = style.colour
    }

    /// What a line is, shown by colour where there is any.
    enum Emphasis {
        case plain, heading, warning, quiet

        /// SGR parameters (ECMA-48): bold, bold yellow, faint.
        fileprivate var code: String? {
            switch self {
            case .plain: nil
            case .heading: "1"
            case .warning: "1;33"
            case .quiet: "2"
            }
        }
    }

    /// Writes one line; what does not fit is cut.
    mutating func line(_ text: String, _ emphasis: Emphasis = .plain) {
        var fitted = TerminalText.cut(text, to: columns)
        while fitted.last == " " { fitted.removeLast() }
        fitted = String(fitted.map { $0 == TerminalText.hardSpace ? " " : $0 })
        if colour, !fitted.isEmpty, let code = emphasis.code { fitted = "\u{1B}[\(code)m\(fitted)\u{1B}[0m" }
        output.append(fitted)
        output.append("\n")
        endsWithBlankLine = fitted.isEmpty
    }

    /// One blank line, unless there is one already.
    mutating func blankLine() {
        if !endsWithBlankLine { line("") }
    }

    /// A heading with a blank line before it.
    mutating func heading(_ text: String) {
        blankLine()
        line(text, .heading)
    }

    /// A line with something at the right edge; what stands left gives way.
    mutating func line(_ left: String, right: String, _ emphasis: Emphasis = .plain) {
        let room = columns - TerminalText.width(of: right) - 2
        line(TerminalText.padded(TerminalText.cut(left, to: room), to: room + 2) + right, emphasis)
    }

    /// A paragraph, wrapped; the first line begins with `label`, the others under what follows it.
    mutating func paragraph(
        _ text: String, indent: Int = 2, label: String = "", labelWidth: Int = 0, _ emphasis: Emphasis = .plain
    ) {
        let room = columns - indent - labelWidth
        for (number, part) in TerminalText.wrapped(text, to: room).enumerated() {
            let head = TerminalText.padded(number == 0 ? label : "", to: labelWidth)
            line(String(repeating: " ", count: indent) + head + part, emphasis)
        }
    }

    /// A labelled line of a block, wrapped under its text; all blocks of a report have one width of label.
    mutating func fact(_ label: String, _ text: String, labelWidth: Int = 10, _ emphasis: Emphasis = .plain) {
        paragraph(text, indent: 5, label: label, labelWidth: labelWidth, emphasis)
    }
}
