public import MaritimeModel

/// The entries of all lists that a run checks, the ways to recognise their vessels, and the ties between them.
public struct WatchlistIndex: Sendable {
    /// In the order given.
    public let lists: [CheckedList]
    private let graph: PartyGraph
    private let search: TieSearch
    /// The ways to recognise a vessel, the strongest first, names alone last.
    private let matchers: [any VesselMatcher]
    private let nameMatcher: NameMatcher
    private let partyNames: PartyNames

    /// Makes the index of lists. Complexity: O(parties + links).
    public init(_ contents: [SanctionsList], limits: TieLimits = TieLimits()) {
        self.init(sources: contents.map(ReadParties.init), limits: limits)
    }

    init(sources: [any PartySource], limits: TieLimits) {
        lists = sources.map(\.checked)
        graph = PartyGraph(sources)
        search = TieSearch(graph: graph, limits: limits)
        nameMatcher = NameMatcher(graph)
        matchers = [
            IMOMatcher(graph), MMSIMatcher(graph), CallSignMatcher(graph), MistypedIMOMatcher(graph), nameMatcher,
        ]
        partyNames = PartyNames(graph)
    }

    /// Throws when a list in a database could not be read when it was asked: then no answer given before holds.
    public func check() throws(WatchlistError) { if let failure = graph.failure { throw failure } }

    /// Looks for the names that will be asked for, all at once: one by one, each costs as much as all of them.
    ///
    /// Complexity: O(letters of the lists' vessels' names + names).
    public func prepareNames(of vessels: [VesselTraits], threads: Int = 1) {
        nameMatcher.prepare(Set(vessels.lazy.flatMap(\.names)), threads: threads)
    }

    /// The best match of a vessel with each entry that is listed or tied to a listed party, leads last.
    ///
    /// An entry that is only recorded and tied to nobody gives nothing. Order: leads last, then by confidence, degree,
    /// list and entry. Complexity: O(m log m) in the number of matches and the links within reach, independent of the
    /// size of the lists, but for names that were not prepared (`prepareNames`).
    ///
    /// - Parameter byName: whether a name alone may give a lead; what that asks is dear.
    public func matches(for vessel: VesselTraits, byName: Bool = true) -> [SanctionsMatch] {
        var known: Set<Int> = []
        var found: [SanctionsMatch] = []
        for matcher in byName ? matchers[...] : matchers.dropLast() {
            // One way can recognise an entry by two of its parties' signs: only earlier ways are left out.
            let earlier = known
            for match in matcher.matches(for: vessel) where !earlier.contains(match.party) {
                known.insert(match.party)
                found += sanctions(match)
            }
        }
        return found.sorted { left, right in
            if left.kind.isLead != right.kind.isLead { return right.kind.isLead }
            if left.confidence != right.confidence { return left.confidence > right.confidence }
            if left.degree != right.degree { return left.degree < right.degree }
            let (a, b) = (left.listed, right.listed)
            return (a.list, a.entry ?? "", left.matched.list, left.matched.entry ?? "")
                < (b.list, b.entry ?? "", right.matched.list, right.matched.entry ?? "")
        }
    }

    /// Whether `matches(for:byName:)` without names can be any: false for nearly every vessel, and far cheaper.
    ///
    /// Complexity: O(lists and what the vessel states).
    public func mayKnow(_ vessels: [TrackedVessel], at place: Int) -> Bool {
        matchers.dropLast().contains { $0.mayMatch(vessels, at: place) }
    }

    /// What a recognised entry means.
    private func sanctions(_ match: EntryMatch) -> [SanctionsMatch] {
        search.ties(of: match.party).map { tie in
            SanctionsMatch(
                kind: match.kind, confidence: match.confidence, explanation: match.explanation,
                matched: PartyReference(graph.party(match.party), list: graph.listName(of: match.party)),
                matchedIMO: graph.party(match.party).shipNumber,
                listed: PartyReference(graph.party(tie.party), list: graph.listName(of: tie.party)),
                degree: tie.degree, path: tie.path, otherPaths: tie.otherPaths)
        }
    }

    // MARK: Questions about other things than vessels in tracks

    /// Companies with an IMO company number that are listed or tied to a listed party.
    func matches(forCompany number: CompanyNumber) -> [SanctionsMatch] {
        graph.companies(number).flatMap {
            sanctions(
                EntryMatch(
                    party: $0, kind: .companyNumber, confidence: 0.99,
                    explanation: "It has the IMO company number \(number)."))
        }
    }

    /// Companies, persons and others that bear a name like one of these: leads.
    ///
    /// Vessels are the name matcher's. Complexity: the first call prepares the names of all parties.
    func matches(forPartyNamed names: [String]) -> [SanctionsMatch] {
        partyNames.leads(for: names).flatMap(sanctions)
    }

    /// Vessels with a call sign, without those that were found already: leads.
    func matches(forCallSign signs: [String], besides found: [SanctionsMatch]) -> [SanctionsMatch] {
        let known = Set(found.map(\.matched))
        let parties = Set(
            signs.compactMap(CallSignMatcher.normalised).flatMap { sign in
                graph.positions(of: ByteHash.of(sign), .callSign).filter { graph.party($0).hasCallSign(sign) }
            })
        return parties.sorted().flatMap {
            sanctions(
                EntryMatch(
                    party: $0, kind: .callSign, confidence: 0.3,
                    explanation: "The list gives this call sign, which is re-used, for the vessel."))
        }.filter { !known.contains($0.matched) }
    }
}
