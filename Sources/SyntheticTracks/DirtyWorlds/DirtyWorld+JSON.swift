import MaritimeModel

extension DirtyWorld {
    /// The truth as a JSON document: one identity, pair or meeting a line.
    ///
    /// A fix is `[seconds since 1970, latitude, longitude, hull, mark]` with coordinates in 1e-7 degree; `marks` names
    /// the marks. Fixes of an identity are in time order.
    public var truthJSON: String {
        var ofIdentity: [String: [DirtyRow]] = [:]
        for row in rows { ofIdentity[id(of: row), default: []].append(row) }
        let marks = DirtyRow.Mark.allCases.map { quoted($0.name) }.joined(separator: ", ")
        var text = "{\n  \"note\": "
        text += quoted("generated; no vessel or identity is real and no track was sailed")
        text += ",\n  \"kind\": \(quoted(kind.rawValue)), \"seed\": \(seed), \"file\": \(quoted(name + ".csv"))"
        text += ",\n  \"contact_distance_m\": 500, \"least_contact_s\": 7200, \"marks\": [\(marks)]"
        text += ",\n  \"identities\": \(list(identities.map { json($0, ofIdentity[$0.id] ?? []) }))"
        text += ",\n  \"one_hull\": \(list(oneHulls.map(json)))"
        text += ",\n  \"meetings\": \(list(meetings.map(json)))\n}\n"
        return text
    }

    private func list(_ items: [String]) -> String {
        items.isEmpty ? "[]" : "[\n    \(items.joined(separator: ",\n    "))\n  ]"
    }

    private func json(_ identity: IdentityTruth, _ rows: [DirtyRow]) -> String {
        let inOrder = rows.enumerated().sorted {
            ($0.element.millisecondsSince1970, $0.offset) < ($1.element.millisecondsSince1970, $1.offset)
        }
        let due = identity.due.map { names($0.map(\.rawValue)) }.joined(separator: ", ")
        return "{\"id\": \(quoted(identity.id)), \"truth\": \(quoted(identity.sort.rawValue)), "
            + "\"hulls\": [\(identity.hulls.map(String.init).joined(separator: ", "))], "
            + "\"carrier\": \(identity.carrier.map(quoted) ?? "null"), \"due\": [\(due)], "
            + "\"allowed\": \(names(identity.allowed.map(\.rawValue))), "
            + "\"fixes\": [\(inOrder.map { json($0.element) }.joined(separator: ","))]}"
    }

    private func json(_ row: DirtyRow) -> String {
        let seconds = row.report.time.secondsSince1970
        let time =
            hasMilliseconds ? fixed(Double(seconds) + Double(row.milliseconds) / 1_000, decimals: 3) : "\(seconds)"
        let position = row.report.position
        return "[\(time),\(position.latitudeE7),\(position.longitudeE7),\(row.hull),\(row.mark.rawValue)]"
    }

    private func json(_ pair: OneHullTruth) -> String {
        "{\"ids\": \(names(pair.ids)), \"evidence\": \(names(pair.evidence.map(\.rawValue)))}"
    }

    private func json(_ meeting: DirtyMeetingTruth) -> String {
        let due = meeting.due.map { "{\"ids\": \(names($0.ids)), \"any_of\": \(names($0.reasons.map(\.rawValue)))}" }
        return "{\"ids\": \(names(meeting.ids)), \"start\": \(fixed(meeting.contact.lowerBound, decimals: 1)), "
            + "\"end\": \(fixed(meeting.contact.upperBound, decimals: 1)), \"is_true\": \(meeting.isTrue), "
            + "\"due\": [\(due.joined(separator: ", "))]}"
    }

    private func names(_ words: [String]) -> String {
        "[\(words.map(quoted).joined(separator: ", "))]"
    }
}

extension DirtyRow.Mark {
    /// The name in truth files.
    var name: String {
        switch self {
        case .sailed: "sailed"
        case .thrown: "thrown"
        case .lateCopy: "late_copy"
        case .repeated: "repeated"
        case .fabricated: "fabricated"
        }
    }
}
