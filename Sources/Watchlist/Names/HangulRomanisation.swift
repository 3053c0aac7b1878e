/// Korean syllables in Latin, each as a word of its own, as ships of the DPRK are painted: `천마산` becomes `CHON MA SAN`.
///
/// McCune-Reischauer without marks, with J for the plain affricate, as the DPRK itself writes it. Consonants are voiced
/// after a voiced sound of the same word (`금강`: `KUM GANG`).
enum HangulRomanisation {
    private static let first = [
        "K", "KK", "N", "T", "TT", "R", "M", "P", "PP", "S", "SS", "", "J", "JJ", "CH", "K", "T", "P", "H",
    ]
    private static let voiced: [Int: String] = [0: "G", 3: "D", 7: "B"]
    private static let vowels = [
        "A", "AE", "YA", "YAE", "O", "E", "YO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WO", "WE", "WI", "YU", "U",
        "UI", "I",
    ]
    private static let last = [
        "", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "L", "L", "L", "P", "L", "M", "P", "P", "T", "T", "NG",
        "T", "T", "K", "T", "P", "T",
    ]
    /// Finals after which a following consonant is voiced: none, N, L, M and NG.
    private static let voicing: Set<String> = ["", "N", "L", "M", "NG"]
    /// U+AC00 onwards: 19 first consonants by 21 vowels by 28 finals (The Unicode Standard, section 3.12).
    private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

    static func apply(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { syllables.contains($0.value) }) else { return text }
        var result = ""
        var voices = false
        var wasSyllable = false
        for scalar in text.unicodeScalars {
            guard syllables.contains(scalar.value) else {
                if wasSyllable { result += " " }
                result.unicodeScalars.append(scalar)
                (voices, wasSyllable) = (false, false)
                continue
            }
            let place = Int(scalar.value - syllables.lowerBound)
            let (consonant, vowel, final) = (place / 588, place % 588 / 28, last[place % 28])
            if !result.isEmpty, result.utf8.last != UInt8(ascii: " ") { result += " " }
            result += (voices ? voiced[consonant] ?? first[consonant] : first[consonant]) + vowels[vowel] + final
            (voices, wasSyllable) = (voicing.contains(final), true)
        }
        return result
    }
}
