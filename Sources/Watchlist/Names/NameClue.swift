/// Hashes that like names share, so that an index can find one by the other.
enum NameClue {
    /// A word's consonants by sound and, of four or more, the same with one left out; all this without a vowel in front too.
    ///
    /// Rising, each once.
    static func ofWord(_ word: String) -> [UInt32] {
        var clues: [UInt32] = []
        let skeleton = WordLikeness.skeleton(word.utf8)
        appendConsonants(skeleton, of: word.utf8, to: &clues)
        if word.utf8.count > 3, let first = word.utf8.first, WordLikeness.isVowel(first) {
            let rest = word.utf8.dropFirst()
            appendConsonants(WordLikeness.skeleton(rest), of: rest, to: &clues)
        }
        guard clues.count > 1 else { return clues }
        clues.sort()
        var kept = 1
        for place in 1..<clues.count where clues[place] != clues[kept - 1] {
            clues[kept] = clues[place]
            kept += 1
        }
        clues.removeLast(clues.count - kept)
        return clues
    }

    /// All words written together, for names that put spaces elsewhere.
    static func ofWhole(_ name: PreparedName) -> UInt32 {
        hash(WordLikeness.skeleton(name.words.joined().utf8), salt: 2).hash
    }

    /// The whole prepared name.
    static func ofKey(_ name: PreparedName) -> UInt32 {
        name.key.utf8.reduce(basis ^ 3) { ($0 ^ UInt32($1)) &* prime }
    }

    private static func appendConsonants(
        _ skeleton: [UInt8], of word: some Collection<UInt8>, to clues: inout [UInt32]
    ) {
        let whole = hash(skeleton, salt: 0)
        // Signs that are no letters of A-Z, or vowels alone.
        guard whole.count > 1 else {
            clues.append(word.reduce(basis ^ 1) { ($0 ^ UInt32($1)) &* prime })
            return
        }
        clues.append(whole.hash)
        guard skeleton.count >= 4 else { return }
        for place in skeleton.indices { clues.append(hash(skeleton, without: place, salt: 0).hash) }
    }

    /// A hash of the signs without one of them, neighbours of one sound once, since whether a vowel stands between them is
    /// easily mistaken; and how many signs that are.
    ///
    /// FNV-1a (Fowler, Noll, Vo), the same in every run.
    private static func hash(_ signs: [UInt8], without: Int = -1, salt: UInt32) -> (hash: UInt32, count: Int) {
        var (hash, count, previous) = (basis ^ salt, 0, UInt8(0))
        for place in signs.indices where place != without && signs[place] != previous {
            previous = signs[place]
            hash = (hash ^ UInt32(previous)) &* prime
            count += 1
        }
        return (hash, count)
    }

    private static let basis: UInt32 = 2_166_136_261
    private static let prime: UInt32 = 16_777_619
}
