/// Picks one of two texts that Unicode holds to be equal.
///
/// Swift compares texts by meaning, so "é" as one letter equals "e" with an accent behind it. Which of the two is kept
/// must not depend on which row came first.
enum TextForm {
    /// The one whose bytes come first.
    static func lesser(_ one: String, _ other: String) -> String {
        other.utf8.lexicographicallyPrecedes(one.utf8) ? other : one
    }
}
