import ByteInput
import MaritimeModel

/// A house list of which only the numbers are read at once, and a party when it is asked for.
///
/// Most entries of a long list are never met: a scan needs their numbers and no text of them. A row is read a second time, by
/// `HouseListRow`, when its party is wanted, so that both ways say the same.
struct HouseListParties: PartySource {
    let checked: CheckedList
    let numbers: PartyNumbers
    private let rows: [Row]
    private let path: String
    private let bytes: [UInt8]
    private let table: ListTable

    /// One row of the file that is a party. Memory: 24 bytes.
    struct Row {
        /// Where the row begins, and where the name and the other names stand that are plain ASCII.
        fileprivate var start: UInt32
        fileprivate var name: UInt32 = 0
        fileprivate var alias: UInt32 = 0
        fileprivate var nameLength: UInt16 = 0
        fileprivate var aliasLength: UInt16 = 0
        /// Counted from 1.
        fileprivate var line: Int32
        fileprivate var kind: UInt8
        fileprivate var hasPlainNames = false

        init(start: Int, line: Int, kind: PartyKind) {
            self.start = UInt32(start)
            self.line = Int32(line)
            self.kind = kind.place
        }

        init(start: Int, line: Int, kind: PartyKind, name: Range<Int>, alias: Range<Int>, in bytes: [UInt8]) {
            self.init(start: start, line: line, kind: kind)
            guard Self.isPlain(bytes, name), Self.isPlain(bytes, alias) else { return }
            self.name = UInt32(name.lowerBound)
            self.alias = UInt32(alias.lowerBound)
            nameLength = UInt16(name.count)
            aliasLength = UInt16(alias.count)
            hasPlainNames = true
        }

        private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
            guard range.count <= UInt16.max else { return false }
            for place in range where !(0x20..<0x7F).contains(bytes[place]) { return false }
            return true
        }

        fileprivate var nameRange: Range<Int> { Int(name)..<Int(name) + Int(nameLength) }
        fileprivate var aliasRange: Range<Int> { Int(alias)..<Int(alias) + Int(aliasLength) }
    }

    init(
        checked: CheckedList, numbers: PartyNumbers, rows: [Row], path: String, bytes: [UInt8], table: ListTable
    ) {
        self.checked = checked
        self.numbers = numbers
        self.rows = rows
        self.path = path
        self.bytes = bytes
        self.table = table
    }

    var count: Int { rows.count }

    func party(at position: Int) -> ListedParty {
        Self.party(from: Int(rows[position].start), line: Int(rows[position].line), bytes, table, path: path)
    }

    func name(at position: Int, place: Int) -> String {
        if place == 0, rows[position].hasPlainNames {
            return String(decoding: bytes[rows[position].nameRange], as: UTF8.self)
        }
        return party(at: position).names[place].text
    }

    /// The party of the row that begins at a place and is known to be one.
    static func party(from start: Int, line: Int, _ bytes: [UInt8], _ table: ListTable, path: String) -> ListedParty {
        var reader = ListRecordReader(bytes, delimiter: table.delimiter)
        reader.skip(to: start, line: line)
        guard let record = reader.next(), let party = HouseListCSV.row(record, table: table, path: path).row.party
        else { preconditionFailure("a row that is a party is none") }
        return party
    }

    /// Links of a house list lead to names and companies, never to entries.
    func position(ofEntry entry: String) -> Int? { nil }

    func forEachName(
        in positions: Range<Int>, ofKinds isWanted: (PartyKind) -> Bool,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void
    ) {
        let wanted = PartyKind.allCases.map(isWanted)
        for position in positions where wanted[Int(rows[position].kind)] {
            if rows[position].hasPlainNames {
                body(position, 0, bytes, rows[position].nameRange)
                forEachAlias(rows[position].aliasRange) { body(position, $0, bytes, $1) }
            } else {
                for (place, name) in party(at: position).names.enumerated() {
                    let text = Array(name.text.utf8)
                    body(position, place, text, text.indices)
                }
            }
        }
    }

    /// The names of a cell of other names, as `HouseListRow` parts them.
    private func forEachAlias(_ cell: Range<Int>, _ body: (_ place: Int, _ range: Range<Int>) -> Void) {
        guard !cell.isEmpty else { return }
        var (place, start) = (1, cell.lowerBound)
        for end in cell.lowerBound...cell.upperBound {
            guard end == cell.upperBound || bytes[end] == UInt8(ascii: ";") || bytes[end] == UInt8(ascii: "|") else {
                continue
            }
            var name = start..<end
            while let first = name.first, bytes[first] == UInt8(ascii: " ") { name = first + 1..<end }
            while let last = name.last, bytes[last] == UInt8(ascii: " ") { name = name.lowerBound..<last }
            start = end + 1
            guard !name.isEmpty else { continue }
            body(place, name)
            place += 1
        }
    }
}

extension PartyKind {
    /// The place of the kind among all.
    fileprivate var place: UInt8 { UInt8(PartyKind.allCases.firstIndex(of: self) ?? 0) }
}
