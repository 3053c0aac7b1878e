import MaritimeModel

/// Reads the European Union's consolidated list of financial sanctions (FSF), versions 1.0 and 1.1.
///
/// It has persons and enterprises and next to no ships; ships stand in annexes of regulations. An IMO number of an
/// enterprise is a company's; where only the check digit of a ship's number fits, the entry is taken for a ship, and
/// that is counted. Source: European Commission, "Financial Sanctions Files, XML format 1.1".
enum EUListXML {
    static let root = "export"
    static let listName = "EU consolidated"

    /// Reads the list. Throws when the file cannot be read, is not whole, or has no entries.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        var handler = EUListHandler()
        let file = try XMLListParser.read(path, roots: [root], into: &handler)
        guard !handler.parties.isEmpty else {
            throw WatchlistError(path: path, message: "it holds no entries: download it again from its publisher.")
        }
        return SanctionsList(
            name: listName, format: .euXML, files: [file], publishedOn: handler.publishedOn, parties: handler.parties,
            problems: handler.problems)
    }
}

/// Gathers entities while their elements pass by; all values stand in attributes.
private struct EUListHandler: XMLListHandler {
    private(set) var parties: [ListedParty] = []
    private(set) var problems = ListProblems()
    private(set) var publishedOn: CivilDate?

    private var entry = ""
    private var kind = PartyKind.other
    private var names: [PartyName] = []
    private var numbers: [String] = []
    private var programmes: [String] = []
    private var listedOn: CivilDate?

    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool {
        switch path.last ?? "" {
        case "export": publishedOn = attributes["generationDate"].flatMap(ListDate.dayFirst)
        case "sanctionEntity":
            (kind, names, numbers, programmes, listedOn) = (.other, [], [], [], nil)
            let reference = attributes["euReferenceNumber"] ?? ""
            entry = reference.isEmpty ? attributes["logicalId"] ?? "" : reference
            listedOn = attributes["designationDate"].flatMap(ListDate.dayFirst)
        case "subjectType":
            switch (attributes["code"]?.lowercased(), attributes["classificationCode"]?.uppercased()) {
            case ("person", _), (_, "P"): kind = .person
            case ("vessel", _), ("ship", _): kind = .vessel
            case ("enterprise", _), (_, "E"): kind = .organisation
            default: break
            }
        case "regulation":
            // Regulations of single names and numbers stand deeper.
            guard path.count == 3 else { break }
            if let programme = attributes["programme"], !programme.isEmpty, !programmes.contains(programme) {
                programmes.append(programme)
            }
            if let date = attributes["publicationDate"].flatMap(ListDate.dayFirst) {
                listedOn = min(listedOn ?? date, date)
            }
        case "nameAlias":
            let name = (attributes["wholeName"] ?? "").trimmed
            guard !name.isEmpty, !names.contains(where: { $0.text == name }) else { break }
            let isWeak = attributes["strong"] == "false"
            names.append(PartyName(name, names.isEmpty ? .primary : isWeak ? .weak : .alias))
        case "identification":
            guard attributes["identificationTypeCode"]?.lowercased() == "imo" else { break }
            let number = attributes["number"] ?? ""
            if !number.trimmed.isEmpty { numbers.append(number) }
        default: break
        }
        return false
    }

    mutating func end(_ path: [String], text: String) throws(XMLListFault) {
        guard path.last == "sanctionEntity" else { return }
        guard !entry.isEmpty, let name = names.first?.text else {
            return problems.note(
                "entry without name or number", "The entry \(entry.isEmpty ? "without number" : entry) is left out.")
        }
        let who = "\(EUListXML.listName) entry \(entry), \(name)"
        var known: [PartyNumber] = []
        for text in numbers {
            if kind != .vessel, let number = CompanyNumber(text) {
                known.append(.company(number))
            } else if let number = IMONumber(text.trimmed), kind != .person {
                if kind != .vessel {
                    problems.note(
                        "enterprise that has a ship's number",
                        "\(who): \(text) has a ship's check digit and no company's; it is taken for a ship.")
                }
                kind = .vessel
                known.append(.ship(number))
            } else {
                if kind == .vessel { known.append(.unusableShipNumber(text)) }
                problems.note("unusable IMO number", "\(who): \(text) is no IMO number; it is not compared.")
            }
        }
        parties.append(
            ListedParty(
                entry: entry, kind: kind, names: names, numbers: known, programmes: programmes, listedOn: listedOn))
    }
}
