/// What stands before the name of a ship and says only what kind of ship it is.
enum ShipPrefixes {
    /// After signs are taken out: `M/V` is MV, `LPG/C` is LPGC. ST is left, since it also is a saint.
    private static let words: Set<String> = [
        "MV", "MT", "MS", "MVS", "MTV", "SS", "TSS", "MY", "SY", "FV", "RV", "GTS", "VLCC", "ULCC", "VLGC", "LPG",
        "LPGC",
        "LNG", "LNGC", "LPGT", "LNGT", "FSO", "FPSO", "OBO", "TANKER",
    ]
    private static let pairs: Set<String> = [
        "M V", "M T", "M S", "S S", "LPG C", "LNG C", "MOTOR VESSEL", "MOTOR TANKER", "MOTOR SHIP", "OIL TANKER",
        "LPG CARRIER", "LNG CARRIER", "LPG TANKER",
    ]
    /// The ones that are also set behind the name.
    private static let behind: Set<String> = ["MV", "MT"]

    /// With what a name must begin, or end, to have a prefix at all.
    private static let beginnings = words.union(pairs.map { String($0.prefix { $0 != " " }) })

    /// Words without which nothing is dropped.
    static var telltales: [String] { beginnings.union(behind).sorted() }

    /// Drops prefixes while a word is left behind them; whether there was one.
    static func drop(_ tokens: inout [String]) -> Bool {
        guard tokens.count > 1, let last = tokens.last, beginnings.contains(tokens[0]) || behind.contains(last) else {
            return false
        }
        let before = tokens.count
        while true {
            if tokens.count > 2, pairs.contains("\(tokens[0]) \(tokens[1])"), isName(tokens.dropFirst(2)) {
                tokens.removeFirst(2)
            } else if tokens.count > 1, words.contains(tokens[0]), isName(tokens.dropFirst()) {
                tokens.removeFirst()
            } else {
                break
            }
        }
        if let last = tokens.last, behind.contains(last), isName(tokens.dropLast()) { tokens.removeLast() }
        return tokens.count < before
    }

    /// Whether a name is left: a number alone is none.
    private static func isName(_ rest: ArraySlice<String>) -> Bool {
        rest.contains { word in word.unicodeScalars.count > 1 && !word.isNumberToken }
    }
}
