import MaritimeModel

/// One designation of the UK Sanctions List while its parts are gathered; the two file forms name the same fields.
struct UKDraft {
    var entry = ""
    var type = ""
    var regime = ""
    var designated = ""
    private(set) var names: [PartyName] = []
    private var imoNumbers: [String] = []
    private var flags: [String] = []
    private var formerFlags: [String] = []
    private var links: [PartyLink] = []
    private var vesselType: String?
    private var yearOfBuild: Int?
    private var subsidiaries = 0

    /// Adds a name; a primary one goes before all others.
    mutating func add(name: String, type: String, strength: String) {
        let name = name.trimmed
        guard !name.isEmpty, !names.contains(where: { $0.text == name }) else { return }
        let type = type.lowercased()
        if type == "primary name" {
            names.insert(PartyName(name), at: names.prefix { $0.kind == .primary }.count)
        } else {
            names.append(PartyName(name, strength.lowercased().contains("low") ? .weak : .alias))
        }
    }

    mutating func add(imo text: String) { Self.append(NumberedCell.values(text), to: &imoNumbers) }
    mutating func add(flag text: String) { Self.append(NumberedCell.values(text), to: &flags) }
    mutating func add(formerFlag text: String) { Self.append(NumberedCell.values(text), to: &formerFlags) }
    mutating func add(vesselType text: String) { if !text.isEmpty, vesselType == nil { vesselType = text } }
    mutating func add(yearOfBuild text: String) { if yearOfBuild == nil { yearOfBuild = Int(text.trimmed) } }
    /// The list names subsidiaries of an entry; they are no entries themselves, so there is nobody to tie.
    mutating func add(subsidiary text: String) { subsidiaries += NumberedCell.values(text).count }

    mutating func add(_ kind: LinkKind, to text: String, isFormer: Bool = false, words: String) {
        for name in NumberedCell.values(text) {
            let link = PartyLink(kind, to: .name(name), isFormer: isFormer, words: words)
            if !links.contains(link) { links.append(link) }
        }
    }

    private static func append(_ values: [String], to texts: inout [String]) {
        for value in values where !texts.contains(value) { texts.append(value) }
    }

    /// The party, or nil when the entry has no name or number.
    func party(problems: inout ListProblems) -> ListedParty? {
        guard !entry.isEmpty, let name = names.first?.text else {
            problems.note(
                "entry without name or number", "The entry \(entry.isEmpty ? "without number" : entry) is left out.")
            return nil
        }
        let who = "\(UKListXML.listName) entry \(entry), \(name)"
        let kind: PartyKind
        switch type.lowercased() {
        case "ship": kind = .vessel
        case "entity": kind = .organisation
        case "individual": kind = .person
        default:
            kind = .other
            problems.note("unknown type", "\(who): type \(type) is not known; it is kept as another party.")
        }
        if subsidiaries > 0 {
            problems.note("subsidiaries that are only named", "\(who): names subsidiaries, which are no entries.")
        }
        let listedOn = ListDate.dayFirst(designated)
        if listedOn == nil, !designated.isEmpty {
            problems.note("unusable date", "\(who): \(designated) is no date; it is not said since when it is listed.")
        }
        return ListedParty(
            entry: entry, kind: kind, names: names, numbers: numbers(of: kind, who: who, problems: &problems),
            flag: flags.first, formerFlags: Array(flags.dropFirst()) + formerFlags, vesselType: vesselType,
            yearOfBuild: yearOfBuild, programmes: regime.isEmpty ? [] : [regime], listedOn: listedOn, links: links)
    }

    private func numbers(of kind: PartyKind, who: String, problems: inout ListProblems) -> [PartyNumber] {
        var numbers: [PartyNumber] = []
        for text in imoNumbers {
            if kind != .vessel {
                if let number = CompanyNumber(text) {
                    numbers.append(.company(number))
                } else {
                    problems.note(
                        "company IMO number that fails its check digit", "\(who): \(text) is no company's IMO number.")
                }
                continue
            }
            switch listedIMO(text) {
            case .none: break
            case .valid(let number): if !numbers.contains(.ship(number)) { numbers.append(.ship(number)) }
            case .invalid(let reason):
                numbers.append(.unusableShipNumber(text))
                problems.note("unusable ship IMO number", "\(who): \(reason); it is not compared.")
            }
        }
        return numbers
    }
}
