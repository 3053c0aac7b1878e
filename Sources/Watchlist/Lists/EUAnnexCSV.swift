import ByteInput
import MaritimeModel

/// Reads Annex XLII of Regulation (EU) No 833/2014, vessels under a port ban, as a table with the columns of the annex:
/// vessel name, IMO ship identification number, grounds of listing, date of application.
enum EUAnnexCSV {
    static let listName = "EU 833/2014 Annex XLII"

    static func isHeader(_ first: ListRecord) -> Bool {
        let columns = NamedColumns(first)
        return columns.has("date of application")
            && (columns.has("IMO number") || columns.has("IMO ship identification number") || columns.has("IMO"))
    }

    /// Reads the annex. Throws when there are no entries or a quotation mark is never closed.
    static func read(_ contents: FileContents) throws(WatchlistError) -> SanctionsList {
        var reader = ListRecordReader(contents.bytes)
        var list = SanctionsList(name: listName, format: .euAnnexCSV, files: [CheckedList.ListFile(contents)])
        guard let header = reader.next() else {
            throw WatchlistError(path: contents.path, message: "it is empty: download it again from its publisher.")
        }
        let columns = NamedColumns(header)
        while let record = reader.next() {
            let place = "\(contents.path), line \(record.line)"
            let name = columns.text("vessel name", "name of vessel", "name", of: record)
            let printed = columns.text("IMO number", "IMO ship identification number", "IMO", of: record)
            var numbers: [PartyNumber] = []
            switch listedIMO(printed) {
            case .none: break
            case .valid(let number): numbers.append(.ship(number))
            case .invalid(let reason):
                numbers.append(.unusableShipNumber(printed))
                list.problems.note("unusable ship IMO number", "\(place): \(reason); it is not compared.")
            }
            guard !name.isEmpty || !numbers.isEmpty else {
                list.problems.note("row that names nobody", "\(place): there is no name and no number; it is left out.")
                continue
            }
            let applies = columns.text("date of application", of: record)
            let listedOn = ListDate.dayFirst(applies)
            if listedOn == nil {
                list.problems.note(
                    "unusable date", "\(place): \(applies) is no date; it is not said since when it is listed.")
            }
            let grounds = columns.text("grounds of listing", "grounds for listing", "grounds", "ground", of: record)
            list.parties.append(
                ListedParty(
                    entry: printed.isEmpty ? "line \(record.line)" : printed, kind: .vessel, names: [PartyName(name)],
                    numbers: numbers, programmes: grounds.isEmpty ? [] : [grounds], listedOn: listedOn))
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        guard !list.parties.isEmpty else {
            throw WatchlistError(
                path: contents.path, message: "it holds no entries: download it again from its publisher.")
        }
        return list
    }
}
