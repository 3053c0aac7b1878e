import MaritimeModel

/// Writes JSON (RFC 8259) straight into bytes: values in the order of the calls, commas by itself.
///
/// Objects and arrays are closures, so they are always closed. Text stays UTF-8; escaped are quotes, backslashes, all
/// control characters (C0, DEL and C1, which could steer a terminal) and U+2028/U+2029 (line ends to some readers).
struct JSONWriter {
    var output = PieceBuffer()
    private var needsComma = false

    // MARK: Structure

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        elements(&self)
        close(UInt8(ascii: "]"))
    }

    mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
        self.key(key)
        object(members)
    }

    mutating func array(_ key: String, _ elements: (inout JSONWriter) -> Void) {
        self.key(key)
        array(elements)
    }

    /// Text as it is, for the frame around streamed values; no comma comes before or after it.
    mutating func raw(_ text: String) {
        output.append(text)
        needsComma = false
    }

    // MARK: Members

    mutating func null(_ key: String) {
        self.key(key)
        null()
    }

    mutating func field(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    mutating func field(_ key: String, _ id: EventID) {
        self.key(key)
        quoted("sts-", id.number)
    }

    mutating func field(_ key: String, _ id: OperationID?) {
        self.key(key)
        if let id { quoted("op-", id.number) } else { null() }
    }

    private mutating func quoted(_ prefix: String, _ number: UInt64) {
        separate()
        output.bytes.append(UInt8(ascii: "\""))
        appendID(prefix, number, to: &output.bytes)
        output.bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func field(_ key: String, _ value: Int?) {
        self.key(key)
        if let value { integer(value) } else { null() }
    }

    mutating func field(_ key: String, _ value: Bool) {
        self.key(key)
        literal(value ? "true" : "false")
    }

    mutating func field(_ key: String, _ value: Timestamp?) {
        self.key(key)
        guard let value else { return null() }
        separate()
        output.bytes.append(UInt8(ascii: "\""))
        value.appendISO8601(to: &output.bytes)
        output.bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func field(_ key: String, _ value: CivilDate?) { field(key, value?.iso8601) }

    /// A number with exactly so many decimals.
    mutating func field(_ key: String, _ value: Double?, decimals: Int) {
        self.key(key)
        number(value, decimals: decimals)
    }

    /// A number with at most so many decimals, without zeros at its end.
    mutating func field(_ key: String, _ value: Double?, atMost decimals: Int) {
        self.key(key)
        number(value, decimals: decimals, trimmed: true)
    }

    mutating func field(_ key: String, _ values: [String]) {
        array(key) { json in
            for value in values { json.string(value) }
        }
    }

    // MARK: Values

    mutating func string(_ text: String) {
        separate()
        appendQuoted(text)
        needsComma = true
    }

    mutating func integer(_ value: Int) {
        separate()
        appendInteger(value, to: &output.bytes)
        needsComma = true
    }

    mutating func null() { literal("null") }

    /// Null when the value is nil, infinite or not a number.
    mutating func number(_ value: Double?, decimals: Int, trimmed: Bool = false) {
        guard let value, value.isFinite else { return null() }
        separate()
        appendDecimal(value, decimals: decimals, trimmed: trimmed, to: &output.bytes)
        needsComma = true
    }

    // MARK: Bytes

    private mutating func key(_ key: String) {
        separate()
        appendQuoted(key)
        output.bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func literal(_ text: String) {
        separate()
        output.append(text)
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        output.bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        output.bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { output.bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func appendQuoted(_ text: String) {
        output.bytes.append(UInt8(ascii: "\""))
        let bytes = text.utf8.span
        var isPlain = true
        for place in bytes.indices { isPlain = isPlain && JSONWriter.needsNoCare(bytes[place]) }
        if isPlain {
            output.append(text)
        } else {
            for scalar in text.unicodeScalars { appendEscaped(scalar) }
        }
        output.bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte can only belong to text that needs no escape: C2 may begin a C1 control, E2 a line separator.
    private static func needsNoCare(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
    }

    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x22: output.append("\\\"")
        case 0x5C: output.append("\\\\")
        case 0x08: output.append("\\b")
        case 0x09: output.append("\\t")
        case 0x0A: output.append("\\n")
        case 0x0C: output.append("\\f")
        case 0x0D: output.append("\\r")
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
            let digits = String(scalar.value, radix: 16)
            output.append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
        default: output.bytes.append(contentsOf: scalar.utf8)
        }
    }
}
