/// Splits a text into words of capitals and digits.
///
/// Apostrophes vanish, `&` and `+` are the word AND, dots and strokes between single letters join them (`M/V`, `S.A.`,
/// `LPG/C`), and every other sign parts two words.
enum NameSigns {
    /// Fills the tokens of a draft; whether more happened than that words were parted by spaces.
    static func split(_ draft: inout NameDraft) -> Bool {
        if let (words, isChanged) = plainWords(draft.text) {
            draft.tokens = words
            return isChanged
        }
        let scalars = Array(draft.text.uppercased().unicodeScalars)
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var lastPart = 0
        func close() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
            lastPart = 0
        }
        for (place, scalar) in scalars.enumerated() {
            if isPartOfWord(scalar) {
                word.append(scalar)
                lastPart += 1
                continue
            }
            switch scalar {
            case "'", "`", "\u{2019}", "\u{2018}": break
            case "." where lastPart == 1 && isLetter(scalars, place - 1) && isLetter(scalars, place + 1):
                lastPart = 0
            case "/" where joins(scalars, place, lastPart): lastPart = 0
            case "&", "+":
                close()
                words.append("AND")
            default: close()
            }
        }
        close()
        draft.tokens = words
        return words.joined(separator: " ") != draft.text
    }

    /// The words of a text that has nothing but letters and digits of ASCII and spaces, as most names of ships, and
    /// whether more happened than that they were parted; nil for another text.
    private static func plainWords(_ text: String) -> (words: [String], isChanged: Bool)? {
        var words: [String] = []
        var word: [UInt8] = []
        word.reserveCapacity(16)
        var (isChanged, previous) = (false, UInt8(ascii: " "))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                word.append(byte - 32)
                isChanged = true
            case UInt8(ascii: " "):
                if previous == byte { isChanged = true }
                if !word.isEmpty {
                    words.append(String(decoding: word, as: UTF8.self))
                    word.removeAll(keepingCapacity: true)
                }
            default: return nil
            }
            previous = byte
        }
        if word.isEmpty {
            isChanged = isChanged || !text.isEmpty
        } else {
            words.append(String(decoding: word, as: UTF8.self))
        }
        return (words, isChanged)
    }

    /// Whether a stroke has a single letter on one side and a letter on the other.
    private static func joins(_ scalars: [UnicodeScalar], _ place: Int, _ lastPart: Int) -> Bool {
        guard isLetter(scalars, place - 1), isLetter(scalars, place + 1) else { return false }
        return lastPart == 1 || place + 2 >= scalars.count || !isPartOfWord(scalars[place + 2])
    }

    private static func isLetter(_ scalars: [UnicodeScalar], _ place: Int) -> Bool {
        scalars.indices.contains(place) && isPartOfWord(scalars[place]) && !(48...57).contains(scalars[place].value)
    }

    private static func isPartOfWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.isASCII
            ? (48...57).contains(scalar.value) || (65...90).contains(scalar.value) : scalar.properties.isAlphabetic
    }
}
