import MaritimeModel

extension Wording {
    /// Why rows were not used, in words.
    static func explanation(of reason: RejectReason) -> String {
        switch reason {
        case .badColumns: "another number of columns than the header"
        case .tooLong: "longer than a row may be"
        case .badIdentity: "no identity"
        case .badTime: "time missing, unreadable, before 1990 or in the future"
        case .badPosition: "no usable position, and nothing else said of the vessel"
        case .notAVessel: "base stations, aids to navigation, aircraft, beacons"
        case .duplicate: "another fix of the same identity in the same second counts instead"
        case .outlier: "a position that cannot belong to the track"
        case .tooShort: "pieces of track of less than a minute beside a longer one"
        }
    }

    /// Why meetings are not reported, in words, and how to see them (nil: they cannot be shown).
    static func explanation(of reason: ExclusionReason) -> (why: String, remedy: String?) {
        switch reason {
        case .inPort: ("in port", "see with --include-ports")
        case .speedRule: ("too fast for the speed rule", "see with --max-speed none")
        case .typeRule: ("with no tanker and no vessel of unknown type", "see with --profile proximity")
        case .sameHull: ("of two identities of one hull", "that is one ship, not two that meet")
        case .sameIdentity: ("of two tracks with one identity", "they may be two ships, but no pair that can be named")
        case .gear: ("with a buoy, a beacon or an aid to navigation", "see with --include-gear")
        case .outsideFilter: ("outside the window", "widen --after, --before or --bbox")
        }
    }

    /// Whether the entry stood on the list on a day, or where none was asked for at a moment, which `moment` names: `the meeting`.
    static func listing(
        _ timing: ListingTiming, since date: CivilDate?, at moment: String, on day: CivilDate?
    ) -> String {
        if let day { return listing(timing, since: date, on: day.iso8601) }
        let since = date.map { ", since \($0.iso8601)" } ?? ""
        return switch timing {
        case .listedAtTheTime: "on the list at the time of \(moment)\(since)"
        case .listedLater: "not yet on the list at the time of \(moment), only later\(since)"
        case .delistedBefore: "taken off the list before \(moment)"
        case .notStated: "the list does not say since when"
        }
    }

    /// Whether the entry stood on the list on a date.
    static func listing(_ timing: ListingTiming, since date: CivilDate?, on day: String) -> String {
        let since = date.map { ", since \($0.iso8601)" } ?? ""
        return switch timing {
        case .listedAtTheTime: "on the list on \(day)\(since)"
        case .listedLater: "not yet on the list on \(day), only later\(since)"
        case .delistedBefore: "taken off the list before \(day)"
        case .notStated: "the list does not say since when"
        }
    }

    /// `12 days old`, or `of a later date`.
    static func age(from date: CivilDate, to day: CivilDate) -> String {
        let days = day.daysSince1970 - date.daysSince1970
        return days < 0
            ? "later than the date asked for" : days == 0 ? "of that day" : "\(count(days, "day", "days")) old"
    }

    /// `published 2026-02-27, 274 days old`, or what the file's date says.
    static func editionAndAge(of list: CheckedList, on day: CivilDate) -> String {
        if let published = list.publishedOn {
            return "published \(published.iso8601), \(age(from: published, to: day))"
        }
        guard let file = list.files.map(\.modified).max()?.date else { return "date of publication not stated" }
        return "date of publication not stated, file of \(file.iso8601), \(age(from: file, to: day))"
    }

    /// `OFAC SDN, entry 15036 ARTAVIL, programme IRAN`.
    static func entry(_ listed: PartyReference) -> String {
        let entry = listed.entry.map { "entry\(TerminalText.hardSpace)\(outside($0))" } ?? "no entry"
        var text = "\(outside(listed.list)), \(entry) \(outside(listed.name))"
        if !listed.programmes.isEmpty {
            text += listed.programmes.count == 1 ? ", programme " : ", programmes "
            text += listed.programmes.prefix(8).map { outside($0) }.joined(separator: ", ")
            if listed.programmes.count > 8 { text += " and others" }
        }
        return text
    }

    /// `match by IMO number, confidence 0.99: ...`.
    static func match(_ match: SanctionsMatch) -> String {
        let kind =
            switch match.kind {
            case .imo: "IMO number"
            case .mmsi: "MMSI"
            case .companyNumber: "IMO company number"
            case .callSignAndName: "call sign and name"
            case .callSign: "call sign alone, a lead"
            case .name: "name alone, a lead"
            case .mistypedIMO: "mistyped IMO number, a lead"
            }
        let confidence = decimalText(match.confidence, decimals: 2)
        return "match by \(kind), confidence \(confidence): \(outside(match.explanation, columns: 400))"
    }

    /// The parameters in force as one sentence.
    static func parameters(_ parameters: DetectionParameters) -> String {
        var parts = [
            "within \(measure(parameters.maxDistanceMetres, "m")) "
                + "for at least \(exactDuration(parameters.minDurationSeconds))",
            "tracks joined over silences of up to \(exactDuration(parameters.maxGapSeconds))",
            parameters.joinGapSeconds == 0
                ? "contacts not joined" : "contacts joined over up to \(exactDuration(parameters.joinGapSeconds))",
        ]
        switch parameters.speedRule {
        case .none: parts.append("any speed")
        case .bothBelow(let knots): parts.append("median speed of both below \(measure(knots, "kn"))")
        case .slowOrJointUnderWay(let knots):
            let joint = measure(DetectionParameters.jointUnderWayMaxKnots, "kn")
            let relative = measure(DetectionParameters.jointUnderWayMaxRelativeKnots, "kn")
            parts.append(
                "median speed of both up to \(measure(knots, "kn")), or under way together (up to \(joint), at most "
                    + "\(relative) apart)")
        }
        if parameters.portDistanceKilometres == 0 {
            parts.append("any distance from port")
        } else {
            parts.append(
                (parameters.includePorts ? "in port (shown) means nearer than " : "not nearer to a port than ")
                    + measure(parameters.portDistanceKilometres, "km"))
        }
        switch parameters.typeRule {
        case .any: parts.append("vessels of any type")
        case .tankerOrUnknown: parts.append("at least one tanker or vessel of unknown type")
        }
        if parameters.includeGear { parts.append("buoys, beacons and aids to navigation shown too") }
        return parts.joined(separator: "; ")
    }

    /// Text from a file, made harmless and cut to `columns`.
    static func outside(_ text: String, columns: Int = 60) -> String {
        TerminalText.cut(TerminalText.harmless(text), to: columns)
    }
}
