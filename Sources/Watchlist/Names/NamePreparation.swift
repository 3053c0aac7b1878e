import Foundation

/// Makes names comparable: one form of writing for what is one name in many scripts and habits.
///
/// Each stage is a rule of its own and can be seen in `steps(of:kind:)`. What a name says is kept: numbers stay, and a
/// stage that would leave nothing does nothing.
public enum NamePreparation {
    /// The name after all stages. Complexity: O(length); about a microsecond for plain Latin, ten for other scripts.
    public static func prepared(_ name: String, kind: NameKind) -> PreparedName {
        let draft = run(name, kind: kind) { _, _ in }
        return PreparedName(kind: kind, tokens: draft.tokens, form: draft.form, lacksVowels: draft.lacksVowels)
    }

    /// What each stage made of the name; stages that changed nothing are left out.
    public static func steps(of name: String, kind: NameKind) -> [NameStep] {
        var steps: [NameStep] = []
        _ = run(name, kind: kind) { stage, draft in steps.append(NameStep(stage: stage, result: draft.shown)) }
        return steps
    }

    private static func run(
        _ name: String, kind: NameKind, changed: (NameStage, NameDraft) -> Void
    ) -> NameDraft {
        var draft = NameDraft(kind: kind, text: bounded(name))
        // Most names of ships are plain ASCII, for which the first and third stages have nothing to do.
        let isPlain = draft.text.utf8.allSatisfy { $0 < 0x80 }
        if !isPlain, normaliseUnicode(&draft) { changed(.unicode, draft) }
        if Homoglyphs.fold(&draft.text) { changed(.homoglyphs, draft) }
        if !isPlain, Transliteration.apply(&draft) { changed(.transliteration, draft) }
        if NameSigns.split(&draft) { changed(.signs, draft) }
        if kind == .vessel, ShipPrefixes.drop(&draft.tokens) { changed(.shipPrefixes, draft) }
        if kind == .organisation, CompanyForm.take(from: &draft) { changed(.companyForms, draft) }
        if NameNumbers.normalise(&draft.tokens, kind: kind) { changed(.numbers, draft) }
        return draft
    }

    /// The longest name of a ship or company known is far shorter; what is longer is no name and must cost no time.
    private static let longest = 400

    private static func bounded(_ name: String) -> String {
        name.utf8.count <= longest ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(longest)))
    }

    /// Compatible forms of one letter become one (NFKC); invisible signs and controls go.
    private static func normaliseUnicode(_ draft: inout NameDraft) -> Bool {
        var scalars = String.UnicodeScalarView()
        for scalar in draft.text.precomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.generalCategory == .control || scalar.properties.isWhitespace {
                scalars.append(" ")
            } else if !scalar.properties.isDefaultIgnorableCodePoint {
                scalars.append(scalar)
            }
        }
        let text = String(scalars)
        // Strings of canonically equal letters are equal in Swift, so the bytes tell.
        guard !text.utf8.elementsEqual(draft.text.utf8) else { return false }
        draft.text = text
        return true
    }
}
