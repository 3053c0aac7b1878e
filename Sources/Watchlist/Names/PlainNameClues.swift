/// The clues (`NameClue`) of ships' names, read from the bytes of a name where `NamePreparation` would change nothing in it.
///
/// Nearly all names of ships are words of Latin letters and numbers in digits; of thousands of listed names only those are
/// prepared that share a clue with one that is asked for.
struct PlainNameClues {
    /// The clues of the last name, some of them more than once, those of whole names among them.
    private(set) var clues: [UInt32] = []
    /// Equal for names with equal numbers.
    private(set) var numbers: UInt64 = 0

    private var letters: [UInt8] = []
    private var words: [Range<Int>] = []
    private var joined: [UInt8] = []
    private var maker = NameClueMaker()
    private let telltales = Telltales()

    /// Reads the clues of a ship's name in UTF-8; without any when the name has no word.
    mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
        clues.removeAll(keepingCapacity: true)
        numbers = 0
        if !readPlain(bytes, range) {
            read(NamePreparation.prepared(String(decoding: bytes[range], as: UTF8.self), kind: .vessel))
        }
    }

    /// Reads the clues of a name that was prepared.
    mutating func read(_ name: PreparedName) {
        clues.removeAll(keepingCapacity: true)
        numbers = Self.numbers(of: name)
        guard !name.words.isEmpty else { return }
        clues.append(NameClue.ofKey(name))
        clues.append(NameClue.ofWhole(name))
        for word in name.words { clues += NameClue.ofWord(word) }
    }

    /// The hash of the numbers of a prepared name.
    static func numbers(of name: PreparedName) -> UInt64 { name.numbers.reduce(0) { $0 &+ hash(of: $1) } }

    private static func hash(of number: String) -> UInt64 { ByteHash.of(number) &* 0x9E37_79B9_7F4A_7C15 }

    /// Whether the name is plain; then its clues have been read.
    private mutating func readPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= 400 else { return false }
        letters.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var key = NameClue.Hash(salt: 3)
        var isFirst = true
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: " ") {
                place += 1
                continue
            }
            let start = letters.count
            var (digits, numerals) = (0, 0)
            var word = ByteHash()
            if !isFirst { key.add(UInt8(ascii: " ")) }
            isFirst = false
            while place < range.upperBound, bytes[place] != UInt8(ascii: " ") {
                var byte = bytes[place]
                if (97...122).contains(byte) { byte -= 32 }
                switch byte {
                case 48...57: digits += 1
                case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): numerals += 1
                case 65...90: break
                default: return false
                }
                letters.append(byte)
                word.add(byte)
                key.add(byte)
                place += 1
            }
            let count = letters.count - start
            if digits > 0 {
                guard digits == count, letters[start] != 48 else { return false }
                numbers = numbers &+ word.value &* 0x9E37_79B9_7F4A_7C15
                letters.removeLast(count)
            } else {
                guard numerals < count, !telltales.mayContain(word) else { return false }
                words.append(start..<letters.count)
            }
        }
        guard !words.isEmpty else { return true }
        clues.append(key.value)
        clues.append(maker.whole(letters))
        for word in words { maker.append(letters, word, to: &clues) }
        return true
    }

    /// Words of which a stage of the preparation may make something else; a few others are taken for one.
    private struct Telltales {
        private var bits = [UInt64](repeating: 0, count: 64)

        init() {
            for word in ShipPrefixes.telltales + NameNumbers.telltales {
                var hash = ByteHash()
                for byte in word.utf8 { hash.add(byte) }
                let place = Self.place(hash)
                bits[place >> 6] |= 1 << UInt64(place & 63)
            }
        }

        private static func place(_ hash: ByteHash) -> Int { Int(hash.value >> 52) }

        func mayContain(_ hash: ByteHash) -> Bool {
            let place = Self.place(hash)
            return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
        }
    }
}
