import MaritimeModel

extension TextReport {
    /// Which lists of which date were checked, or plainly that none was.
    mutating func writeLists() {
        page.heading("LISTS CHECKED")
        guard let lists = run.lists, !lists.isEmpty else {
            page.paragraph(
                "No list was checked: nothing here says whether a vessel is listed. Give one with --watchlist.",
                .warning)
            return
        }
        for list in lists {
            let date = list.publishedOn.map { "published \($0.iso8601)" } ?? "date of publication not stated"
            page.paragraph(
                "\(Wording.outside(list.name)), \(date): \(Wording.count(list.entries, "entry", "entries")), "
                    + "\(Wording.count(list.vessels)) of them vessels, "
                    + "\(Wording.count(list.links, "recorded link", "recorded links"))")
            for file in list.files {
                let digest = Wording.outside(file.sha256, columns: 17)
                let facts = "file of \(file.modified.date.iso8601)  \(Wording.bytes(file.bytes))  SHA-256 \(digest)"
                let room = page.columns - TerminalText.width(of: facts) - 6
                let path = TerminalText.cutPath(TerminalText.harmless(file.path), to: room)
                page.line("    \(path)  \(facts)", .quiet)
            }
            for warning in list.warnings {
                page.paragraph(Wording.outside(warning, columns: 400), indent: 4, .warning)
            }
        }
    }

    /// The listed vessels that were seen, with or without a meeting.
    mutating func writeListedVessels() {
        guard run.checkedAList else { return }
        page.heading("\(flaggedVessels.uppercased())S IN THE TRACKS")
        if run.listedVessels.isEmpty {
            page.paragraph("No vessel of the tracks matches an entry of these lists. That does not clear any vessel.")
        }
        for (number, sighting) in run.listedVessels.enumerated() {
            if number > 0 { page.blankLine() }
            writeSighting(sighting)
        }
    }

    private mutating func writeSighting(_ sighting: ListedVesselSighting) {
        let imo = sighting.imo.map { "IMO \($0)" } ?? "no IMO number stated"
        page.line(
            "  \(Wording.outside(sighting.name ?? "(no name)", columns: 30)), \(imo), "
                + "id \(Wording.outside(sighting.id, columns: 30))",
            .warning)
        fact(
            "seen",
            "\(Wording.span(sighting.firstSeen, sighting.lastSeen)) UTC, "
                + Wording.count(sighting.fixes, "position", "positions"))
        let listed = sighting.match.listed
        let subject = Wording.vessel(name: sighting.name, imo: sighting.imo, id: sighting.id)
        fact(sighting.match.degree == .listed ? "listing" : "tie", Wording.tie(sighting.match, of: subject))
        fact(
            "entry",
            "\(Wording.entry(listed)); "
                + Wording.listing(sighting.timing, since: listed.listedOn, at: "the first sighting", on: run.listsAsOf)
                + Wording.pathTiming(sighting.pathTiming, at: "the first sighting", on: run.listsAsOf))
        fact("why", Wording.match(sighting.match))
        let shown = sighting.events.prefix(3).joined(separator: ", ")
        let more = sighting.events.count > 3 ? " and \(Wording.count(sighting.events.count - 3)) more" : ""
        fact("meetings", sighting.events.isEmpty ? "none reported" : shown + more)
    }

    /// A labelled line of a block, wrapped under its text.
    mutating func fact(_ label: String, _ text: String, _ emphasis: TextPage.Emphasis = .plain) {
        page.fact(label, text, emphasis)
    }
}
