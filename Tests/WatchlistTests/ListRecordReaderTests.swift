import Testing

@testable import Watchlist

@Suite struct ListRecordReaderTests {
    private func records(_ text: String, delimiter: Character = ",") -> [[String]] {
        var reader = ListRecordReader(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
        var records: [[String]] = []
        while let record = reader.next() { records.append((0..<record.count).map { record.text($0) }) }
        return records
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("\n \na\n\n,\n", [["a"]]),
        ("\"a,b\",\"c \"\"d\"\"\"\n", [["a,b", "c \"d\""]]),
        ("\"two\r\nlines\",x\n", [["two\r\nlines", "x"]]),
        ("a\"b,\"c\"d,\n", [["a\"b", "cd", ""]]),
        ("a,b\r\n\u{1A}", [["a", "b"]]),
        ("a,b\n\u{1A}\u{1A}\r\n", [["a", "b"]]),
        ("\"\",-0- \n", [["", "-0-"]]),
        ("", []),
    ])
    func recordsAreSplitAsTheStandardSays(text: String, expected: [[String]]) {
        #expect(records(text) == expected)
    }

    @Test func anEndMarkAmongDataEndsNothing() {
        #expect(records("a\n\u{1A}b,c\nd\n") == [["a"], ["\u{1A}b", "c"], ["d"]])
    }

    @Test func linesAreCountedInsideQuotationMarksAndOverBlankLines() {
        var reader = ListRecordReader(Array("h\n\n\"a\nb\"\r\nc\n".utf8))
        var lines: [Int] = []
        while let record = reader.next() { lines.append(record.line) }
        #expect(lines == [1, 3, 5])
    }

    @Test func aQuotationMarkThatIsNeverClosedIsNoticed() {
        var reader = ListRecordReader(Array("a\nb,\"c\nd\n".utf8))
        while reader.next() != nil {}
        #expect(reader.unclosedQuoteLine == 2)
    }

    @Test func bytesThatAreNotUTF8AreReadAsLatin1() {
        var reader = ListRecordReader([0xC9, 0x43, 0x2C, 0xC3, 0x89])
        let record = reader.next()
        #expect(record?.text(0) == "ÉC")
        #expect(record?.text(1) == "É")
    }

    @Test func cellsThatAreNotThereAreEmpty() {
        var reader = ListRecordReader(Array("a".utf8))
        #expect(reader.next()?.text(7) == "")
    }
}
