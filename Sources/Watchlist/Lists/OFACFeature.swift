/// One feature of a party in `sdn_advanced.xml`: a flag, a call sign, a vessel type.
///
/// Its value is a text, a reference value or the country of a location. Features that say nothing about identities and
/// links, addresses and birth dates among them, are passed over.
struct OFACFeature {
    /// The feature's label while it is one of use.
    private(set) var label: String?
    private var values: [String] = []
    private var year: String?
    private var isFalse = false

    mutating func begin(
        _ attributes: [String: String], _ reference: OFACReferenceValues, entry: String, _ problems: inout ListProblems
    ) {
        let id = attributes["FeatureTypeID"]
        guard let label = reference.label(.featureType, id) else {
            self.label = nil
            problems.note(
                "feature of an unknown type",
                "OFAC entry \(entry): the file does not explain the type \(id ?? "?"); it is passed over.")
            return
        }
        self.label = OFACPartyDraft.isWanted(label) ? label : nil
        if self.label == nil, label.hasPrefix("Vessel "), !Self.measurements.contains(label) {
            problems.note(
                "vessel feature not understood", "OFAC entry \(entry): \"\(label.prefix(80))\" is passed over.")
        }
    }

    private static let measurements: Set<String> = ["Vessel Tonnage", "Vessel Gross Registered Tonnage"]

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues,
        _ locations: OFACLocations
    ) -> Bool {
        guard label != nil else { return false }
        switch element {
        case .featureVersion:
            (values, year) = ([], nil)
            isFalse = reference.label(.reliability, attributes["ReliabilityID"])?.lowercased() == "false"
        case .versionDetail:
            if let value = reference.label(.detailReference, attributes["DetailReferenceID"]) { values.append(value) }
            return true
        case .versionLocation:
            if let country = locations.country(attributes["LocationID"]) { values.append(country) }
        case .year: return year == nil
        default: break
        }
        return false
    }

    mutating func end(_ element: OFACElement, _ text: String) {
        guard label != nil, !text.isEmpty else { return }
        if element == .versionDetail { values.append(text) } else { year = year ?? text }
    }

    /// The values of a version that has ended.
    mutating func endVersion(entry: String, _ problems: inout ListProblems) -> [String] {
        guard let label else { return [] }
        if isFalse {
            problems.note(
                "feature called false", "OFAC entry \(entry): \(label) \(values.first?.prefix(40) ?? "") is left out.")
            return []
        }
        if values.isEmpty, let year, label == "Vessel Year of Build" { return [year] }
        if values.isEmpty {
            problems.note("feature without a value", "OFAC entry \(entry): \(label) says nothing.")
        }
        return values
    }
}
