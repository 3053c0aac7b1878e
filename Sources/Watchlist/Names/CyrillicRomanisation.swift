/// Cyrillic letters in Latin, by the BGN/PCGN tables for Russian and Ukrainian without their apostrophes.
///
/// Lists and ships' papers mostly follow them: `Ленинский` becomes `LENINSKIY`. Serbian and Macedonian letters have their
/// own signs; what is not here is left for ICU.
enum CyrillicRomanisation {
    private static let letters: [UnicodeScalar: String] = {
        let pairs = """
            А A Б B В V Г G Д D Е E Ё YO Ж ZH З Z И I Й Y К K Л L М M Н N О O П P Р R С S Т T У U Ф F Х KH Ц TS Ч CH \
            Ш SH Щ SHCH Ы Y Э E Ю YU Я YA І I Ї YI Є YE Ґ G Ў U Ј J Љ LJ Њ NJ Ћ C Ђ DJ Џ DZ Ѓ GJ Ќ KJ Ѕ DZ
            """
        let parts = pairs.split(separator: " ")
        var letters: [UnicodeScalar: String] = ["Ъ": "", "Ь": ""]
        for place in stride(from: 0, to: parts.count - 1, by: 2) {
            if let letter = parts[place].unicodeScalars.first { letters[letter] = String(parts[place + 1]) }
        }
        return letters
    }()
    private static let vowelsAndSigns: Set<UnicodeScalar> = [
        "А", "Е", "Ё", "И", "О", "У", "Ы", "Э", "Ю", "Я", "І", "Ї", "Є", "Ў", "Й", "Ъ", "Ь",
    ]

    static func apply(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isCyrillic) else { return text }
        var result = ""
        var previous: UnicodeScalar?
        for scalar in text.unicodeScalars {
            let capital =
                isCyrillic(scalar) ? scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar : scalar
            if let latin = letters[capital] {
                // At the beginning of a word, after a vowel and after a sign it is spoken and written with a Y.
                let isIotated = previous.map { !isCyrillic($0) || vowelsAndSigns.contains($0) } ?? true
                result += capital == "Е" && isIotated ? "YE" : latin
            } else {
                result.unicodeScalars.append(scalar)
            }
            previous = capital
        }
        return result
    }

    private static func isCyrillic(_ scalar: UnicodeScalar) -> Bool { (0x400...0x52F).contains(scalar.value) }
}
