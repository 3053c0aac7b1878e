import MaritimeModel

/// Hands the elements of `sdn_advanced.xml` to the reader of the table in which they stand.
struct OFACAdvancedHandler: XMLListHandler {
    private(set) var reference = OFACReferenceValues()
    private(set) var documents = OFACDocuments()
    private(set) var parties = OFACProfiles()
    private(set) var relations = OFACRelations()
    private(set) var entries = OFACEntries()
    private(set) var problems = ListProblems()
    private var issued = OFACDateParts()
    private var section = Section.unknown
    private let elements = OFACElement.byName
    /// The elements that are open in the table, with nil for those that nobody looks at.
    private var open: [OFACElement?] = []
    /// The depth of an element in which nothing is of use, while one is open: most of the file is addresses and dates.
    private var skipped: Int?

    /// The tables, in the order in which they must come so that what one refers to has been read.
    private enum Section: Int, CaseIterable {
        case unknown, issue, reference, locations, documents, parties, relations, entries, entryLinks

        init?(_ name: String) {
            switch name {
            case "DateOfIssue": self = .issue
            case "ReferenceValueSets": self = .reference
            case "Locations": self = .locations
            case "IDRegDocuments": self = .documents
            case "DistinctParties": self = .parties
            case "ProfileRelationships": self = .relations
            case "SanctionsEntries": self = .entries
            case "SanctionsEntryLinks": self = .entryLinks
            default: return nil
            }
        }
    }
    private var latest = Section.unknown

    var publishedOn: CivilDate? { issued.date }

    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool {
        let depth = path.count
        guard depth > 2 else {
            if depth == 2 { try begin(section: path[1]) }
            return false
        }
        switch section {
        case .reference:
            if depth == 4 { return reference.begin(path[3], attributes) }
            return false
        case .issue: return true
        case .unknown, .entryLinks: return false
        case .locations, .documents, .parties, .relations, .entries: break
        }
        if skipped != nil { return false }
        let known = elements[path[depth - 1]]
        open.append(known)
        guard let element = known else {
            if section == .locations { skipped = depth }
            return false
        }
        switch section {
        case .locations:
            parties.locations.begin(element, attributes, reference)
            return false
        case .documents: return documents.begin(element, attributes, reference, &problems)
        case .parties:
            let isWanted = parties.begin(element, attributes, reference, &documents, &problems)
            if element == .feature, !parties.isFeatureWanted { skipped = depth }
            return isWanted
        case .relations: return relations.begin(element, attributes, reference, &problems)
        default: return entries.begin(element, attributes, reference, &problems)
        }
    }

    mutating func end(_ path: [String], text: String) {
        let depth = path.count
        guard depth > 2 else { return }
        switch section {
        case .reference:
            if depth == 4 { reference.end(text) }
            return
        case .issue:
            if let element = elements[path[depth - 1]] { issued.set(element, text) }
            return
        case .unknown, .entryLinks: return
        case .locations, .documents, .parties, .relations, .entries: break
        }
        if let skipped {
            guard depth == skipped else { return }
            self.skipped = nil
        }
        guard let known = open.popLast(), let element = known else { return }
        switch section {
        case .locations: break
        case .documents: documents.end(element, text)
        case .parties: parties.end(element, text, reference, &documents, &problems)
        case .relations: relations.end(element, text, &parties, &problems)
        default: entries.end(element, text, &parties, &problems)
        }
    }

    private mutating func begin(section name: String) throws(XMLListFault) {
        guard let next = Section(name) else {
            section = .unknown
            problems.note("table not understood", "OFAC: the table <\(name.prefix(40))> is passed over.")
            return
        }
        guard next.rawValue > latest.rawValue else {
            throw XMLListFault(
                "its table <\(name)> comes after one that refers to it: it is in no order that is known; download it "
                    + "again.")
        }
        section = next
        latest = next
        if next.rawValue > Section.reference.rawValue, reference.isEmpty {
            throw XMLListFault("it has no reference values, without which its types mean nothing: download it again.")
        }
    }

    /// Closes the account. Throws when the file has no parties or nothing by which they are listed.
    mutating func finish() throws(XMLListFault) {
        guard !parties.all.isEmpty else {
            throw XMLListFault("it holds no parties: download it again from its publisher.")
        }
        // A file of parties that nothing lists would clear them all.
        guard entries.count > 0 else {
            throw XMLListFault("it holds no sanctions entries: download it again from its publisher.")
        }
        documents.noteUnused(&problems)
        parties.noteUnlisted(&problems)
        if publishedOn == nil {
            problems.note("unusable date of publication", "OFAC: the file does not say when it was issued.")
        }
    }
}
