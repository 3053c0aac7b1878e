/// What counts how much in a comparison of names: the whole policy in one place.
enum NameWeights {
    /// Scores from here on are leads. Chosen so that one slip in a word of eight letters, or one word more than two
    /// others, is still one.
    static let leadThreshold = 0.8

    /// Different numbers: VICTORY is not VICTORY 3. Far below any lead.
    static let mostWithOtherNumbers = 0.4
    /// Only equal prepared names reach 1.
    static let mostUnlessEqual = 0.99
    /// Equal letters with other spaces: SEASTAR and SEA STAR.
    static let mostWithOtherSpaces = 0.97
    /// Equal words in another order.
    static let otherOrder = 0.95
    static let otherOrderOfPerson = 0.99
    /// A company form that only one side states, another one of its family, and one of another family.
    static let formOnOneSide = 0.98
    static let formOfFamily = 0.97
    static let otherForm = 0.75
    /// Equal consonants of a name whose script writes no vowels.
    static let equalConsonants = 0.85

    /// Words that are less alike than this are different words.
    static let leastLikeness = 0.7
    /// Words that were joined to be compared must be more alike.
    static let leastLikenessOfJoined = 0.85

    /// Longer words tell more, up to a point; every word tells something.
    static func weight(ofLetters letters: Int) -> Double { Double(2 + min(letters, 8)) }
    static let weightOfNumber = 3.0
    /// The share of a word's weight that counts when the word is one of many names, such as TRADING.
    static let commonWord = 0.5
    static let fillWord = 0.15
    /// The share of a word that only one side has, when at least two words or one of a company agree.
    static let extraWord = 0.6

    /// Words that say what any company does. Of ships no word is common enough.
    static let commonWords: Set<String> = [
        "SHIPPING", "TRADING", "MARINE", "MARITIME", "INTERNATIONAL", "GROUP", "HOLDING", "HOLDINGS", "MANAGEMENT",
        "SERVICES", "SERVICE", "INDUSTRIES", "INDUSTRY", "INDUSTRIAL", "ENTERPRISE", "ENTERPRISES", "SYSTEMS",
        "GENERAL", "PETROLEUM", "ENERGY", "LOGISTICS", "NATIONAL", "TRANSPORT", "TRANSPORTATION", "LINES",
        "LINE", "TANKERS", "TANKER", "SHIPMANAGEMENT", "SHIPHOLDING", "NAVIGATION", "INVESTMENT", "INVESTMENTS",
        "CONSTRUCTION", "ENGINEERING", "GLOBAL", "COMPANY", "CORPORATION", "COMMERCIAL", "DEVELOPMENT", "TECHNOLOGY",
        "TECHNOLOGIES", "SOLUTIONS", "CAPITAL", "FUND", "TRUST", "PARTNERS", "FOUNDATION", "AVIATION", "AGENCY",
    ]
    static let fillWords: Set<String> = ["THE", "OF", "AND", "FOR", "IN", "DE", "DU", "LA", "LE", "AL", "EL"]

    static func share(of word: String, kind: NameKind) -> Double {
        guard kind != .vessel else { return word == "THE" ? fillWord : 1 }
        if fillWords.contains(word) { return fillWord }
        return kind == .organisation && commonWords.contains(word) ? commonWord : 1
    }
}
