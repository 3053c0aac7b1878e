import Foundation

/// Writes names of other scripts, and Latin letters with marks, in the 26 plain letters.
///
/// Cyrillic and Korean names follow the tables that lists and ships themselves use, every other script goes through the
/// transforms of ICU, which Foundation brings along.
enum Transliteration {
    private static let others = StringTransform("Any-Latin; Latin-ASCII")

    /// Writes the text in Latin letters; whether anything changed.
    static func apply(_ draft: inout NameDraft) -> Bool {
        guard draft.text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        let before = draft.text
        draft.lacksVowels = before.unicodeScalars.contains(where: isWithoutVowels)
        if draft.kind == .vessel { dropWordForShip(&draft.text) }
        draft.text = HangulRomanisation.apply(CyrillicRomanisation.apply(draft.text))
        if draft.text.utf8.contains(where: { $0 >= 0x80 }),
            let latin = draft.text.applyingTransform(others, reverse: false)
        {
            draft.text = latin
        }
        return draft.text != before
    }

    /// Arabic with its supplements and presentation forms, and Hebrew.
    private static func isWithoutVowels(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x590...0x5FF, 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    /// Korean, Chinese and Japanese put a word for ship after the name, without a space.
    private static func dropWordForShip(_ text: inout String) {
        let words: Set<UnicodeScalar> = ["호", "号", "號"]
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
        guard let last = text.unicodeScalars.last, words.contains(last), letters.count >= 3 else { return }
        text.unicodeScalars.removeLast()
    }
}
