import MaritimeModel

/// Reads a list of the US Office of Foreign Assets Control in its advanced XML form: `sdn_advanced.xml`,
/// `cons_advanced.xml`.
///
/// The file is a set of tables: reference values that explain all type numbers, locations, documents, parties with their
/// profiles, relations of profiles, and the entries by which profiles are listed. Documents are joined on the number of
/// an identity, relations and entries on that of a profile. What a type means is read from its label, never from its
/// number. Source: OFAC, "Advanced Sanctions Data Model" (`sdn_advanced_notes.pdf`), after the model of the UN.
enum OFACAdvancedXML {
    static let root = "Sanctions"

    /// Reads one list.
    ///
    /// Throws when the file cannot be read, is not whole, has no parties or no entries, or has its tables in another
    /// order. Complexity: O(n) time; memory for the parties.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        var handler = OFACAdvancedHandler()
        let file = try XMLListParser.read(path, roots: [root], into: &handler)
        do throws(XMLListFault) {
            try handler.finish()
        } catch {
            throw WatchlistError(path: path, message: error.message)
        }
        return SanctionsList(
            name: handler.entries.listName ?? OFACListXML.listName(path), format: .ofacAdvancedXML, files: [file],
            publishedOn: handler.publishedOn, parties: handler.parties.all, problems: handler.problems)
    }

    /// How the list is called in messages about single entries; its full name is known only at the end of the file.
    static let shortName = "OFAC"
}

/// The elements that are looked at, as numbers: a comparison of names for each of some millions would take long.
enum OFACElement: UInt8 {
    case location, locationCountry
    case document, documentNumber
    case party, profile, identity, alias, documentedName, namePart, namePartGroup
    case feature, featureVersion, versionDetail, versionLocation
    case relation
    case entry, entryEvent, measure, comment
    case start, end, from, to, year, month, day

    static let byName: [String: OFACElement] = [
        "Location": .location, "LocationCountry": .locationCountry, "IDRegDocument": .document,
        "IDRegistrationNo": .documentNumber, "DistinctParty": .party, "Profile": .profile, "Identity": .identity,
        "Alias": .alias, "DocumentedName": .documentedName, "NamePartValue": .namePart,
        "NamePartGroup": .namePartGroup, "Feature": .feature, "FeatureVersion": .featureVersion,
        "VersionDetail": .versionDetail, "VersionLocation": .versionLocation, "ProfileRelationship": .relation,
        "SanctionsEntry": .entry, "EntryEvent": .entryEvent, "SanctionsMeasure": .measure, "Comment": .comment,
        "Start": .start, "End": .end, "From": .from, "To": .to, "Year": .year, "Month": .month, "Day": .day,
    ]
}

/// A date that comes as elements for its parts.
struct OFACDateParts {
    private var parts = [Int?](repeating: nil, count: 3)

    /// Notes a part; text that is no number leaves the date incomplete.
    mutating func set(_ element: OFACElement, _ text: String) {
        switch element {
        case .year: parts[0] = Int(text)
        case .month: parts[1] = Int(text)
        case .day: parts[2] = Int(text)
        default: break
        }
    }

    var isEmpty: Bool { parts.allSatisfy { $0 == nil } }

    /// The day, or nil when a part is missing or there is no such day.
    var date: CivilDate? {
        guard let year = parts[0], let month = parts[1], let day = parts[2], (1...9_999).contains(year) else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day)
    }
}
