import ByteInput
import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

/// The quick way to read a house list says what the plain one says, whatever stands in the rows.
struct HouseListScanTests {
    private static let header = [
        "imo", "mmsi", "name", "list", "entry", "programme", "listed_on", "type", "company_imo", "call_sign", "flag",
        "alias", "owner", "since", "listed", "other",
    ]
    /// Cells by column: plain ones, and all that is wrong with others.
    private static let cells: [String: [String]] = [
        "imo": ["9108099", "", "9187629", "IMO 9187629", "9187620", "6414273", "15411", " 9108099", "0", "n/a"],
        "mmsi": ["511101457", "", "111111111", "51110145", "511101457.0", "MMSI 511101457"],
        "name": [
            "GAS MARYAM", "", "Gas Maryam 2", "ДИМА", " X", "\"A, B\"", "\"say \"\"so\"\"\"", "É", "A\u{A0}",
            "\"two\nlines\"",
        ],
        "list": ["ONE", "ONE", "ONE", "TWO", "", " ONE", "ÖL"],
        "listed_on": ["2020-01-05", "", "2020-02-30", "2020-02-29", "5.1.2020", "2020-13-01"],
        "type": ["vessel", "", "Company", "PERSON", "aircraft", "organization", "ship"],
        "company_imo": ["", "6414273", "6414274", "IMO 6414273"],
        "call_sign": ["", "T8A4824", "t8-a4824", "ab", "AAAA", "É3X9"],
        "alias": ["", "ONE MORE", "A; B|C", " ; ", "Ж;Z", "x ;y"],
        "owner": ["", "DIMA", "IMO 6414273", "A;B"],
        "since": ["", "2019-01-01", "soon"],
        "listed": ["", "yes", "NO", "perhaps", "1"],
    ]

    private static func file(_ random: inout SplitMix64) -> String {
        let columns = header.filter { $0 == "imo" || $0 == "list" || random.integer(in: 0...3) > 0 }
        let delimiter = [",", ";", "\t"][random.integer(in: 0...2)]
        // A quarter of the cells is taken from all, the others are plain.
        func cell(_ column: String) -> String {
            guard let known = cells[column] else { return random.integer(in: 0...1) == 0 ? "" : "some thing" }
            return known[
                random.integer(in: 0...3) == 0 ? random.integer(in: 0...(known.count - 1)) : random.integer(in: 0...1)]
        }
        let ends = ["\n", "\n", "\r\n", "\r"]
        var text = columns.joined(separator: delimiter) + "\n"
        for _ in 0..<random.integer(in: 1...40) {
            var row = columns.map(cell).joined(separator: delimiter)
            switch random.integer(in: 0...30) {
            case 0: row = ""
            case 1: row += delimiter + "too much"
            case 2: row = "  "
            case 3: row = String(repeating: delimiter, count: columns.count - 1)
            case 4: row = String(row.prefix(12)).replacing("\"", with: "")
            default: break
            }
            text += row + ends[random.integer(in: 0...3)]
        }
        return text
            + ["", "\u{1A}", "\u{1A}\r\n", "\"never closed"][
                random.integer(in: 0...8) % 4 == 3 ? 3 : random.integer(in: 0...2)]
    }

    @Test func bothWaysToReadAHouseListAgree() throws {
        let folder = try TemporaryFolder()
        var (lists, refused) = (0, 0)
        for seed in UInt64(1)...150 {
            var random = SplitMix64(seed: seed)
            let path = try folder.write("list.csv", Self.file(&random))
            let contents = try FileContents(path: path)
            let table = try #require(ListTable(header: contents.bytes))
            let slow = Result { () throws(WatchlistError) in try HouseListCSV.read(contents, table: table) }
            let fast = Result { () throws(WatchlistError) in try HouseListScan.lists(contents, table: table) }
            switch (slow, fast) {
            case (.success(let slow), .success(let fast)):
                try #require(slow.count == fast.count, "seed \(seed)")
                for (slow, fast) in zip(slow, fast) {
                    lists += 1
                    let whole = ReadParties(slow)
                    let signs = ["T8A4824", "É3X9"].compactMap(CallSignMatcher.normalised).map(ByteHash.of)
                    expectSame(
                        fast, whole, keys: [9_108_099, 9_187_629, 6_414_273, 511_101_457, 2_187_620] + signs,
                        at: { $0 },
                        "seed \(seed), list \(slow.name)")
                }
            case (.failure(let slow), .failure(let fast)):
                refused += 1
                #expect(slow == fast, "seed \(seed)")
            default: Issue.record("seed \(seed): only one way refuses the list")
            }
        }
        #expect(lists > 200 && refused > 8, "\(lists) lists, \(refused) refused")
    }

    @Test func aListThatIsAskedForByItsPathIsReadTheQuickWay() throws {
        try withFolder(["a.csv": "imo,name,list\n9108099,GAS MARYAM,L\n"]) { folder in
            for path in [folder, "\(folder)/a.csv"] {
                let sources = try ListFinding.sources(at: path)
                #expect(sources.count == 1 && sources.first is HouseListParties)
            }
        }
    }
}
