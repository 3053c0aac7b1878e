import MaritimeModel
import WorkSharing

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
    init(_ names: Set<String>, in graph: PartyGraph, threads: Int = 1) {
        let sorted = names.sorted()
        let shares = max(1, min(sorted.count, threads * 4))
        let prepared = parallelMap(count: shares, threads: threads) { share in
            sorted[sorted.count * share / shares..<sorted.count * (share + 1) / shares].map {
                NamePreparation.prepared($0, kind: .vessel)
            }
        }
        var wanted: [(name: String, prepared: PreparedName)] = []
        for (name, prepared) in zip(sorted, prepared.joined()) {
            asked[name] = Asked(prepared: prepared)
            if !prepared.words.isEmpty { wanted.append((name, prepared)) }
        }
        guard !wanted.isEmpty else { return }
        let clues = AskedClues(wanted.map(\.prepared))
        let parts = parallelMap(count: threads, threads: threads) {
            Self.postings(of: clues, in: graph, part: $0, of: threads)
        }
        let found = Postings(joining: parts, clues: clues.count)
        let all = wanted
        let perShare = parallelMap(count: shares, threads: threads) { share in
            all[all.count * share / shares..<all.count * (share + 1) / shares].map {
                Self.candidates($0.prepared, clues, found)
            }
        }
        for (name, candidates) in zip(wanted, perShare.joined()) { asked[name.name]?.candidates = candidates }
    }

    /// The names in a part of the lists that share a clue and the numbers with a name that is asked for.
    private static func postings(of clues: AskedClues, in graph: PartyGraph, part: Int, of parts: Int) -> Postings {
        var found = Postings(clues: clues.count)
        var reader = PlainNameClues()
        var number: Int32 = 0
        graph.forEachName(ofKinds: { $0 == .vessel }, part: part, of: parts) { party, place, bytes, range in
            reader.read(bytes, range)
            number += 1
            for clue in reader.clues {
                guard let clue = clues.number(of: clue), found.count(clue, name: number) else { continue }
                // Other numbers can never reach a lead.
                guard clues.mayBeAsked(clue, numbers: reader.numbers) else { continue }
                found.append(clue, Listed(party: Int32(party), place: Int32(place)), numbers: reader.numbers)
            }
        }
        return found
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
    private struct Postings: Sendable {
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

        /// Joins those of parts of the lists, and puts the names in the order of their clues. Complexity: O(n).
        init(joining parts: [Postings], clues: Int) {
            self.init(clues: clues)
            for part in parts {
                for clue in 0..<clues { counts[clue] += part.counts[clue] }
                found += part.found
            }
            seal()
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

        private mutating func seal() {
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
