/// How alike two names are, and why.
///
/// Symmetric and deterministic. 1 only for equal prepared names; where numbers differ never more than 0.4.
public struct NameComparison: Hashable, Sendable {
    /// Scores from here on are leads, never more.
    public static let leadThreshold = NameWeights.leadThreshold

    /// 0...1.
    public let score: Double
    /// Words of both sides that are equal or alike, in the order of the first name.
    public let pairs: [WordPair]
    /// Words that only one name has.
    public let onlyInFirst: [String]
    public let onlyInSecond: [String]
    public let numbersAgree: Bool
    /// Whether both names are equal after preparation.
    public let isEqual: Bool

    /// One or several words of the one name with those of the other that are meant.
    public struct WordPair: Hashable, Sendable {
        public let first: String
        public let second: String
        /// 1 for equal words.
        public let likeness: Double
    }

    /// Compares two names as what the first is prepared as. Complexity: O(product of the lengths).
    public init(_ first: PreparedName, _ second: PreparedName) {
        numbersAgree = first.numbers == second.numbers
        isEqual = first.key == second.key && !first.isEmpty
        // Of equally good pairings the one that is found first counts, so both directions must look in one order.
        let isSwapped = second.key < first.key
        let alignment = isSwapped ? NameAlignment(second, first) : NameAlignment(first, second)
        pairs = alignment.pairs.map { pair in
            isSwapped ? WordPair(first: pair.second, second: pair.first, likeness: pair.likeness) : pair
        }
        onlyInFirst = isSwapped ? alignment.onlyInSecond : alignment.onlyInFirst
        onlyInSecond = isSwapped ? alignment.onlyInFirst : alignment.onlyInSecond
        score = isEqual ? 1 : Self.score(alignment, first, second)
    }

    /// Prepares and compares two names.
    public init(_ first: String, _ second: String, kind: NameKind) {
        self.init(
            NamePreparation.prepared(first, kind: kind), NamePreparation.prepared(second, kind: kind))
    }

    private static func score(_ alignment: NameAlignment, _ first: PreparedName, _ second: PreparedName) -> Double {
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        var score = alignment.agreement
        switch (first.form, second.form) {
        case (let one?, let other?) where one != other:
            score *= one.agrees(with: other) ? NameWeights.formOfFamily : NameWeights.otherForm
        case (nil, .some), (.some, nil): score *= NameWeights.formOnOneSide
        default: break
        }
        score = min(score, NameWeights.mostUnlessEqual)
        return first.numbers == second.numbers ? score : min(score * 0.5, NameWeights.mostWithOtherNumbers)
    }
}
