import ByteInput
import MaritimeModel

/// Reads a plain list: comma-separated text with the header `imo,mmsi,name,list,entry,programme,listed_on`.
///
/// The columns stand in any order, others are passed over, and a list without some of them is read as far as it goes;
/// one of `imo` and `mmsi` is needed. Cells are separated by commas, semicolons or tabs. One file may hold several
/// lists, told apart by the column `list`; where that is blank the file's own name is the list's.
struct PlainListCSV {
    /// Where the columns are.
    struct Header: Equatable {
        var delimiter: UInt8
        /// As the file has them.
        var names: [String]
        /// Position by our name.
        var columns: [Column: Int]
        /// Whether it has coordinates: then it is a file of tracks.
        var hasPosition: Bool

        /// Whether the file can be read as a list.
        var isUsable: Bool { !hasPosition && (columns[.imo] != nil || columns[.mmsi] != nil) }

        /// Whether nothing but a list has such a header.
        var isUnmistakable: Bool {
            isUsable && [Column.list, .entry, .programme, .listedOn].contains { columns[$0] != nil }
        }
    }

    enum Column: CaseIterable {
        case imo, mmsi, name, list, entry, programme, listedOn

        /// The header's words for the column, in lower case with underscores.
        var words: Set<String> {
            switch self {
            case .imo: ["imo", "imo_number"]
            case .mmsi: ["mmsi"]
            case .name: ["name"]
            case .list: ["list"]
            case .entry: ["entry"]
            case .programme: ["programme", "programmes", "program", "programs"]
            case .listedOn: ["listed_on"]
            }
        }
    }

    /// What the first record of a file says as a header, with the delimiter that names most columns.
    static func header(_ bytes: [UInt8]) -> Header? {
        var best: Header?
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var reader = ListRecordReader(bytes, delimiter: delimiter)
            guard let record = reader.next() else { return nil }
            var header = Header(delimiter: delimiter, names: [], columns: [:], hasPosition: false)
            for cell in 0..<record.count {
                let name = record.text(cell)
                let word = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
                header.names.append(name)
                if let column = Column.allCases.first(where: { $0.words.contains(word) }), header.columns[column] == nil
                {
                    header.columns[column] = cell
                }
                if ["lat", "latitude", "lon", "long", "longitude"].contains(word) { header.hasPosition = true }
            }
            if (header.columns.count, header.names.count) > (best?.columns.count ?? -1, best?.names.count ?? 0) {
                best = header
            }
        }
        return best
    }

    /// Reads the lists of a file in the order in which they first appear.
    static func read(_ contents: FileContents, header: Header) throws(WatchlistError) -> [LoadedList] {
        let fileName = contents.path.split(separator: "/").last.map(String.init) ?? contents.path
        var lists: [(name: String, entries: Int, vessels: [ListedVessel], warnings: ListWarnings)] = []
        var reader = ListRecordReader(contents.bytes, delimiter: header.delimiter)
        _ = reader.next()
        while let record = reader.next() {
            let row = Row(record, header: header, path: contents.path, fileName: fileName)
            let position: Int
            if let known = lists.firstIndex(where: { $0.name == row.list }) {
                position = known
            } else {
                position = lists.count
                lists.append((row.list, 0, [], ListWarnings()))
            }
            lists[position].entries += 1
            for warning in row.warnings { lists[position].warnings.add(warning) }
            if let vessel = row.vessel { lists[position].vessels.append(vessel) }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        guard lists.contains(where: { !$0.vessels.isEmpty }) else {
            throw WatchlistError(
                path: contents.path, line: lists.isEmpty ? 1 : nil,
                message: lists.isEmpty
                    ? "it holds a header and no entries: add a row for each listed vessel, or leave the list out."
                    : "none of its \(lists.reduce(0) { $0 + $1.entries }) rows can be used. "
                        + (lists.first?.warnings.all.first ?? ""))
        }
        return lists.map { list in
            var warnings = list.warnings
            warnings.addUnrecognisable(list.vessels)
            return LoadedList(
                checked: CheckedList(
                    name: list.name, files: [CheckedList.ListFile(contents)], publishedOn: nil, entries: list.entries,
                    vessels: list.vessels.count, warnings: warnings.all),
                vessels: list.vessels)
        }
    }

    /// One row: the vessel that it lists, if it does, and what is wrong with it.
    private struct Row {
        var list: String
        var vessel: ListedVessel?
        var warnings: [String] = []

        init(_ record: ListRecord, header: Header, path: String, fileName: String) {
            func cell(_ column: Column) -> String { header.columns[column].map { record.text($0) } ?? "" }
            let place = "\(path), line \(record.line)"
            list = cell(.list).isEmpty ? fileName : cell(.list)
            if (header.names.count..<max(header.names.count, record.count)).contains(where: { !record.text($0).isEmpty }
            ) {
                // The cells may have moved on by one: a word among them must not become the name of a list.
                list = fileName
                warnings.append(
                    "\(place): \(record.count) cells where the header has \(header.names.count); a cell that holds the "
                        + "separator itself needs quotation marks. The row is read as far as it can be.")
            }
            let imo = listedIMO(cell(.imo))
            let mmsi = listedMMSI(cell(.mmsi))
            if case .invalid(let reason) = imo { warnings.append("\(place): \(reason); it is not compared.") }
            if case .invalid(let reason) = mmsi { warnings.append("\(place): \(reason); it is not compared.") }
            guard imo.value != nil || mmsi.value != nil || !cell(.name).isEmpty else {
                warnings.append("\(place): the row names no vessel (no valid imo, no mmsi, no name); it is left out.")
                return
            }
            let listedOn = CivilDate(iso8601: cell(.listedOn))
            if listedOn == nil, !cell(.listedOn).isEmpty {
                warnings.append(
                    "\(place): listed_on \(cell(.listedOn)) is no date (yyyy-mm-dd is needed); the vessel is taken as "
                        + "listed, without saying since when.")
            }
            vessel = ListedVessel(
                list: list, entry: cell(.entry).isEmpty ? "line \(record.line)" : cell(.entry), name: cell(.name),
                imo: imo.value, mmsi: mmsi.value,
                programmes: cell(.programme).split { $0 == ";" || $0 == "|" }.map(\.trimmed).filter { !$0.isEmpty },
                listedOn: listedOn)
        }
    }
}
