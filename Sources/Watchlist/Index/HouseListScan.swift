import ByteInput
import MaritimeModel

/// Reads the numbers of a house list from its bytes, without making texts of its rows.
///
/// A row that is not wholly plain (a quotation mark, a number that cannot be used, several values in a cell that counts) is
/// left to `HouseListRow`, the slow twin, whose word on a row always holds.
struct HouseListScan {
    private let contents: FileContents
    private let table: ListTable
    private let columns: PlainHouseRow.Columns
    private var lists: [Draft] = []
    /// The list of the row before and the cell that named it: nearly always the next row's too.
    private var current = (list: -1, cell: 0..<0)
    /// Where the cells of a row begin, and one more, cells lying one byte apart.
    private var starts: [Int]
    private var cells = 0

    /// One of the lists of the file while it is read.
    private struct Draft {
        var name: String
        var rows: [HouseListParties.Row] = []
        var numbers = PartyNumbers()
        var counts = ListSnapshot.Counts()
        var problems = ListProblems()
        var nameless = UnrecognisableVessels()

        mutating func add(_ plain: PlainHouseRow, _ row: HouseListParties.Row) {
            let position = rows.count
            if let ship = plain.ship { numbers.add(UInt64(ship.number), .ship, at: position) }
            if let mmsi = plain.mmsi { numbers.add(UInt64(mmsi.number), .mmsi, at: position) }
            if let company = plain.company { numbers.add(UInt64(company.number), .company, at: position) }
            if let hash = plain.callSignHash { numbers.add(hash, .callSign, at: position) }
            counts.entries += 1
            counts.links += plain.links
            if plain.kind == .vessel {
                counts.vessels += 1
                if plain.ship != nil { counts.vesselsWithIMO += 1 }
                if plain.mmsi != nil { counts.vesselsWithMMSI += 1 }
            }
            rows.append(row)
        }
    }

    /// The lists of a file, in the order in which they first appear. Throws as `HouseListCSV.read` does.
    static func lists(_ contents: FileContents, table: ListTable) throws(WatchlistError) -> [HouseListParties] {
        var scan = HouseListScan(contents, table)
        return try scan.read()
    }

    private init(_ contents: FileContents, _ table: ListTable) {
        self.contents = contents
        self.table = table
        columns = PlainHouseRow.Columns(table)
        starts = [Int](repeating: 0, count: columns.count + 1)
    }

    private mutating func read() throws(WatchlistError) -> [HouseListParties] {
        let bytes = contents.bytes
        var reader = ListRecordReader(bytes, delimiter: table.delimiter)
        _ = reader.next()
        var rows = 0
        while reader.position < bytes.count {
            let (start, line) = (reader.position, reader.line)
            if let end = findCells(bytes, from: start), let row = PlainHouseRow(bytes, starts, cells, columns) {
                add(row, list: list(bytes), from: start, line: line)
                reader.skip(to: end, line: line + 1)
            } else {
                guard let record = reader.next() else { break }
                add(record, from: reader.recordStart)
            }
            rows += 1
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        try HouseListCSV.check(
            contents.path, rows: rows, parties: lists.reduce(0) { $0 + $1.rows.count }, lists.first?.problems)
        return lists.map { draft in
            var numbers = draft.numbers
            numbers.seal()
            return HouseListParties(
                checked: CheckedList(
                    name: draft.name, files: [CheckedList.ListFile(contents)], publishedOn: nil, counts: draft.counts,
                    problems: draft.problems, draft.nameless),
                numbers: numbers, rows: draft.rows, path: contents.path, bytes: bytes, table: table)
        }
    }

    /// Finds the cells of the row and where the next one begins.
    ///
    /// Nil when it has a quotation mark, more cells than the header, or begins with an end mark.
    private mutating func findCells(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes[start] != 0x1A else { return nil }
        starts[0] = start
        cells = 0
        var block = start
        while block < bytes.count {
            var marks = CellMarks.of(bytes, from: block, delimiter: table.delimiter)
            while marks != 0 {
                let place = block + marks.trailingZeroBitCount
                marks &= marks - 1
                let byte = bytes[place]
                guard byte != UInt8(ascii: "\""), cells + 1 < starts.count else { return nil }
                cells += 1
                starts[cells] = place + 1
                if byte == table.delimiter { continue }
                let isPair =
                    byte == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
                return isPair ? place + 2 : place + 1
            }
            block += CellMarks.width
        }
        guard cells + 1 < starts.count else { return nil }
        cells += 1
        starts[cells] = bytes.count + 1
        return bytes.count
    }

    /// The list of the row whose cells were found.
    private mutating func list(_ bytes: [UInt8]) -> Int {
        let place = columns.list
        let cell = place >= 0 && place < cells ? starts[place]..<starts[place + 1] - 1 : 0..<0
        if current.list >= 0, bytes[cell] == bytes[current.cell] { return current.list }
        var reader = ListRecordReader(bytes, delimiter: table.delimiter)
        reader.skip(to: starts[0], line: 1)
        let name = reader.next().map { table.cell(.list, of: $0) } ?? ""
        current = (list(named: name), cell)
        return current.list
    }

    private mutating func list(named cell: String) -> Int {
        let name = cell.isEmpty ? HouseListCSV.fileName(contents) : cell
        if let known = lists.firstIndex(where: { $0.name == name }) { return known }
        lists.append(Draft(name: name))
        return lists.count - 1
    }

    private mutating func add(_ row: PlainHouseRow, list: Int, from start: Int, line: Int) {
        let bytes = contents.bytes
        lists[list].add(
            row,
            HouseListParties.Row(start: start, line: line, kind: row.kind, name: row.name, alias: row.alias, in: bytes))
        if row.kind == .vessel, row.ship == nil, row.mmsi == nil, !row.hasCallSign {
            lists[list].nameless.add(HouseListParties.party(from: start, line: line, bytes, table, path: contents.path))
        }
    }

    private mutating func add(_ record: ListRecord, from start: Int) {
        let (row, name) = HouseListCSV.row(record, table: table, path: contents.path)
        let list = list(named: name)
        lists[list].problems.add(row.problems)
        guard let party = row.party else { return }
        lists[list].numbers.add(party, at: lists[list].rows.count)
        lists[list].counts.add(party)
        lists[list].nameless.add(party)
        lists[list].rows.append(HouseListParties.Row(start: start, line: record.line, kind: party.kind))
    }
}
