import MaritimeModel

/// Reads the entries of `sdn_advanced.xml`, which say on which list, since when and by which programmes a profile stands.
struct OFACEntries {
    private(set) var count = 0
    private var lists: Set<String> = []
    private var profile = ""
    private var programmes: [String] = []
    private var listedOn: CivilDate?
    private var date = OFACDateParts()
    private var isInCreation = false
    private var isInProgramme = false
    /// Whether some part of the measure is explained: a measure's type decides what its comment means.
    private static let listingEvent = "created"

    /// Which of OFAC's lists the entries belong to, or nil when they do not say.
    var listName: String? {
        if lists.contains("SDN List") { return ListFinding.sdnName }
        return lists.isEmpty ? nil : ListFinding.consolidatedName
    }

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues,
        _ problems: inout ListProblems
    ) -> Bool {
        switch element {
        case .entry:
            profile = attributes["ProfileID"] ?? ""
            (programmes, listedOn) = ([], nil)
            if let list = reference.label(.list, attributes["ListID"]) { lists.insert(list) }
        case .entryEvent:
            let label = reference.label(.eventType, attributes["EntryEventTypeID"])
            isInCreation = label?.lowercased() == Self.listingEvent
            date = OFACDateParts()
            if !isInCreation {
                problems.note(
                    "event of an entry not understood",
                    "OFAC profile \(profile): \"\(label ?? "type \(attributes["EntryEventTypeID"] ?? "?")")\" is passed "
                        + "over.")
            }
        case .measure:
            let label = reference.label(.sanctionsType, attributes["SanctionsTypeID"])
            isInProgramme = label?.lowercased() == "program"
            if label == nil {
                problems.note(
                    "measure of an unknown type",
                    "OFAC profile \(profile): the file does not explain the type "
                        + "\(attributes["SanctionsTypeID"] ?? "?"); it is passed over.")
            }
        case .comment: return isInProgramme
        case .year, .month, .day: return isInCreation
        default: break
        }
        return false
    }

    mutating func end(
        _ element: OFACElement, _ text: String, _ parties: inout OFACProfiles, _ problems: inout ListProblems
    ) {
        switch element {
        case .year, .month, .day: if isInCreation { date.set(element, text) }
        case .comment:
            if isInProgramme, !text.isEmpty, !programmes.contains(text) { programmes.append(text) }
        case .entryEvent: finishEvent(&problems)
        case .measure: isInProgramme = false
        case .entry:
            count += 1
            if !parties.list(profile, on: listedOn, programmes: programmes) {
                problems.note(
                    "entry of a missing profile",
                    "OFAC: the file has no profile \(profile) for an entry; it is left out.")
            }
        default: break
        }
    }

    /// The first of several events counts: since then the party is listed.
    private mutating func finishEvent(_ problems: inout ListProblems) {
        guard isInCreation else { return }
        isInCreation = false
        if let day = date.date {
            listedOn = min(listedOn ?? day, day)
        } else if !date.isEmpty {
            problems.note(
                "incomplete date of an entry",
                "OFAC profile \(profile): the party is taken as listed, without saying since when.")
        }
    }
}
