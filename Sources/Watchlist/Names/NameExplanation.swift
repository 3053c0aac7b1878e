/// Says in words why two names are taken for one.
public enum NameExplanation {
    /// One sentence for a comparison of a name with one of a list, each as printed.
    public static func sentence(_ comparison: NameComparison, name: String, listed: String, kind: NameKind) -> String {
        var parts = [opening(comparison, name: name, listed: listed)]
        for (text, owner) in [(name, "it"), (listed, "the entry")] {
            let steps = NamePreparation.steps(of: text, kind: kind).filter { $0.stage != .signs }
            guard !steps.isEmpty else { continue }
            parts.append(owner + " is read " + steps.map { "\($0.stage.says) as \($0.result)" }.joined(separator: ", "))
        }
        let alike = comparison.pairs.filter { $0.likeness < 1 }
        if !alike.isEmpty {
            parts.append(alike.map { "\($0.first) is like \($0.second) (\(hundredths($0.likeness)))" }.list)
        }
        if !comparison.onlyInFirst.isEmpty { parts.append("only it has \(comparison.onlyInFirst.list)") }
        if !comparison.onlyInSecond.isEmpty { parts.append("only the entry has \(comparison.onlyInSecond.list)") }
        if !comparison.numbersAgree { parts.append("the numbers in the names differ") }
        return parts.joined(separator: "; ") + ". Nothing else is known to agree, and others may bear the name."
    }

    private static func opening(_ comparison: NameComparison, name: String, listed: String) -> String {
        if name == listed { return "It bears the name \(name) of the entry" }
        return comparison.isEqual
            ? "Its name \(name) equals the entry's \(listed)"
            : "Its name \(name) is near the entry's \(listed) (score \(hundredths(comparison.score)))"
    }

    /// Rounded down, so that only equal names show 1.00.
    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int(max(0, min(1, value)) * 100 + 1e-9)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension [String] {
    fileprivate var list: String { joined(separator: ", ") }
}
