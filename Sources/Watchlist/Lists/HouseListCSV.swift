import ByteInput
import MaritimeModel

/// Reads a list that a house keeps itself: comma-separated text with the header
/// `imo,mmsi,name,list,entry,programme,listed_on`, to which may come `type`, `company_imo`, `call_sign`, `flag`, `alias`,
/// `delisted_on`, `listed`, `owner`, `manager`, `operator` and `since`.
///
/// The columns stand in any order, others are passed over, and a list without some of them is read as far as it goes;
/// one of `imo`, `mmsi` and `company_imo` is needed. A row is a vessel unless `type` says `company` or `person`. It is under
/// sanctions unless `listed` says `no`: then it is recorded for the sake of its links alone. `owner`, `manager` and
/// `operator` give the name of another row of the same list, or a company's IMO number as `IMO 6414273`. One file may hold
/// several lists, told apart by the column `list`; where that is blank the file's own name is the list's.
struct HouseListCSV {
    /// Reads the lists of a file in the order in which they first appear.
    static func read(_ contents: FileContents, table: ListTable) throws(WatchlistError) -> [SanctionsList] {
        var lists: [SanctionsList] = []
        var rows = 0
        var reader = ListRecordReader(contents.bytes, delimiter: table.delimiter)
        _ = reader.next()
        while let record = reader.next() {
            rows += 1
            let (row, named) = row(record, table: table, path: contents.path)
            let name = named.isEmpty ? fileName(contents) : named
            let position: Int
            if let known = lists.firstIndex(where: { $0.name == name }) {
                position = known
            } else {
                position = lists.count
                lists.append(SanctionsList(name: name, format: .plainCSV, files: [CheckedList.ListFile(contents)]))
            }
            lists[position].problems.add(row.problems)
            if let party = row.party { lists[position].parties.append(party) }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        try check(
            contents.path, rows: rows, parties: lists.reduce(0) { $0 + $1.parties.count }, lists.first?.problems)
        return lists
    }

    /// The row of a record, and the name of its list; empty when that is the file's.
    static func row(_ record: ListRecord, table: ListTable, path: String) -> (row: HouseListRow, list: String) {
        var row = HouseListRow(record, table: table, path: path)
        row.read()
        // The cells may have moved on by one: a word among them must not become the name of a list.
        return (row, table.isTooLong(record) ? "" : table.cell(.list, of: record))
    }

    /// What a list without a name of its own is called.
    static func fileName(_ contents: FileContents) -> String {
        contents.path.split(separator: "/").last.map(String.init) ?? contents.path
    }

    /// Throws when nothing of a file can be used.
    static func check(
        _ path: String, rows: Int, parties: Int, _ problems: ListProblems?
    ) throws(WatchlistError) {
        guard rows > 0 else {
            throw WatchlistError(
                path: path, line: 1,
                message: "it holds a header and no entries: add a row for each listed vessel, or leave the list out.")
        }
        guard parties > 0 else {
            throw WatchlistError(
                path: path, message: "none of its \(rows) rows can be used. \(problems?.sentences.first ?? "")")
        }
    }
}

/// One row of a house list or a registry on its way to a party.
struct HouseListRow {
    let record: ListRecord
    let table: ListTable
    let path: String
    private(set) var party: ListedParty?
    private(set) var problems = ListProblems()

    init(_ record: ListRecord, table: ListTable, path: String) {
        self.record = record
        self.table = table
        self.path = path
    }

    private func cell(_ column: ListTable.Column) -> String { table.cell(column, of: record) }
    private var place: String { "\(path), line \(record.line)" }

    mutating func read() {
        if table.isTooLong(record) {
            problems.note(
                "row with too many cells",
                "\(place): \(record.count) cells where the header has \(table.names.count); a cell that holds the separator "
                    + "itself needs quotation marks. The row is read as far as it can be.")
        }
        let kind = kind()
        let numbers = numbers(of: kind)
        let (name, entry, flag) = (cell(.name), cell(.entry), cell(.flag))
        guard !numbers.isEmpty || !name.isEmpty else {
            problems.note(
                "row that names nobody",
                "\(place): the row has no valid number and no name; it is left out.")
            return
        }
        party = ListedParty(
            entry: entry.isEmpty ? "line \(record.line)" : entry, kind: kind, standing: standing(),
            names: [PartyName(name)] + split(cell(.alias)).map { PartyName($0, .alias) }, numbers: numbers,
            flag: flag.isEmpty ? nil : flag, programmes: split(cell(.programme)),
            listedOn: date(.listedOn, "listed_on", "the party is taken as listed, without saying since when"),
            delistedOn: date(.delistedOn, "delisted_on", "the party is taken as still listed"), links: links())
    }

    private mutating func kind() -> PartyKind {
        switch cell(.type).lowercased() {
        case "", "vessel", "ship":
            return cell(.imo).isEmpty && cell(.mmsi).isEmpty && !cell(.companyIMO).isEmpty ? .organisation : .vessel
        case "company", "organisation", "organization", "entity": return .organisation
        case "person", "individual": return .person
        default:
            problems.note("unknown type", "\(place): type \(cell(.type)) is not known; it is kept as another party.")
            return .other
        }
    }

    private mutating func standing() -> PartyStanding {
        switch cell(.listed).lowercased() {
        case "", "yes", "true", "1": return table.isRegistry ? .recorded : .designated
        case "no", "false", "0": return .recorded
        default:
            problems.note(
                "unclear standing", "\(place): listed \(cell(.listed)) is neither yes nor no; it is taken as yes.")
            return .designated
        }
    }

    private mutating func numbers(of kind: PartyKind) -> [PartyNumber] {
        var numbers: [PartyNumber] = []
        if kind == .vessel {
            // Nearly always one; `1: 9108099 2: 9187629` and `9108099; 9187629` are two.
            for imo in NumberedCell.values(cell(.imo)).flatMap(split) {
                switch listedIMO(imo) {
                case .none: break
                case .valid(let number): numbers.append(.ship(number))
                case .invalid(let reason):
                    numbers.append(.unusableShipNumber(imo))
                    problems.note("unusable ship IMO number", "\(place): \(reason); it is not compared.")
                }
            }
            switch listedMMSI(cell(.mmsi)) {
            case .none: break
            case .valid(let number): numbers.append(.mmsi(number))
            case .invalid(let reason): problems.note("unusable MMSI", "\(place): \(reason); it is not compared.")
            }
            let callSign = cell(.callSign)
            if !callSign.isEmpty { numbers.append(.callSign(callSign)) }
        }
        let companyCell = cell(.companyIMO)
        let company = companyCell.isEmpty && kind == .organisation ? cell(.imo) : companyCell
        if let number = CompanyNumber(company) {
            numbers.append(.company(number))
        } else if !company.isEmpty {
            problems.note(
                "company IMO number that fails its check digit", "\(place): \(company) is no company's IMO number.")
        }
        return numbers
    }

    private static let linkColumns = [
        (ListTable.Column.owner, LinkKind.ownedBy, "owner"), (.operator, .operatedBy, "operator"),
        (.manager, .managedBy, "manager"),
    ]

    private mutating func links() -> [PartyLink] {
        guard Self.linkColumns.contains(where: { record.hasBytes(table.place(of: $0.0)) }) else { return [] }
        let since = date(.since, "since", "the links are taken as undated")
        var links: [PartyLink] = []
        for (column, kind, words) in Self.linkColumns {
            for name in split(cell(column)) {
                let isNumber = name.utf8.count >= 10 && name.prefix(3).uppercased() == "IMO"
                let target = isNumber ? CompanyNumber(name).map(LinkTarget.company) : nil
                links.append(PartyLink(kind, to: target ?? .name(name), since: since, words: words))
            }
        }
        return links
    }

    private mutating func date(_ column: ListTable.Column, _ header: String, _ otherwise: String) -> CivilDate? {
        let text = cell(column)
        guard !text.isEmpty else { return nil }
        if let date = CivilDate(iso8601: text) { return date }
        problems.note("unusable date", "\(place): \(header) \(text) is no date (yyyy-mm-dd is needed); \(otherwise).")
        return nil
    }

    /// Several values of one cell.
    private func split(_ cell: String) -> [String] {
        if cell.isEmpty { return [] }
        guard cell.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") }) else { return [cell] }
        return cell.split { $0 == ";" || $0 == "|" }.map(\.trimmed).filter { !$0.isEmpty }
    }
}
