/// Finds the names of a list that are like a name without comparing it with all of them.
///
/// Names are prepared once. A name that is equal after preparation is found by its key; others by the sounds of their
/// words, which a slip in a word of four consonants or more does not hide.
struct NameIndex: Sendable {
    /// A name of the list that is like the one asked for.
    struct Hit: Hashable, Sendable {
        /// As given when the index was made.
        var owner: Int
        /// The listed name as printed.
        var name: String
        var comparison: NameComparison
    }

    private let kind: NameKind
    private let prepared: [PreparedName]
    private let printed: [String]
    private let owners: [Int32]
    private let clues: NameClueTable

    /// Complexity: O(n log n) in the letters of the names.
    init(kind: NameKind, names: [(owner: Int, name: String)]) {
        self.kind = kind
        var prepared: [PreparedName] = []
        var printed: [String] = []
        var owners: [Int32] = []
        prepared.reserveCapacity(names.count)
        printed.reserveCapacity(names.count)
        owners.reserveCapacity(names.count)
        var clues: [UInt64] = []
        for (owner, name) in names {
            let one = NamePreparation.prepared(name, kind: kind)
            // A name without any letter, `12`, would be found by every mention of the number.
            guard !one.words.isEmpty else { continue }
            let position = UInt64(prepared.count)
            prepared.append(one)
            printed.append(name)
            owners.append(Int32(owner))
            clues.append(UInt64(NameClue.ofKey(one)) << 32 | position)
            clues.append(UInt64(NameClue.ofWhole(one)) << 32 | position)
            for word in one.words {
                for clue in NameClue.ofWord(word) { clues.append(UInt64(clue) << 32 | position) }
            }
        }
        self.prepared = prepared
        self.printed = printed
        self.owners = owners
        self.clues = NameClueTable(clues)
    }

    /// The best like name of each owner, in the order of the owners.
    ///
    /// Complexity: O(k log n) and one comparison for each name that shares a telling clue.
    func hits(for name: String, atLeast threshold: Double = NameWeights.leadThreshold) -> [Hit] {
        let wanted = NamePreparation.prepared(name, kind: kind)
        guard !wanted.words.isEmpty else { return [] }
        var best: [Int32: Hit] = [:]
        for position in candidates(for: wanted) {
            let candidate = prepared[Int(position)]
            let comparison = NameComparison(wanted, candidate)
            guard comparison.score >= threshold else { continue }
            let owner = owners[Int(position)]
            if let known = best[owner], known.comparison.score >= comparison.score { continue }
            best[owner] = Hit(owner: Int(owner), name: printed[Int(position)], comparison: comparison)
        }
        return best.values.sorted { $0.owner < $1.owner }
    }

    /// Positions of names worth a comparison, rising.
    private func candidates(for wanted: PreparedName) -> [Int32] {
        var found: Set<Int32> = []
        func add(_ ranges: [Range<Int>]) {
            for range in ranges {
                for place in range {
                    let position = clues.name(at: place)
                    // Other numbers can never reach a lead.
                    if prepared[Int(position)].numbers == wanted.numbers { found.insert(position) }
                }
            }
        }
        add([clues.range(of: NameClue.ofKey(wanted)), clues.range(of: NameClue.ofWhole(wanted))])
        let words = Set(wanted.words).map { word in
            let ranges = NameClue.ofWord(word).map(clues.range)
            return (word: word, clues: ranges, count: ranges.reduce(0) { $0 + $1.count })
        }
        for ranges in Self.telling(words, kind: kind) { add(ranges) }
        return found.sorted()
    }

    /// The clues of the words that are worth asking for, given in how many places each word's clues stand.
    ///
    /// A name that is alike must share about half of the weight: the rarest words that make up more than half are asked
    /// for, the common ones left.
    static func telling<Clue>(_ words: [(word: String, clues: [Clue], count: Int)], kind: NameKind) -> [[Clue]] {
        let weighed = words.map { word in
            (word, NameWeights.weight(ofLetters: word.word.utf8.count) * NameWeights.share(of: word.word, kind: kind))
        }.sorted { ($0.0.count, $0.0.word) < ($1.0.count, $1.0.word) }
        var rest = weighed.reduce(0) { $0 + $1.1 }
        let enough = 0.45 * rest
        var chosen: [[Clue]] = []
        for (word, weight) in weighed where rest > enough {
            chosen.append(word.clues)
            rest -= weight
        }
        return chosen
    }
}
