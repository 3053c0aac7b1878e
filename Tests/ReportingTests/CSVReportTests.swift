import MaritimeModel
import Testing

@testable import Reporting

struct CSVReportTests {
    @Test
    func everyRowHasACellForEveryColumn() {
        let rows = table(rendered(.csv))
        #expect(rows.count == SampleReport.events.count + 1)
        #expect(rows.allSatisfy { $0.count == CSVReport.columns.count })
        #expect(Set(CSVReport.columns).count == CSVReport.columns.count)
    }

    @Test
    func cellsHoldTheDataUnaltered() throws {
        let rows = table(rendered(.csv))
        let hostile = try #require(rows.first { $0[0] == "sts-0000000000000005" })
        func cell(_ column: String) throws -> String { hostile[try #require(rows[0].firstIndex(of: column))] }
        #expect(try cell("vessel_a_name").unicodeScalars.elementsEqual(SampleReport.hostileName.unicodeScalars))
        #expect(try cell("vessel_b_name") == SampleReport.wideName)
        #expect(try cell("port_country") == SampleReport.longName)
        #expect(try cell("further_vessels") == "zz")
        #expect(try cell("longitude") == "-179.5000000")
    }

    @Test(arguments: [
        ("=1+1", "=1+1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
        ("", ""),
        (" a b ", " a b "),
    ])
    func cellsAreQuotedWhereTheyMustBe(text: String, expected: String) {
        var row = CSVWriter()
        row.cell(text)
        row.cell(nil as String?)
        row.cell(Double.nan, decimals: 2)
        row.endRow()
        #expect(
            String(decoding: row.output.bytes, as: UTF8.self).unicodeScalars.elementsEqual(
                "\(expected),,\n".unicodeScalars))
    }

    /// RFC 4180 read back, byte by byte.
    private func table(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        var closing = false
        for byte in text.utf8 {
            if quoted {
                if byte == UInt8(ascii: "\"") {
                    quoted = false
                    closing = true
                } else {
                    cell.append(byte)
                }
            } else if byte == UInt8(ascii: "\"") {
                if closing { cell.append(byte) }
                quoted = true
                closing = false
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                closing = false
                if byte == UInt8(ascii: "\n") {
                    rows.append(row)
                    row = []
                }
            } else {
                cell.append(byte)
            }
        }
        return rows
    }
}
