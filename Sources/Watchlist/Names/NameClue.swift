/// Hashes that like names share, so that an index can find one by the other.
enum NameClue {
    /// A word's consonants by sound and, of four or more, the same with one left out.
    static func ofWord(_ word: String) -> [UInt32] {
        let skeleton = WordLikeness.skeleton(word)
        // Signs that are no letters of A-Z, or vowels alone.
        guard skeleton.count > 1 else { return [hash(Array(word.utf8), salt: 1)] }
        guard skeleton.count >= 4 else { return [hash(skeleton, salt: 0)] }
        var clues = [hash(skeleton, salt: 0)]
        for place in skeleton.indices {
            var shorter = skeleton
            shorter.remove(at: place)
            clues.append(hash(shorter, salt: 0))
        }
        return Array(Set(clues))
    }

    /// All words written together, for names that put spaces elsewhere.
    static func ofWhole(_ name: PreparedName) -> [UInt32] {
        [hash(WordLikeness.skeleton(name.words.joined()), salt: 2)]
    }

    /// FNV-1a (Fowler, Noll, Vo), the same in every run.
    private static func hash(_ bytes: [UInt8], salt: UInt32) -> UInt32 {
        bytes.reduce(2_166_136_261 ^ salt) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
