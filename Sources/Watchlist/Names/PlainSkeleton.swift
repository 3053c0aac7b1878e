/// What the capital letters of ASCII stand for in a skeleton (`WordLikeness.skeleton`).
struct LetterSigns {
    private let signs: InlineArray<32, UInt8>

    init() {
        signs = InlineArray { place in
            place < 26 ? WordLikeness.skeletonSign(of: UInt8(ascii: "A") + UInt8(place)) : 0
        }
    }

    /// The sign of a letter of `A`...`Z`, 0 for those that are left out.
    func sign(of letter: UInt8) -> UInt8 { signs[Int(letter &- UInt8(ascii: "A")) & 31] }

    /// A, E, I, O and U.
    static func isFullVowel(_ letter: UInt8) -> Bool { isOne(letter, of: 0x10_4111) }

    /// The Roman numerals I, V and X.
    static func isNumeral(_ letter: UInt8) -> Bool { isOne(letter, of: 0xA0_0100) }

    private static func isOne(_ letter: UInt8, of letters: UInt32) -> Bool {
        letters >> UInt32(letter &- UInt8(ascii: "A")) & 1 == 1
    }
}

/// The skeleton of a word of ASCII letters in one number, from which its clues are read without an array.
///
/// `NameClueMaker` is the twin for words of any letters and length.
struct PlainSkeleton {
    /// The signs from the least significant byte on, none of them 0.
    private var signs: UInt64 = 0
    private var bits: UInt64 = 0
    private var previous: UInt8 = 0
    /// Whether all signs of the word found room.
    private(set) var isWhole = true

    /// Takes in the word's next letter, a capital, and its sign.
    mutating func add(_ letter: UInt8, _ sign: UInt8) {
        if sign == 0 {
            if bits == 0, LetterSigns.isFullVowel(letter) { append(UInt8(ascii: "A")) }
        } else if sign != previous {
            append(sign)
        }
        previous = sign
    }

    private mutating func append(_ sign: UInt8) {
        guard bits < 64 else {
            isWhole = false
            return
        }
        signs |= UInt64(sign) << bits
        bits += 8
    }

    /// Appends what `NameClueMaker` makes of the word, which stands at a range.
    func appendClues(to clues: inout ClueList, _ bytes: [UInt8], _ word: Range<Int>) {
        let whole = Self.hash(signs, NameClue.Hash(salt: 0), previous: 0)
        guard whole.count > 1 else {
            var hash = NameClue.Hash(salt: 1)
            for place in word { hash.add(bytes[place] & 0xDF) }
            clues.append(hash.value)
            return
        }
        clues.append(whole.hash)
        guard bits >= 4 * 8 else { return }
        // Up to the sign that is left out all hashes begin alike.
        var (hash, previous, rest) = (NameClue.Hash(salt: 0), UInt8(0), signs)
        while rest != 0 {
            let sign = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
            clues.append(Self.hash(rest, hash, previous: previous).hash)
            if sign != previous { hash.add(sign) }
            previous = sign
        }
    }

    /// The hash of signs, neighbours of one sound once, and how many that are.
    private static func hash(
        _ signs: UInt64, _ start: NameClue.Hash, previous: UInt8
    ) -> (hash: UInt32, count: Int) {
        var (hash, previous, rest, count) = (start, previous, signs, 0)
        while rest != 0 {
            let sign = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
            if sign != previous {
                hash.add(sign)
                previous = sign
                count += 1
            }
        }
        return (hash.value, count)
    }
}
