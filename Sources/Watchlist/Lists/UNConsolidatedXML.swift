import MaritimeModel

/// Reads the consolidated list of the United Nations Security Council.
///
/// It has individuals and entities and no type for ships; the IMO numbers in the comments of entities are those of
/// companies. Source: United Nations, `sc-sanctions.xsd`. Its ships stand on the list of designated vessels of the 1718
/// Committee, `UN1718CSV`.
enum UNConsolidatedXML {
    static let root = "CONSOLIDATED_LIST"
    static let listName = "UN Security Council"

    /// Reads the list. Throws when the file cannot be read, is not whole, or has no entries.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        var handler = UNListHandler()
        let file = try XMLListParser.read(path, roots: [root], into: &handler)
        guard !handler.parties.isEmpty else {
            throw WatchlistError(path: path, message: "it holds no entries: download it again from its publisher.")
        }
        return SanctionsList(
            name: listName, format: .unConsolidatedXML, files: [file], publishedOn: handler.publishedOn,
            parties: handler.parties, problems: handler.problems)
    }
}

/// Gathers individuals and entities while their elements pass by.
private struct UNListHandler: XMLListHandler {
    private(set) var parties: [ListedParty] = []
    private(set) var problems = ListProblems()
    private(set) var publishedOn: CivilDate?

    private var values: [String: String] = [:]
    private var aliases: [PartyName] = []
    private var alias = (quality: "", name: "")

    /// The depth of the path of an entry: list, group, entry.
    private static let entryDepth = 3
    private static let wanted: Set<String> = [
        "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON",
        "COMMENTS1", "NAME_ORIGINAL_SCRIPT", "DATAID",
    ]

    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool {
        switch path.count {
        case 1: publishedOn = attributes["dateGenerated"].flatMap(ListDate.dayFirst)
        case Self.entryDepth:
            values = [:]
            aliases = []
        case Self.entryDepth + 1: return Self.wanted.contains(path[Self.entryDepth])
        case Self.entryDepth + 2 where path[Self.entryDepth].hasSuffix("_ALIAS"):
            return ["QUALITY", "ALIAS_NAME"].contains(path[Self.entryDepth + 1])
        default: break
        }
        return false
    }

    mutating func end(_ path: [String], text: String) throws(XMLListFault) {
        switch path.count {
        case Self.entryDepth: endEntry(path[Self.entryDepth - 1])
        case Self.entryDepth + 1:
            let name = path[Self.entryDepth]
            if name.hasSuffix("_ALIAS") { endAlias() } else if !text.isEmpty { values[name] = text }
        case Self.entryDepth + 2:
            if path[Self.entryDepth + 1] == "QUALITY" { alias.quality = text }
            if path[Self.entryDepth + 1] == "ALIAS_NAME" { alias.name = text }
        default: break
        }
    }

    /// `Low` is the committee's word for names that are not enough to recognise somebody by.
    private mutating func endAlias() {
        defer { alias = ("", "") }
        guard !alias.name.isEmpty else { return }
        let kind: PartyName.Kind =
            switch alias.quality.lowercased() {
            case "f.k.a.", "fka": .former
            case "low": .weak
            default: .alias
            }
        aliases.append(PartyName(alias.name, kind))
    }

    private mutating func endEntry(_ element: String) {
        let isEntity = element == "ENTITY"
        guard isEntity || element == "INDIVIDUAL" else {
            return problems.note("element that is no entry", "<\(element.prefix(40))> is left out.")
        }
        let name = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].compactMap { values[$0] }
            .joined(separator: " ")
        guard let entry = values["REFERENCE_NUMBER"] ?? values["DATAID"], !name.isEmpty else {
            return problems.note(
                "entry without name or number", "The entry of \(name.isEmpty ? "no name" : name) is left out.")
        }
        var names = [PartyName(name)]
        if let original = values["NAME_ORIGINAL_SCRIPT"] { names.append(PartyName(original, .alias)) }
        for alias in aliases where !names.contains(where: { $0.text == alias.text }) { names.append(alias) }
        parties.append(
            ListedParty(
                entry: entry, kind: isEntity ? .organisation : .person, names: names,
                numbers: isEntity ? companyNumbers(values["COMMENTS1"] ?? "", of: "\(entry), \(name)") : [],
                programmes: values["UN_LIST_TYPE"].map { [$0] } ?? [],
                listedOn: date(values["LISTED_ON"], of: "\(entry), \(name)")))
    }

    private mutating func date(_ text: String?, of entry: String) -> CivilDate? {
        guard let text else { return nil }
        let date = ListDate.dayFirst(text)
        if date == nil { problems.note("unusable date", "\(entry): listed on \(text) is no date; it is not used.") }
        return date
    }

    /// The numbers behind the words `IMO number` of a comment: `... (IMO) Number: 1790183.`
    private mutating func companyNumbers(_ comment: String, of entry: String) -> [PartyNumber] {
        guard comment.contains("IMO") else { return [] }
        var numbers: [PartyNumber] = []
        for match in comment.matches(of: /\bIMO\)?\s*(?:[Nn]umbers?|[Nn]o\.?)?\s*:?\s*([0-9]{3,})/) {
            let digits = String(match.output.1)
            if digits.count == 7, let number = CompanyNumber(digits) {
                if !numbers.contains(.company(number)) { numbers.append(.company(number)) }
            } else {
                problems.note(
                    "company IMO number that fails its check digit",
                    "\(entry): IMO number \(digits) is no company's IMO number; it is not compared.")
            }
        }
        return numbers
    }
}
