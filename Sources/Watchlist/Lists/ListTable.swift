import ByteInput

/// A comma-separated file with a header whose columns are known by their words.
///
/// Cells are separated by commas, semicolons or tabs: by the sign under which most columns are known.
struct ListTable {
    /// What a column holds. A header may call it by any of its words.
    enum Column: Int, CaseIterable {
        case imo, mmsi, name, list, entry, programme, listedOn, delistedOn, type, companyIMO, callSign, flag, alias
        case listed, owner, manager, `operator`, since

        /// The header's words for the column, in lower case with underscores.
        var words: Set<String> {
            switch self {
            case .imo: ["imo", "imo_number"]
            case .mmsi: ["mmsi"]
            case .name: ["name", "vessel_name", "ship_name"]
            case .list: ["list"]
            case .entry: ["entry"]
            case .programme: ["programme", "programmes", "program", "programs"]
            case .listedOn: ["listed_on"]
            case .delistedOn: ["delisted_on"]
            case .type: ["type", "kind"]
            case .companyIMO: ["company_imo", "company_imo_number"]
            case .callSign: ["call_sign", "callsign"]
            case .flag: ["flag"]
            case .alias: ["alias", "aliases", "former_names"]
            case .listed: ["listed"]
            case .owner: ["owner", "registered_owner"]
            case .manager: ["manager", "ship_manager"]
            case .operator: ["operator"]
            case .since: ["since"]
            }
        }
    }

    var delimiter: UInt8
    /// As the file has them.
    var names: [String]
    /// The position of each column, -1 for one that the header does not have.
    private var places = [Int](repeating: -1, count: Column.allCases.count)
    /// Whether it has coordinates: then it is a file of tracks.
    var hasPosition: Bool

    /// Whether it names ships or companies by number and so can be a list of a house.
    var isList: Bool {
        !hasPosition && (has(.imo) || has(.mmsi) || has(.companyIMO))
    }

    /// Whether nothing but a list has such a header.
    var isUnmistakableList: Bool {
        isList && [Column.list, .entry, .programme, .listedOn].contains(where: has)
    }

    /// Whether it is a register of ships and those who run them: it says nothing about sanctions.
    var isRegistry: Bool {
        !hasPosition && has(.imo) && !isUnmistakableList && !has(.listed)
            && [Column.owner, .manager, .operator].contains(where: has)
    }

    /// What the first record of a file says as a header; nil for an empty file.
    init?(header bytes: [UInt8]) {
        var best: ListTable?
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var reader = ListRecordReader(bytes, delimiter: delimiter)
            guard let record = reader.next() else { return nil }
            let table = ListTable(record, delimiter: delimiter)
            if (table.knownCount, table.names.count) > (best?.knownCount ?? -1, best?.names.count ?? 0) {
                best = table
            }
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ record: ListRecord, delimiter: UInt8) {
        self.delimiter = delimiter
        (names, hasPosition) = ([], false)
        for cell in 0..<record.count {
            let name = record.text(cell)
            let word = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
            names.append(name)
            if let column = Column.allCases.first(where: { $0.words.contains(word) }), !has(column) {
                places[column.rawValue] = cell
            }
            if ["lat", "latitude", "lon", "long", "longitude"].contains(word) { hasPosition = true }
        }
    }

    /// The text of a row under a column; empty when there is no such column or cell.
    func cell(_ column: Column, of record: ListRecord) -> String {
        let place = places[column.rawValue]
        return place < 0 ? "" : record.text(place)
    }

    /// The position of a column's cell in a record; beyond all cells when the header does not have the column.
    func place(of column: Column) -> Int {
        let place = places[column.rawValue]
        return place < 0 ? Int.max : place
    }

    /// Whether the header has a column.
    func has(_ column: Column) -> Bool { places[column.rawValue] >= 0 }

    /// How many columns of the header are known.
    private var knownCount: Int { places.count { $0 >= 0 } }

    /// Whether a row has cells beyond the header: the cells may then have moved on by one.
    func isTooLong(_ record: ListRecord) -> Bool {
        guard record.count > names.count else { return false }
        return (names.count..<record.count).contains { !record.text($0).isEmpty }
    }
}
