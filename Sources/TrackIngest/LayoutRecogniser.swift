import ByteInput

/// Why the layout of a file was not recognised.
public struct LayoutProblem: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case empty, binary, encoding, unrecognised, columnMissing }
    public var kind: Kind
    /// A sentence that says what was found and what would help.
    public var message: String
}

/// Recognises the layout of a track file from its first lines and the user's own column names.
public struct LayoutRecogniser: Sendable {
    /// Our name -> header name or number from 1, as the user gave it.
    let userColumns: [TrackColumn: String]

    public init(userColumns: [TrackColumn: String] = [:]) {
        self.userColumns = userColumns
    }

    /// As many lines are looked at, the header among them.
    private static let mostLines = 101

    /// Whether the first bytes of a file hold all lines that are looked at, so that more would change nothing.
    func isEnough(head: [UInt8]) -> Bool { HeadOfFile(head, isWhole: false).lines.count >= Self.mostLines }

    /// The layout of a file that begins with `head`.
    ///
    /// - Parameter isWhole: whether the file ends with the bytes.
    public func layout(ofHead head: [UInt8], isWhole: Bool) throws(LayoutProblem) -> TrackLayout {
        let head = HeadOfFile(head, isWhole: isWhole)
        guard !head.bytes.isEmpty else { throw LayoutProblem(kind: .empty, message: "the file is empty") }
        guard !head.isUTF16 else {
            throw LayoutProblem(
                kind: .encoding,
                message: "the file is UTF-16; convert it first, for instance with iconv -f UTF-16 -t UTF-8")
        }
        guard !head.looksBinary else {
            throw LayoutProblem(
                kind: .binary,
                message:
                    "the file is not text, and no archive of a known kind; give delimited text, plain or as .gz .zst "
                    + ".xz .bz2 .zip .tar")
        }
        guard !head.hasOldMacLineEnds else {
            throw LayoutProblem(
                kind: .encoding,
                message: "its lines end in carriage returns alone; convert it first, for instance with tr '\\r' '\\n'")
        }
        guard !head.lines.isEmpty else {
            let reason = isWhole ? "the file holds only blank lines" : "the first line is longer than a row may be"
            throw LayoutProblem(kind: .empty, message: reason)
        }
        let delimiter = head.delimiter(ofLine: 0)
        let first = head.fields(ofLine: 0, delimiter: delimiter)
        var columns = try userPositions(first)
        let hasHeader = !isData(first, columns)
        if hasHeader {
            for (column, position) in KnownLayouts.positions(inHeader: first) where columns[column] == nil {
                if !columns.values.contains(position) { columns[column] = position }
            }
        } else if userColumns.isEmpty, let headless = KnownLayouts.headless(firstRow: first) {
            columns = headless
        }
        try check(columns, header: first, hasHeader: hasHeader)
        let (count, remark) = columnCount(head, delimiter: delimiter, header: hasHeader ? first.count : nil)
        return TrackLayout(
            name: KnownLayouts.name(header: hasHeader ? first : nil, columns: columns, isUsers: !userColumns.isEmpty),
            delimiter: delimiter, columns: columns, columnCount: count,
            dataStart: hasHeader ? head.offset(behindLine: 0) : head.lines[0].lowerBound,
            remark: remark)
    }

    /// Positions of the columns that the user named.
    private func userPositions(_ first: [String]) throws(LayoutProblem) -> [TrackColumn: Int] {
        let reduced = first.map(TrackColumn.reduced)
        // The values of a row are no names: there a number is a number, even where a field holds the same.
        let isRow = first.contains(where: isTime)
        var positions: [TrackColumn: Int] = [:]
        for (column, name) in userColumns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if isRow, let number = Int(name), number >= 1, number <= first.count {
                positions[column] = number - 1
            } else if let index = first.firstIndex(of: name) ?? reduced.firstIndex(of: TrackColumn.reduced(name)) {
                positions[column] = index
            } else if let number = Int(name), number >= 1, number <= first.count {
                positions[column] = number - 1
            } else {
                throw LayoutProblem(
                    kind: .columnMissing,
                    message: "there is no column \"\(name)\" for \(column.rawValue); the first line has "
                        + "\(first.count) columns: \(listed(first)); name one of them, or its number from 1")
            }
        }
        return positions
    }

    /// Whether a first line is a row of data: it has a time, and no field that is a known header name.
    private func isData(_ fields: [String], _ columns: [TrackColumn: Int]) -> Bool {
        if let time = columns[.time] { return isTime(fields[time]) }
        return KnownLayouts.positions(inHeader: fields).isEmpty && fields.contains(where: isTime)
    }

    private func isTime(_ field: String) -> Bool {
        var cursor = RowCursor(ByteBlock(copying: Array(field.utf8)))
        cursor.begin(range: 0..<field.utf8.count, delimiter: 0)
        return cursor.next() && cursor.time(of: 0) != nil
    }

    private func check(
        _ columns: [TrackColumn: Int], header: [String], hasHeader: Bool
    ) throws(LayoutProblem) {
        let missing = [TrackColumn.id, .time, .lat, .lon].filter { columns[$0] == nil }
        guard !missing.isEmpty else { return }
        let missed = missing.map(\.rawValue).joined(separator: ", ")
        let found =
            hasHeader ? "its header has \(listed(header))" : "it has no header; its first row is \(listed(header))"
        let example = missing.map { "\($0.rawValue)=\(hasHeader ? "NAME" : "NUMBER")" }.joined(separator: ",")
        throw LayoutProblem(
            kind: .unrecognised,
            message:
                "the columns for \(missed) were not recognised: \(found); say which they are with --columns \(example)")
    }

    private func listed(_ fields: [String]) -> String {
        let shown = fields.prefix(24).map { "\"\(String($0.prefix(40)))\"" }.joined(separator: ", ")
        return fields.count > 24 ? "\(shown) and \(fields.count - 24) more" : shown
    }

    /// How many columns the rows have: the header's number, unless nearly all rows have another.
    private func columnCount(_ head: HeadOfFile, delimiter: UInt8, header: Int?) -> (count: Int, remark: String?) {
        let rows = (header == nil ? 0 : 1)..<min(head.lines.count, Self.mostLines)
        var counts: [Int: Int] = [:]
        for line in rows { counts[head.fieldCount(ofLine: line, delimiter: delimiter), default: 0] += 1 }
        guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return (header ?? 0, nil) }
        guard let header else { return (usual.key, nil) }
        // One odd row says nothing: the file's own rows must agree among themselves and against the header.
        guard usual.key != header, usual.value >= 3, usual.value * 10 >= rows.count * 9 else { return (header, nil) }
        return (usual.key, "the header has \(header) columns, the rows have \(usual.key)")
    }
}
