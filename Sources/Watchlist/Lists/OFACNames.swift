import MaritimeModel

/// The names of one party in `sdn_advanced.xml`.
///
/// An identity has aliases, an alias one name for each script, a name parts. What a part is, a last name for instance,
/// is told by a group that stands behind all names of the identity.
struct OFACNames {
    private struct Name {
        var parts: [(group: String, text: String)] = []
        var kind = PartyName.Kind.alias
        /// The alias of the main name, and in it the name in Latin script.
        var isPrimary = false
        var isLatin = false
    }

    private var finished: [(name: PartyName, rank: Int)] = []
    private var open: [Name] = []
    private var groups: [String: String] = [:]
    private var alias = Name()
    private var name = Name()
    private var group = ""
    private var isPrimaryIdentity = true

    /// The main name first, then the others in the order of the file, each once.
    var inOrder: [PartyName] {
        guard let best = finished.indices.min(by: { (finished[$0].rank, $0) < (finished[$1].rank, $1) }) else {
            return []
        }
        var names = [PartyName(finished[best].name.text)]
        for (index, one) in finished.enumerated() where index != best {
            // The main name in another script is a further name.
            let kind = one.name.kind == .primary ? .alias : one.name.kind
            if !names.contains(where: { $0.text == one.name.text }) { names.append(PartyName(one.name.text, kind)) }
        }
        return names
    }

    mutating func beginIdentity(_ attributes: [String: String]) {
        isPrimaryIdentity = attributes["Primary"] != "false"
        (open, groups) = ([], [:])
    }

    mutating func beginAlias(
        _ attributes: [String: String], _ reference: OFACReferenceValues, _ problems: inout ListProblems
    ) {
        alias = Name()
        alias.isPrimary = attributes["Primary"] == "true" && isPrimaryIdentity
        let label = reference.label(.aliasType, attributes["AliasTypeID"])
        switch label?.lowercased() {
        case "name": alias.kind = .primary
        case "f.k.a.": alias.kind = .former
        case "a.k.a.", "n.k.a.": alias.kind = .alias
        default:
            problems.note(
                "kind of further name not understood",
                "OFAC: \"\(label ?? "type \(attributes["AliasTypeID"] ?? "?")")\" of entry "
                    + "\(attributes["FixedRef"] ?? "?") is taken for a further name.")
        }
        if attributes["LowQuality"] == "true" { alias.kind = .weak }
    }

    mutating func beginName(_ attributes: [String: String], _ reference: OFACReferenceValues) {
        name = alias
        name.isLatin = reference.label(.nameStatus, attributes["DocNameStatusID"]) == "Primary Latin"
    }

    mutating func beginPart(_ attributes: [String: String]) -> Bool {
        group = attributes["NamePartGroupID"] ?? ""
        return true
    }

    mutating func endPart(_ text: String) {
        if !text.isEmpty { name.parts.append((group, text)) }
    }

    mutating func endName() {
        if !name.parts.isEmpty { open.append(name) }
        name = Name()
    }

    mutating func addGroup(_ attributes: [String: String], _ reference: OFACReferenceValues) {
        guard let id = attributes["ID"] else { return }
        groups[id] = reference.label(.namePartType, attributes["NamePartTypeID"])
    }

    mutating func endIdentity(ofPerson isPerson: Bool) {
        for name in open {
            let rank = (name.isPrimary ? 0 : 2) + (name.isLatin || !name.isPrimary ? 0 : 1)
            finished.append((PartyName(text(of: name, isPerson: isPerson), name.kind), rank))
        }
        (open, groups) = ([], [:])
    }

    /// As the other forms of the list print it: persons as `LAST, First Middle`.
    private func text(of name: Name, isPerson: Bool) -> String {
        let parts = name.parts.map(\.text)
        guard isPerson, parts.count > 1, groups[name.parts[0].group]?.lowercased() == "last name" else {
            return parts.joined(separator: " ")
        }
        return "\(parts[0]), \(parts.dropFirst().joined(separator: " "))"
    }
}
