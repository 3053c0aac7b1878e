import MaritimeModel

/// The page of an answer of `sts screen`: each question with every hit, then the lists that were checked.
struct ScreenTextReport {
    private var page: TextPage
    private let answer: ScreenAnswer

    static func bytes(_ answer: ScreenAnswer, style: TextStyle) -> [UInt8] {
        var report = ScreenTextReport(page: TextPage(style: style), answer: answer)
        for item in answer.items { report.write(item) }
        report.writeLists()
        return report.page.output.bytes
    }

    private mutating func write(_ item: ScreenedItem) {
        let meaning = item.takenFor.isEmpty ? "" : " (\(item.takenFor.joined(separator: ", or ")))"
        let leads = item.findings.count { $0.match.kind.isLead }
        let hits = item.findings.count - leads
        var says: [String] = []
        if hits > 0 { says.append(Wording.count(hits, "match", "matches")) }
        if leads > 0 { says.append(Wording.count(leads, "lead", "leads")) }
        page.heading(
            "\(Wording.outside(item.query))\(meaning): \(says.isEmpty ? "no match" : says.joined(separator: ", "))")
        if let remark = item.remark { page.paragraph(Wording.outside(remark, columns: 400), .warning) }
        if item.findings.isEmpty, item.remark == nil {
            let lists = answer.lists.map { Wording.outside($0.name) }.joined(separator: ", ")
            page.paragraph(
                lists.isEmpty ? "No list was checked." : "Checked: \(lists). That does not clear anybody.", .quiet)
        }
        for finding in item.findings { write(finding, of: item) }
    }

    private mutating func write(_ finding: ScreenFinding, of item: ScreenedItem) {
        let match = finding.match
        let subject = Wording.outside(match.matched.name, columns: 40) + imoText(of: match)
        let label = match.kind.isLead ? "lead" : match.degree == .listed ? "listing" : "tie"
        let says =
            !match.kind.isCertain
            ? Wording.lead(match, of: Wording.outside(item.query, columns: 40), meaning: subject)
            : Wording.tie(match, of: subject)
        page.fact(label, "\(says).", match.kind.isLead ? .plain : .heading)
        let day = answer.asOf
        page.fact(
            "entry",
            "\(Wording.entry(match.listed)); \(Wording.listing(finding.timing, since: match.listed.listedOn, on: day.iso8601))"
                + Wording.pathTiming(finding.pathTiming, at: "that day", on: day))
        page.fact("why", Wording.match(match))
        for path in match.otherPaths { page.fact("also", Wording.steps(path)) }
    }

    /// ` (IMO 9108099)` for a vessel that is known by its number.
    private func imoText(of match: SanctionsMatch) -> String {
        match.matchedIMO.map { " (IMO \($0))" } ?? ""
    }

    private mutating func writeLists() {
        page.heading("LISTS CHECKED")
        for list in answer.lists {
            page.paragraph(
                "\(Wording.outside(list.name)), \(Wording.editionAndAge(of: list, on: answer.asOf)): \(Wording.count(list.entries, "entry", "entries")), "
                    + "\(Wording.count(list.vessels)) of them vessels, "
                    + Wording.count(list.links, "recorded link", "recorded links"))
            for warning in list.warnings { page.paragraph(Wording.outside(warning, columns: 400), indent: 4, .quiet) }
        }
    }
}
