import Database
public import MaritimeModel

extension WatchlistDatabase {
    /// The entries that a text finds, by number or by name: the strongest matches first, then by list and entry.
    ///
    /// Tried are IMO numbers of ships and companies, MMSIs, call signs, entry numbers, and names: each word of three
    /// letters or more anywhere in a name, a shorter text at the beginning of a word. Names that an entry had before and
    /// entries that were taken off their list are found too. At most `limit` entries are given.
    /// Complexity: by index, but texts of less than three letters look at every name.
    public func search(_ text: String, limit: Int = 50) throws(WatchlistError) -> [WatchlistFinding] {
        let text = text.trimmed
        guard !text.isEmpty, limit > 0 else { return [] }
        return try reading { () throws(DatabaseError) in
            var hits: [Int: Hit] = [:]
            func add(_ hit: Hit) {
                if let known = hits[hit.entry], known.rank <= hit.rank { return }
                hits[hit.entry] = hit
            }
            for hit in try numberHits(text) { add(hit) }
            for hit in try entryHits(text) { add(hit) }
            for hit in try nameHits(text) { add(hit) }
            let best = hits.values.sorted {
                ($0.rank, $0.text.utf8.count, $0.entry) < ($1.rank, $1.text.utf8.count, $1.entry)
            }
            return try findings(Array(best.prefix(limit)))
        }
    }

    /// What was found of an entry.
    private struct Hit {
        var entry: Int
        var matched: WatchlistFinding.Matched
        var text: String

        var rank: Int { WatchlistFinding.Matched.allCases.firstIndex(of: matched) ?? Int.max }
    }

    private func numberHits(_ text: String) throws(DatabaseError) -> [Hit] {
        var digits = Substring(text)
        for prefix in ["imo", "mmsi"] where digits.lowercased().hasPrefix(prefix) {
            digits = digits.dropFirst(prefix.count)
        }
        digits = digits.drop { $0 == " " || $0 == ":" }
        let statement = try connection.prepare(
            """
            SELECT version.entry, number.kind, number.value FROM number JOIN version ON version.id = number.id >> 16
                WHERE number.value IN (?1, ?2, ?3)
            """)
        let isNumber = digits.utf8.allSatisfy { (48...57).contains($0) }
        try statement.bind(
            DatabaseValue(isNumber ? Int(digits) : nil), .text(text.uppercased()), .text(text))
        var hits: [Hit] = []
        while try statement.step() {
            let matched: WatchlistFinding.Matched? =
                switch StoredCodes.Number(rawValue: statement.integer(1)) {
                case .ship: .shipNumber
                case .company: .companyNumber
                case .mmsi: .mmsi
                case .callSign: .callSign
                case .unusableShipNumber: .unusableNumber
                case nil: nil
                }
            guard let matched else { continue }
            hits.append(Hit(entry: statement.integer(0), matched: matched, text: statement.text(2)))
        }
        return hits
    }

    private func entryHits(_ text: String) throws(DatabaseError) -> [Hit] {
        // An entry that only a replaced edition had has no time at all.
        let statement = try connection.prepare(
            "SELECT id, number FROM entry WHERE number = ? AND EXISTS (SELECT 1 FROM span WHERE span.entry = entry.id)")
        try statement.bind(.text(text))
        var hits: [Hit] = []
        while try statement.step() {
            hits.append(Hit(entry: statement.integer(0), matched: .entry, text: statement.text(1)))
        }
        return hits
    }

    private func nameHits(_ text: String) throws(DatabaseError) -> [Hit] {
        let words = text.lowercased().split { $0.isWhitespace }.map(String.init)
        // The index knows every three letters in a row; each long word is looked for as a whole, wherever it stands.
        let long = words.filter { $0.unicodeScalars.count >= 3 }
        let statement: Statement
        if long.isEmpty {
            statement = try connection.prepare(
                """
                SELECT version.entry, name.text FROM name JOIN version ON version.id = name.id >> 16
                    WHERE name.text LIKE ?1 ESCAPE '\\' OR name.text LIKE ?2 ESCAPE '\\'
                """)
            let pattern = words.joined(separator: " ").reduce(into: "") { pattern, letter in
                if "%_\\".contains(letter) { pattern.append("\\") }
                pattern.append(letter)
            }
            try statement.bind(.text(pattern + "%"), .text("% \(pattern)%"))
        } else {
            statement = try connection.prepare(
                """
                SELECT version.entry, name_text.text FROM name_text JOIN version ON version.id = name_text.rowid >> 16
                    WHERE name_text MATCH ?
                """)
            let phrases = long.map { word in
                "\"" + word.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
            }
            try statement.bind(.text(phrases.joined(separator: " AND ")))
        }
        var hits: [Hit] = []
        while try statement.step() {
            let name = statement.text(1).lowercased()
            guard let matched = WatchlistDatabase.match(of: words, in: name) else { continue }
            hits.append(Hit(entry: statement.integer(0), matched: matched, text: statement.text(1)))
        }
        return hits
    }

    /// How words stand in a name; nil when a short one does not begin a word. Both are in lower case.
    private static func match(of words: [String], in name: String) -> WatchlistFinding.Matched? {
        let whole = words.joined(separator: " ")
        if name == whole { return .name }
        let parts = name.split { !$0.isLetter && !$0.isNumber }
        for word in words where word.unicodeScalars.count < 3 {
            guard parts.contains(where: { $0.hasPrefix(word) }) || name.hasPrefix(word) else { return nil }
        }
        if name.hasPrefix(whole) || words.allSatisfy({ word in parts.contains { $0.hasPrefix(word) } }) {
            return .beginningOfName
        }
        return .partOfName
    }

    /// The findings for hits, with their parties as they stand in the newest snapshot that has them.
    private func findings(_ hits: [Hit]) throws(DatabaseError) -> [WatchlistFinding] {
        let entry = try connection.prepare(
            "SELECT list.id, list.name, number FROM entry JOIN list ON list.id = entry.list WHERE entry.id = ?")
        var states: [EntryState] = []
        var names: [String] = []
        for hit in hits {
            try entry.bind(.integer(hit.entry))
            guard try entry.step() else { throw .contradiction("an entry is missing", path: connection.path) }
            let spans = try spans(of: hit.entry)
            guard let version = spans.version else {
                throw .contradiction("an entry without times", path: connection.path)
            }
            states.append(
                EntryState(
                    list: entry.integer(0), entry: hit.entry, number: entry.text(2), version: version, runs: spans.runs)
            )
            names.append(entry.text(1))
        }
        let parties = try parties(states, days: try snapshotDays())
        return hits.indices.map {
            WatchlistFinding(
                list: names[$0], party: parties[$0], matched: hits[$0].matched, matchedText: hits[$0].text)
        }
    }

    func spans(of entry: Int) throws(DatabaseError) -> (runs: [EntryState.Run], version: Int?) {
        let statement = try connection.prepare(
            "SELECT first_on, gone_on, version FROM span WHERE entry = ? ORDER BY first_on")
        try statement.bind(.integer(entry))
        var runs: [EntryState.Run] = []
        var version: Int?
        while try statement.step() {
            EntryState.extend(&runs, first: statement.integer(0), gone: statement.optionalInteger(1))
            version = statement.integer(2)
        }
        return (runs, version)
    }
}
