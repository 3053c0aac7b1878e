import MaritimeModel

extension JSONWriter {
    /// The members that say which listed party a vessel is or is tied to, and why.
    ///
    /// `path` holds the links up to the listed party; of a vessel that is listed itself, those that its list records
    /// beyond it.
    mutating func listing(_ match: SanctionsMatch, timing: ListingTiming, pathTiming: PathTiming) {
        field("match", match.kind.rawValue)
        field("confidence", match.confidence, atMost: 2)
        field("lead_only", match.kind.isLead)
        field("degree", match.degree.rawValue)
        party(match.listed)
        field("timing", timing == .notStated ? nil : timing.rawValue)
        field("delisted_on", match.listed.delistedOn)
        object("vessel_entry") { json in json.party(match.matched) }
        path("path", match.path)
        field("path_timing", [.notNeeded, .notStated].contains(pathTiming) ? nil : pathTiming.rawValue)
        array("other_paths") { json in
            for path in match.otherPaths { json.array { json in json.steps(path) } }
        }
        field("explanation", match.explanation)
    }

    private mutating func party(_ party: PartyReference) {
        field("list", party.list)
        field("entry", party.entry)
        field("name", party.name)
        field("programmes", party.programmes)
        field("listed_on", party.listedOn)
    }

    private mutating func path(_ key: String, _ path: [TieStep]) {
        array(key) { json in json.steps(path) }
    }

    private mutating func steps(_ path: [TieStep]) {
        for step in path {
            object { json in
                json.field("link", step.kind.rawValue)
                json.field("words", step.words)
                json.field("source", step.source)
                json.field("since", step.since)
                json.field("until", step.until)
                json.field("former", step.isFormer)
                json.field("percentage", step.percentage, atMost: 2)
                json.party(step.party)
                json.field("listed", step.party.isDesignated)
            }
        }
    }
}
