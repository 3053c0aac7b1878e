import ByteInput
import MaritimeModel

/// Reads a list of the US Office of Foreign Assets Control in its comma-separated form.
///
/// The primary file (`sdn.csv`, or `cons_prim.csv` for the consolidated list of other sanctions) has no header and
/// twelve columns: number, name, type, programme, title, call sign, vessel type, tonnage, gross tonnage, flag, owner,
/// remarks. `alt.csv` holds further names, `sdn_comments.csv` the rest of remarks that did not fit, cut in mid-word.
/// `-0-` is nothing. Source: OFAC, "Specially Designated Nationals List data formats and data schemas"
/// (`dat_spec.txt`). Addresses (`add.csv`) say nothing about identities and links, and are not read.
struct OFACListCSV {
    /// The files of one list.
    struct Files: Equatable {
        var primary: String
        /// Nil when it is not there.
        var names: String?
        var comments: String?
    }

    /// The twelve columns, as positions.
    private enum Column {
        static let entry = 0, name = 1, type = 2, programmes = 3, callSign = 5, vesselType = 6, flag = 9, remarks = 11
        static let count = 12
    }

    /// Whether a record can be one of a primary file: that tells such a file, which has no header, from others.
    static func isPrimaryRecord(_ record: ListRecord) -> Bool {
        guard record.count == Column.count, isEntryNumber(record.text(Column.entry)) else { return false }
        return ["-0-", "individual", "vessel", "aircraft", "entity"].contains(record.text(Column.type).lowercased())
    }

    private static func isEntryNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Reads one list. Throws when a file cannot be read, has no entries or has a quotation mark that is never closed.
    static func read(name: String, files: Files) throws(WatchlistError) -> SanctionsList {
        let primary = try readListFile(files.primary)
        var read = [primary]
        var problems = ListProblems()
        var furtherNames: [String: [PartyName]] = [:]
        if let path = files.names {
            let contents = try readListFile(path)
            read.append(contents)
            furtherNames = try companion(contents, columns: 5, problems: &problems) { record in
                nonNull(record.wholeText(3)).map {
                    PartyName($0.trimmed, record.text(2).lowercased() == "fka" ? .former : .alias)
                }
            }
        } else {
            problems.note(
                "missing companion file",
                "There is no alt.csv beside \(files.primary): further names of listed parties are not known.")
        }
        var restsOfRemarks: [String: [String]] = [:]
        if let path = files.comments {
            let contents = try readListFile(path)
            read.append(contents)
            restsOfRemarks = try companion(contents, columns: 2, problems: &problems) { nonNull($0.wholeText(1)) }
        }

        var parties: [ListedParty] = []
        var reader = ListRecordReader(primary.bytes)
        while let record = reader.next() {
            guard record.count == Column.count, isEntryNumber(record.text(Column.entry)) else {
                problems.note(
                    "row that is no entry",
                    "\(files.primary), line \(record.line): \(record.count) columns where 12 are expected; it is left out."
                )
                continue
            }
            let entry = record.text(Column.entry)
            // Not trimmed before they are joined: the cut may fall beside a space.
            let remarks =
                (nonNull(record.wholeText(Column.remarks)) ?? "") + (restsOfRemarks[entry] ?? []).joined()
            if !remarks.isEmpty, !remarks.trimmed.hasSuffix(".") {
                problems.note(
                    "remarks cut off",
                    "\(name) entry \(entry): a number or a name at the end of its remarks may be missing. Put the comments "
                        + "file of the same date beside \(files.primary).")
            }
            parties.append(
                party(
                    record, list: name, remarks: remarks, furtherNames: furtherNames[entry] ?? [], problems: &problems))
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: files.primary, line: line) }
        guard !parties.isEmpty else {
            throw WatchlistError(
                path: files.primary, message: "it holds no entries: download it again from its publisher.")
        }
        return SanctionsList(
            name: name, format: .ofacCSV, files: read.map { CheckedList.ListFile($0) }, parties: parties,
            problems: problems)
    }

    private static func party(
        _ record: ListRecord, list: String, remarks text: String, furtherNames: [PartyName],
        problems: inout ListProblems
    ) -> ListedParty {
        let entry = record.text(Column.entry)
        let name = record.text(Column.name)
        let kind = kind(record.text(Column.type))
        let remarks = OFACRemarks(text, of: kind)
        for problem in remarks.problems {
            problems.note(problem.reason, "\(list) entry \(entry), \(name): \(problem.says).")
        }
        var names = [PartyName(name)]
        for further in furtherNames + remarks.names where !names.contains(where: { $0.text == further.text }) {
            names.append(further)
        }
        var numbers = remarks.numbers
        if let sign = nonNull(record.text(Column.callSign)), kind == .vessel { numbers.append(.callSign(sign)) }
        let flag = nonNull(record.text(Column.flag))
        return ListedParty(
            entry: entry, kind: kind, names: names, numbers: numbers, flag: flag == "None Identified" ? nil : flag,
            formerFlags: remarks.formerFlags, vesselType: nonNull(record.text(Column.vesselType)),
            yearOfBuild: remarks.yearOfBuild, programmes: programmes(record.text(Column.programmes)),
            links: remarks.linkedTo.map { PartyLink(.linkedTo, to: .name($0), words: "Linked To:") })
    }

    /// The kind of an entry; companies and other bodies have no type of their own in the file.
    private static func kind(_ type: String) -> PartyKind {
        switch type.lowercased() {
        case "vessel": .vessel
        case "individual": .person
        case "aircraft": .aircraft
        default: .organisation
        }
    }

    /// Several programmes are printed as `IRAN] [NPWMD] [IFSR`: in brackets, of which the outermost are missing.
    static func programmes(_ text: String) -> [String] {
        (nonNull(text) ?? "").split { $0 == "[" || $0 == "]" }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Nil for the mark of nothing.
    private static func nonNull(_ text: String) -> String? {
        ["", "-0-"].contains(text.trimmed) ? nil : text
    }

    /// What `take` makes of the records of a companion file, by the entry number in the first column.
    private static func companion<Value>(
        _ contents: FileContents, columns: Int, problems: inout ListProblems, take: (ListRecord) -> Value?
    ) throws(WatchlistError) -> [String: [Value]] {
        var values: [String: [Value]] = [:]
        var reader = ListRecordReader(contents.bytes)
        while let record = reader.next() {
            guard record.count == columns, isEntryNumber(record.text(0)) else {
                problems.note(
                    "row that is no entry",
                    "\(contents.path), line \(record.line): \(record.count) columns where \(columns) are expected; it is left "
                        + "out.")
                continue
            }
            if let value = take(record) { values[record.text(0), default: []].append(value) }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        return values
    }
}

extension WatchlistError {
    static func unclosedQuote(path: String, line: Int) -> WatchlistError {
        WatchlistError(
            path: path, line: line,
            message:
                "the quotation mark opened here is never closed, so the rest of the file cannot be told apart: close "
                + "it, or download the file again.")
    }
}
