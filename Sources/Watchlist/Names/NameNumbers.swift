/// Makes numbers tokens of their own, in digits: `DY905`, `No. 5`, `VICTORY III`, `SEVEN SEAS`, `3RD`, `FORTY-FOUR`.
enum NameNumbers {
    private static let units = [
        "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE",
        "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN",
    ]
    private static let tens = ["TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"]
    private static let ordinals = [
        "FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH",
    ]
    private static let values: [String: Int] = {
        var values: [String: Int] = ["FOURTY": 40]
        for (value, word) in units.enumerated() { values[word] = value }
        for (place, word) in tens.enumerated() { values[word] = 20 + 10 * place }
        for (place, word) in ordinals.enumerated() { values[word] = place + 1 }
        return values
    }()
    /// Roman numerals up to 39, which ships and funds count with; L, C, D and M begin too many words.
    private static let romans: [String: Int] = {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        var romans: [String: Int] = [:]
        for value in 1...39 { romans[String(repeating: "X", count: value / 10) + ones[value % 10]] = value }
        return romans
    }()
    private static let markers: Set<String> = ["NO", "NR", "NUM", "NUMBER"]
    private static let endings: Set<String> = ["ST", "ND", "RD", "TH"]

    /// Words that may become a number, or that vanish before one; Roman numerals and digits besides.
    static var telltales: [String] { values.keys.sorted() + markers.sorted() }

    /// Normalises the numbers among tokens; whether anything changed. Of persons' names only digits are numbers.
    static func normalise(_ tokens: inout [String], kind: NameKind) -> Bool {
        guard mayChange(tokens, kind) else { return false }
        let before = tokens
        tokens = tokens.flatMap(parts)
        if kind != .person { readWords(&tokens) }
        tokens = tokens.map { token in
            guard token.isNumberToken else { return token }
            let digits = token.utf8.drop { $0 == 48 }
            return digits.isEmpty ? "0" : String(Substring(digits))
        }
        return tokens != before
    }

    /// Whether there is anything to normalise, seen at a glance: most names have no number, or one in digits.
    private static func mayChange(_ tokens: [String], _ kind: NameKind) -> Bool {
        var isBehindMarker = false
        for token in tokens {
            var (digits, numerals, letters) = (0, 0, 0)
            for byte in token.utf8 {
                letters += 1
                switch byte {
                case 48...57: digits += 1
                case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): numerals += 1
                default: break
                }
            }
            if digits > 0 {
                if digits < letters || token.utf8.first == 48 || isBehindMarker { return true }
            } else if kind != .person, numerals == letters || values[token] != nil {
                return true
            }
            isBehindMarker = digits == 0 && letters <= 6 && markers.contains(token)
        }
        return false
    }

    /// A token cut where letters meet digits; the ending of an ordinal goes.
    private static func parts(of token: String) -> [String] {
        guard token.utf8.contains(where: { (48...57).contains($0) }) else { return [token] }
        var parts: [String] = []
        for scalar in token.unicodeScalars {
            let isDigit = (48...57).contains(scalar.value)
            if let last = parts.last, last.isNumberToken == isDigit {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            } else {
                parts.append(String(scalar))
            }
        }
        if parts.count == 2, parts[0].isNumberToken, endings.contains(parts[1]) { parts.removeLast() }
        return parts
    }

    private static func readWords(_ tokens: inout [String]) {
        var result: [String] = []
        var isOpenTen = false
        for (place, token) in tokens.enumerated() {
            let isLast = place == tokens.count - 1
            let isNumber = token.isNumberToken
            let value = isNumber ? nil : values[token] ?? roman(token, isFirst: place == 0, isLast: isLast)
            // FORTY FOUR and FORTY 4 are one number.
            let unit = value ?? (isNumber && token.utf8.count == 1 ? Int(token) : nil)
            if isOpenTen, let unit, (1...9).contains(unit), let ten = result.last.flatMap({ Int($0) }) {
                result[result.count - 1] = String(ten + unit)
                isOpenTen = false
                continue
            }
            if value != nil || isNumber, let last = result.last, markers.contains(last) { result.removeLast() }
            result.append(value.map { String($0) } ?? token)
            isOpenTen = value.map { $0 >= 20 && $0 % 10 == 0 && romans[token] == nil } ?? false
        }
        tokens = result
    }

    /// The value of a Roman numeral; a lone V or X is one only at the end, and none begins a name.
    private static func roman(_ token: String, isFirst: Bool, isLast: Bool) -> Int? {
        guard !isFirst, let value = romans[token] else { return nil }
        return token.utf8.count > 1 || token == "I" || isLast ? value : nil
    }
}
