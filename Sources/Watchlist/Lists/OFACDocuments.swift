/// The documents of `sdn_advanced.xml` that name a ship or a company by number, until their party comes.
struct OFACDocuments {
    /// One document: its type's label and its number as printed.
    struct Document {
        var label: String
        var number: String
        /// False for what the list itself calls fraudulent.
        var isValid: Bool
    }

    private var byIdentity: [String: [Document]] = [:]
    private var label: String?
    private var identity = ""
    private var isValid = true

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues,
        _ problems: inout ListProblems
    ) -> Bool {
        switch element {
        case .document:
            identity = attributes["IdentityID"] ?? ""
            label = reference.label(.documentType, attributes["IDRegDocTypeID"])
            if label == nil {
                problems.note(
                    "document of an unknown type",
                    "OFAC document \(attributes["ID"] ?? "?"): the file does not explain its type "
                        + "\(attributes["IDRegDocTypeID"] ?? "?"); it is passed over.")
            }
            isValid = reference.label(.validity, attributes["ValidityID"])?.lowercased() != "fraudulent"
            return false
        case .documentNumber: return label != nil
        default: return false
        }
    }

    mutating func end(_ element: OFACElement, _ text: String) {
        guard element == .documentNumber, let label, OFACPartyDraft.isWanted(label) || OFACPartyDraft.isIMO(text) else {
            return
        }
        byIdentity[identity, default: []].append(Document(label: label, number: text, isValid: isValid))
    }

    /// The documents of an identity, which nobody else gets.
    mutating func take(_ identity: String) -> [Document] {
        byIdentity.removeValue(forKey: identity) ?? []
    }

    /// Notes documents whose identity no party has.
    func noteUnused(_ problems: inout ListProblems) {
        for (identity, documents) in byIdentity.sorted(by: { $0.key < $1.key }) {
            for document in documents {
                problems.note(
                    "document of a missing identity",
                    "OFAC: no party has the identity \(identity), to which \(document.label) "
                        + "\(document.number.prefix(40)) belongs.")
            }
        }
    }
}

/// The countries of locations, for flags that are given as places.
struct OFACLocations {
    private var countries: [String: String] = [:]
    private var open = ""

    mutating func begin(
        _ element: OFACElement, _ attributes: [String: String], _ reference: OFACReferenceValues
    ) {
        if element == .location {
            open = attributes["ID"] ?? ""
        } else if element == .locationCountry {
            countries[open] = reference.label(.country, attributes["CountryID"])
        }
    }

    /// The name of the country, or nil.
    func country(_ location: String?) -> String? { location.flatMap { countries[$0] } }
}
