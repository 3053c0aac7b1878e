import MaritimeModel

/// One party of an OFAC list in XML while its parts are gathered: numbers, flags and owners come as labelled values.
///
/// Both XML forms use the same labels, in `sdn.xml` as the type of an identity number, in `sdn_advanced.xml` as the
/// type of a document or a feature. They are those of the remarks in the comma-separated form as well, so what they
/// mean is read in one place, `OFACRemarks`.
struct OFACPartyDraft {
    var entry = ""
    var kind = PartyKind.other
    /// The primary name first.
    var names: [PartyName] = []
    var programmes: [String] = []
    private(set) var flag: String?
    private(set) var vesselType: String?
    private var formerFlags: [String] = []
    private var callSigns: [String] = []
    private var owners: [String] = []
    private var statements: [String] = []
    private var unknownLabels: [String] = []

    /// Whether a value under this label says something about an identity or a link.
    static func isWanted(_ label: String) -> Bool {
        statementLabels.contains(label) || ownLabels.contains(label)
    }

    private static let statementLabels: Set<String> = [
        "Vessel Registration Identification", "MMSI", "Identification Number", "Company Number", "Former Vessel Flag",
        "Other Vessel Flag", "Vessel Year of Build",
    ]
    private static let ownLabels: Set<String> = [
        "Vessel Flag", "Vessel Call Sign", "Other Vessel Call Sign", "Former Vessel Call Sign", "VESSEL TYPE",
        "Vessel Type", "Vessel Owner",
    ]

    /// Adds a value as printed. Values that are empty, or under labels that say nothing of use, are passed over.
    mutating func add(_ label: String, _ value: String) {
        guard !value.isEmpty else { return }
        switch label {
        case "Vessel Flag":
            if value == "None Identified" { return }
            if flag == nil { flag = value } else if flag != value { formerFlags.append(value) }
        case "Vessel Call Sign", "Other Vessel Call Sign", "Former Vessel Call Sign": callSigns.append(value)
        case "VESSEL TYPE", "Vessel Type": vesselType = vesselType ?? value
        case "Vessel Owner": owners.append(value)
        case _ where Self.statementLabels.contains(label): statements.append("\(label) \(Self.spaced(value))")
        case _ where Self.isIMO(value): statements.append("Identification Number \(Self.spaced(value))")
        default:
            if !OFACStatements.isKnown(Substring("\(label) \(value)")) { unknownLabels.append(label) }
        }
    }

    /// Adds a statement of the remarks.
    mutating func add(remark: String) { statements.append(remark) }

    /// Whether a number says itself that it is one of the International Maritime Organization.
    static func isIMO(_ value: String) -> Bool { value.prefix(3).uppercased() == "IMO" }

    /// `IMO9187629` and `imo: 9187629` as `IMO 9187629`.
    private static func spaced(_ value: String) -> String {
        guard isIMO(value) else { return value }
        return "IMO \(value.dropFirst(3).drop { $0 == " " || $0 == ":" || $0 == "#" })"
    }

    /// The party, and what of it could not be used; `list` is the list's name for messages.
    func party(list: String, problems: inout ListProblems) -> ListedParty {
        let name = names.first?.text ?? ""
        let place = "\(list) entry \(entry), \(name)"
        if name.isEmpty { problems.note("entry without a name", "\(list) entry \(entry) has no name.") }
        let read = OFACRemarks(statements: statements, of: kind)
        for problem in read.problems { problems.note(problem.reason, "\(place): \(problem.says).") }
        for label in unknownLabels {
            problems.note("kind of number not understood", "\(place): \"\(label.prefix(80))\" is passed over.")
        }
        var names = names.isEmpty ? [PartyName("")] : names
        for further in read.names where !names.contains(where: { $0.text == further.text }) { names.append(further) }
        var numbers = read.numbers
        for sign in callSigns where kind == .vessel && !numbers.contains(.callSign(sign)) {
            numbers.append(.callSign(sign))
        }
        return ListedParty(
            entry: entry, kind: kind, names: names, numbers: numbers, flag: flag,
            formerFlags: formerFlags + read.formerFlags, vesselType: vesselType, yearOfBuild: read.yearOfBuild,
            programmes: programmes,
            links: owners.map { PartyLink(.ownedBy, to: .name($0), words: "Vessel Owner") }
                + read.linkedTo.map { PartyLink(.linkedTo, to: .name($0), words: "Linked To:") })
    }
}
