import Testing

@testable import ByteInput

/// Rows and fields: the fast reader against its slow twin, and the rules by example.
struct RowCursorRowsTests {
    @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")])
    func randomTextIsSplitAsTheSlowTwinSplitsIt(delimiter: UInt8) {
        for seed in UInt64(0)..<1_500 {
            var random = SeededRandom(seed: seed << 8 | UInt64(delimiter))
            let text = Self.randomText(&random, delimiter: delimiter)
            let start = Int.random(in: 0...min(70, text.count), using: &random)
            let end = seed % 3 == 0 ? Int.random(in: start...text.count, using: &random) : text.count
            let found = RowCursorTwin.cursorRows(text, range: start..<end, delimiter: delimiter)
            let wanted = RowCursorTwin.rows(Array(text[start..<end]), delimiter: delimiter)
            #expect(found == wanted, "seed \(seed), delimiter \(delimiter)")
            if found != wanted { return }
        }
    }

    /// Text out of the bytes that matter, in runs of any length, with whole fields and line ends between.
    private static func randomText(_ random: inout SeededRandom, delimiter: UInt8) -> [UInt8] {
        var text: [UInt8] = []
        let pieces = Int.random(in: 0...120, using: &random)
        let quoteWeight = Int.random(in: 0...4, using: &random)
        for _ in 0..<pieces {
            switch Int.random(in: 0..<(12 + quoteWeight), using: &random) {
            case 0: text += [10]
            case 1: text += [13, 10]
            case 2: text += [10, 10]
            case 3, 4, 5: text += [delimiter]
            case 6: text += [delimiter, delimiter]
            case 7: text += Array("\"a\(Character(UnicodeScalar(delimiter)))b\"".utf8)
            case 8: text += [[0], [32], [13], [44], [59], [9], [124], [0xE9]].randomElement(using: &random) ?? []
            case 9, 10: text += Array("abc 12.5".utf8.prefix(Int.random(in: 0...8, using: &random)))
            case 11: text += [UInt8](repeating: 120, count: Int.random(in: 0...70, using: &random))
            case 12: text += [34]
            case 13: text += [delimiter, 34]
            case 14: text += [34, delimiter]
            default: text += [34, 34]
            }
        }
        return text
    }

    @Test(arguments: [1, 2, 63, 64, 65, 128, 511, 512, 513, 600])
    func columnsBeyondTheLimitAreCountedAndReadAsBlank(columns: Int) {
        let row = (0..<columns).map { "f\($0)" }.joined(separator: ",")
        var cursor = RowCursor(ByteBlock(copying: Array("\(row)\n\(row)\na,b\n".utf8)))
        cursor.begin(range: 0..<cursor.block.count, delimiter: 44)
        for _ in 0..<2 {
            let isRow = cursor.next()
            #expect(isRow && cursor.fieldCount == columns)
            for field in 0..<min(columns, RowCursor.mostColumns) {
                let text = cursor.text(of: field)
                #expect(text == "f\(field)")
            }
            for field in [RowCursor.mostColumns, columns, -1] {
                let text = cursor.text(of: field)
                #expect(text.isEmpty)
            }
        }
        let isLast = cursor.next()
        #expect(isLast && cursor.fieldCount == 2)
        let isMore = cursor.next()
        #expect(!isMore)
    }

    @Test(arguments: [
        ("a,\"b,c\",d", ["a", "b,c", "d"]),
        ("RAY \"CHIEF\" TONEY,2", ["RAY \"CHIEF\" TONEY", "2"]),
        ("\"RAY \"\"CHIEF\"\" TONEY\",2", ["RAY \"CHIEF\" TONEY", "2"]),
        ("5\" GUN,2", ["5\" GUN", "2"]),
        ("\"OPEN,2,3", ["\"OPEN", "2", "3"]),
        ("1,\"OPEN,3", ["1", "\"OPEN", "3"]),
        ("1,2,\"", ["1", "2", "\""]),
        ("\"\",\"\"", ["", ""]),
        ("\"\"\"\",x", ["\"", "x"]),
        (" a , \" b \" ,c ", ["a", "b", "c"]),
        ("\"a\"b,c\",d", ["a\"b,c", "d"]),
        (",,", ["", "", ""]),
        ("a,b\r", ["a", "b"]),
        ("\"a\",\"b\"\r", ["a", "b"]),
    ])
    func quotesAreReadAsWritten(row: String, fields: [String]) {
        for text in [row, row + "\n", String(repeating: "x,y\n", count: 15) + row + "\nlast,row"] {
            var cursor = RowCursor(ByteBlock(copying: Array(text.utf8)))
            cursor.begin(range: 0..<cursor.block.count, delimiter: 44)
            var rows: [[String]] = []
            while cursor.next() { rows.append((0..<cursor.fieldCount).map { cursor.text(of: $0) }) }
            #expect(rows.contains(fields), "\(rows)")
            #expect(rows.count == (text.hasPrefix("x,y") ? 17 : 1))
        }
    }

    @Test func anOpenQuoteSpoilsOneRowOnly() {
        let rows = RowCursorTwin.cursorRows(Array("a,\"b\nc,d\ne,\"f\"\n".utf8), range: 0..<15, delimiter: 44)
        #expect(rows.map(\.fields.count) == [2, 2, 2])
    }

    @Test(arguments: ["", "\n", "\r\n", "\n\r\n\n", "\r"])
    func blankRowsAreNoRows(text: String) {
        let rows = RowCursorTwin.cursorRows(Array(text.utf8), range: 0..<text.utf8.count, delimiter: 44)
        #expect(rows.isEmpty)
    }

    @Test func aCursorCanBeginAgainAndElsewhere() {
        var cursor = RowCursor(ByteBlock(copying: Array("\"a;b,c\nd;e\n".utf8)))
        cursor.begin(range: 0..<11, delimiter: 44)
        var found = cursor.next()
        #expect(found && cursor.fieldCount == 2)
        cursor.begin(range: 7..<11, delimiter: 59)
        found = cursor.next()
        let text = cursor.text(of: 1)
        #expect(found && cursor.fieldCount == 2 && text == "e")
        found = cursor.next()
        #expect(!found)
    }

    @Test func bytesThatAreNoTextAreReplaced() {
        var cursor = RowCursor(ByteBlock(copying: [65, 0xE9, 66, 44, 0xC3, 0xA9, 10]))
        cursor.begin(range: 0..<7, delimiter: 44)
        let found = cursor.next()
        let (first, second) = (cursor.text(of: 0), cursor.text(of: 1))
        #expect(found && first == "A\u{FFFD}B" && second == "é")
    }

    @Test func equalColumnsHaveEqualHashesWhereverTheyStand() {
        var random = SeededRandom(seed: 7)
        let words = (0..<60).map { length in
            String((0..<length).map { _ in ["a", "b", "0", "1", " ", "."].randomElement(using: &random) ?? "x" })
        }
        var seen: [UInt64: String] = [:]
        for word in words {
            var hashes: Set<UInt64> = []
            for (shift, behind) in [(0, ""), (3, "1"), (61, "zzzzzzzz"), (64, "\u{1}")] {
                let text = "\(String(repeating: "p", count: shift)),\(word),q\(word),\(behind)\n"
                var cursor = RowCursor(ByteBlock(copying: Array(text.utf8)))
                cursor.begin(range: 0..<cursor.block.count, delimiter: 44)
                let found = cursor.next()
                #expect(found)
                hashes.insert(cursor.hash(ofColumns: [1..<3]))
            }
            #expect(hashes.count == 1, "\(word)")
            for hash in hashes { #expect(seen.updateValue(word, forKey: hash) == nil, "two words with one hash") }
        }
    }
}
