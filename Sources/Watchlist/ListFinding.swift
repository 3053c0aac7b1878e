import ByteInput

/// Finds out which lists a path holds and reads them.
struct ListFinding {
    /// The names under which lists of the US Office of Foreign Assets Control are reported.
    static let sdnName = "OFAC SDN"
    static let consolidatedName = "OFAC Consolidated (non-SDN)"

    /// What is accepted, for messages.
    private static let accepted =
        "Accepted are a folder with OFAC's sdn.csv and its companion files, such an sdn.csv itself, "
        + "\(XMLListFinding.accepted), \(PublishedTables.accepted), and a CSV file "
        + "whose header names imo or mmsi and more of: imo,mmsi,name,list,entry,programme,listed_on, or of: "
        + "imo,owner,manager,operator,flag,since."

    /// A list that was found.
    enum Found {
        case list(SanctionsList)
        case rows(HouseListParties)

        var source: any PartySource {
            switch self {
            case .list(let list): ReadParties(list)
            case .rows(let parties): parties
            }
        }
    }

    /// The lists of a file or folder, in a fixed order: OFAC's, then the others by file name.
    static func lists(at path: String) throws(WatchlistError) -> [SanctionsList] {
        try find(at: path) { contents, table throws(WatchlistError) in
            try HouseListCSV.read(contents, table: table).map(Found.list)
        }.compactMap { if case .list(let list) = $0 { list } else { nil } }
    }

    /// The same for looking vessels up: of a house list no more is read than that needs.
    static func sources(at path: String) throws(WatchlistError) -> [any PartySource] {
        try find(at: path) { contents, table throws(WatchlistError) in
            try HouseListScan.lists(contents, table: table).map(Found.rows)
        }.map(\.source)
    }

    private typealias HouseReader = (FileContents, ListTable) throws(WatchlistError) -> [Found]

    private static func find(at path: String, _ house: HouseReader) throws(WatchlistError) -> [Found] {
        FileContents.isFolder(path) ? try lists(inFolder: path, house) : try lists(inFile: path, house)
    }

    private static func lists(inFolder folder: String, _ house: HouseReader) throws(WatchlistError) -> [Found] {
        let names: [String]
        do { names = try FileContents.folderEntries(folder) } catch { throw WatchlistError(error) }
        // OFAC's lists, those of CSV files in the order of the files, and the others.
        var (ofac, tables, others): ([SanctionsList], [Found], [SanctionsList]) = ([], [], [])
        var used: Set<String> = []
        for format in OFACFormat.all {
            for name in names where format.prefix(ofPrimary: name) != nil {
                let files = format.files(primary: name, folder: folder, names: names)
                ofac.append(try OFACListCSV.read(name: format.listName, files: files))
                used.insert(name)
            }
        }
        for name in names where name.lowercased().hasSuffix(".csv") && !used.contains(name) {
            let contents = try readListFile(join(folder, name))
            if let list = try PublishedTables.read(contents) {
                tables.append(.list(list))
                continue
            }
            guard let table = ListTable(header: contents.bytes) else { continue }
            if table.isUnmistakableList {
                tables += try house(contents, table)
            } else if table.isRegistry {
                tables.append(.list(try RegistryCSV.read(contents, table: table)))
            }
        }
        for name in names where name.lowercased().hasSuffix(".xml") {
            if case .list(let reader) = XMLListFinding.kind(of: join(folder, name)) {
                others += try reader(join(folder, name))
            }
        }
        for name in names where name.lowercased().contains("json") && FollowTheMoneyList.isList(join(folder, name)) {
            others.append(try FollowTheMoneyList.read(join(folder, name)))
        }
        // A form that is passed over is OFAC's; none of them stands among the tables.
        let kept = OFACForms.withoutDoubles(ofac + others)
        let ofacKept = ofac.count
        let lists = kept.prefix(ofacKept).map(Found.list) + tables + kept.dropFirst(ofacKept).map(Found.list)
        guard !lists.isEmpty else {
            let found = names.isEmpty ? "It is empty." : "It holds \(shortened(names))."
            throw WatchlistError(path: folder, message: "the folder holds no list. \(found) \(accepted)")
        }
        return lists
    }

    private static func lists(inFile path: String, _ house: HouseReader) throws(WatchlistError) -> [Found] {
        switch XMLListFinding.kind(of: path) {
        case .list(let reader): return try reader(path).map(Found.list)
        case .unknown(let root?) where root.lowercased() != "html":
            throw WatchlistError(
                path: path,
                message: "it begins with <\(root.prefix(40))>, which is no XML list that is known. \(accepted)")
        default: break
        }
        if FollowTheMoneyList.isList(path) { return [.list(try FollowTheMoneyList.read(path))] }
        let contents = try readListFile(path)
        if let kind = unreadableKind(contents.bytes) {
            throw WatchlistError(path: path, message: "\(kind) \(accepted)")
        }
        var reader = ListRecordReader(contents.bytes)
        guard let first = reader.next() else {
            throw WatchlistError(path: path, message: "the file is empty. \(accepted)")
        }
        if OFACListCSV.isPrimaryRecord(first) {
            let (folder, name) = split(path)
            // A folder that may be entered but not listed still lets its files be read; then companions are unknown.
            let names = (try? FileContents.folderEntries(folder.isEmpty ? "." : folder)) ?? []
            let format = OFACFormat.all.first { $0.prefix(ofPrimary: name) != nil } ?? OFACFormat.sdn
            let files = format.files(primary: name, folder: folder, names: names)
            return [.list(try OFACListCSV.read(name: format.listName, files: files))]
        }
        if let list = try PublishedTables.read(contents) { return [.list(list)] }
        let table = ListTable(header: contents.bytes)
        if let table, table.isRegistry { return [.list(try RegistryCSV.read(contents, table: table))] }
        guard let table, table.isList else {
            let columns = table?.names ?? []
            throw WatchlistError(
                path: path, line: first.line,
                message:
                    "this is no list that is known. Its first line has the columns \(shortened(columns)). \(accepted)")
        }
        return try house(contents, table)
    }

    /// What a file is that cannot be text in columns, as a sentence with the remedy, or nil.
    private static func unreadableKind(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            return "the file is compressed: unpack it first."
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "the file is in UTF-16: save it as CSV in UTF-8."
        }
        let start = bytes.prefix(4_096)
        if start.contains(0) { return "the file is not text." }
        let beginning = String(decoding: start.prefix(256), as: UTF8.self).lowercased().trimmed
        if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") {
            return "the file is a web page and no list, perhaps what a server says in place of it: download it again."
        }
        let first = start.first { $0 > 0x20 && $0 < 0x80 }
        if first == UInt8(ascii: "<") { return "the file is no XML list that is known: download it again." }
        if first == UInt8(ascii: "{") { return "the file is JSON, which is not read: take the list's CSV form." }
        return nil
    }

    /// At most twelve of many names, and no more of each than fits a message.
    private static func shortened(_ names: [String]) -> String {
        let shown = names.prefix(12).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: ", ")
        return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}

/// The file names of one of OFAC's lists. A beginning common to all files (a date) and capitals are allowed.
private struct OFACFormat {
    var listName: String
    var primary: String
    var names: String
    var comments: String

    static let sdn = OFACFormat(
        listName: ListFinding.sdnName, primary: "sdn.csv", names: "alt.csv", comments: "sdn_comments.csv")
    static let consolidated = OFACFormat(
        listName: ListFinding.consolidatedName, primary: "cons_prim.csv", names: "cons_alt.csv",
        comments: "cons_comments.csv")
    static let all = [sdn, consolidated]

    /// What stands before the usual name of the primary file, or nil when the file is not called so.
    func prefix(ofPrimary name: String) -> String? {
        name.lowercased().hasSuffix(primary) ? String(name.dropLast(primary.count)) : nil
    }

    /// The primary file with those companions that are in the folder.
    func files(primary name: String, folder: String, names entries: [String]) -> OFACListCSV.Files {
        func companion(_ usual: String) -> String? {
            guard let prefix = prefix(ofPrimary: name) else { return nil }
            return entries.first { $0.lowercased() == (prefix + usual).lowercased() }.map { join(folder, $0) }
        }
        return OFACListCSV.Files(
            primary: join(folder, name), names: companion(self.names), comments: companion(comments))
    }
}

private func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
