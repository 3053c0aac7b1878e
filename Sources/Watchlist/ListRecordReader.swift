/// One record of a list file: its cells and the line on which it begins.
struct ListRecord {
    /// Counted from 1.
    var line: Int
    /// The cells' bytes one after the other, without quotation marks that only enclose.
    private var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`.
    private var ends: [Int] = []

    /// `like` tells how much room to make.
    fileprivate init(line: Int, like other: (bytes: Int, cells: Int)) {
        self.line = line
        bytes.reserveCapacity(other.bytes + 32)
        ends.reserveCapacity(other.cells)
    }

    fileprivate var size: (bytes: Int, cells: Int) { (bytes.count, ends.count) }

    /// How many cells there are, at least 1.
    var count: Int { ends.count }

    /// The text of a cell without white space around it; empty when there is no such cell.
    func text(_ cell: Int) -> String {
        hasBytes(cell) ? wholeText(cell).trimmed : ""
    }

    private func start(of cell: Int) -> Int { cell == 0 ? 0 : ends[cell - 1] }

    /// Whether a cell is there and holds anything, if only white space.
    func hasBytes(_ cell: Int) -> Bool { cell < ends.count && ends[cell] > start(of: cell) }

    /// The text of a cell as it stands; empty when there is no such cell.
    ///
    /// Bytes that are not UTF-8 are read as Latin-1, in which older lists are written.
    func wholeText(_ cell: Int) -> String {
        guard ends.indices.contains(cell) else { return "" }
        let cellBytes = bytes[start(of: cell)..<ends[cell]]
        if cellBytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: cellBytes, as: UTF8.self) }
        if let text = String(validating: cellBytes, as: UTF8.self) { return text }
        var latin1 = ""
        latin1.unicodeScalars.append(contentsOf: cellBytes.map { Unicode.Scalar($0) })
        return latin1
    }

    /// Whether no cell holds anything but white space.
    var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }
    fileprivate mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }
    fileprivate mutating func endCell() { ends.append(bytes.count) }
}

/// Splits the bytes of a list file into records.
///
/// Source: RFC 4180 (quotation marks, doubled ones, line ends inside them), and what real files add: a byte order mark,
/// LF or CR alone, blank lines, and the byte 0x1A of CP/M at the end, as in OFAC's files.
struct ListRecordReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    /// Where the next row begins, and its line, counted from 1.
    private(set) var position: Int
    private(set) var line = 1
    /// Where the last record began.
    private(set) var recordStart = 0
    /// The size of the last record: the next will be about as large.
    private var lastSize = (bytes: 0, cells: 0)
    /// The line of a quotation mark that is never closed; set when the record with it has been read.
    private(set) var unclosedQuoteLine: Int?

    init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.delimiter = delimiter
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Goes on at the beginning of another row.
    mutating func skip(to position: Int, line: Int) {
        self.position = position
        self.line = line
    }

    /// The next record that is not blank, or nil at the end.
    mutating func next() -> ListRecord? {
        while position < bytes.count, !isAtEndMark {
            recordStart = position
            let record = readRecord()
            lastSize = record.size
            if !record.isBlank { return record }
        }
        return nil
    }

    /// Whether nothing follows but end marks and white space.
    private var isAtEndMark: Bool {
        bytes[position] == 0x1A && bytes[position...].allSatisfy { $0 == 0x1A || $0 <= 0x20 }
    }

    private mutating func readRecord() -> ListRecord {
        var record = ListRecord(line: line, like: lastSize)
        var isAtCellStart = true
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                    position += 1
                }
                line += 1
                record.endCell()
                return record
            case delimiter:
                record.endCell()
                isAtCellStart = true
            case UInt8(ascii: "\"") where isAtCellStart:
                readQuoted(into: &record)
                isAtCellStart = false
            default:
                let start = position - 1
                while position < bytes.count, !isSpecial(bytes[position]) { position += 1 }
                record.append(bytes[start..<position])
                isAtCellStart = false
            }
        }
        record.endCell()
        return record
    }

    /// Whether a byte can end a cell outside of quotation marks; a mark within one belongs to it.
    private func isSpecial(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// Reads up to the closing quotation mark; what follows it up to the delimiter belongs to the cell as well.
    private mutating func readQuoted(into record: inout ListRecord) {
        let openingLine = line
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else { return }
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            record.append(byte)
        }
        unclosedQuoteLine = openingLine
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        // Nearly always there is none, and no letter of ASCII can begin or end a longer character with white space.
        if let first = utf8.first, (0x21..<0x7F).contains(first),
            (0x21..<0x7F).contains(utf8[utf8.index(utf8.startIndex, offsetBy: utf8.count - 1)])
        {
            return String(self)
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
