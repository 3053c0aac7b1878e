import MaritimeModel

/// Reads the parties of `sdn_advanced.xml`, and keeps them by the number of their profile for links and entries.
struct OFACProfiles {
    private(set) var all: [ListedParty] = []
    var locations = OFACLocations()
    private var positions: [String: Int] = [:]
    private var isListed: [Bool] = []

    /// The number of the party that is being read, and whether the list's own number has been used for a profile.
    private var fixedReference: String?
    private var profile: String?
    private var draft = OFACPartyDraft()
    private var names = OFACNames()
    private var feature = OFACFeature()

    /// Whether the feature that was begun last says something of use.
    var isFeatureWanted: Bool { feature.label != nil }

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues,
        _ documents: inout OFACDocuments, _ problems: inout ListProblems
    ) -> Bool {
        switch element {
        case .party: fixedReference = attributes["FixedRef"]
        case .profile:
            finish(&problems)
            beginProfile(attributes, reference, &problems)
        case .identity:
            names.beginIdentity(attributes)
            for document in documents.take(attributes["ID"] ?? "") { add(document, &problems) }
        case .alias: names.beginAlias(attributes, reference, &problems)
        case .documentedName: names.beginName(attributes, reference)
        case .namePart: return names.beginPart(attributes)
        case .namePartGroup: names.addGroup(attributes, reference)
        case .feature: feature.begin(attributes, reference, entry: draft.entry, &problems)
        case .featureVersion, .versionDetail, .versionLocation, .year:
            return feature.begin(element, attributes, reference, locations)
        default: break
        }
        return false
    }

    mutating func end(
        _ element: OFACElement, _ text: String, _ reference: OFACReferenceValues, _ documents: inout OFACDocuments,
        _ problems: inout ListProblems
    ) {
        switch element {
        case .namePart: names.endPart(text)
        case .documentedName: names.endName()
        case .identity: names.endIdentity(ofPerson: draft.kind == .person)
        case .featureVersion:
            for value in feature.endVersion(entry: draft.entry, &problems) { draft.add(feature.label ?? "", value) }
        case .versionDetail, .year: feature.end(element, text)
        case .party:
            finish(&problems)
            fixedReference = nil
        default: break
        }
    }

    private mutating func beginProfile(
        _ attributes: [String: String], _ reference: OFACReferenceValues, _ problems: inout ListProblems
    ) {
        let id = attributes["ID"] ?? ""
        profile = id
        draft = OFACPartyDraft()
        names = OFACNames()
        // The list's own number, which other forms of the list use, belongs to the first profile of a party.
        draft.entry = fixedReference ?? id
        fixedReference = nil
        let labels = reference.partyLabels(subType: attributes["PartySubTypeID"])
        switch (labels.subType?.lowercased(), labels.type?.lowercased()) {
        case ("vessel", _): draft.kind = .vessel
        case ("aircraft", _): draft.kind = .aircraft
        case (_, "individual"): draft.kind = .person
        case (_, "entity"): draft.kind = .organisation
        default:
            problems.note(
                "kind of party not understood",
                "OFAC entry \(draft.entry): \"\(labels.type ?? labels.subType ?? "unknown")\" is kept as another party."
            )
        }
    }

    private mutating func add(_ document: OFACDocuments.Document, _ problems: inout ListProblems) {
        guard document.isValid else {
            // Such a number may belong to another ship.
            problems.note(
                "document called fraudulent",
                "OFAC entry \(draft.entry): \(document.label) \(document.number.prefix(40)) is not compared.")
            return
        }
        draft.add(document.label, document.number)
    }

    /// Puts the open party together, if there is one.
    private mutating func finish(_ problems: inout ListProblems) {
        guard let profile else { return }
        self.profile = nil
        guard !profile.isEmpty, positions[profile] == nil else {
            problems.note(
                profile.isEmpty ? "entry without a number" : "entry given twice",
                "OFAC entry \(draft.entry), profile \(profile): it is left out.")
            return
        }
        draft.names = names.inOrder
        positions[profile] = all.count
        all.append(draft.party(list: OFACAdvancedXML.shortName, problems: &problems))
        isListed.append(false)
    }

    /// Where the party of a profile stands, or nil.
    func index(of profile: String) -> Int? { positions[profile] }

    /// The entry number of the party at a place.
    func entry(_ index: Int) -> String { all[index].entry }

    mutating func add(_ link: PartyLink, to index: Int) { all[index].links.append(link) }

    /// Notes that a profile stands on the list. Returns false when there is no such profile.
    mutating func list(_ profile: String, on date: CivilDate?, programmes: [String]) -> Bool {
        guard let index = positions[profile] else { return false }
        isListed[index] = true
        if let date { all[index].listedOn = min(all[index].listedOn ?? date, date) }
        for programme in programmes where !all[index].programmes.contains(programme) {
            all[index].programmes.append(programme)
        }
        return true
    }

    /// Marks the parties that no entry lists: they are there for the sake of their links.
    mutating func noteUnlisted(_ problems: inout ListProblems) {
        for index in all.indices where !isListed[index] {
            all[index].standing = .recorded
            problems.note(
                "party without an entry",
                "OFAC entry \(all[index].entry), \(all[index].name): no entry lists it; it is taken as only recorded.")
        }
    }
}
