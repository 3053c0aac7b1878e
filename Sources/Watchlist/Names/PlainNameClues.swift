/// Clues in room that is used again: cheaper than an array that is emptied.
struct ClueList {
    private var room = [UInt32](repeating: 0, count: 64)
    private var count = 0

    var values: ArraySlice<UInt32> { room[..<count] }

    mutating func removeAll() { count = 0 }

    mutating func append(_ clue: UInt32) {
        if count == room.count { room += room }
        room[count] = clue
        count += 1
    }
}

/// The clues (`NameClue`) of ships' names, read from the bytes of a name where `NamePreparation` would change nothing in it.
///
/// Nearly all names of ships are words of Latin letters and numbers in digits; of thousands of listed names only those are
/// prepared that share a clue with one that is asked for.
struct PlainNameClues {
    /// The clues of the last name, some of them more than once, those of whole names among them.
    var clues: ArraySlice<UInt32> { found.values }
    /// Equal for names with equal numbers.
    private(set) var numbers: UInt64 = 0

    private var found = ClueList()
    private let signs = LetterSigns()
    private let telltales = Telltales()

    /// Reads the clues of a ship's name in UTF-8; without any when the name has no word.
    mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
        found.removeAll()
        numbers = 0
        if !readPlain(bytes, range) {
            // The slow twin, whose word holds.
            read(NamePreparation.prepared(String(decoding: bytes[range], as: UTF8.self), kind: .vessel))
        }
    }

    /// Reads the clues of a name that was prepared.
    mutating func read(_ name: PreparedName) {
        found.removeAll()
        numbers = Self.numbers(of: name)
        guard !name.words.isEmpty else { return }
        found.append(NameClue.ofKey(name))
        found.append(NameClue.ofWhole(name))
        for word in name.words { for clue in NameClue.ofWord(word) { found.append(clue) } }
    }

    /// The hash of the numbers of a prepared name.
    static func numbers(of name: PreparedName) -> UInt64 { name.numbers.reduce(0) { $0 &+ hash(of: $1) } }

    private static func hash(of number: String) -> UInt64 { ByteHash.of(number) &* 0x9E37_79B9_7F4A_7C15 }

    /// Whether the name is plain; then its clues have been read, in one pass over its bytes and without a copy of them.
    private mutating func readPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= 400 else { return false }
        var key = NameClue.Hash(salt: 3)
        var whole = NameClue.Hash(salt: 2)
        var (isFirst, hasWords, lastOfWhole) = (true, false, UInt8(0))
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: " ") {
                place += 1
                continue
            }
            let start = place
            var (hasDigits, numerals) = (false, 0)
            var word = ByteHash()
            var skeleton = PlainSkeleton()
            if !isFirst { key.add(UInt8(ascii: " ")) }
            isFirst = false
            while place < range.upperBound, bytes[place] != UInt8(ascii: " ") {
                var byte = bytes[place]
                if (97...122).contains(byte) { byte -= 32 }
                if (65...90).contains(byte) {
                    guard !hasDigits else { return false }
                    if LetterSigns.isNumeral(byte) { numerals += 1 }
                    let sign = signs.sign(of: byte)
                    skeleton.add(byte, sign)
                    let isBeginning = lastOfWhole == 0 && sign == 0 && LetterSigns.isFullVowel(byte)
                    let kept = isBeginning ? UInt8(ascii: "A") : sign
                    if kept != 0, kept != lastOfWhole {
                        whole.add(kept)
                        lastOfWhole = kept
                    }
                } else {
                    guard (48...57).contains(byte), hasDigits || place == start && byte != 48 else { return false }
                    hasDigits = true
                }
                word.add(byte)
                key.add(byte)
                place += 1
            }
            if hasDigits {
                numbers = numbers &+ word.value &* 0x9E37_79B9_7F4A_7C15
            } else {
                guard numerals < place - start, !telltales.mayContain(word), appendClues(skeleton, bytes, start..<place)
                else { return false }
                hasWords = true
            }
        }
        guard hasWords else { return true }
        found.append(key.value)
        found.append(whole.value)
        return true
    }

    /// Appends the clues of a plain word; false when it is too long for that.
    private mutating func appendClues(_ skeleton: PlainSkeleton, _ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        guard skeleton.isWhole else { return false }
        skeleton.appendClues(to: &found, bytes, word)
        guard word.count > 3, WordLikeness.isVowel(bytes[word.lowerBound] & 0xDF) else { return true }
        let rest = word.lowerBound + 1..<word.upperBound
        var skeleton = PlainSkeleton()
        for place in rest { skeleton.add(bytes[place] & 0xDF, signs.sign(of: bytes[place] & 0xDF)) }
        skeleton.appendClues(to: &found, bytes, rest)
        return true
    }

    /// Words of which a stage of the preparation may make something else; a few others are taken for one.
    private struct Telltales {
        private var bits = [UInt64](repeating: 0, count: 1_024)

        init() {
            for word in ShipPrefixes.telltales + NameNumbers.telltales {
                var hash = ByteHash()
                for byte in word.utf8 { hash.add(byte) }
                let place = Self.place(hash)
                bits[place >> 6] |= 1 << UInt64(place & 63)
            }
        }

        private static func place(_ hash: ByteHash) -> Int { Int(hash.value >> 48) }

        func mayContain(_ hash: ByteHash) -> Bool {
            let place = Self.place(hash)
            return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
        }
    }
}
