import MaritimeModel

/// Gathers the entries of `sdn.xml` while its elements pass by.
struct OFACListXMLHandler: XMLListHandler {
    private(set) var parties: [ListedParty] = []
    private(set) var publishedOn: CivilDate?
    private(set) var problems = ListProblems()

    private let list: String
    private var entry = Entry()
    private var label = ""
    private var number = ""
    private var alias = Alias()
    private var known: Set<String> = []
    private var statedCount: Int?
    private var entryCount = 0

    init(list: String) {
        self.list = list
    }

    /// What an entry says before it is put together.
    private struct Entry {
        var draft = OFACPartyDraft()
        var name = Alias()
        var type = ""
    }

    private struct Alias {
        var last = ""
        var first = ""
        var type = ""
        var category = ""

        /// As the comma-separated form prints it.
        var text: String { first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)" }
    }

    /// Elements that hold a value, by the element they stand in.
    private static let leaves: [String: Set<String>] = [
        "publshInformation": ["Publish_Date", "Record_Count"],
        "sdnEntry": ["uid", "lastName", "firstName", "sdnType", "remarks"],
        "programList": ["program"],
        "id": ["idType", "idNumber"],
        "aka": ["type", "category", "lastName", "firstName"],
        "vesselInfo": ["callSign", "vesselType", "vesselFlag", "vesselOwner"],
    ]
    /// What else stands in an entry; it says nothing about identities and links.
    private static let others: Set<String> = [
        "title", "programList", "idList", "akaList", "addressList", "nationalityList", "citizenshipList",
        "dateOfBirthList", "placeOfBirthList", "vesselInfo",
    ]

    mutating func begin(_ path: [String], attributes: [String: String]) -> Bool {
        guard path.count > 1 else { return false }
        let (parent, name) = (path[path.count - 2], path[path.count - 1])
        switch name {
        case "sdnEntry": entry = Entry()
        case "id": (label, number) = ("", "")
        case "aka": alias = Alias()
        default: break
        }
        if Self.leaves[parent]?.contains(name) ?? false { return true }
        if path.count == 3, parent == "sdnEntry", !Self.others.contains(name) {
            problems.note("element not understood", "\(list): <\(name.prefix(40))> in an entry is passed over.")
        }
        return false
    }

    mutating func end(_ path: [String], text: String) {
        guard path.count > 1 else { return }
        let name = path[path.count - 1]
        switch path[path.count - 2] {
        case "sdnList": if name == "sdnEntry" { finishEntry() }
        case "sdnEntry": endEntryField(name, text)
        case "programList": if !text.isEmpty { entry.draft.programmes.append(text) }
        case "idList": entry.draft.add(label, number)
        case "id": if name == "idType" { label = text } else if name == "idNumber" { number = text }
        case "akaList": finishAlias()
        case "aka": endAliasField(name, text)
        case "vesselInfo": endVesselField(name, text)
        case "publshInformation": endPublication(name, text)
        default: break
        }
    }

    private mutating func endEntryField(_ name: String, _ text: String) {
        switch name {
        case "uid": entry.draft.entry = text
        case "lastName": entry.name.last = text
        case "firstName": entry.name.first = text
        case "sdnType": entry.type = text
        case "remarks":
            for statement in OFACListXML.statements(ofRemarks: text) { entry.draft.add(remark: statement) }
        default: break
        }
    }

    private mutating func endAliasField(_ name: String, _ text: String) {
        switch name {
        case "type": alias.type = text.lowercased()
        case "category": alias.category = text.lowercased()
        case "lastName": alias.last = text
        case "firstName": alias.first = text
        default: break
        }
    }

    private mutating func endVesselField(_ name: String, _ text: String) {
        switch name {
        case "callSign": entry.draft.add("Vessel Call Sign", text)
        case "vesselType": entry.draft.add("Vessel Type", text)
        case "vesselFlag": entry.draft.add("Vessel Flag", text)
        case "vesselOwner": entry.draft.add("Vessel Owner", text)
        default: break
        }
    }

    private mutating func endPublication(_ name: String, _ text: String) {
        if name == "Record_Count" { statedCount = Int(text) }
        guard name == "Publish_Date" else { return }
        // Month, day, year.
        let parts = text.split(separator: "/").compactMap { Int($0) }
        publishedOn = parts.count == 3 ? CivilDate(year: parts[2], month: parts[0], day: parts[1]) : nil
        if publishedOn == nil {
            problems.note("unusable date of publication", "\(list): \"\(text.prefix(40))\" is no date (mm/dd/yyyy).")
        }
    }

    private mutating func finishAlias() {
        guard !alias.text.isEmpty else { return }
        var kind = PartyName.Kind.alias
        switch alias.type {
        case "f.k.a.", "fka": kind = .former
        case "a.k.a.", "aka", "n.k.a.", "nka": break
        default:
            problems.note(
                "kind of further name not understood",
                "\(list) entry \(entry.draft.entry): \"\(alias.type.prefix(40))\" is taken for a further name.")
        }
        entry.draft.names.append(PartyName(alias.text, alias.category == "weak" ? .weak : kind))
    }

    private mutating func finishEntry() {
        entryCount += 1
        let number = entry.draft.entry
        guard !number.isEmpty else {
            problems.note("entry without a number", "\(list): \(entry.name.text) has no uid; it is left out.")
            return
        }
        guard known.insert(number).inserted else {
            problems.note("entry given twice", "\(list) entry \(number) stands there again; the first one is kept.")
            return
        }
        switch entry.type.lowercased() {
        case "vessel": entry.draft.kind = .vessel
        case "individual": entry.draft.kind = .person
        case "aircraft": entry.draft.kind = .aircraft
        case "entity": entry.draft.kind = .organisation
        default:
            problems.note(
                "kind of party not understood",
                "\(list) entry \(number): \"\(entry.type.prefix(40))\" is kept as another party.")
        }
        let name = entry.name.text
        entry.draft.names.removeAll { $0.text == name }
        entry.draft.names.insert(PartyName(name), at: 0)
        parties.append(entry.draft.party(list: list, problems: &problems))
    }

    /// Notes it when the file says that it has another number of entries than were found.
    mutating func compareCount() {
        guard let statedCount, statedCount != entryCount else { return }
        problems.note(
            "another number of entries than stated",
            "\(list): the file says that it has \(statedCount) entries; \(entryCount) were found.")
    }
}
