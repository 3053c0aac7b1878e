import ByteInput
import MaritimeModel

/// Reads the tables of OpenSanctions: `maritime.csv` and `targets.simple.csv`.
///
/// Both collect many sources. An entry counts as designated when the table itself says so: by the topic `sanction` in
/// the column `risk`, or by words in the column `sanctions`; the others are recorded only. `first_seen` is when the
/// collection first had an entry, not when it was listed, and is not used as that. Source: OpenSanctions, "Maritime data
/// export" and "Simplified tabular data".
enum OpenSanctionsCSV {
    static let maritimeName = "OpenSanctions maritime"
    static let targetsName = "OpenSanctions targets"

    static func isMaritimeHeader(_ first: ListRecord) -> Bool {
        NamedColumns(first).has("type", "caption", "imo", "risk", "datasets")
    }

    static func isTargetsHeader(_ first: ListRecord) -> Bool {
        NamedColumns(first).has("id", "schema", "name", "aliases", "identifiers", "sanctions")
    }

    /// Reads a table. Throws when there are no entries or a quotation mark is never closed.
    static func read(_ contents: FileContents) throws(WatchlistError) -> SanctionsList {
        var reader = ListRecordReader(contents.bytes)
        guard let header = reader.next() else {
            throw WatchlistError(path: contents.path, message: "it is empty: download it again from its publisher.")
        }
        let columns = NamedColumns(header)
        let isMaritime = isMaritimeHeader(header)
        var list = SanctionsList(
            name: isMaritime ? maritimeName : targetsName,
            format: isMaritime ? .openSanctionsMaritimeCSV : .openSanctionsTargetsCSV,
            files: [CheckedList.ListFile(contents)])
        while let record = reader.next() {
            guard record.count == columns.count else {
                list.problems.note(
                    "row that is no entry",
                    "\(contents.path), line \(record.line): \(record.count) cells where \(columns.count) are expected; it "
                        + "is left out.")
                continue
            }
            var row = Row(record: record, columns: columns, place: "\(contents.path), line \(record.line)")
            let party = isMaritime ? row.maritimeParty() : row.target()
            list.problems.add(row.problems)
            if let party { list.parties.append(party) }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        guard !list.parties.isEmpty else {
            throw WatchlistError(
                path: contents.path, message: "it holds no entries: download it again from its publisher.")
        }
        return list
    }

    /// One row on its way to a party.
    private struct Row {
        let record: ListRecord
        let columns: NamedColumns
        let place: String
        var problems = ListProblems()

        private func values(_ column: String) -> [String] {
            columns.text(column, of: record).split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
        }

        mutating func maritimeParty() -> ListedParty? {
            let kind: PartyKind = columns.text("type", of: record).lowercased() == "vessel" ? .vessel : .organisation
            var numbers = values("imo").compactMap { imo($0, of: kind) }
            if kind == .vessel { numbers += values("mmsi").compactMap { mmsi($0) } }
            return party(
                kind, names: [columns.text("caption", of: record)] + values("aliases"), numbers: numbers,
                flag: columns.text("flag", of: record), isDesignated: values("risk").contains("sanction"),
                programmes: values("datasets"))
        }

        mutating func target() -> ListedParty? {
            let kind: PartyKind =
                switch columns.text("schema", of: record) {
                case "Vessel": .vessel
                case "Company", "Organization", "LegalEntity", "PublicBody": .organisation
                case "Person": .person
                case "Airplane": .aircraft
                default: .other
                }
            var numbers: [PartyNumber] = []
            if kind == .vessel || kind == .organisation {
                for value in values("identifiers") {
                    if value.uppercased().hasPrefix("IMO") {
                        if let number = imo(value, of: kind) { numbers.append(number) }
                    } else if kind == .vessel, value.utf8.count == 9, value.utf8.allSatisfy({ (48...57).contains($0) })
                    {
                        if let number = mmsi(value) { numbers.append(number) }
                    } else if kind == .vessel {
                        problems.note(
                            "identifier without a label",
                            "\(place): \(value.prefix(40)) can be a call sign or something else; it is not compared.")
                    }
                }
            }
            return party(
                kind, names: [columns.text("name", of: record)] + values("aliases"), numbers: numbers, flag: nil,
                isDesignated: !columns.text("sanctions", of: record).isEmpty,
                programmes: columns.has("program_ids") ? values("program_ids") : [])
        }

        private mutating func party(
            _ kind: PartyKind, names: [String], numbers: [PartyNumber], flag: String?, isDesignated: Bool,
            programmes: [String]
        ) -> ListedParty? {
            let id = columns.text("id", of: record)
            let known = names.filter { !$0.isEmpty }
            guard !id.isEmpty, !known.isEmpty || !numbers.isEmpty else {
                problems.note(
                    "row that names nobody", "\(place): the row has no id, or no name and number; it is left out.")
                return nil
            }
            var partyNames: [PartyName] = []
            for name in known where !partyNames.contains(where: { $0.text == name }) {
                partyNames.append(PartyName(name, partyNames.isEmpty ? .primary : .alias))
            }
            return ListedParty(
                entry: id, kind: kind, standing: isDesignated ? .designated : .recorded,
                names: partyNames.isEmpty ? [PartyName("")] : partyNames, numbers: numbers,
                flag: flag.flatMap { $0.isEmpty ? nil : $0 }, programmes: programmes)
        }

        private mutating func imo(_ text: String, of kind: PartyKind) -> PartyNumber? {
            if kind != .vessel {
                if let number = CompanyNumber(text) { return .company(number) }
                problems.note(
                    "company IMO number that fails its check digit", "\(place): \(text) is no company's IMO number.")
                return nil
            }
            switch listedIMO(text) {
            case .none: return nil
            case .valid(let number): return .ship(number)
            case .invalid(let reason):
                problems.note("unusable ship IMO number", "\(place): \(reason); it is not compared.")
                return .unusableShipNumber(text)
            }
        }

        private mutating func mmsi(_ text: String) -> PartyNumber? {
            switch listedMMSI(text) {
            case .none: return nil
            case .valid(let number): return .mmsi(number)
            case .invalid(let reason):
                problems.note("unusable MMSI", "\(place): \(reason); it is not compared.")
                return nil
            }
        }
    }
}
