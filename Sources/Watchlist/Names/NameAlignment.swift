/// Which words of two prepared names mean each other, and how much of the names agrees.
struct NameAlignment {
    private(set) var pairs: [NameComparison.WordPair] = []
    private(set) var onlyInFirst: [String] = []
    private(set) var onlyInSecond: [String] = []
    /// 0...1, of words and equal numbers, without regard to company forms.
    private(set) var agreement = 0.0

    private let first: PreparedName
    private let second: PreparedName
    /// The words of each side that have no partner yet.
    private var isOpen: ([Bool], [Bool])
    /// Weights of words with a partner, of both sides together: all of it, and as far as they are alike.
    private var paired = 0.0
    private var alike = 0.0

    init(_ first: PreparedName, _ second: PreparedName) {
        self.first = first
        self.second = second
        isOpen = ([Bool](repeating: true, count: first.words.count), [Bool](repeating: true, count: second.words.count))
        let hasOtherSpaces = first.words.count != second.words.count && first.words.joined() == second.words.joined()
        if hasOtherSpaces {
            pair(first.words.indices, second.words.indices, likeness: NameWeights.mostWithOtherSpaces)
        } else {
            let places = pairWords()
            pairJoinedWords()
            if zip(places, places.dropFirst()).contains(where: { $0.1 > $1.1 }) {
                alike *=
                    first.kind == .person ? NameWeights.otherOrderOfPerson : NameWeights.otherOrder
            }
        }
        onlyInFirst = first.words.indices.filter { isOpen.0[$0] }.map { first.words[$0] }
        onlyInSecond = second.words.indices.filter { isOpen.1[$0] }.map { second.words[$0] }
        agreement = share()
    }

    /// The share of the weights of both names that agrees.
    private func share() -> Double {
        let numbers = first.numbers == second.numbers ? 2 * NameWeights.weightOfNumber * Double(first.numbers.count) : 0
        guard alike + numbers > 0 else { return 0 }
        // One side's extra word may be left out in the other; words on both sides are other words.
        let isOneSided = onlyInFirst.isEmpty != onlyInSecond.isEmpty
        let agreeing = pairs.reduce(0) { $0 + min($1.first.wordCount, $1.second.wordCount) }
        var extra = 0.0
        for word in onlyInFirst + onlyInSecond {
            var weight = NameWeights.weight(ofLetters: word.utf8.count)
            if isOneSided {
                weight *= NameWeights.share(of: word, kind: first.kind)
                if agreeing > 1 { weight *= NameWeights.extraWord }
            } else if NameWeights.share(of: word, kind: first.kind) == NameWeights.fillWord {
                weight *= NameWeights.fillWord
            }
            extra += weight
        }
        return (alike + numbers) / (paired + numbers + extra)
    }

    /// Pairs single words, the most alike first; the positions of the pairs in the order of the first name.
    private mutating func pairWords() -> [(Int, Int)] {
        var candidates: [(likeness: Double, apart: Int, first: Int, second: Int)] = []
        let takesConsonants = first.lacksVowels != second.lacksVowels
        for (i, word) in first.words.enumerated() {
            for (j, other) in second.words.enumerated() {
                var likeness = WordLikeness.of(word, other)
                if likeness < 1, takesConsonants, Self.haveEqualConsonants(word, other) {
                    likeness = max(likeness, NameWeights.equalConsonants)
                }
                if likeness >= NameWeights.leastLikeness { candidates.append((likeness, abs(i - j), i, j)) }
            }
        }
        candidates.sort { one, other in
            if one.likeness != other.likeness { return one.likeness > other.likeness }
            return (one.apart, one.first, one.second) < (other.apart, other.first, other.second)
        }
        var places: [(Int, Int)] = []
        for candidate in candidates where isOpen.0[candidate.first] && isOpen.1[candidate.second] {
            pair(
                candidate.first..<candidate.first + 1, candidate.second..<candidate.second + 1,
                likeness: candidate.likeness)
            places.append((candidate.first, candidate.second))
        }
        return places.sorted { $0.0 < $1.0 }
    }

    /// Pairs words of one side that, written together, are a word of the other.
    private mutating func pairJoinedWords() {
        for (i, word) in first.words.enumerated() where isOpen.0[i] {
            if let (range, likeness) = Self.joined(second.words, isOpen.1, like: word) {
                pair(i..<i + 1, range, likeness: likeness)
            }
        }
        for (j, word) in second.words.enumerated() where isOpen.1[j] {
            if let (range, likeness) = Self.joined(first.words, isOpen.0, like: word) {
                pair(range, j..<j + 1, likeness: likeness)
            }
        }
    }

    /// Two to four open neighbours that written together are most like a word.
    private static func joined(_ words: [String], _ isOpen: [Bool], like word: String) -> (Range<Int>, Double)? {
        var best: (Range<Int>, Double)?
        for start in words.indices {
            var text = ""
            for end in start..<min(start + 4, words.count) where isOpen[start...end].allSatisfy({ $0 }) {
                text += words[end]
                guard end > start else { continue }
                let likeness = min(WordLikeness.of(text, word), NameWeights.mostWithOtherSpaces)
                if likeness >= NameWeights.leastLikenessOfJoined, likeness > best?.1 ?? 0 {
                    best = (start..<end + 1, likeness)
                }
            }
        }
        return best
    }

    private mutating func pair(_ own: Range<Int>, _ other: Range<Int>, likeness: Double) {
        for place in own { isOpen.0[place] = false }
        for place in other { isOpen.1[place] = false }
        let weight = weight(of: first.words[own]) + weight(of: second.words[other])
        paired += weight
        alike += weight * likeness
        pairs.append(
            NameComparison.WordPair(
                first: first.words[own].joined(separator: " "), second: second.words[other].joined(separator: " "),
                likeness: likeness))
    }

    private func weight(of words: ArraySlice<String>) -> Double {
        words.reduce(0.0) { sum, word in
            sum + NameWeights.weight(ofLetters: word.utf8.count) * NameWeights.share(of: word, kind: first.kind)
        }
    }

    private static func haveEqualConsonants(_ word: String, _ other: String) -> Bool {
        let skeleton = WordLikeness.skeleton(word)
        return skeleton.count > 1 && skeleton == WordLikeness.skeleton(other)
    }
}

extension String {
    /// How many words a text with single spaces has.
    fileprivate var wordCount: Int { utf8.count { $0 == UInt8(ascii: " ") } + 1 }
}
