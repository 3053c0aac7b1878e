/// A list of texts in one column, as a JSON array (RFC 8259), so that other programs can take it apart too.
enum StoredTexts {
    /// The texts as JSON; nil for none.
    static func encode(_ texts: [String]) -> String? {
        guard !texts.isEmpty else { return nil }
        var json = "["
        for (position, text) in texts.enumerated() {
            if position > 0 { json += "," }
            json += "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"", "\\": json += "\\\(scalar)"
                case _ where scalar.value < 0x20:
                    let digits = String(scalar.value, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                default: json.unicodeScalars.append(scalar)
                }
            }
            json += "\""
        }
        return json + "]"
    }

    /// The texts, or nil when `encode` does not write such a text. Complexity: O(n).
    static func decode(_ json: String?) -> [String]? {
        guard let json else { return [] }
        var texts: [String] = []
        var bytes = json.utf8.makeIterator()
        guard bytes.next() == UInt8(ascii: "[") else { return nil }
        while true {
            guard bytes.next() == UInt8(ascii: "\"") else { return nil }
            guard let text = string(&bytes) else { return nil }
            texts.append(text)
            switch bytes.next() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "]"): return bytes.next() == nil ? texts : nil
            default: return nil
            }
        }
    }

    /// The text up to the closing quotation mark.
    private static func string(_ bytes: inout String.UTF8View.Iterator) -> String? {
        var text: [UInt8] = []
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = bytes.next() else { return nil }
                if escaped == UInt8(ascii: "u") {
                    // Only control characters are written so.
                    guard bytes.next() == UInt8(ascii: "0"), bytes.next() == UInt8(ascii: "0"),
                        let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit), high < 2
                    else { return nil }
                    text.append(high << 4 | low)
                } else {
                    text.append(escaped)
                }
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
