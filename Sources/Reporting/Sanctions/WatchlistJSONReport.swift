import MaritimeModel

/// The JSON form of an answer of `sts watchlist`.
enum WatchlistJSONReport {
    static func bytes(_ answer: WatchlistAnswer, database: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("database", database)
            switch answer {
            case .imported(let outcomes):
                json.array("imports") { json in for outcome in outcomes { json.outcome(outcome) } }
            case .lists(let lists, let today):
                json.field("today", today)
                json.array("lists") { json in
                    for list in lists { json.object { $0.snapshot(list) } }
                }
            case .history(let lines):
                json.array("history") { json in for line in lines { json.line(line) } }
            case .found(let findings, let query):
                json.field("query", query)
                json.array("findings") { json in for finding in findings { json.finding(finding) } }
            }
        }
        json.raw("\n")
        return json.output.bytes
    }
}

extension JSONWriter {
    /// The members of a snapshot.
    fileprivate mutating func snapshot(_ snapshot: ListSnapshot) {
        field("list", snapshot.list)
        field("format", snapshot.format)
        field("date", snapshot.date)
        field("date_source", snapshot.dateSource.rawValue)
        field("imported_at", snapshot.importedAt)
        array("files") { json in
            for file in snapshot.files {
                json.object { json in
                    json.field("path", file.path)
                    json.field("bytes", file.bytes)
                    json.field("sha256", file.sha256)
                    json.field("modified", file.modified)
                }
            }
        }
        field("entries", snapshot.counts.entries)
        field("vessels", snapshot.counts.vessels)
        field("vessels_with_imo", snapshot.counts.vesselsWithIMO)
        field("vessels_with_mmsi", snapshot.counts.vesselsWithMMSI)
        field("links", snapshot.counts.links)
        array("problems") { json in
            for problem in snapshot.problems {
                json.object { json in
                    json.field("reason", problem.reason)
                    json.field("cases", problem.cases)
                    json.field("examples", problem.examples)
                }
            }
        }
    }

    fileprivate mutating func outcome(_ outcome: ImportOutcome) {
        object { json in
            json.field("outcome", outcome.kind.rawValue)
            json.object("snapshot") { $0.snapshot(outcome.snapshot) }
            json.field("compared_with", outcome.comparedWith)
            json.field("format_before", outcome.formatBefore)
            json.entries("added", outcome.added)
            json.entries("changed", outcome.changed)
            json.entries("removed", outcome.removed)
        }
    }

    private mutating func entries(_ key: String, _ entries: [EntryLine]) {
        array(key) { json in
            for entry in entries {
                json.object { json in
                    json.field("entry", entry.entry)
                    json.field("kind", entry.kind.rawValue)
                    json.field("name", entry.name)
                }
            }
        }
    }

    fileprivate mutating func line(_ line: HistoryLine) {
        object { json in
            json.snapshot(line.snapshot)
            json.field("is_replaced", line.changes == nil)
            json.field("added", line.changes?.added)
            json.field("changed", line.changes?.changed)
            json.field("removed", line.changes?.removed)
        }
    }

    fileprivate mutating func finding(_ finding: WatchlistFinding) {
        let party = finding.party
        object { json in
            json.field("list", finding.list)
            json.field("entry", party.entry)
            json.field("kind", party.kind.rawValue)
            json.field("names", party.names.map(\.text))
            json.field("matched", finding.matched.rawValue)
            json.field("matched_text", finding.matchedText)
            json.field("programmes", party.programmes)
            json.field("listed_on", party.listedOn)
            json.field("delisted_on", party.delistedOn)
            json.field("first_seen_on", party.firstSeenOn)
        }
    }
}
