/// The stages of preparing a name, in the order in which they are done.
public enum NameStage: String, Hashable, Sendable, CaseIterable {
    case unicode, homoglyphs, transliteration, signs
    case shipPrefixes = "ship_prefixes"
    case companyForms = "company_forms"
    case numbers

    /// What the stage did, to be followed by its result.
    public var says: String {
        switch self {
        case .unicode: "in one Unicode form"
        case .homoglyphs: "with look-alike letters folded"
        case .transliteration: "in Latin letters"
        case .signs: "in capitals without signs"
        case .shipPrefixes: "without the ship prefix"
        case .companyForms: "with the company form normalised"
        case .numbers: "with numbers in digits"
        }
    }
}

/// What one stage made of a name.
public struct NameStep: Hashable, Sendable {
    public let stage: NameStage
    /// The name after the stage.
    public let result: String
}

/// A name on its way through the stages: a text up to the signs, tokens after them.
struct NameDraft {
    let kind: NameKind
    var text: String
    var tokens: [String] = []
    var form: CompanyForm?
    var lacksVowels = false

    var shown: String {
        let text = tokens.isEmpty ? text : tokens.joined(separator: " ")
        return form.map { "\(text) [\($0.code)]" } ?? text
    }
}
