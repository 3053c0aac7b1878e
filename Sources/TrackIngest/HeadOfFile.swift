/// The first lines of a file, split by a slow and obvious reader; rows of data are read elsewhere.
struct HeadOfFile {
    /// The bytes up to the end of the last whole line, or of the file.
    let bytes: [UInt8]
    /// Where text begins: behind a byte-order mark.
    let textStart: Int
    /// Offsets of the lines, blank ones left out; the line end is not part of a line.
    let lines: [Range<Int>]

    /// - Parameter isWhole: whether the file ends with the bytes, so that the last line needs no line end.
    init(_ bytes: [UInt8], isWhole: Bool) {
        self.bytes = bytes
        textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines: [Range<Int>] = []
        var start = textStart
        func add(_ end: Int) {
            let last = end > start && bytes[end - 1] == 13 ? end - 1 : end
            if bytes[start..<last].contains(where: { $0 > 32 }) { lines.append(start..<last) }
        }
        for index in textStart..<max(textStart, bytes.count) where bytes[index] == 10 {
            add(index)
            start = index + 1
        }
        if isWhole, start < bytes.count { add(bytes.count) }
        self.lines = lines
    }

    /// Whether the lines end in lone carriage returns, as on computers of the 1990s: the file would look like one row.
    var hasOldMacLineEnds: Bool {
        guard !bytes.contains(10), let end = bytes.firstIndex(of: 13) else { return false }
        return bytes[end...].contains { $0 > 32 }
    }

    /// Whether the bytes are no text: many of the first ones are control characters.
    var looksBinary: Bool {
        let sample = bytes.prefix(4_096)
        let controls = sample.count { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 }
        return controls * 50 > sample.count
    }

    /// Whether the bytes are UTF-16, which is not read.
    var isUTF16: Bool { bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) }

    /// The byte among `,` `;` tab and `|` that a line has most of, outside quotes.
    func delimiter(ofLine line: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[lines[line]] {
            if byte == 34 { isQuoted.toggle() }
            if !isQuoted, byte == 44 || byte == 59 || byte == 9 || byte == 124 { counts[byte, default: 0] += 1 }
        }
        // On a tie the comma wins, then the order of the candidates.
        var best: UInt8 = 44
        for candidate: UInt8 in [59, 9, 124] where counts[candidate] ?? 0 > counts[best] ?? 0 { best = candidate }
        return best
    }

    /// Where the bytes behind a line and its line end begin.
    func offset(behindLine line: Int) -> Int {
        bytes[lines[line].upperBound...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    }

    /// How many fields a line has; as many as `fields` gives, without making them.
    func fieldCount(ofLine line: Int, delimiter: UInt8) -> Int {
        var count = 1
        var isQuoted = false
        for byte in bytes[lines[line]] {
            if byte == 34 { isQuoted.toggle() }
            if byte == delimiter, !isQuoted { count += 1 }
        }
        return count
    }

    /// The fields of a line, without quotes and surrounding blanks.
    func fields(ofLine line: Int, delimiter: UInt8) -> [String] {
        var fields: [String] = []
        var current: [UInt8] = []
        var isQuoted = false
        func close() {
            var field = current[...]
            while let first = field.first, first <= 32 { field.removeFirst() }
            while let last = field.last, last <= 32 { field.removeLast() }
            if field.count >= 2, field.first == 34, field.last == 34 { field = field.dropFirst().dropLast() }
            fields.append(String(decoding: field, as: UTF8.self))
            current.removeAll()
        }
        for byte in bytes[lines[line]] {
            if byte == 34 { isQuoted.toggle() }
            if byte == delimiter, !isQuoted { close() } else { current.append(byte) }
        }
        close()
        return fields
    }
}
