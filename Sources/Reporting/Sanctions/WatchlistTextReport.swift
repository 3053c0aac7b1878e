import MaritimeModel

/// The page of an answer of `sts watchlist`.
struct WatchlistTextReport {
    private var page: TextPage

    /// Entries that are named one by one when a list changes; the others are counted.
    private static let namedEntries = 8

    static func bytes(_ answer: WatchlistAnswer, database: String, style: TextStyle) -> [UInt8] {
        var report = WatchlistTextReport(page: TextPage(style: style))
        switch answer {
        case .imported(let outcomes):
            for outcome in outcomes { report.write(outcome) }
        case .lists(let lists, let today): report.write(lists, today: today, database: database)
        case .history(let lines): report.write(lines, database: database)
        case .found(let findings, let query): report.write(findings, query: query)
        }
        return report.page.output.bytes
    }

    // MARK: Imports

    private mutating func write(_ outcome: ImportOutcome) {
        let snapshot = outcome.snapshot
        page.heading("\(Wording.outside(snapshot.list)), \(snapshot.date.iso8601): \(says(outcome))")
        page.paragraph(contents(snapshot) + ".")
        page.paragraph("Its date is \(dateSource(snapshot)).", .quiet)
        if let before = outcome.formatBefore {
            page.paragraph(
                "The snapshot before was read from another format (\(before)): entries can look changed that are not.",
                .warning)
        }
        if outcome.kind != .first {
            write(outcome.added, "added")
            write(outcome.changed, "changed")
            write(outcome.removed, "removed")
        }
        for problem in snapshot.problems {
            let example = problem.examples.first.map { ": " + Wording.outside($0, columns: 400) } ?? ""
            page.paragraph("\(Wording.count(problem.cases)) × \(problem.reason)\(example)", indent: 4, .quiet)
        }
    }

    private func says(_ outcome: ImportOutcome) -> String {
        let before = outcome.comparedWith.map { $0.iso8601 } ?? "none"
        let changes =
            "\(Wording.count(outcome.added.count)) added, \(Wording.count(outcome.changed.count)) changed, "
            + "\(Wording.count(outcome.removed.count)) removed"
        return switch outcome.kind {
        case .first: "first snapshot"
        case .newer: "newer than that of \(before): \(changes)"
        case .older: "older than stored ones, put in its place: \(changes) against that of \(before)"
        case .sameDay: "another edition of the day, in place of the stored one: \(changes) against that of \(before)"
        case .confirmed: "the same content as on \(before), now confirmed for this day"
        case .unchanged: "already stored, nothing was written"
        }
    }

    private mutating func write(_ entries: [EntryLine], _ what: String) {
        for entry in entries.prefix(Self.namedEntries) {
            page.fact(
                what, "\(Wording.outside(entry.entry)) \(Wording.outside(entry.name)) (\(entry.kind.rawValue))")
        }
        if entries.count > Self.namedEntries {
            page.fact(what, "and \(Wording.count(entries.count - Self.namedEntries)) more")
        }
    }

    private func contents(_ snapshot: ListSnapshot) -> String {
        let counts = snapshot.counts
        return "\(Wording.count(counts.entries, "entry", "entries")), \(Wording.count(counts.vessels)) of them vessels "
            + "(\(Wording.count(counts.vesselsWithIMO)) with IMO number, \(Wording.count(counts.vesselsWithMMSI)) with "
            + "MMSI), \(Wording.count(counts.links, "recorded link", "recorded links")), "
            + "\(Wording.count(snapshot.problemCount)) not understood"
    }

    private func dateSource(_ snapshot: ListSnapshot) -> String {
        switch snapshot.dateSource {
        case .published: "the list's own"
        case .stated: "the one stated at the import"
        case .file: "that of its file, since the list states none; --as-of states another"
        case .imported: "that of the import, since neither the list nor its file states one"
        }
    }

    // MARK: What is inside

    private mutating func write(_ lists: [ListSnapshot], today: CivilDate, database: String) {
        guard !lists.isEmpty else {
            return page.paragraph("\(Wording.outside(database, columns: 200)) holds no list yet.", indent: 0)
        }
        var table = TextTable(columns: [
            .init(title: "List"), .init(title: "Of"), .init(title: "Age", alignsRight: true),
            .init(title: "Entries", alignsRight: true), .init(title: "Vessels", alignsRight: true),
            .init(title: "IMO", alignsRight: true), .init(title: "MMSI", alignsRight: true),
            .init(title: "Links", alignsRight: true), .init(title: "Unread", alignsRight: true),
        ])
        for list in lists {
            let counts = list.counts
            let days = today.daysSince1970 - list.date.daysSince1970
            table.add([
                Wording.outside(list.list), list.date.iso8601, Wording.count(max(0, days), "day", "days"),
                Wording.count(counts.entries), Wording.count(counts.vessels), Wording.count(counts.vesselsWithIMO),
                Wording.count(counts.vesselsWithMMSI), Wording.count(counts.links), Wording.count(list.problemCount),
            ])
        }
        table.write(to: &page, indent: 0)
    }

    private mutating func write(_ lines: [HistoryLine], database: String) {
        guard !lines.isEmpty else {
            return page.paragraph("\(Wording.outside(database, columns: 200)) holds no such list.", indent: 0)
        }
        var table = TextTable(columns: [
            .init(title: "List"), .init(title: "Of"), .init(title: "Entries", alignsRight: true),
            .init(title: "Added", alignsRight: true), .init(title: "Changed", alignsRight: true),
            .init(title: "Removed", alignsRight: true), .init(title: "SHA-256 of its files"),
        ])
        for line in lines {
            let changes = line.changes.map { [$0.added, $0.changed, $0.removed].map { Wording.count($0) } }
            table.add(
                [
                    Wording.outside(line.snapshot.list), line.snapshot.date.iso8601,
                    Wording.count(line.snapshot.counts.entries),
                ] + (changes ?? ["replaced", "", ""])
                    + [line.snapshot.files.map { String($0.sha256.prefix(8)) }.joined(separator: " ")])
        }
        table.write(to: &page, indent: 0)
    }

    // MARK: Searches

    private mutating func write(_ findings: [WatchlistFinding], query: String) {
        guard !findings.isEmpty else {
            return page.paragraph("Nothing found for \(Wording.outside(query)).", indent: 0)
        }
        for finding in findings {
            let party = finding.party
            page.heading(
                "\(Wording.outside(party.name)) (\(party.kind.rawValue)), \(Wording.outside(finding.list)) entry "
                    + Wording.outside(party.entry))
            let matched = finding.matched.rawValue.split(separator: "_").joined(separator: " ")
            page.fact("found by", "\(matched): \(Wording.outside(finding.matchedText))")
            let numbers = party.numbers.map(\.label)
            if !numbers.isEmpty { page.fact("numbers", Wording.outside(numbers.joined(separator: ", "), columns: 300)) }
            let others = party.names.dropFirst().map(\.text)
            if !others.isEmpty { page.fact("also", Wording.outside(others.joined(separator: "; "), columns: 300)) }
            if !party.programmes.isEmpty {
                page.fact("programme", Wording.outside(party.programmes.joined(separator: ", "), columns: 200))
            }
            page.fact("listed", standing(party))
            for link in party.links { page.fact("link", Wording.outside(words(link), columns: 200)) }
        }
    }

    private func standing(_ party: ListedParty) -> String {
        var says = party.listedOn.map { "since \($0.iso8601)" } ?? "since when the list does not say"
        if let first = party.firstSeenOn { says += "; in snapshots from \(first.iso8601)" }
        if let gone = party.spans.last?.removedOn {
            says +=
                "; last in that of \(party.spans.last?.lastSeenOn.iso8601 ?? ""), no longer in that of \(gone.iso8601)"
        } else if let delisted = party.delistedOn {
            says += "; delisted on \(delisted.iso8601)"
        }
        return says
    }

    private func words(_ link: PartyLink) -> String {
        let target =
            switch link.target {
            case .entry(let entry): "entry \(entry)"
            case .company(let number): "IMO company number \(number)"
            case .name(let name): name
            }
        return
            "\(link.kind.rawValue.split(separator: "_").joined(separator: " ")) \(target)\(link.isFormer ? " (former)" : "")"
    }
}

extension PartyNumber {
    /// The number with what it is, for reading.
    fileprivate var label: String {
        switch self {
        case .ship(let number): "IMO \(number)"
        case .company(let number): "IMO company number \(number)"
        case .mmsi(let number): "MMSI \(number)"
        case .callSign(let sign): "call sign \(sign)"
        case .unusableShipNumber(let text): "\(text) (no valid IMO number)"
        }
    }
}
