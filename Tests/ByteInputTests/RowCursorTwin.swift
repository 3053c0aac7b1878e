@testable import ByteInput

/// The rows of a text, split by a slow and obvious reader: first into lines, then each line letter by letter.
enum RowCursorTwin {
    struct Row: Hashable {
        var length: Int
        var fields: [[UInt8]]
    }

    static func rows(_ text: [UInt8], delimiter: UInt8) -> [Row] {
        var lines = text.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.filter { !$0.isEmpty && $0 != [13] }.map { line in
            let raw =
                quotedFields(line, delimiter) ?? line.split(separator: delimiter, omittingEmptySubsequences: false)
            return Row(length: line.count, fields: raw.map { trimmed(Array($0)) })
        }
    }

    /// The fields with quotes honoured, or nil when a quote is left open.
    private static func quotedFields(_ line: [UInt8], _ delimiter: UInt8) -> [ArraySlice<UInt8>]? {
        var fields: [ArraySlice<UInt8>] = []
        var start = 0
        while true {
            var end = start
            if start < line.count, line[start] == 34 {
                guard let close = closingQuote(line, from: start + 1, delimiter) else { return nil }
                end = close
            }
            while end < line.count, line[end] != delimiter { end += 1 }
            fields.append(line[start..<end])
            if end == line.count { return fields }
            start = end + 1
        }
    }

    /// The quote in front of a delimiter or the end of the row, doubled quotes passed over.
    private static func closingQuote(_ line: [UInt8], from start: Int, _ delimiter: UInt8) -> Int? {
        var index = start
        while index < line.count {
            if line[index] == 34 {
                let following = index + 1 < line.count ? line[index + 1] : 13
                if following == 34 {
                    index += 2
                    continue
                }
                if following == delimiter || following == 13 { return index }
            }
            index += 1
        }
        return nil
    }

    /// Without blanks around, then without quotes around, then without blanks again.
    private static func trimmed(_ field: [UInt8]) -> [UInt8] {
        func withoutBlanks(_ bytes: [UInt8]) -> [UInt8] {
            Array(bytes.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.reversed())
        }
        let outer = withoutBlanks(field)
        guard outer.count >= 2, outer.first == 34, outer.last == 34 else { return outer }
        return withoutBlanks(Array(outer[1..<(outer.count - 1)]))
    }

    /// What the fast reader makes of a part of a block.
    static func cursorRows(_ bytes: [UInt8], range: Range<Int>, delimiter: UInt8) -> [Row] {
        var cursor = RowCursor(ByteBlock(copying: bytes))
        cursor.begin(range: range, delimiter: delimiter)
        var rows: [Row] = []
        while cursor.next() {
            var fields: [[UInt8]] = []
            // Columns that cannot be read are compared by their number alone.
            for field in 0..<cursor.fieldCount { fields.append(unsafe [UInt8](cursor.bytes(of: field))) }
            rows.append(Row(length: cursor.rowLength, fields: fields))
        }
        return rows
    }
}
