import Testing

@testable import Reporting

struct TerminalTextTests {
    @Test(arguments: [
        ("", 0), ("STELLA", 6), ("Ærø", 3), ("長春丸", 6), ("ﾊﾝｶｸ", 4), ("평화", 4), ("🚢", 2), ("e\u{301}", 1), ("Ｆｕｌｌ", 8),
        ("…", 1), ("─", 1),
    ])
    func eastAsianWideCharactersTakeTwoColumns(text: String, width: Int) {
        #expect(TerminalText.width(of: text) == width)
    }

    @Test(arguments: [
        ("\u{1B}[31mRED\u{1B}[0m", "\u{FFFD}[31mRED\u{FFFD}[0m"),
        ("a\r\nb\tc\u{A0}\u{3000}d", "a b c d"),
        ("  edge  ", "edge"),
        ("\u{202E}dlrow\u{2066}\u{200F}", "\u{FFFD}dlrow\u{FFFD}\u{FFFD}"),
        ("\u{9B}31m\u{7F}\u{0}", "\u{FFFD}31m\u{FFFD}\u{FFFD}"),
        ("a\u{300}\u{301}\u{302}\u{303}b", "a\u{300}\u{301}b"),
        ("می\u{200C}رود\u{AD}", "میرود"),
        ("\u{2028}x\u{E000}", "\u{FFFD}x\u{FFFD}"),
    ])
    func textFromOutsideCannotSteerTheTerminal(text: String, expected: String) {
        #expect(TerminalText.harmless(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test
    func longTextIsCutWithAnEllipsis() {
        #expect(TerminalText.cut("STELLA", to: 6) == "STELLA")
        #expect(TerminalText.cut("STELLA", to: 5) == "STEL…")
        #expect(TerminalText.cut("長春丸", to: 4) == "長…")
        #expect(TerminalText.cut("長春丸", to: 5) == "長春…")
        #expect(TerminalText.cutPath("tracks/january/a.csv", to: 10) == "…ary/a.csv")
    }

    @Test
    func wrappedLinesFitAndLoseNoLetter() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededNumbers(state: seed)
        let letters = ["a", "bc", " ", "  ", "長", "é", "🚢", "word", String(repeating: "x", count: 30)]
        for _ in 0..<500 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }.joined()
            let columns = Int.random(in: 2...40, using: &random)
            let lines = TerminalText.wrapped(text, to: columns)
            #expect(lines.allSatisfy { TerminalText.width(of: $0) <= columns }, "seed \(seed)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
        }
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1 000"), (12_345, "12 345"), (-1_234_567, "-1 234 567")])
    func numbersAreGroupedInThrees(number: Int, expected: String) {
        #expect(printed(Wording.count(number)) == expected)
    }

    @Test(arguments: [
        (0, "0 s"), (59, "59 s"), (60, "1 min"), (3_599, "59 min"), (7_200, "2 h 00 min"), (8_655, "2 h 24 min"),
        (86_399, "23 h 59 min"), (86_400, "1 d 00 h"), (290_000, "3 d 08 h"),
    ])
    func durationsAreCutOffAndNotRounded(seconds: Int, expected: String) {
        #expect(printed(Wording.duration(seconds)) == expected)
    }

    @Test(arguments: [(0, "0 s"), (2_397, "39 min 57 s"), (7_200, "2 h"), (90_061, "25 h 1 min 1 s")])
    func limitsAreGivenToTheSecond(seconds: Int, expected: String) {
        #expect(printed(Wording.exactDuration(seconds)) == expected)
    }

    private func printed(_ text: String) -> String {
        String(text.map { $0 == TerminalText.hardSpace ? " " : $0 })
    }
}
