import MaritimeModel

/// Reads the UK Sanctions List in its XML form, since 2026-01-28 the only list of the United Kingdom.
///
/// `CurrentOwnerOperator` does not tell owning from operating. Source: Foreign, Commonwealth and Development Office,
/// "UK Sanctions List: format guide".
enum UKListXML {
    static let root = "Designations"
    static let listName = "UK Sanctions List"

    /// Reads the list. Throws when the file cannot be read, is not whole, or has no entries.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        var handler = UKListHandler()
        let file = try XMLListParser.read(path, roots: [root], into: &handler)
        guard !handler.parties.isEmpty else {
            throw WatchlistError(path: path, message: "it holds no entries: download it again from its publisher.")
        }
        return SanctionsList(
            name: listName, format: .ukXML, files: [file], publishedOn: handler.publishedOn, parties: handler.parties,
            problems: handler.problems)
    }
}

/// Gathers designations while their elements pass by.
private struct UKListHandler: XMLListHandler {
    private(set) var parties: [ListedParty] = []
    private(set) var problems = ListProblems()
    private(set) var publishedOn: CivilDate?

    private var draft = UKDraft()
    /// The parts of the name that is being read: the given names, then the last, which alone names bodies and ships.
    private var name = (parts: [String](repeating: "", count: 6), type: "", strength: "")

    private static let wanted: Set<String> = [
        "DateGenerated", "DateDesignated", "UniqueID", "Name1", "Name2", "Name3", "Name4", "Name5", "Name6", "NameType",
        "AliasStrength", "NameNonLatinScript", "RegimeName", "IndividualEntityShip", "IMONumber",
        "CurrentOwnerOperator", "PreviousOwnerOperator", "ParentCompany", "Subsidiary", "CurrentBelievedFlagOfShip",
        "PreviousFlag", "TypeOfShip", "YearBuilt",
    ]

    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool {
        switch path.last {
        case "Designation": draft = UKDraft()
        case "Name": name = ([String](repeating: "", count: 6), "", "")
        case let element?: return Self.wanted.contains(element)
        case nil: break
        }
        return false
    }

    mutating func end(_ path: [String], text: String) throws(XMLListFault) {
        switch path.last ?? "" {
        case "Designation":
            if let party = draft.party(problems: &problems) { parties.append(party) }
        case "Name":
            let whole = name.parts.filter { !$0.isEmpty }.joined(separator: " ")
            draft.add(name: whole, type: name.type, strength: name.strength)
        case "DateGenerated": publishedOn = ListDate.dayFirst(text)
        case "DateDesignated": draft.designated = text
        case "UniqueID": draft.entry = text
        case "Name1": name.parts[0] = text
        case "Name2": name.parts[1] = text
        case "Name3": name.parts[2] = text
        case "Name4": name.parts[3] = text
        case "Name5": name.parts[4] = text
        case "Name6": name.parts[5] = text
        case "NameType": name.type = text
        case "AliasStrength": name.strength = text
        case "NameNonLatinScript": draft.add(name: text, type: "", strength: "")
        case "RegimeName": draft.regime = text
        case "IndividualEntityShip": draft.type = text
        case "IMONumber": draft.add(imo: text)
        case "CurrentOwnerOperator": draft.add(.ownedOrOperatedBy, to: text, words: "Current owner/operator")
        case "PreviousOwnerOperator":
            draft.add(.ownedOrOperatedBy, to: text, isFormer: true, words: "Previous owner/operator")
        case "ParentCompany": draft.add(.ownedBy, to: text, words: "Parent company")
        case "Subsidiary": draft.add(subsidiary: text)
        case "CurrentBelievedFlagOfShip": draft.add(flag: text)
        case "PreviousFlag": draft.add(formerFlag: text)
        case "TypeOfShip": draft.add(vesselType: text)
        case "YearBuilt": draft.add(yearOfBuild: text)
        default: break
        }
    }
}
