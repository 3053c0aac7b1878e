import MaritimeModel

extension TextReport {
    /// A meeting in two lines.
    mutating func writeEntry(_ event: RendezvousEvent, number: Int?) {
        let rank = TerminalText.padded(number.map { "\($0)" } ?? "", to: 4, right: true)
        let contact = TerminalText.padded(Wording.duration(event.ledger.contactSeconds), to: 11, right: true)
        let left = "\(rank) \(contact)  \(Wording.moment(event.start))  "
        page.line(left + labels(of: event, columns: page.columns - TerminalText.width(of: left)))
        let facts = [
            event.id.description,
            "median \(Wording.distance(metres: event.distance.median))",
            fixes(of: event, joinedBy: " + "),
            Wording.position(latitude: event.latitude, longitude: event.longitude, decimals: 2),
            Wording.place(event.place),
        ]
        page.line("     " + facts.compactMap { $0 }.joined(separator: "  "), .quiet)
        for doubt in event.doubts { page.paragraph("in doubt: " + sentence(doubt, in: event), indent: 5, .warning) }
    }

    /// The vessels in one line; when that is too long, each gets the same room.
    private func labels(of event: RendezvousEvent, columns: Int) -> String {
        let plus = " + "
        let full = event.vessels.map { label(of: $0, columns: 60) }.joined(separator: plus)
        if TerminalText.width(of: full) <= columns || event.vessels.isEmpty { return full }
        let room = (columns - plus.utf8.count * (event.vessels.count - 1)) / event.vessels.count
        return event.vessels.map { label(of: $0, columns: room) }.joined(separator: plus)
    }

    /// `STELLA (tanker, PA)`, the name cut so that the rest can be read, or the name alone.
    private func label(of vessel: EventVessel, columns: Int) -> String {
        let flag = vessel.flag.map { [TerminalText.harmless($0)] } ?? []
        let notes = ([vessel.type.words] + flag).joined(separator: ", ")
        let name = vessel.name ?? vessel.id
        let room = columns - TerminalText.width(of: notes) - 3
        if room < 8 { return Wording.outside(name, columns: columns) }
        return "\(Wording.outside(name, columns: room)) (\(notes))"
    }

    /// `143 + 120 fixes`.
    private func fixes(of event: RendezvousEvent, joinedBy separator: String) -> String {
        let counts = event.vessels.map(\.fixes)
        return counts.map { Wording.count($0) }.joined(separator: separator) + (counts == [1] ? " fix" : " fixes")
    }

    /// A meeting with everything that there is to say.
    mutating func writeBlock(_ event: RendezvousEvent, number: Int) {
        let when = "\(Wording.span(event.start, event.end, seconds: true)) UTC"
        page.line(
            "\(TerminalText.padded("\(number)", to: 3, right: true)). \(when)",
            right: event.id.description, .warning)
        fact("contact", contact(of: event))
        let position = Wording.position(latitude: event.latitude, longitude: event.longitude)
        fact("where", [position, Wording.place(event.place)].compactMap { $0 }.joined(separator: ", "))
        for (place, vessel) in event.vessels.enumerated() {
            let hits = event.sanctions.filter { $0.vessel == place && $0.isFlag }
            // Only what the list itself says of that day: a vessel listed later was not a listed one then.
            let atTheTime = hits.filter { $0.timing == .listedAtTheTime && $0.pathTiming != .beganLater }
            let isListed = atTheTime.contains { $0.match.degree == .listed }
            let label = isListed ? "LISTED" : !atTheTime.isEmpty ? "TIED" : hits.isEmpty ? "vessel" : "match"
            fact(label, description(of: vessel), hits.isEmpty ? .plain : .heading)
        }
        for hit in event.sanctions {
            let listed = hit.match.listed
            let vessel = event.vessels.indices.contains(hit.vessel) ? event.vessels[hit.vessel] : nil
            let subject = Wording.vessel(name: vessel?.name, imo: vessel?.imo, id: vessel?.id ?? "?")
            fact(
                hit.match.kind.isLead ? "lead" : hit.match.degree == .listed ? "listing" : "tie",
                "\(Wording.tie(hit.match, of: subject)). Entry\(TerminalText.hardSpace)\(Wording.outside(listed.entry ?? "?")): "
                    + Wording.listing(hit.timing, since: listed.listedOn, at: "the meeting", on: run.listsAsOf)
                    + Wording.pathTiming(hit.pathTiming, at: "the meeting", on: run.listsAsOf)
                    + ". Why: \(Wording.match(hit.match))")
        }
        fact("evidence", evidence(of: event))
        for doubt in event.doubts { fact("in doubt", sentence(doubt, in: event), .warning) }
    }

    /// `STELLA: Two tracks ...`, the doubt in its own words.
    private func sentence(_ doubt: EventDoubt, in event: RendezvousEvent) -> String {
        "\(name(ofVessel: doubt.vessel, in: event)): \(Wording.outside(doubt.doubt.says, columns: 400))"
    }

    private func name(ofVessel position: Int, in event: RendezvousEvent) -> String {
        guard event.vessels.indices.contains(position) else { return "a vessel" }
        let vessel = event.vessels[position]
        return Wording.outside(vessel.name ?? vessel.id, columns: 40)
    }

    private func contact(of event: RendezvousEvent) -> String {
        var text = Wording.duration(event.ledger.contactSeconds)
        if event.ledger.contacts > 1 { text += " in \(Wording.count(event.ledger.contacts)) pieces" }
        let distance = event.distance
        return text + "; distance \(Wording.distance(metres: distance.median)) (median), "
            + "\(Wording.distance(metres: distance.minimum)) to \(Wording.distance(metres: distance.maximum))"
    }

    private func description(of vessel: EventVessel) -> String {
        var parts = [Wording.outside(vessel.name ?? "(no name)", columns: 40)]
        parts.append(vessel.imo.map { "IMO \($0)" } ?? "no IMO number stated")
        parts.append(vessel.mmsi.map { "MMSI \($0)" } ?? "id \(Wording.outside(vessel.id, columns: 30))")
        if let flag = vessel.flag { parts.append("flag \(Wording.outside(flag, columns: 20))") }
        if let callSign = vessel.callSign { parts.append("call sign \(Wording.outside(callSign, columns: 20))") }
        parts.append(vessel.type.words)
        if let size = Wording.size(length: vessel.length, beam: vessel.beam) { parts.append(size) }
        parts.append("median speed \(Wording.knots(vessel.medianSpeedKnots))")
        if let before = vessel.draughtBefore { parts.append("draught before \(Wording.measure(before, "m"))") }
        if let after = vessel.draughtAfter { parts.append("draught after \(Wording.measure(after, "m"))") }
        if let destination = vessel.destination {
            parts.append("destination given as \(Wording.outside(destination, columns: 30))")
        }
        return parts.joined(separator: ", ")
    }

    /// How well the meeting was seen.
    private func evidence(of event: RendezvousEvent) -> String {
        let ledger = event.ledger
        var parts = [
            fixes(of: event, joinedBy: " and "),
            "longest silence \(Wording.duration(ledger.longestSilenceSeconds))",
        ]
        let stretches = [
            (ledger.onStretchesUpTo10Minutes, "up to \(Wording.exactDuration(600))"),
            (ledger.onStretchesUpTo30Minutes, "up to \(Wording.exactDuration(1_800))"),
            (ledger.onLongerStretches, "longer"),
        ]
        let all = stretches.reduce(0) { $0 + $1.0 }
        if all > 0 {
            let shares = stretches.filter { $0.0 > 0 }.map { "\(Wording.share($0.0, of: all)) \($0.1)" }
            parts.append("time between fixes, by share of the contact: \(shares.joined(separator: ", "))")
        }
        let slow = Wording.knots(DetectionParameters.jointUnderWayMaxRelativeKnots)
        parts.append("relative speed up to \(slow) for \(Wording.duration(ledger.steadySeconds))")
        return parts.joined(separator: "; ")
    }
}

extension ShipType {
    /// The class as a reader would say it.
    var words: String {
        switch self {
        case .highSpeed: "high-speed craft"
        case .unknown: "no type"
        case .other: "other type"
        case .service: "service vessel"
        case .cargo: "cargo ship"
        case .passenger: "passenger ship"
        default: rawValue
        }
    }
}
