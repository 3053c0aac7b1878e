import MaritimeModel

/// The report for a person: the answer first, then what was read and checked, then the meetings, then the limits.
///
/// All flagged meetings are shown; of the others the `mostOthers` with the longest time in contact.
struct TextReport {
    let run: RunRecord
    let events: EventList
    var page: TextPage

    /// How many meetings without a listed vessel are shown: about what a person reads in one sitting.
    static let mostOthers = 50
    /// How many meetings without a listed vessel are shown beside the flagged ones of the same operation.
    static let mostBesideFlagged = 10
    /// How many findings about identities are named; `sts tracks` shows all.
    static let mostFindings = 10
    /// How many files that were read in full are named.
    static let mostFiles = 20

    static func render<Failure: Error>(
        run: RunRecord, events: EventList, style: TextStyle, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var report = TextReport(run: run, events: events, page: TextPage(style: style))
        report.writeAnswer()
        report.writeInputs()
        report.writeLists()
        report.writeListedVessels()
        let groups = MeetingGroup.groups(of: events)
        try report.writeFlagged(groups, to: sink)
        try report.writeOthers(groups, to: sink)
        report.writeIdentityFindings()
        report.writeLeftOut()
        report.writeRules()
        report.writeLimits()
        try report.page.output.passOnRest(to: sink)
    }

    /// What is flagged: only listed vessels, or vessels that are tied to listed parties as well.
    var flaggedVessels: String {
        let hasTies =
            run.listedVessels.contains { $0.match.degree != .listed }
            || events.contains { $0.sanctions.contains { $0.match.degree != .listed } }
        return hasTies ? "listed or tied vessel" : "listed vessel"
    }

    /// The title, and the answer in a few sentences.
    private mutating func writeAnswer() {
        let profile = run.profile
        page.line("sts \(run.version)   profile \(profile.name): \(profile.summary)", .heading)
        page.line(String(repeating: "─", count: page.columns), .quiet)
        let flagged = events.flaggedCount
        var answer = "\(Wording.count(events.count, "meeting", "meetings")) found"
        if run.checkedAList, !events.isEmpty {
            answer += ", \(flagged == 0 ? "none" : Wording.count(flagged)) with a \(flaggedVessels)"
        }
        if run.checkedAList {
            let seen = Set(run.listedVessels.map(\.id)).count
            let subject = seen == 0 ? "No vessel" : Wording.count(seen, "vessel", "vessels")
            let meant =
                flaggedVessels == "listed vessel" ? "a listed one" : "one that is listed or tied to a listed party"
            answer += ". \(subject) in the tracks \(seen > 1 ? "match" : "matches") \(meant)."
        } else {
            answer += ". No list was checked."
        }
        page.paragraph(answer, indent: 0)
        let failures = run.inputs.count { $0.failure != nil }
        if failures > 0 {
            page.paragraph(
                "\(Wording.count(failures, "file", "files")) could not be read in full: what is said here may lack "
                    + "what \(failures == 1 ? "it holds" : "they hold").",
                indent: 0, .warning)
        }
    }
}

extension RunRecord {
    /// Whether there was a list to check against.
    var checkedAList: Bool { !(lists ?? []).isEmpty }
}
