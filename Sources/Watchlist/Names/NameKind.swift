public import MaritimeModel

/// What bears a name: it decides which words of the name carry no identity.
public enum NameKind: String, Hashable, Sendable, CaseIterable {
    /// Ship prefixes are dropped; numerals and number words are numbers.
    case vessel
    /// Company forms are normalised; numerals and number words are numbers.
    case organisation
    /// Only digits are numbers, and the order of words counts little.
    case person

    /// The kind of the names of an entry; aircraft are named by marks and numbers, as ships are.
    public init(_ kind: PartyKind) {
        switch kind {
        case .vessel, .aircraft: self = .vessel
        case .organisation, .other: self = .organisation
        case .person: self = .person
        }
    }
}
