import MaritimeModel

extension TrackTextReport {
    /// A vessel with its segments, rejects, doubts and what it stated.
    mutating func writeVessel(_ account: VesselAccount) {
        let vessel = account.vessel
        let summary = VesselSummary(of: vessel)
        let name = Wording.outside(summary.name ?? "(no name)", columns: 40)
        page.line("  \(Wording.outside(vessel.id, columns: 50))  \(name)", .heading)
        fact("vessel", description(of: summary))
        fact("seen", seen(account))
        let neighbours = SegmentNeighbours.named(in: account.segments)
        writeSome(account.segments, "segments") { report, place, segment in
            let beside = neighbours[place]
            report.fact("segment \(segment.number)", report.text(of: segment, beside: beside.numbers, beside.areAll))
        }
        let rejected = vessel.rejected.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        if !rejected.isEmpty {
            let counts = rejected.map { "\(Wording.count($0.value)) \($0.key.rawValue)" }
            fact("rejected", counts.joined(separator: ", "))
        }
        writeSome(account.doubts, "doubts") { report, _, doubt in
            report.fact("in doubt", Wording.doubt(doubt), .warning)
        }
        writeSome(findings[vessel.id] ?? [], "findings") { report, _, finding in
            report.fact("finding", Wording.finding(finding), .warning)
        }
        writeStatements(vessel.staticData)
    }

    private mutating func fact(_ label: String, _ text: String, _ emphasis: TextPage.Emphasis = .plain) {
        page.fact(label, text, labelWidth: 13, emphasis)
    }

    /// Writes all elements when vessels were asked for, else the first ones, and how many more there are.
    private mutating func writeSome<Element>(
        _ elements: [Element], _ what: String, _ write: (inout TrackTextReport, Int, Element) -> Void
    ) {
        let shown = showsAll ? elements.count : min(elements.count, TrackTextReport.mostOfAKind)
        for (place, element) in elements.prefix(shown).enumerated() { write(&self, place, element) }
        if shown < elements.count {
            fact("", "and \(Wording.count(elements.count - shown)) more \(what): see all with --vessel ID")
        }
    }

    private func description(of summary: VesselSummary) -> String {
        var parts = [summary.imo.map { "IMO \($0)" } ?? "no IMO number stated"]
        if let flag = summary.flag { parts.append("flag \(flag)") }
        if let callSign = summary.callSign { parts.append("call sign \(Wording.outside(callSign, columns: 20))") }
        parts.append(summary.type.words)
        if let size = Wording.size(length: summary.length, beam: summary.beam) { parts.append(size) }
        return parts.joined(separator: ", ")
    }

    private func seen(_ account: VesselAccount) -> String {
        let vessel = account.vessel
        let span = Wording.span(vessel.firstSeen, vessel.lastSeen)
        if account.segments.isEmpty { return "\(span), without a position" }
        return "\(span), \(Wording.count(vessel.fixCount, "fix", "fixes")) in "
            + Wording.count(account.segments.count, "segment", "segments")
    }

    /// When, how well, how far, how fast, from where to where, and what else was alive at that time.
    private func text(of segment: SegmentAccount, beside numbers: [Int], _ areAll: Bool) -> String {
        var parts = [
            Wording.span(segment.start, segment.end, seconds: true),
            Wording.count(segment.fixes.count, "fix", "fixes"),
        ]
        if let median = segment.medianSpeedKnots, let greatest = segment.greatestSpeedKnots {
            parts.append("\(Wording.distance(metres: segment.pathMetres)) sailed")
            parts.append("median \(Wording.knots(median)), greatest \(Wording.knots(greatest))")
            parts.append("longest silence \(Wording.duration(segment.longestSilenceSeconds))")
        }
        let places = [segment.fixes.first, segment.fixes.last].compactMap { $0?.position }
            .map { Wording.position(latitude: $0.latitude, longitude: $0.longitude) }
        parts.append(segment.fixes.count == 1 ? "at \(places[0])" : "from " + places.joined(separator: " to "))
        var text = parts.joined(separator: ", ")
        if !numbers.isEmpty {
            let list = numbers.map(String.init).joined(separator: ", ")
            text += "; at the same time as segment\(numbers.count == 1 && areAll ? "" : "s") \(list)"
            if !areAll { text += " and others" }
        }
        return text
    }

    /// Every value of each kind with its times: all of a vessel that was asked for, else kinds with more than one.
    private mutating func writeStatements(_ data: VesselStaticData) {
        writeValues("name", data.names) { Wording.outside($0, columns: 40) }
        writeValues("IMO number", data.imoNumbers) { $0.description }
        writeValues("mistyped IMO", data.mistypedIMOs) { "\($0), which fails its check digit" }
        writeValues("call sign", data.callSigns) { Wording.outside($0, columns: 20) }
        writeValues("AIS type", data.aisTypes) { String($0) }
        writeValues("type", data.shipTypes) { $0.words }
        writeValues("length", data.lengths) { Wording.measure($0, "m") }
        writeValues("beam", data.beams) { Wording.measure($0, "m") }
        writeValues("draught", data.draughts) { Wording.measure($0, "m") }
        writeValues("destination", data.destinations) { Wording.outside($0, columns: 40) }
    }

    private mutating func writeValues<Value>(
        _ label: String, _ values: [ObservedValue<Value>], _ text: (Value) -> String
    ) {
        guard values.count > 1 || showsAll else { return }
        writeSome(values, "values") { report, place, value in
            report.fact(
                place == 0 ? label : "",
                "\(text(value.value)): \(Wording.span(value.firstSeen, value.lastSeen)), "
                    + Wording.count(value.count, "row", "rows"))
        }
    }
}
