import Foundation
import Testing

@testable import Reporting

struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.output.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", "\"plain\""),
        ("\"quoted\" \\ back", "\"\\\"quoted\\\" \\\\ back\""),
        ("\u{8}\t\n\u{C}\r", "\"\\b\\t\\n\\f\\r\""),
        ("\u{0}\u{1B}\u{1F}", "\"\\u0000\\u001b\\u001f\""),
        ("\u{7F}\u{80}\u{9B}\u{9F}\u{A0}", "\"\\u007f\\u0080\\u009b\\u009f\u{A0}\""),
        ("a\u{2027}\u{2028}\u{2029}\u{202A}", "\"a\u{2027}\\u2028\\u2029\u{202A}\""),
        ("Ærø Москва 長春 🚢 é/", "\"Ærø Москва 長春 🚢 é/\""),
        ("\r\n", "\"\\r\\n\""),
    ])
    func textIsEscapedAndStaysUTF8(text: String, expected: String) throws {
        #expect(written { $0.string(text) } == expected)
        let back = try JSONSerialization.jsonObject(with: Data(expected.utf8), options: .fragmentsAllowed)
        #expect(back as? String == text)
    }

    @Test
    func everyCharacterBelowU3000ReadsBackAsItself() throws {
        let all = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        let text = written { $0.string(all) }
        let back = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        let same = (back as? String).map { Array($0.unicodeScalars) == Array(all.unicodeScalars) }
        #expect(same == true)
        #expect(!text.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    }

    @Test
    func commasStandBetweenValuesAndNowhereElse() {
        let text = written { json in
            json.object { json in
                json.object("empty") { _ in }
                json.array("list") { json in
                    json.integer(1)
                    json.array { _ in }
                    json.object { json in json.field("a", true) }
                    json.null()
                }
                json.field("b", nil as String?)
                json.field("c", ["x", "y"])
                json.field("d", 1.25, decimals: 1)
            }
        }
        #expect(text == #"{"empty":{},"list":[1,[],{"a":true},null],"b":null,"c":["x","y"],"d":1.3}"#)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -.nan, .signalingNaN])
    func whatIsNoNumberIsNull(value: Double) {
        #expect(written { $0.number(value, decimals: 3) } == "null")
    }
}
