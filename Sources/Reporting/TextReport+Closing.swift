import MaritimeModel

extension TextReport {
    /// What the tracks show about identities, in short.
    mutating func writeIdentityFindings() {
        let findings = run.identityFindings
        if findings.isEmpty { return }
        page.heading("IDENTITIES (\(Wording.count(findings.count)))")
        for finding in findings.prefix(TextReport.mostFindings) { page.paragraph(Wording.finding(finding)) }
        let more = max(0, findings.count - TextReport.mostFindings)
        page.paragraph((more > 0 ? "and \(Wording.count(more)) more: " : "") + "see why with sts tracks", .quiet)
    }

    /// What was long enough and is not reported, and how to see it.
    mutating func writeLeftOut() {
        let excluded = run.excluded.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        if excluded.isEmpty, run.harbourStays == 0 { return }
        page.heading("LEFT OUT")
        let widest = excluded.map { TerminalText.width(of: Wording.count($0.value)) }.max() ?? 0
        for (reason, count) in excluded {
            let (why, remedy) = Wording.explanation(of: reason)
            let number = TerminalText.padded(Wording.count(count), to: widest, right: true)
            let text = "\(count == 1 ? "meeting" : "meetings") \(why)" + (remedy.map { ": \($0)" } ?? "")
            page.paragraph(text, label: number, labelWidth: widest + 1)
        }
        if run.harbourStays > 0 {
            page.paragraph(
                "\(Wording.count(run.harbourStays, "vessel", "vessels")) never left the waters of one port; those of one "
                    + "port were not compared with each other: --include-ports does")
        }
    }

    /// The rules in force, and what the reader should know of the input.
    mutating func writeRules() {
        page.heading("RULES")
        page.paragraph("A meeting is: two vessels " + Wording.parameters(run.parameters) + ".")
        let filter = run.filter
        var limits: [String] = []
        if let after = filter.after { limits.append("not over before \(after.iso8601)") }
        if let before = filter.before { limits.append("begun before \(before.iso8601)") }
        if let box = filter.box {
            let edges = [box.west, box.south, box.east, box.north]
            limits.append(
                "inside the box " + edges.map { decimalText($0, decimals: 7, trimmed: true) }.joined(separator: ","))
        }
        if !limits.isEmpty { page.paragraph("Only meetings \(limits.joined(separator: ", ")).") }
        for rule in run.profile.rulesNotApplied {
            page.paragraph("Not applied: \(Wording.outside(rule, columns: 400)).", .warning)
        }
        if run.warnings.isEmpty { return }
        page.heading("NOTES")
        for warning in run.warnings { page.paragraph(Wording.outside(warning, columns: 600), .warning) }
    }

    /// What the report does not say, and how long it took: the one line that differs from run to run.
    mutating func writeLimits() {
        page.heading("WHAT THIS DOES AND DOES NOT SAY")
        page.paragraph(
            "It says that the reported positions of these vessels were this near for this long. Positions can be "
                + "wrong, missing or false. A meeting is no proof of a transfer, and many have everyday reasons: "
                + "bunkering, pilots, tugs, shared anchorages.")
        if run.checkedAList {
            page.paragraph(
                "A match says that a vessel states a number which a list gives for an entry; it says nothing about "
                    + "conduct. No match does not clear a vessel: only the lists above were checked, by IMO number "
                    + "and MMSI.")
        }
        page.blankLine()
        let timing = run.timing
        page.line(
            "Took \(decimalText(timing.totalSeconds, decimals: 2)) s (reading "
                + "\(decimalText(timing.readingSeconds, decimals: 2)) s, detection "
                + "\(decimalText(timing.detectionSeconds, decimals: 2)) s) on "
                + "\(Wording.count(timing.threads, "thread", "threads")).",
            .quiet)
    }
}
