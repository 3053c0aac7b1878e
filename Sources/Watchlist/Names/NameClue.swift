/// Hashes that like names share, so that an index can find one by the other.
enum NameClue {
    /// A word's consonants by sound and, of four or more, the same with one left out; all this without a vowel in front too.
    ///
    /// Rising, each once.
    static func ofWord(_ word: String) -> [UInt32] {
        var clues: [UInt32] = []
        var maker = NameClueMaker()
        let bytes = Array(word.utf8)
        maker.append(bytes, bytes.indices, to: &clues)
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
        var maker = NameClueMaker()
        return maker.whole(Array(name.words.joined().utf8))
    }

    /// The whole prepared name.
    static func ofKey(_ name: PreparedName) -> UInt32 {
        var hash = Hash(salt: 3)
        for byte in name.key.utf8 { hash.add(byte) }
        return hash.value
    }

    /// FNV-1a (Fowler, Noll, Vo), 32 bits, the same in every run.
    struct Hash {
        private(set) var value: UInt32

        init(salt: UInt32) { value = 2_166_136_261 ^ salt }

        mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }
    }
}

/// Makes the clues of words; it keeps the room for that from word to word.
struct NameClueMaker {
    private var skeleton: [UInt8] = []

    /// Appends the clues of the word that stands at a range of capital letters, some of them more than once.
    mutating func append(_ letters: [UInt8], _ word: Range<Int>, to clues: inout [UInt32]) {
        appendConsonants(letters, word, to: &clues)
        if word.count > 3, WordLikeness.isVowel(letters[word.lowerBound]) {
            appendConsonants(letters, word.lowerBound + 1..<word.upperBound, to: &clues)
        }
    }

    /// The clue of all words together.
    mutating func whole(_ letters: [UInt8]) -> UInt32 {
        WordLikeness.skeleton(letters, letters.indices, into: &skeleton)
        return hash(from: 0, NameClue.Hash(salt: 2), previous: 0, count: 0).hash
    }

    private mutating func appendConsonants(_ letters: [UInt8], _ word: Range<Int>, to clues: inout [UInt32]) {
        WordLikeness.skeleton(letters, word, into: &skeleton)
        let whole = hash(from: 0, NameClue.Hash(salt: 0), previous: 0, count: 0)
        // Signs that are no letters of A-Z, or vowels alone.
        guard whole.count > 1 else {
            var hash = NameClue.Hash(salt: 1)
            for place in word { hash.add(letters[place]) }
            clues.append(hash.value)
            return
        }
        clues.append(whole.hash)
        guard skeleton.count >= 4 else { return }
        // Up to the sign that is left out all hashes begin alike.
        var (hash, previous) = (NameClue.Hash(salt: 0), UInt8(0))
        for place in skeleton.indices {
            clues.append(self.hash(from: place + 1, hash, previous: previous, count: 0).hash)
            if skeleton[place] != previous { hash.add(skeleton[place]) }
            previous = skeleton[place]
        }
    }

    /// The hash of the signs from a place on, neighbours of one sound once, since whether a vowel stands between them is
    /// easily mistaken; and how many signs that are.
    private func hash(
        from place: Int, _ start: NameClue.Hash, previous: UInt8, count: Int
    ) -> (hash: UInt32, count: Int) {
        var (hash, previous, count) = (start, previous, count)
        for place in place..<max(place, skeleton.count) where skeleton[place] != previous {
            previous = skeleton[place]
            hash.add(previous)
            count += 1
        }
        return (hash.value, count)
    }
}
