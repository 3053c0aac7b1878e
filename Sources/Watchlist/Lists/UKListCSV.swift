import ByteInput
import MaritimeModel

/// Reads the UK Sanctions List in its CSV form: a line with the date of the report, a header of 58 columns, and one or
/// more rows for each `Unique ID`, which differ in a name, an address or another value.
enum UKListCSV {
    /// Whether the first record is the line before the header, or the header itself.
    static func isBeginning(_ first: ListRecord) -> Bool {
        first.text(0).hasPrefix("Report Date") || isHeader(NamedColumns(first))
    }

    private static func isHeader(_ columns: NamedColumns) -> Bool {
        columns.has("Unique ID", "OFSI Group ID", "Designation Type", "IMO number")
    }

    /// Reads the list. Throws when the header is another, there are no entries, or a quotation mark is never closed.
    static func read(_ contents: FileContents) throws(WatchlistError) -> SanctionsList {
        var reader = ListRecordReader(contents.bytes)
        var publishedOn: CivilDate?
        var header = reader.next()
        if let line = header, line.text(0).hasPrefix("Report Date") {
            let text = line.text(0).split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
            publishedOn = ListDate.dayFirst(text) ?? ListDate.dayFirst(line.text(1))
            header = reader.next()
        }
        guard let header, isHeader(NamedColumns(header)) else {
            throw WatchlistError(
                path: contents.path, line: 2,
                message: "the header of the UK Sanctions List is expected here: download it again from its publisher.")
        }
        let columns = NamedColumns(header)
        var problems = ListProblems()
        var drafts: [UKDraft] = []
        var positions: [String: Int] = [:]
        while let record = reader.next() {
            let entry = columns.text("Unique ID", of: record)
            guard record.count == columns.count, !entry.isEmpty else {
                problems.note(
                    "row that is no entry",
                    "\(contents.path), line \(record.line): \(record.count) cells where \(columns.count) are expected, or "
                        + "no number; it is left out.")
                continue
            }
            let position = positions[entry] ?? drafts.count
            if position == drafts.count {
                positions[entry] = position
                drafts.append(UKDraft())
                drafts[position].entry = entry
            }
            drafts[position].add(record, columns)
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        var parties: [ListedParty] = []
        for draft in drafts {
            if let party = draft.party(problems: &problems) { parties.append(party) }
        }
        guard !parties.isEmpty else {
            throw WatchlistError(
                path: contents.path, message: "it holds no entries: download it again from its publisher.")
        }
        return SanctionsList(
            name: UKListXML.listName, format: .ukCSV, files: [CheckedList.ListFile(contents)], publishedOn: publishedOn,
            parties: parties, problems: problems)
    }
}

extension UKDraft {
    /// Adds what a row says; what earlier rows said of the entry stays.
    fileprivate mutating func add(_ record: ListRecord, _ columns: NamedColumns) {
        func text(_ name: String) -> String { columns.text(name, of: record) }
        if type.isEmpty { type = text("Designation Type") }
        if regime.isEmpty { regime = text("Regime Name") }
        if designated.isEmpty { designated = text("Date Designated") }
        let name = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(text).filter { !$0.isEmpty }
        add(name: name.joined(separator: " "), type: text("Name type"), strength: text("Alias strength"))
        add(name: text("Name non-latin script"), type: "", strength: "")
        add(imo: text("IMO number"))
        add(.ownedOrOperatedBy, to: text("Current owner/operator (s)"), words: "Current owner/operator")
        add(
            .ownedOrOperatedBy, to: text("Previous owner/operator (s)"), isFormer: true,
            words: "Previous owner/operator")
        add(.ownedBy, to: text("Parent company"), words: "Parent company")
        add(subsidiary: text("Subsidiaries"))
        add(flag: text("Current believed flag of ship"))
        add(formerFlag: text("Previous flags"))
        add(vesselType: text("Type of ship"))
        add(yearOfBuild: text("Year Built"))
    }
}
