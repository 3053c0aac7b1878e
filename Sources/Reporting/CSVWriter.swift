import MaritimeModel

/// Writes rows of comma-separated values (RFC 4180): cells are quoted where they must be.
struct CSVWriter {
    var output = PieceBuffer()
    private var rowHasCells = false

    mutating func emptyCell() { separate() }

    /// An empty cell for nil.
    mutating func cell(_ text: String?) {
        separate()
        guard let text else { return }
        // Written first and looked at in the bytes, which is quicker than to look at the text.
        let start = output.bytes.count
        output.append(text)
        guard output.bytes[start...].contains(where: CSVWriter.forcesQuotes) else { return }
        output.bytes.removeLast(output.bytes.count - start)
        output.bytes.append(CSVWriter.quote)
        for byte in text.utf8 {
            if byte == CSVWriter.quote { output.bytes.append(CSVWriter.quote) }
            output.bytes.append(byte)
        }
        output.bytes.append(CSVWriter.quote)
    }

    mutating func cell(_ value: Int?) {
        separate()
        if let value { appendInteger(value, to: &output.bytes) }
    }

    mutating func cell(_ id: EventID) {
        separate()
        appendID("sts-", id.number, to: &output.bytes)
    }

    /// An empty cell for nil.
    mutating func cell(_ id: OperationID?) {
        separate()
        if let id { appendID("op-", id.number, to: &output.bytes) }
    }

    /// Cells that another writer has written.
    mutating func readyCells(_ bytes: ArraySlice<UInt8>) {
        separate()
        output.bytes.append(contentsOf: bytes)
    }

    mutating func cell(_ value: Timestamp) {
        separate()
        value.appendISO8601(to: &output.bytes)
    }

    /// An empty cell for nil and for what is not finite.
    mutating func cell(_ value: Double?, decimals: Int, trimmed: Bool = false) {
        separate()
        if let value { appendDecimal(value, decimals: decimals, trimmed: trimmed, to: &output.bytes) }
    }

    mutating func endRow() {
        output.bytes.append(UInt8(ascii: "\n"))
        rowHasCells = false
    }

    private mutating func separate() {
        if rowHasCells { output.bytes.append(UInt8(ascii: ",")) }
        rowHasCells = true
    }

    private static let quote = UInt8(ascii: "\"")

    /// Commas, quotes and both line ends.
    private static func forcesQuotes(_ byte: UInt8) -> Bool {
        byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
