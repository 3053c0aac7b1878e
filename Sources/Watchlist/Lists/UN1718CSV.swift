import ByteInput
import MaritimeModel

/// Reads the list of designated vessels of the 1718 Committee (DPRK) as a table: `#, vessel_name, imo_number, mmsi, flag,
/// call_sign, type, designated_owner, date_of_designation, other_information`.
///
/// Cells can hold several values as `1: ... 2: ...`. Dates are written `30-Mar-18`.
enum UN1718CSV {
    static let listName = "UN 1718 vessels"

    static func isHeader(_ first: ListRecord) -> Bool {
        let columns = NamedColumns(first)
        return columns.has("vessel_name", "imo_number", "designated_owner")
            || columns.has("vessel_name", "imo_number", "date_of_designation")
    }

    /// Reads the list. Throws when there are no entries or a quotation mark is never closed.
    static func read(_ contents: FileContents) throws(WatchlistError) -> SanctionsList {
        var reader = ListRecordReader(contents.bytes)
        var list = SanctionsList(name: listName, format: .un1718CSV, files: [CheckedList.ListFile(contents)])
        guard let header = reader.next() else {
            throw WatchlistError(path: contents.path, message: "it is empty: download it again from its publisher.")
        }
        let columns = NamedColumns(header)
        while let record = reader.next() {
            if let party = party(record, columns, path: contents.path, problems: &list.problems) {
                list.parties.append(party)
            }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        guard !list.parties.isEmpty else {
            throw WatchlistError(
                path: contents.path, message: "it holds no entries: download it again from its publisher.")
        }
        return list
    }

    private static func party(
        _ record: ListRecord, _ columns: NamedColumns, path: String, problems: inout ListProblems
    ) -> ListedParty? {
        let place = "\(path), line \(record.line)"
        let names = NumberedCell.values(columns.text("vessel_name", of: record))
        var numbers: [PartyNumber] = []
        for text in NumberedCell.values(columns.text("imo_number", of: record)) {
            switch listedIMO(text) {
            case .none: break
            case .valid(let number): numbers.append(.ship(number))
            case .invalid(let reason):
                numbers.append(.unusableShipNumber(text))
                problems.note("unusable ship IMO number", "\(place): \(reason); it is not compared.")
            }
        }
        for text in NumberedCell.values(columns.text("mmsi", of: record)) {
            switch listedMMSI(text) {
            case .none: break
            case .valid(let number): numbers.append(.mmsi(number))
            case .invalid(let reason): problems.note("unusable MMSI", "\(place): \(reason); it is not compared.")
            }
        }
        for sign in NumberedCell.values(columns.text("call_sign", of: record)) where sign.lowercased() != "n/a" {
            numbers.append(.callSign(sign))
        }
        guard !names.isEmpty || !numbers.isEmpty else {
            problems.note("row that names nobody", "\(place): the row has no name and no number; it is left out.")
            return nil
        }
        let flags = NumberedCell.values(columns.text("flag", of: record))
        let type = columns.text("type", "vessel_type", of: record)
        let number = columns.text("#", "no", "number", of: record)
        let first = record.text(0)
        let designated = columns.text("date_of_designation", of: record)
        let listedOn = ListDate.dayFirst(designated)
        if listedOn == nil, !designated.isEmpty {
            problems.note(
                "unusable date", "\(place): \(designated) is no date; it is not said since when it is listed.")
        }
        // The number of a row moves when others are struck off: the hull is the better name of the entry.
        let hull = numbers.lazy.compactMap { if case .ship(let imo) = $0 { "IMO \(imo)" } else { nil } }.first
        return ListedParty(
            entry: hull ?? (number.isEmpty ? (first.isEmpty ? "line \(record.line)" : first) : number), kind: .vessel,
            names: names.enumerated().map { PartyName($1, $0 == 0 ? .primary : .alias) }, numbers: numbers,
            flag: flags.first, formerFlags: Array(flags.dropFirst()), vesselType: type.isEmpty ? nil : type,
            programmes: ["DPRK"], listedOn: listedOn,
            links: NumberedCell.values(columns.text("designated_owner", of: record)).map {
                PartyLink(.ownedBy, to: .name($0), words: "Designated owner")
            })
    }
}
