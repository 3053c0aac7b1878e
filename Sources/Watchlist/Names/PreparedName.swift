/// A name after all stages of `NamePreparation`: what is left is compared.
public struct PreparedName: Hashable, Sendable {
    public let kind: NameKind
    /// Words and numbers in the order of the name, in Latin capitals; numbers in digits without leading zeros.
    public let tokens: [String]
    /// The tokens that are no numbers, in order.
    public let words: [String]
    /// The tokens that are numbers, sorted as texts.
    public let numbers: [String]
    /// The company form that was taken out of the name, or nil.
    public let form: CompanyForm?
    /// Whether the name was written in a script that leaves vowels out, as Arabic and Hebrew.
    public let lacksVowels: Bool
    /// Equal for equal prepared names of one kind, and only for those.
    public let key: String

    init(kind: NameKind, tokens: [String], form: CompanyForm?, lacksVowels: Bool) {
        self.kind = kind
        self.tokens = tokens
        self.form = form
        self.lacksVowels = lacksVowels
        let numbers = tokens.filter(\.isNumberToken).sorted()
        self.numbers = numbers
        words = numbers.isEmpty ? tokens : tokens.filter { !$0.isNumberToken }
        let text = tokens.joined(separator: " ")
        key = form.map { "\(text) \($0.code)" } ?? text
    }

    /// Whether nothing is left that could be compared.
    public var isEmpty: Bool { tokens.isEmpty }
}

extension String {
    /// Whether a token is a number; tokens are either all digits or have none.
    var isNumberToken: Bool { utf8.first.map { (48...57).contains($0) } ?? false }
}
