import MaritimeModel

/// The account of tracks for a person: what was read, what was found about identities, and the vessels.
///
/// Vessels that were asked for are shown with everything. Of all vessels, only those that stand out are shown, and of
/// each at most `mostOfAKind` segments, doubts and values; the plain ones are counted.
struct TrackTextReport {
    let account: TrackAccount
    var page: TextPage
    /// Whether single vessels were asked for.
    let showsAll: Bool
    /// What was found about each identity.
    let findings: [String: [IdentityFinding]]

    /// How much of one vessel is shown beside others: about half a screen.
    static let mostOfAKind = 20

    static func render<Failure: Error>(
        _ account: TrackAccount, style: TextStyle, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var report = TrackTextReport(account, style: style)
        let shown = account.vessels.filter { report.showsAll || report.standsOut($0) }
        report.writeAnswer(shown: shown.count)
        report.page.writeInputs(account.inputs, account.ledger)
        report.page.writeIdentities(
            account.identities, withFixes: account.identitiesWithFixes, rawTracks: account.rawTracks)
        try report.writeFindings(to: sink)
        try report.writeVessels(shown, to: sink)
        report.writeNotes()
        try report.page.output.passOnRest(to: sink)
    }

    private init(_ account: TrackAccount, style: TextStyle) {
        self.account = account
        page = TextPage(style: style)
        showsAll = !account.vesselsAskedFor.isEmpty
        var findings: [String: [IdentityFinding]] = [:]
        for finding in account.findings {
            for id in finding.identities { findings[id, default: []].append(finding) }
        }
        self.findings = findings
    }

    /// Whether there is anything to remark about a vessel's tracks.
    private func standsOut(_ vessel: VesselAccount) -> Bool {
        vessel.segments.count > 1 || !vessel.doubts.isEmpty || vessel.vessel.rejected[.outlier, default: 0] > 0
            || findings[vessel.vessel.id] != nil
    }

    /// The title, and how many vessels there are to show.
    private mutating func writeAnswer(shown: Int) {
        page.line("sts \(account.version)   tracks: what became of the input", .heading)
        page.line(String(repeating: "─", count: page.columns), .quiet)
        let segments = account.vessels.reduce(0) { $0 + $1.segments.count }
        let identities = Wording.count(account.identities, "identity", "identities")
        var answer = "\(identities) in \(Wording.count(segments, "segment", "segments"))."
        if showsAll {
            answer = "\(Wording.count(shown)) of \(identities), as asked for."
        } else {
            answer += " \(Wording.count(shown)) \(shown == 1 ? "stands" : "stand") out."
        }
        if account.rawTracks { answer += " The tracks are left as they are: nothing was looked for." }
        page.paragraph(answer, indent: 0)
        let failures = account.inputs.count { $0.failure != nil }
        if failures > 0 {
            page.paragraph(
                "\(Wording.count(failures, "file", "files")) could not be read in full: what is said here may lack "
                    + "what \(failures == 1 ? "it holds" : "they hold").",
                indent: 0, .warning)
        }
    }

    private mutating func writeFindings<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if account.findings.isEmpty { return }
        page.heading("IDENTITIES (\(Wording.count(account.findings.count)))")
        for finding in account.findings {
            page.paragraph(Wording.finding(finding), .heading)
            page.paragraph(Wording.outside(finding.says, columns: 400), indent: 4)
            try page.output.passOnFullPiece(to: sink)
        }
    }

    private mutating func writeVessels<Failure: Error>(
        _ shown: [VesselAccount], to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let title = showsAll ? "VESSELS" : "VESSELS THAT STAND OUT"
        if !shown.isEmpty { page.heading("\(title) (\(Wording.count(shown.count))); times are UTC") }
        for (number, vessel) in shown.enumerated() {
            if number > 0 { page.blankLine() }
            writeVessel(vessel)
            try page.output.passOnFullPiece(to: sink)
        }
        let plain = account.vessels.count - shown.count
        guard plain > 0 else { return }
        page.heading("PLAIN VESSELS (\(Wording.count(plain)))")
        page.paragraph(
            "\(plain == 1 ? "One vessel has" : "These have") one track at most, no outliers and no doubts. See one with "
                + "--vessel ID, all with --format json.")
    }

    private mutating func writeNotes() {
        if account.warnings.isEmpty { return }
        page.heading("NOTES")
        for warning in account.warnings { page.paragraph(Wording.outside(warning, columns: 600), .warning) }
    }
}
