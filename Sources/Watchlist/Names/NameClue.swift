/// Hashes that like names share, so that an index can find one by the other.
enum NameClue {
    /// A word's consonants by sound and, of four or more, the same with one left out; all this without a vowel in front too.
    static func ofWord(_ word: String) -> [UInt32] {
        guard word.utf8.count > 3, word.utf8.first.map(WordLikeness.isVowel) ?? false else {
            return consonants(of: word)
        }
        return Array(Set(consonants(of: word) + consonants(of: String(word.dropFirst()))))
    }

    private static func consonants(of word: String) -> [UInt32] {
        let skeleton = WordLikeness.skeleton(word)
        let whole = withoutRepeats(skeleton)
        // Signs that are no letters of A-Z, or vowels alone.
        guard whole.count > 1 else { return [hash(Array(word.utf8), salt: 1)] }
        guard skeleton.count >= 4 else { return [hash(whole, salt: 0)] }
        var clues = [hash(whole, salt: 0)]
        for place in skeleton.indices {
            var shorter = skeleton
            shorter.remove(at: place)
            clues.append(hash(withoutRepeats(shorter), salt: 0))
        }
        return Array(Set(clues))
    }

    /// Neighbours of one sound once: whether a vowel stands between them is easily mistaken.
    private static func withoutRepeats(_ skeleton: [UInt8]) -> [UInt8] {
        skeleton.reduce(into: []) { kept, sign in
            if kept.last != sign { kept.append(sign) }
        }
    }

    /// All words written together, for names that put spaces elsewhere.
    static func ofWhole(_ name: PreparedName) -> [UInt32] {
        [hash(withoutRepeats(WordLikeness.skeleton(name.words.joined())), salt: 2)]
    }

    /// FNV-1a (Fowler, Noll, Vo), the same in every run.
    private static func hash(_ bytes: [UInt8], salt: UInt32) -> UInt32 {
        bytes.reduce(2_166_136_261 ^ salt) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
