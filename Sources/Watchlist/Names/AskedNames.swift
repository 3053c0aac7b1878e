import MaritimeModel

/// Finds the names of the lists' vessels that are like names that are known beforehand.
///
/// Gives what `NameIndex` gives. An index would prepare every listed name; here one pass over their bytes finds the few that
/// share a clue with a name that is asked for, and only these are prepared.
struct AskedNames: Sendable {
    /// A name of a party.
    private struct Listed: Comparable {
        var party: Int32
        var place: Int32

        static func < (left: Listed, right: Listed) -> Bool {
            (left.party, left.place) < (right.party, right.place)
        }
    }

    private struct Asked {
        var prepared: PreparedName
        /// Rising, each once.
        var candidates: [Listed] = []
    }

    private var asked: [String: Asked] = [:]

    /// Complexity: O(letters of the lists' names + names).
    init(_ names: Set<String>, in graph: PartyGraph) {
        var wanted: [(name: String, prepared: PreparedName)] = []
        for name in names.sorted() {
            let prepared = NamePreparation.prepared(name, kind: .vessel)
            asked[name] = Asked(prepared: prepared)
            if !prepared.words.isEmpty { wanted.append((name, prepared)) }
        }
        guard !wanted.isEmpty else { return }
        let clues = AskedClues(wanted.map(\.prepared))
        var found = Postings(clues: clues.count)
        var reader = PlainNameClues()
        var number: Int32 = 0
        graph.forEachName(ofKinds: { $0 == .vessel }) { party, place, bytes, range in
            reader.read(bytes, range)
            number += 1
            for clue in reader.clues {
                guard let clue = clues.number(of: clue), found.count(clue, name: number) else { continue }
                // Other numbers can never reach a lead.
                guard clues.mayBeAsked(clue, numbers: reader.numbers) else { continue }
                found.append(clue, Listed(party: Int32(party), place: Int32(place)), numbers: reader.numbers)
            }
        }
        found.seal()
        for (name, prepared) in wanted { asked[name]?.candidates = Self.candidates(prepared, clues, found) }
    }

    /// Whether all of these names were asked for.
    func knows(_ names: [String]) -> Bool { names.allSatisfy { asked[$0] != nil } }

    /// The best like name of each party, in the order of the parties. Complexity: a comparison for each candidate.
    func hits(
        for name: String, atLeast threshold: Double = NameWeights.leadThreshold, in graph: PartyGraph
    ) -> [NameIndex.Hit] {
        guard let asked = asked[name] else { return [] }
        var hits: [NameIndex.Hit] = []
        for candidate in asked.candidates {
            let text = graph.name(of: Int(candidate.party), place: Int(candidate.place))
            let comparison = NameComparison(asked.prepared, NamePreparation.prepared(text, kind: .vessel))
            guard comparison.score >= threshold else { continue }
            let hit = NameIndex.Hit(owner: Int(candidate.party), name: text, comparison: comparison)
            if let last = hits.last, last.owner == hit.owner {
                if last.comparison.score < comparison.score { hits[hits.count - 1] = hit }
            } else {
                hits.append(hit)
            }
        }
        return hits
    }

    private static func candidates(_ name: PreparedName, _ clues: AskedClues, _ found: Postings) -> [Listed] {
        let words = Set(name.words).map { word in
            let numbers = NameClue.ofWord(word).compactMap(clues.number)
            return (word: word, clues: numbers, count: numbers.reduce(0) { $0 + found.counts[$1] })
        }
        let whole = [NameClue.ofKey(name), NameClue.ofWhole(name)].compactMap(clues.number)
        let numbers = PlainNameClues.numbers(of: name)
        var candidates: [Listed] = []
        for clue in whole + NameIndex.telling(words, kind: .vessel).joined() {
            // Other numbers can never reach a lead: the name was found for another one that shares the clue.
            for (listed, itsNumbers) in found.names(of: clue) where itsNumbers == numbers { candidates.append(listed) }
        }
        candidates.sort()
        var kept: [Listed] = []
        for candidate in candidates where candidate != kept.last { kept.append(candidate) }
        return kept
    }

    /// The listed names found by each clue.
    private struct Postings {
        /// In how many listed names each clue stands.
        private(set) var counts: [Int]
        /// The name in which each clue was last seen: within one name it counts once.
        private var latest: [Int32]
        private var found: [(clue: Int32, name: Listed, numbers: UInt64)] = []
        private var starts: [Int] = []
        private var names: [(name: Listed, numbers: UInt64)] = []

        init(clues: Int) {
            counts = [Int](repeating: 0, count: clues)
            latest = [Int32](repeating: 0, count: clues)
        }

        /// Counts a clue; false when the name, numbered from 1, had it already.
        mutating func count(_ clue: Int, name: Int32) -> Bool {
            guard latest[clue] != name else { return false }
            latest[clue] = name
            counts[clue] += 1
            return true
        }

        mutating func append(_ clue: Int, _ name: Listed, numbers: UInt64) {
            found.append((Int32(clue), name, numbers))
        }

        /// Puts the names in the order of their clues. Complexity: O(n).
        mutating func seal() {
            starts = [Int](repeating: 0, count: counts.count + 1)
            for (clue, _, _) in found { starts[Int(clue) + 1] += 1 }
            for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
            var next = starts
            names = [(Listed, UInt64)](repeating: (Listed(party: 0, place: 0), 0), count: found.count)
            for (clue, name, numbers) in found {
                names[next[Int(clue)]] = (name, numbers)
                next[Int(clue)] += 1
            }
            found = []
        }

        func names(of clue: Int) -> ArraySlice<(name: Listed, numbers: UInt64)> {
            names[starts[clue]..<starts[clue + 1]]
        }
    }
}

/// The clues of the names that are asked for, numbered, and with which numbers in the name each is asked for.
private struct AskedClues {
    private(set) var count = 0
    /// Clues in an open-addressing table, with their numbers; -1 for a free slot.
    private var keys: [UInt32]
    private var numbers: [Int32]
    private let shift: UInt32
    /// A bit for each eighth of a slot: says at once of most other clues that no name has them.
    private var marks: [UInt64]
    /// A bit for each hash of a clue and the numbers of a name; a bit too many costs a comparison.
    private var pairs: [UInt64]

    init(_ names: [PreparedName]) {
        var (clues, ofNames): ([UInt32], [(first: Int, numbers: UInt64)]) = ([], [])
        var reader = PlainNameClues()
        for name in names {
            reader.read(name)
            ofNames.append((clues.count, reader.numbers))
            clues += reader.clues
        }
        var bits: UInt32 = 4
        while 1 << bits < clues.count * 2 { bits += 1 }
        shift = 32 - bits
        keys = [UInt32](repeating: 0, count: 1 << Int(bits))
        numbers = [Int32](repeating: -1, count: 1 << Int(bits))
        marks = [UInt64](repeating: 0, count: (1 << Int(bits)) >> 3)
        pairs = [UInt64](repeating: 0, count: max(1, (1 << Int(bits)) >> 3))
        for (place, name) in ofNames.enumerated() {
            let end = place + 1 < ofNames.count ? ofNames[place + 1].first : clues.count
            for clue in clues[name.first..<end] {
                let slot = slot(of: clue)
                if numbers[slot] < 0 {
                    keys[slot] = clue
                    numbers[slot] = Int32(count)
                    let mark = mark(clue)
                    marks[mark >> 6] |= 1 << UInt64(mark & 63)
                    count += 1
                }
                let bit = bit(Int(numbers[slot]), name.numbers)
                pairs[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
    }

    /// The number of a clue, or nil when no name has it.
    func number(of clue: UInt32) -> Int? {
        let mark = mark(clue)
        guard marks[mark >> 6] >> UInt64(mark & 63) & 1 == 1 else { return nil }
        let number = numbers[slot(of: clue)]
        return number < 0 ? nil : Int(number)
    }

    /// Whether a name with the clue and such numbers may be asked for.
    func mayBeAsked(_ clue: Int, numbers: UInt64) -> Bool {
        let bit = bit(clue, numbers)
        return pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    private func mark(_ clue: UInt32) -> Int { Int((clue &* 0x9E37_79B9) >> (shift &- 3)) }

    private func slot(of clue: UInt32) -> Int {
        var slot = Int((clue &* 0x9E37_79B9) >> shift)
        while numbers[slot] >= 0, keys[slot] != clue { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private func bit(_ clue: Int, _ numbers: UInt64) -> Int {
        let hash = (UInt64(clue) &* 0xC2B2_AE3D_27D4_EB4F ^ numbers) &* 0x9E37_79B9_7F4A_7C15
        return Int(hash >> 32) & (pairs.count * 64 - 1)
    }
}
