/// The labels of the type numbers in `sdn_advanced.xml`.
///
/// `ReferenceValueSets` holds a table for each kind of type, `FeatureTypeValues` for instance with elements
/// `<FeatureType ID="3">Vessel Flag</FeatureType>`.
struct OFACReferenceValues {
    /// The tables that are used.
    enum Table: String {
        case aliasType = "AliasType"
        case country = "Country"
        case detailReference = "DetailReference"
        case nameStatus = "DocNameStatus"
        case eventType = "EntryEventType"
        case featureType = "FeatureType"
        case documentType = "IDRegDocType"
        case list = "List"
        case namePartType = "NamePartType"
        case partySubType = "PartySubType"
        case partyType = "PartyType"
        case relationQuality = "RelationQuality"
        case relationType = "RelationType"
        case reliability = "Reliability"
        case sanctionsType = "SanctionsType"
        case validity = "Validity"
    }

    private var labels: [Table: [String: String]] = [:]
    /// The party type to which each party subtype belongs.
    private var partyTypes: [String: String] = [:]
    private var open: (table: Table, id: String)?

    var isEmpty: Bool { labels.isEmpty }

    /// The label of a number, or nil when the file does not explain it.
    func label(_ table: Table, _ id: String?) -> String? {
        guard let id else { return nil }
        return labels[table]?[id]
    }

    /// The labels of a party's subtype and of the type it belongs to.
    func partyLabels(subType id: String?) -> (subType: String?, type: String?) {
        (label(.partySubType, id), label(.partyType, id.flatMap { partyTypes[$0] }))
    }

    mutating func begin(_ name: String, _ attributes: [String: String]) -> Bool {
        guard let table = Table(rawValue: name), let id = attributes["ID"] else { return false }
        if table == .partySubType { partyTypes[id] = attributes["PartyTypeID"] }
        open = (table, id)
        return true
    }

    mutating func end(_ text: String) {
        guard let open else { return }
        labels[open.table, default: [:]][open.id] = text
        self.open = nil
    }
}
