public import MaritimeModel

/// The short account of a run, for standard error beside the formats that machines read.
///
/// It says what was read (files, layouts, rows read, used and rejected by reason), which lists were checked, what was
/// found and what could not be read. Text from files is made harmless for a terminal; no timing is in it.
public func runSummaryLines(run: RunRecord) -> [String] {
    var lines = inputLines(run.inputs, run.ledger)
    lines.append(listsLine(run.lists))
    lines.append(resultLine(of: run))
    for rule in run.profile.rulesNotApplied {
        let profile = Wording.outside(run.profile.name)
        lines.append("not applied by profile \(profile): \(Wording.outside(rule, columns: 400))")
    }
    for warning in run.warnings { lines.append("note: \(Wording.outside(warning, columns: 600))") }
    return lines.map { $0.split(separator: TerminalText.hardSpace).joined(separator: " ") }
}

/// The short account of a run of `sts tracks`, in the same form.
public func trackSummaryLines(_ account: TrackAccount) -> [String] {
    var lines = inputLines(account.inputs, account.ledger)
    let shown = account.vesselsAskedFor.isEmpty ? "" : ", \(Wording.count(account.vessels.count)) asked for"
    let segments = account.vessels.reduce(0) { $0 + $1.segments.count }
    lines.append(
        "\(Wording.count(account.identities, "identity", "identities")), "
            + "\(Wording.count(account.identitiesWithFixes)) with positions\(shown); "
            + "\(Wording.count(segments, "segment", "segments")), "
            + Wording.count(account.findings.count, "finding", "findings"))
    for warning in account.warnings { lines.append("note: \(Wording.outside(warning, columns: 600))") }
    return lines.map { $0.split(separator: TerminalText.hardSpace).joined(separator: " ") }
}

/// What was read and what could not be.
private func inputLines(_ inputs: [InputRecord], _ total: RejectLedger) -> [String] {
    var lines: [String] = []
    let readInFull = inputs.filter { $0.failure == nil }
    for input in readInFull.prefix(TextReport.mostFiles) {
        lines.append("read \(TerminalText.harmless(input.path))\(layout(of: input)): \(rows(of: input.ledger))")
    }
    if readInFull.count > TextReport.mostFiles {
        lines.append("read \(Wording.count(readInFull.count - TextReport.mostFiles)) more files")
    }
    for input in inputs {
        guard let failure = input.failure else { continue }
        let reason = Wording.outside(failure, columns: 400)
        let path = TerminalText.harmless(input.path)
        lines.append("not read in full: " + (reason.hasPrefix(path) ? reason : "\(path): \(reason)"))
        if input.ledger.rows > 0 { lines.append("  before that\(layout(of: input)): \(rows(of: input.ledger))") }
    }
    if inputs.count != 1 { lines.append("all input: \(rows(of: total))") }
    return lines
}

private func layout(of input: InputRecord) -> String {
    input.layout.map { " (\(Wording.outside($0)))" } ?? ""
}

/// `50 000 rows, 49 000 used, 1 000 rejected (duplicate 200, not_a_vessel 800)`.
private func rows(of ledger: RejectLedger) -> String {
    let reasons = ledger.rejected.sorted { $0.key < $1.key }
        .map { "\($0.key.rawValue) \(Wording.count($0.value))" }
        .joined(separator: ", ")
    return "\(Wording.count(ledger.rows, "row", "rows")), \(Wording.count(ledger.used)) used, "
        + "\(Wording.count(ledger.rejectedTotal)) rejected" + (reasons.isEmpty ? "" : " (\(reasons))")
}

private func listsLine(_ lists: [CheckedList]?) -> String {
    guard let lists, !lists.isEmpty else { return "no list was checked" }
    let names = lists.map { list in
        let date = list.publishedOn.map { "of \($0.iso8601)" } ?? "of no stated date"
        return "\(Wording.outside(list.name)) \(date) (\(Wording.count(list.vessels, "vessel", "vessels")))"
    }
    return "lists checked: " + names.joined(separator: ", ")
}

private func resultLine(of run: RunRecord) -> String {
    var line = "\(Wording.count(run.eventCount, "meeting", "meetings")), \(Wording.count(run.flaggedCount)) flagged"
    let seen = Set(run.listedVessels.map(\.id)).count
    if run.lists != nil { line += ", \(Wording.count(seen, "listed vessel", "listed vessels")) in the tracks" }
    let excluded = run.excluded.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        .map { "\($0.key.rawValue) \(Wording.count($0.value))" }
    if !run.identityFindings.isEmpty {
        line += "; " + Wording.count(run.identityFindings.count, "identity finding", "identity findings")
    }
    if !excluded.isEmpty { line += "; left out: " + excluded.joined(separator: ", ") }
    if run.harbourStays > 0 {
        line += "; \(Wording.count(run.harbourStays, "vessel", "vessels")) never left one port"
    }
    return line
}
