/// Rows set in columns as wide as their content; the first column gives way when the page is too narrow.
struct TextTable {
    struct Column {
        var title: String
        /// Numbers stand at the right.
        var alignsRight = false
        /// The widest it may get.
        var most = 60
    }

    var columns: [Column]
    /// Each row has one text per column.
    private(set) var rows: [Row] = []

    /// A row, and a note that stands in full below it.
    struct Row {
        var cells: [String]
        var note: String?
    }

    init(columns: [Column]) {
        self.columns = columns
    }

    mutating func add(_ cells: [String], note: String? = nil) {
        precondition(cells.count == columns.count)
        rows.append(Row(cells: cells, note: note))
    }

    /// Writes the table; the first column takes what the others leave of the page.
    ///
    /// A first cell that is wider than that stands on a line of its own, so that a path can be read and copied.
    func write(to page: inout TextPage, indent: Int = 2) {
        let between = 2
        var widths = columns.indices.map { column in
            let cells = rows.map { TerminalText.width(of: $0.cells[column]) }
            return min(columns[column].most, cells.reduce(TerminalText.width(of: columns[column].title), max))
        }
        let room = page.columns - indent - widths.dropFirst().reduce(0) { $0 + $1 + between }
        let firstCells = rows.map { TerminalText.width(of: $0.cells[0]) }.filter { $0 <= room }
        widths[0] = firstCells.reduce(TerminalText.width(of: columns[0].title), max)
        let margin = String(repeating: " ", count: indent)
        func text(_ cells: [String]) -> String {
            let fitted = columns.indices.map { column in
                let cell = TerminalText.cut(cells[column], to: widths[column])
                return TerminalText.padded(cell, to: widths[column], right: columns[column].alignsRight)
            }
            return margin + fitted.joined(separator: String(repeating: " ", count: between))
        }
        page.line(text(columns.map(\.title)), .quiet)
        for row in rows {
            var cells = row.cells
            if TerminalText.width(of: cells[0]) > widths[0] {
                page.line(margin + TerminalText.cutPath(cells[0], to: page.columns - indent))
                cells[0] = ""
            }
            page.line(text(cells))
            if let note = row.note { page.paragraph(note, indent: indent + 2, .warning) }
        }
    }
}
