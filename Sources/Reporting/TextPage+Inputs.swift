import MaritimeModel

extension TextPage {
    /// Which files were read, and what became of every row.
    mutating func writeInputs(_ inputs: [InputRecord], _ total: RejectLedger) {
        heading("WHAT WAS READ")
        var table = TextTable(columns: [
            TextTable.Column(title: "file"),
            TextTable.Column(title: "layout", most: 34),
            TextTable.Column(title: "rows", alignsRight: true),
            TextTable.Column(title: "used", alignsRight: true),
            TextTable.Column(title: "rejected", alignsRight: true),
            TextTable.Column(title: "days (UTC)"),
        ])
        var leftOut = 0
        var readInFull = 0
        for input in inputs {
            if input.failure == nil { readInFull += 1 }
            if input.failure == nil && readInFull > TextReport.mostFiles {
                leftOut += 1
                continue
            }
            let note = input.failure.map { "not read in full: \(Wording.outside($0, columns: 400))" }
            table.add(
                [TerminalText.harmless(input.path), Wording.outside(input.layout ?? "-")]
                    + numbers(of: input.ledger) + [Wording.days(input.firstTime, input.lastTime)],
                note: note)
        }
        if leftOut > 0 {
            table.add(["and \(Wording.count(leftOut)) more files", "", "", "", "", ""])
        }
        if inputs.count > 1 {
            let first = inputs.compactMap(\.firstTime).min()
            let last = inputs.compactMap(\.lastTime).max()
            table.add(["together", ""] + numbers(of: total) + [Wording.days(first, last)])
        }
        table.write(to: &self)
        blankLine()
        writeRows(total)
    }

    private func numbers(of ledger: RejectLedger) -> [String] {
        [Wording.count(ledger.rows), Wording.count(ledger.used), Wording.count(ledger.rejectedTotal)]
    }

    /// Used and rejected rows, the reasons in words, and what the rows held.
    private mutating func writeRows(_ ledger: RejectLedger) {
        paragraph(
            "\(Wording.count(ledger.rows, "row", "rows")) = \(Wording.count(ledger.used)) used "
                + "(\(Wording.count(ledger.fixes, "position", "positions")), "
                + "\(Wording.count(ledger.identityOnly)) with identity alone) "
                + "+ \(Wording.count(ledger.rejectedTotal)) rejected")
        let reasons = ledger.rejected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let widest = reasons.map { $0.key.rawValue.utf8.count }.max() ?? 0
        let counts = reasons.map { TerminalText.width(of: Wording.count($0.value)) }.max() ?? 0
        for (reason, count) in reasons {
            let number = TerminalText.padded(Wording.count(count), to: counts, right: true)
            line(
                "    \(TerminalText.padded(reason.rawValue, to: widest))  \(number)  "
                    + Wording.explanation(of: reason))
        }
    }

    /// How many vessels the input held.
    mutating func writeIdentities(_ identities: Int, withFixes: Int, rawTracks: Bool) {
        paragraph(
            "\(Wording.count(identities, "identity", "identities")), "
                + "\(Wording.count(withFixes)) of them with positions"
                + (rawTracks ? "; every id counts as a vessel, its positions joined as they are" : ""))
    }
}
