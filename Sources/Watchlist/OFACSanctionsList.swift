import ByteInput
import MaritimeModel

/// Reads a list of the US Office of Foreign Assets Control in its comma-separated form.
///
/// The primary file (`sdn.csv`, or `cons_prim.csv` for the consolidated list of other sanctions) has no header and
/// twelve columns: number, name, type, programme, title, call sign, vessel type, tonnage, gross tonnage, flag, owner,
/// remarks. `alt.csv` holds further names, `sdn_comments.csv` the rest of remarks that did not fit, cut in mid-word.
/// `-0-` is nothing. Source: OFAC, "Specially Designated Nationals List data formats and data schemas"
/// (`dat_spec.txt`). Addresses (`add.csv`) say nothing about vessels and are not read.
struct OFACSanctionsList {
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
    static func read(name: String, files: Files) throws(WatchlistError) -> LoadedList {
        let primary = try readListFile(files.primary)
        var read = [primary]
        var warnings = ListWarnings()
        var furtherNames: [String: [String]] = [:]
        if let path = files.names {
            let contents = try readListFile(path)
            read.append(contents)
            furtherNames = try cells(3, of: contents, columns: 5, warnings: &warnings)
        } else {
            warnings.add("There is no alt.csv beside \(files.primary): further names of listed vessels are not known.")
        }
        var restsOfRemarks: [String: [String]] = [:]
        if let path = files.comments {
            let contents = try readListFile(path)
            read.append(contents)
            restsOfRemarks = try cells(1, of: contents, columns: 2, warnings: &warnings)
        }

        var entries = 0
        var vessels: [ListedVessel] = []
        var reader = ListRecordReader(primary.bytes)
        while let record = reader.next() {
            guard record.count == Column.count, isEntryNumber(record.text(Column.entry)) else {
                warnings.add(
                    "\(files.primary), line \(record.line): not an entry (\(record.count) columns where 12 are "
                        + "expected); it is left out.")
                continue
            }
            entries += 1
            guard record.text(Column.type).lowercased() == "vessel" else { continue }
            let entry = record.text(Column.entry)
            // Not trimmed before they are joined: the cut may fall beside a space.
            let remarks =
                (nonNull(record.wholeText(Column.remarks)) ?? "") + (restsOfRemarks[entry] ?? []).joined()
            if !remarks.isEmpty, !remarks.trimmed.hasSuffix(".") {
                warnings.add(
                    "\(name) entry \(entry): its remarks are cut off; a number or a name at their end may be missing. "
                        + "Put the comments file of the same date beside \(files.primary).")
            }
            vessels.append(
                vessel(
                    record, list: name, remarks: OFACRemarks(ofVessel: remarks),
                    furtherNames: (furtherNames[entry] ?? []).map(\.trimmed), warnings: &warnings))
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: files.primary, line: line) }
        guard entries > 0 else {
            throw WatchlistError(
                path: files.primary, message: "it holds no entries: download it again from its publisher.")
        }
        warnings.addUnrecognisable(vessels)
        return LoadedList(
            checked: CheckedList(
                name: name, files: read.map { CheckedList.ListFile($0) }, publishedOn: nil, entries: entries,
                vessels: vessels.count, warnings: warnings.all),
            vessels: vessels)
    }

    private static func vessel(
        _ record: ListRecord, list: String, remarks: OFACRemarks, furtherNames: [String], warnings: inout ListWarnings
    ) -> ListedVessel {
        let entry = record.text(Column.entry)
        let name = record.text(Column.name)
        for problem in remarks.problems { warnings.add("\(list) entry \(entry), \(name), \(problem).") }
        var names: [String] = []
        for further in furtherNames + remarks.names where further != name && !names.contains(further) {
            names.append(further)
        }
        let flag = nonNull(record.text(Column.flag))
        return ListedVessel(
            list: list, entry: entry, name: name, alternativeNames: names, imo: remarks.imo, mmsi: remarks.mmsi,
            callSign: nonNull(record.text(Column.callSign)), flag: flag == "None Identified" ? nil : flag,
            vesselType: nonNull(record.text(Column.vesselType)),
            programmes: programmes(record.text(Column.programmes)), listedOn: nil, linkedTo: remarks.linkedTo)
    }

    /// Several programmes are printed as `IRAN] [NPWMD] [IFSR`: in brackets, of which the outermost are missing.
    static func programmes(_ text: String) -> [String] {
        (nonNull(text) ?? "").split { $0 == "[" || $0 == "]" }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Nil for the mark of nothing.
    private static func nonNull(_ text: String) -> String? {
        ["", "-0-"].contains(text.trimmed) ? nil : text
    }

    /// One column of a companion file by entry number, which is in the first column.
    private static func cells(
        _ column: Int, of contents: FileContents, columns: Int, warnings: inout ListWarnings
    ) throws(WatchlistError) -> [String: [String]] {
        var cells: [String: [String]] = [:]
        var reader = ListRecordReader(contents.bytes)
        while let record = reader.next() {
            guard record.count == columns, isEntryNumber(record.text(0)) else {
                warnings.add(
                    "\(contents.path), line \(record.line): \(record.count) columns where \(columns) are expected; "
                        + "it is left out.")
                continue
            }
            if let cell = nonNull(record.wholeText(column)) { cells[record.text(0), default: []].append(cell) }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        return cells
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
