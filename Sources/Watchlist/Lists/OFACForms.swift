import MaritimeModel

/// The forms in which OFAC publishes each of its lists side by side.
enum OFACForms {
    /// Keeps one form of each list of a folder, in the order of the lists: read twice, every party would be found twice.
    ///
    /// The newest form counts, and of those as new, or whose date is not known, the one that says most: only the
    /// advanced form dates the entries and tells kinds of links apart. What is passed over is noted as a problem.
    static func withoutDoubles(_ lists: [SanctionsList]) -> [SanctionsList] {
        var kept: [SanctionsList] = []
        var passedOver: [[SanctionsList]] = []
        for list in lists {
            let known = kept.firstIndex {
                $0.name == list.name && $0.format != list.format && rank($0.format) != nil && rank(list.format) != nil
            }
            if let known {
                let isBetter = isBetter(list, than: kept[known])
                passedOver[known].append(isBetter ? kept[known] : list)
                if isBetter { kept[known] = list }
            } else {
                kept.append(list)
                passedOver.append([])
            }
        }
        for index in kept.indices {
            for other in passedOver[index] {
                kept[index].problems.note(
                    "list in another form",
                    "\(other.name) is here in several forms; \(paths(other)) is passed over for \(paths(kept[index])).")
            }
        }
        return kept
    }

    private static func paths(_ list: SanctionsList) -> String { list.files.map(\.path).joined(separator: ", ") }

    private static func isBetter(_ list: SanctionsList, than other: SanctionsList) -> Bool {
        if let date = list.publishedOn, let otherDate = other.publishedOn, date != otherDate { return date > otherDate }
        return (rank(list.format) ?? 0) > (rank(other.format) ?? 0)
    }

    /// How much a form says; nil for other lists.
    private static func rank(_ format: ListFormat) -> Int? {
        switch format {
        case .ofacCSV: 0
        case .ofacXML: 1
        case .ofacAdvancedXML: 2
        default: nil
        }
    }
}
