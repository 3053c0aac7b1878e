import Testing

@testable import Watchlist

/// Names that are compared exactly, but for capitals, white space and closing signs.
struct LinkNameTests {
    /// The obvious way, for text of any kind.
    private func twin(_ name: String) -> String {
        var words = name.uppercased().split(whereSeparator: \.isWhitespace)
        if var last = words.popLast() {
            while let sign = last.last, sign == "." || sign == "," { last.removeLast() }
            if !last.isEmpty { words.append(last) }
        }
        return words.joined(separator: " ")
    }

    @Test(arguments: ["", " ", ".", "A .", "VENEZUELA, S.A.", "a  b", "GAS MARYAM", "GAS MARYAM ", "Ärger.", "A\tB\n"])
    func namesAreWrittenAlike(name: String) {
        #expect(LinkName.normalised(name) == twin(name))
    }

    @Test func theShortWaysAgreeWithTheObviousOne() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        let signs = Array("AbZ9 .,\t é-").map(String.init)
        for _ in 0..<5_000 {
            var name = ""
            for _ in 0..<7 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                name += signs[Int(state >> 33) % signs.count]
            }
            #expect(LinkName.normalised(name) == twin(name), "seed \(seed), name '\(name)'")
            let bytes = Array("x\(name)x".utf8)
            #expect(
                LinkName.hash(bytes, 1..<bytes.count - 1) == ByteHash.of(twin(name)), "seed \(seed), name '\(name)'")
        }
    }

    @Test(arguments: [
        ("T8A4824", "T8A4824"), ("t8a-4824", "T8A4824"), ("AAAA", nil), ("ABC", nil), ("", nil), (" 3E.X ", nil),
        ("3 E X Y", "3EXY"),
    ])
    func callSignsAreWrittenAlike(sign: String, normalised: String?) {
        #expect(CallSignMatcher.normalised(sign) == normalised)
    }
}
