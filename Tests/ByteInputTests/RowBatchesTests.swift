import Testing

@testable import ByteInput

/// Rows read many at a time against the cursor that reads them one by one.
struct RowBatchesTests {
    /// Whatever the bytes, the plan and the means of the processor.
    @Test(arguments: RowBatches.levels)
    func randomRowsAreReadAsTheCursorReadsThem(level: Int32) {
        for seed in UInt64(0)..<1_200 {
            var random = SeededRandom(seed: seed)
            let delimiter = ([44, 59, 9, 124] as [UInt8]).randomElement(using: &random) ?? 44
            let columns = Int.random(in: seed % 7 == 0 ? 1...200 : 4...18, using: &random)
            let plan = Self.randomPlan(delimiter: delimiter, columns: columns, &random)
            let text = Self.randomText(plan, &random)
            let start = Int.random(in: 0...min(200, text.count), using: &random)
            let end = seed % 3 == 0 ? Int.random(in: start...text.count, using: &random) : text.count
            let found = Self.batchRows(text, range: start..<end, plan, level: level).rows
            let wanted = Self.cursorRows(text, range: start..<end, plan)
            #expect(found.count == wanted.count, "seed \(seed)")
            if let row = zip(found, wanted).first(where: { $0 != $1 }) {
                Issue.record(Comment(rawValue: "seed \(seed): found \(row.0), wanted \(row.1)"))
                return
            }
        }
    }

    /// Only quotation marks and rows longer than a window need the cursor.
    @Test(arguments: RowBatches.levels)
    func rowsWithoutQuotationMarksAreReadAtOnce(level: Int32) {
        let plan = RowPlan(
            delimiter: 44, columnCount: 5, identity: 0, time: 1, latitude: 2, longitude: 3, described: [4..<5])
        var text: [UInt8] = []
        for row in 0..<3_000 {
            let name = row % 50 == 7 ? "\"A, \(row)\"" : "SHIP \(row % 9)"
            text += Array(
                "\(219_000_000 + row),2022-01-03T00:\(10 + row % 50):09,\(row % 90).5,-1.\(row),\(name)\n".utf8)
        }
        let (rows, careful) = Self.batchRows(text, range: 0..<text.count, plan, level: level)
        #expect(rows.count == 3_000 && careful == 60)
        #expect(rows.allSatisfy { $0.hasAllColumns && $0.seconds != DecodedRow.noTime && $0.identity != 0 })
        #expect(rows.map(\.identity) == (0..<3_000).map { UInt64(219_000_000 + $0) })
        #expect(Set(rows.filter { !$0.needsCare }.map(\.describedHash)).count == 9 + 60)
    }

    @Test(arguments: ["\n", "\r\n"])
    func rowsWhoseFieldsAreAllQuotedAreReadAtOnce(lineEnd: String) {
        let plan = RowPlan(
            delimiter: 59, columnCount: 4, identity: 3, time: 0, latitude: 1, longitude: 2, described: [])
        let row = "\"2022-01-03T00:10:09\";\"-12,5\";\" 1.25\";\"219000001\"\(lineEnd)"
        let text = Array(String(repeating: row, count: 900).utf8)
        let (rows, careful) = Self.batchRows(text, range: 0..<text.count, plan, level: RowBatches.levels[0])
        #expect(rows.count == 900 && careful == 0)
        let isRight = rows.allSatisfy {
            $0.identity == 219_000_001 && $0.seconds == 1_641_168_609 && $0.latitude == -125_000_000
                && $0.longitude == 12_500_000
        }
        #expect(isRight)
    }

    /// An identity that is no number is told by its bytes.
    @Test func textualIdentitiesHaveHashes() {
        let plan = RowPlan(
            delimiter: 44, columnCount: 4, identity: 0, time: 1, latitude: 2, longitude: 3, described: [])
        let text = Array("a,1,1,1\nb,1,1,1\na,2,2,2\n012,1,1,1\n,1,1,1\n12,1,1,1\n".utf8)
        let rows = Self.batchRows(text, range: 0..<text.count, plan, level: RowBatches.levels[0]).rows
        #expect(rows.map { $0.identity >= DecodedRow.leastHash } == [true, true, true, true, true, false])
        #expect(rows[0].identity == rows[2].identity && Set(rows.map(\.identity)).count == 5)
    }

    /// What stands behind the range is no part of its last field.
    @Test func anEmptyLastFieldInFrontOfAQuotationMarkIsEmpty() {
        let plan = RowPlan(
            delimiter: 44, columnCount: 2, identity: 1, time: 1, latitude: 1, longitude: 1, described: [0..<2])
        let text = Array("\"a\",\"".utf8)
        for level in RowBatches.levels {
            let found = Self.batchRows(text, range: 0..<4, plan, level: level)
            #expect(found.rows == Self.cursorRows(text, range: 0..<4, plan) && found.careful == 0)
        }
    }

    @Test func nothingIsReadOfAnEmptyRange() {
        var batches = RowBatches()
        let block = ByteBlock(copying: [65, 44, 66, 10])
        let plan = RowPlan(
            delimiter: 44, columnCount: 2, identity: 0, time: 1, latitude: 0, longitude: 1, described: [])
        for range in [0..<0, 4..<4] {
            batches.begin(range: range, of: block)
            let isMore = batches.next(in: block, by: plan)
            #expect(!isMore)
        }
    }

    /// Every number of digits on either side of the point, and every byte in every place of every number.
    @Test(arguments: RowBatches.levels)
    func numbersAreReadAsTheCursorReadsThemWithAnyByteInAnyPlace(level: Int32) {
        let plan = RowPlan(
            delimiter: 59, columnCount: 5, identity: 0, time: 1, latitude: 2, longitude: 3, described: [0..<5])
        var text: [UInt8] = []
        for sign in ["", "-"] {
            for whole in 0...6 {
                for decimals in 0...9 {
                    let number = "\(sign)\("123456".prefix(whole)).\("987654321".prefix(decimals))"
                    text += Array("219000001;2022-01-03T00:10:09;\(number);-\(number);a\n".utf8)
                    text += Array("219000001;2022-01-03T00:10:09;\(number);1.5;a\n".utf8)
                }
            }
        }
        let usual = Array("219000001;2022-01-03T00:10:09;-12.3456789;123.5;name\n".utf8)
        for place in 0..<(usual.count - 1) {
            for byte in UInt8.min...UInt8.max where byte != 10 {
                text += usual[..<place] + [byte] + usual[(place + 1)...]
            }
        }
        let found = Self.batchRows(text, range: 0..<text.count, plan, level: level).rows
        let wanted = Self.cursorRows(text, range: 0..<text.count, plan)
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) where one != other {
            Issue.record(Comment(rawValue: "found \(one), wanted \(other)"))
            return
        }
    }

    /// Described columns of every length that the hash treats apart, in front of anything.
    @Test(arguments: RowBatches.levels)
    func describedColumnsHaveTheHashOfTheCursorAtAnyLength(level: Int32) {
        let plan = RowPlan(
            delimiter: 44, columnCount: 7, identity: 0, time: 1, latitude: 2, longitude: 3, described: [4..<5, 6..<7])
        var random = SeededRandom(seed: 7)
        var text: [UInt8] = []
        for length in 0...150 {
            let name = (0..<length).map { _ in UInt8.random(in: 65...90, using: &random) }
            text +=
                Array("219000001,2022-01-03T00:10:09,1.5,-1.5,".utf8) + name + [44, 66, 44] + name.reversed() + [10]
        }
        let found = Self.batchRows(text, range: 0..<text.count, plan, level: level).rows
        #expect(found == Self.cursorRows(text, range: 0..<text.count, plan))
        #expect(Set(found.map(\.describedHash)).count == 151)
    }

    /// No time is known of before one was read, whatever a field holds.
    @Test(arguments: RowBatches.levels)
    func noBytesNameADayBeforeOneWasRead(level: Int32) {
        let plan = RowPlan(
            delimiter: 44, columnCount: 4, identity: 0, time: 1, latitude: 2, longitude: 3, described: [])
        for byte in UInt8.min...UInt8.max where byte != 10 && byte != 44 {
            let time = [UInt8](repeating: byte, count: 11) + Array("00:00:05".utf8)
            let whole = [UInt8](repeating: byte, count: 16) + Array(":05".utf8)
            let text =
                Array("219000001,".utf8) + time + Array(",1.5,1.5\n219000001,".utf8) + whole + Array(",1.5,1.5\n".utf8)
            let rows = Self.batchRows(text, range: 0..<text.count, plan, level: level).rows
            #expect(rows.allSatisfy { $0.needsCare || $0.seconds == DecodedRow.noTime })
        }
    }

    // MARK: Both readers

    private static func batchRows(
        _ text: [UInt8], range: Range<Int>, _ plan: RowPlan, level: Int32
    ) -> (rows: [DecodedRow], careful: Int) {
        var cursor = RowCursor(ByteBlock(copying: text))
        var batches = RowBatches(level: level)
        batches.begin(range: range, of: cursor.block)
        var rows: [DecodedRow] = []
        var careful = 0
        while batches.next(in: cursor.block, by: plan) {
            for index in 0..<batches.count {
                var row = batches[index]
                if row.needsCare {
                    row = cursor.decode(row, by: plan)
                    careful += 1
                }
                rows.append(row)
            }
        }
        return (rows, careful)
    }

    private static func cursorRows(_ text: [UInt8], range: Range<Int>, _ plan: RowPlan) -> [DecodedRow] {
        var cursor = RowCursor(ByteBlock(copying: text))
        cursor.begin(range: range, delimiter: plan.delimiter)
        var rows: [DecodedRow] = []
        while cursor.next() { rows.append(cursor.decoded(by: plan)) }
        return rows
    }

    // MARK: Random text

    private static func randomPlan(delimiter: UInt8, columns: Int, _ random: inout SeededRandom) -> RowPlan {
        func column() -> Int {
            Int.random(in: 0..<40, using: &random) == 0 ? -1 : Int.random(in: 0..<columns, using: &random)
        }
        var described: [Range<Int>] = []
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let from = Int.random(in: 0..<columns, using: &random)
            described.append(from..<Int.random(in: from...(columns + 1), using: &random))
        }
        return RowPlan(
            delimiter: delimiter, columnCount: columns, identity: column(), time: column(), latitude: column(),
            longitude: column(), described: described)
    }

    /// Up to some windows of rows that mostly have the right columns, with fields in usual, odd and hostile forms.
    private static func randomText(_ plan: RowPlan, _ random: inout SeededRandom) -> [UInt8] {
        var text: [UInt8] = []
        let hostility = Int.random(in: 0...30, using: &random)
        let quoting = [0, 0, 0, 3, 50, 100].randomElement(using: &random) ?? 0
        let length = Int.random(in: 0...(Bool.random(using: &random) ? 600 : 40_000), using: &random)
        let ending: [UInt8] = Bool.random(using: &random) ? [10] : [13, 10]
        while text.count < length {
            for field in 0..<plan.columnCount {
                if field > 0 { text.append(plan.delimiter) }
                let isQuoted = Int.random(in: 0..<100, using: &random) < quoting
                if isQuoted { text.append(34) }
                if field == plan.identity || Int.random(in: 0..<30, using: &random) == 0 {
                    text += Array(randomIdentity(&random).utf8)
                } else if field == plan.time {
                    text += Array(randomTime(&random).utf8)
                } else if field == plan.latitude || field == plan.longitude {
                    text += Array(randomCoordinate(&random).utf8)
                } else {
                    text += [UInt8](repeating: 120, count: Int.random(in: 0...12, using: &random))
                }
                if isQuoted { text.append(34) }
                if Int.random(in: 0..<400, using: &random) < hostility {
                    text += hostileBytes(plan.delimiter, &random)
                }
            }
            text += ending
        }
        // Without a newline at the end, sometimes.
        if Bool.random(using: &random), !text.isEmpty { text.removeLast() }
        return text
    }

    private static func hostileBytes(_ delimiter: UInt8, _ random: inout SeededRandom) -> [UInt8] {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: [34]
        case 1: [34, delimiter]
        case 2: [delimiter, 34]
        case 3: [34, 34]
        case 4: [10]
        case 5: [13, 10, 13, 10]
        case 6: [10, 10, 10]
        case 7: [delimiter]
        case 8: [[0], [32], [13], [0xFF], [0xAF], [0xB0], [9]].randomElement(using: &random) ?? []
        case 9: [UInt8](repeating: 46, count: Int.random(in: 1...9, using: &random))
        case 10: [UInt8](repeating: 57, count: Int.random(in: 1...20, using: &random))
        case 11: [UInt8](repeating: delimiter, count: Int.random(in: 1...300, using: &random))
        case 12: [UInt8](repeating: 10, count: Int.random(in: 1...600, using: &random))
        default:
            [UInt8](repeating: 120, count: Int.random(in: 0...9, using: &random) == 0 ? 40_000 : 70)
        }
    }

    private static func randomIdentity(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
            ["", " ", "a1", "012345678", "0", "60.0", ".0", "219000001.0", "2190000\u{E9}", "-19000001"]
                .randomElement(using: &random) ?? ""
        case 1: String(UInt64.random(in: 0...UInt64.max, using: &random))
        case 2: " \(UInt32.random(in: 200_000_000..<800_000_000, using: &random)) "
        default: String(UInt32.random(in: 100_000_000...999_999_999, using: &random))
        }
    }

    private static func randomTime(_ random: inout SeededRandom) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let minute = two(Int.random(in: 0...3, using: &random))
        let second = two(Int.random(in: 0...61, using: &random))
        switch Int.random(in: 0..<16, using: &random) {
        case 0:
            return ["", "x", "1641168003", "20210701_185151", "2022-02-30T00:00:00", "2022-01-03T00:00:0x"]
                .randomElement(using: &random) ?? ""
        case 1: return "2022-01-03 00:\(minute):\(second).\(Int.random(in: 0...999, using: &random))"
        case 2: return "03/01/2022 00:\(minute):\(second)"
        case 3: return " 2022-01-03T00:\(minute):\(second)Z "
        case 4: return String(repeating: "\u{0}", count: 16) + ":\(second)"
        case 5: return "2022-01-0\(Int.random(in: 2...9, using: &random)) 2\(minute.last ?? "0"):59:\(second)"
        case 6:
            return
                "2022-01-03T\(two(Int.random(in: 0...30, using: &random))):\(two(Int.random(in: 57...61, using: &random))):00"
        default: return "2022-01-03T00:\(minute):\(second)"
        }
    }

    private static func randomCoordinate(_ random: inout SeededRandom) -> String {
        let decimals = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            String(Int.random(in: 0...9, using: &random))
        }.joined()
        let sign = ["", "", "", "-", "-", "+", "--", " "].randomElement(using: &random) ?? ""
        let whole = Int.random(in: 0...(Bool.random(using: &random) ? 90 : 1_100), using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            return [
                "", ".", "-", "-.", "5.", ".5", "1e1", "1.5e-05", "0x1p3", "nan", "1.2.3", "91", "181.0", "-.5", "-5.",
                "-.",
                "--.5", "1000.5", "-1000.5", "0000.5", "-0.0", "9999.9999999", "90.0000000", "90.0000001",
                "-90.0000000",
                "-90.0000001", "180.0000000", "-180.0000001", "00012.5", "5-.5", "5.-5", "-5.5-", "123456.5",
                "12345678.5",
                "4294967296.5", "1234567890123456.5",
            ].randomElement(using: &random) ?? ""
        case 1: return "\(sign)\(whole),\(decimals)"
        case 2: return "\(sign)00\(whole).\(decimals) "
        case 3: return "\(sign)\(whole)"
        default: return "\(sign)\(whole).\(decimals)"
        }
    }
}
