import MaritimeModel

/// Reads the relations of profiles in `sdn_advanced.xml` and hangs them on the parties as links.
///
/// `<ProfileRelationship From-ProfileID="1" To-ProfileID="2" RelationTypeID="15003" Former="false">` says the relation's
/// label of the first profile towards the second: "1 is Owned or Controlled By 2".
struct OFACRelations {
    /// What a label says, and whether it is the second profile that has the link: "1 Owns, controls, or operates 2".
    struct Meaning: Equatable {
        var kind: LinkKind
        var isReversed = false
        /// Whether the label is one that is known.
        var isKnown = true
    }

    /// The meaning of a relation type's label. Of an unknown one it is known only that the two are linked.
    static func meaning(_ label: String) -> Meaning {
        switch label.lowercased() {
        case "owned or controlled by": Meaning(kind: .ownedOrControlledBy)
        case "owns, controls, or operates": Meaning(kind: .ownedOrOperatedBy, isReversed: true)
        case "property in the interest of": Meaning(kind: .propertyOf)
        case "acting for or on behalf of": Meaning(kind: .actingFor)
        case "providing support to": Meaning(kind: .supports)
        case "associate of", "family member of", "leader or official of", "principal executive officer",
            "playing a significant role in":
            Meaning(kind: .linkedTo)
        default: Meaning(kind: .linkedTo, isKnown: false)
        }
    }

    private var label: String?
    private var attributes: [String: String] = [:]
    private var isLowQuality = false
    private var start = OFACDateParts()
    private var end = OFACDateParts()
    private var isInEnd = false
    private var isInBound = false

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues,
        _ problems: inout ListProblems
    ) -> Bool {
        switch element {
        case .relation:
            self.attributes = attributes
            label = reference.label(.relationType, attributes["RelationTypeID"])
            isLowQuality = reference.label(.relationQuality, attributes["RelationQualityID"])?.lowercased() == "low"
            (start, end, isInEnd, isInBound) = (OFACDateParts(), OFACDateParts(), false, false)
        case .start, .end: isInEnd = element == .end
        // Of the time span in which the relation began the first day counts, of that in which it ended the last.
        case .from: isInBound = !isInEnd
        case .to: isInBound = isInEnd
        case .year, .month, .day: return isInBound
        default: break
        }
        return false
    }

    mutating func end(
        _ element: OFACElement, _ text: String, _ parties: inout OFACProfiles, _ problems: inout ListProblems
    ) {
        switch element {
        case .year, .month, .day:
            guard isInBound else { return }
            if isInEnd { end.set(element, text) } else { start.set(element, text) }
        case .from, .to: isInBound = false
        case .relation: finish(&parties, &problems)
        default: break
        }
    }

    private func finish(_ parties: inout OFACProfiles, _ problems: inout ListProblems) {
        let (from, to) = (attributes["From-ProfileID"] ?? "", attributes["To-ProfileID"] ?? "")
        let place = "OFAC relation \(attributes["ID"] ?? "?") from \(from) to \(to)"
        guard let label else {
            problems.note(
                "relation of an unknown type",
                "\(place): the file does not explain its type \(attributes["RelationTypeID"] ?? "?"); it is left out.")
            return
        }
        guard let source = parties.index(of: from), let target = parties.index(of: to) else {
            problems.note(
                "link to a missing profile",
                "\(place), \(label): the file has no profile \(parties.index(of: from) == nil ? from : to); it is left "
                    + "out.")
            return
        }
        let meaning = Self.meaning(label)
        if !meaning.isKnown {
            problems.note(
                "relation not understood", "\(place): \"\(label.prefix(80))\" is taken to say that the two are linked.")
        }
        for (name, parts) in [("begin", start), ("end", end)] where !parts.isEmpty && parts.date == nil {
            problems.note("incomplete date of a relation", "\(place): its \(name) is taken as not stated.")
        }
        let (holder, other) = meaning.isReversed ? (target, source) : (source, target)
        parties.add(
            PartyLink(
                meaning.kind, to: .entry(parties.entry(other)), since: start.date, until: end.date,
                isFormer: attributes["Former"] == "true",
                words: isLowQuality ? "\(label) (relation of low quality)" : label),
            to: holder)
    }
}
