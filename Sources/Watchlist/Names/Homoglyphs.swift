/// Letters and digits that look like a letter of another alphabet, used by mistake or to hide a name.
///
/// A word of one alphabet is never touched: a Cyrillic word that could be read as a Latin one is transliterated as what it
/// is. In a word that mixes alphabets the strangers are folded. A lone `0` or `1` between two letters is an `O` or an `I`.
enum Homoglyphs {
    /// Pairs of one stranger and the Latin letter it looks like, after the Unicode confusables (UTS 39), capitals and small.
    private static let cyrillic = table("АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSаaеeоoрpсcуyхxіiјjѕs")
    private static let greek = table("ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaιiοoνvρp")
    private static let latinToCyrillic = Dictionary(
        cyrillic.map { ($0.value, $0.key) }, uniquingKeysWith: { first, other in min(first, other) })

    private static func table(_ pairs: String) -> [UnicodeScalar: UnicodeScalar] {
        let scalars = Array(pairs.unicodeScalars)
        var table: [UnicodeScalar: UnicodeScalar] = [:]
        for place in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[place]] = scalars[place + 1] }
        return table
    }

    private enum Script { case latin, cyrillic, greek, other }

    private static func script(_ scalar: UnicodeScalar) -> Script {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .latin
        case 0x400...0x52F: .cyrillic
        case 0x370...0x3FF: .greek
        default: .other
        }
    }

    /// Folds what looks alike; whether anything changed.
    static func fold(_ text: inout String) -> Bool {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        if isPlain, !text.utf8.contains(where: { $0 == 48 || $0 == 49 }) { return false }
        var scalars = Array(text.unicodeScalars)
        var isChanged = false
        var start = 0
        for end in 0...scalars.count where end == scalars.count || !isPartOfWord(scalars[end]) {
            if end > start {
                if !isPlain { foldLetters(&scalars, start..<end, &isChanged) }
                foldDigits(&scalars, start..<end, &isChanged)
            }
            start = end + 1
        }
        guard isChanged else { return false }
        text = String(String.UnicodeScalarView(scalars))
        return true
    }

    private static func isPartOfWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.isASCII ? isLetter(scalar) || isDigit(scalar) : scalar.properties.isAlphabetic
    }

    private static func isDigit(_ scalar: UnicodeScalar) -> Bool { (48...57).contains(scalar.value) }

    private static func isLetter(_ scalar: UnicodeScalar) -> Bool {
        scalar.isASCII
            ? (65...90).contains(scalar.value & ~32) : scalar.properties.isAlphabetic
    }

    private static func foldLetters(_ scalars: inout [UnicodeScalar], _ word: Range<Int>, _ isChanged: inout Bool) {
        let scripts = Set(scalars[word].map(script)).subtracting([.other])
        guard scripts.count > 1, scripts.contains(.latin) else { return }
        let strangers = word.filter { script(scalars[$0]) != .latin && script(scalars[$0]) != .other }
        if strangers.allSatisfy({ cyrillic[scalars[$0]] ?? greek[scalars[$0]] != nil }) {
            for place in strangers {
                if let letter = cyrillic[scalars[place]] ?? greek[scalars[place]] { scalars[place] = letter }
            }
            isChanged = true
        } else if !scripts.contains(.greek) {
            // Truly Cyrillic, with Latin letters in between.
            for place in word {
                guard script(scalars[place]) == .latin, let letter = latinToCyrillic[scalars[place]] else { continue }
                scalars[place] = letter
                isChanged = true
            }
        }
    }

    private static func foldDigits(_ scalars: inout [UnicodeScalar], _ word: Range<Int>, _ isChanged: inout Bool) {
        // In a word of three signs, such as B1C, the digit is more likely meant.
        guard word.count >= 4, word.filter({ isDigit(scalars[$0]) }).count == 1 else { return }
        for place in word.dropFirst().dropLast() where scalars[place] == "0" || scalars[place] == "1" {
            guard isLetter(scalars[place - 1]), isLetter(scalars[place + 1]) else { continue }
            scalars[place] = scalars[place] == "0" ? "O" : "I"
            isChanged = true
        }
    }
}
