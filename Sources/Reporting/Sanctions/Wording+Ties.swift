import MaritimeModel

extension Wording {
    /// One sentence a tie, without a full stop.
    ///
    /// `GAS MARYAM (IMO 9108099) is listed by OFAC SDN [SDGT]; linked to DIMA SHIPPING, linked to AL-QATIRJI COMPANY`, and
    /// for a vessel that stands on no list itself `STELLA (IMO 9074729) is owned by X, controlled by Y; Y is listed by ...`.
    static func tie(_ match: SanctionsMatch, of vessel: String) -> String {
        let programmes = match.listed.programmes.prefix(8).map { outside($0) }.joined(separator: ", ")
        let listing =
            "listed by \(outside(match.listed.list))" + (programmes.isEmpty ? "" : " [\(programmes)]")
        let name = outside(match.matched.name)
        let subject =
            match.kind.isCertain
            ? name.isEmpty || vessel.hasPrefix(name) ? vessel : "\(vessel) is \(name), which"
            : "\(vessel) may be \(name.isEmpty ? "the vessel of an entry" : name), which"
        if match.degree == .listed {
            let beyond = match.path.isEmpty ? "" : "; \(steps(match.path))"
            return "\(subject) \(isOrWas(match.listed)) \(listing)\(beyond)"
        }
        let last = match.path.last.map { outside($0.party.name) } ?? outside(match.listed.name)
        return "\(subject) is \(steps(match.path)); \(last) \(isOrWas(match.listed)) \(listing)"
    }

    /// `"MARYAM" may mean GAS MARYAM (IMO 9108099), which is listed by ...`, for something that was typed.
    static func lead(_ match: SanctionsMatch, of query: String, meaning subject: String) -> String {
        var certain = match
        certain.kind = .imo
        return "\"\(query)\" may mean " + tie(certain, of: "\(subject), which")
    }

    private static func isOrWas(_ party: PartyReference) -> String { party.delistedOn == nil ? "is" : "was" }

    /// `linked to A, owned by B since 2024-03-01`.
    static func steps(_ path: [TieStep]) -> String {
        path.map { step in
            var text = "\(step.isFormer ? "formerly " : "")\(words(step.kind)) \(outside(step.party.name))"
            if let share = step.percentage { text += " (\(measure(share, "%")))" }
            if let since = step.since { text += " since \(since.iso8601)" }
            if let until = step.until { text += " until \(until.iso8601)" }
            return text
        }.joined(separator: ", ")
    }

    /// What a link says, to follow `is`.
    static func words(_ kind: LinkKind) -> String {
        switch kind {
        case .ownedBy: "owned by"
        case .controlledBy: "controlled by"
        case .ownedOrControlledBy: "owned or controlled by"
        case .operatedBy: "operated by"
        case .managedBy: "managed by"
        case .ownedOrOperatedBy: "owned or operated by"
        case .propertyOf: "property in which there is an interest of"
        case .actingFor: "acting for"
        case .supports: "giving support to"
        case .linkedTo: "linked to"
        }
    }

    /// How a vessel is called before its identity is known to be a listed one: `GAS MARYAM (IMO 9108099)`.
    static func vessel(name: String?, imo: IMONumber?, id: String) -> String {
        let number = imo.map { "IMO \($0)" } ?? MMSI(id).map { "MMSI \($0)" } ?? "id \(outside(id, columns: 30))"
        return "\(outside(name ?? "(no name)", columns: 40)) (\(number))"
    }

    /// Whether the links of a path held on a day, or where none was asked for at a moment, as the rest of a sentence; empty
    /// when there is nothing to say.
    static func pathTiming(_ timing: PathTiming, at moment: String, on day: CivilDate?) -> String {
        let held = day.map { "on \($0.iso8601)" } ?? "at the time of \(moment)"
        let moment = day?.iso8601 ?? moment
        return switch timing {
        case .notNeeded: ""
        case .notStated: "; the source does not date the links"
        case .heldAtTheTime: "; the dated links held \(held)"
        case .beganLater: "; a link began only after \(moment)"
        case .endedBefore: "; a link had ended before \(moment), so this flags nothing"
        }
    }
}
