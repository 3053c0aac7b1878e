/// Indented XML on its way to a file.
struct XMLText {
    private(set) var bytes: [UInt8] = []
    private var open: [StaticString] = []

    /// Starts an element; `attributes` are written as they stand.
    mutating func begin(_ name: StaticString, _ attributes: String = "") {
        indent()
        append("<", name, attributes.isEmpty ? "" : " ", attributes, ">\n")
        open.append(name)
    }

    /// Ends the element that was started last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        append("</", name, "", "", ">\n")
    }

    /// Writes an element that holds nothing, or a text.
    mutating func leaf(_ name: StaticString, _ attributes: String = "", text: String? = nil) {
        indent()
        append("<", name, attributes.isEmpty ? "" : " ", attributes, text == nil ? " />\n" : ">")
        guard let text else { return }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            default: bytes.append(byte)
            }
        }
        append("</", name, "", "", ">\n")
    }

    /// Writes a line as it stands.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Gives the bytes away that were written so far.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.count * 2))
    }

    private mutating func append(
        _ before: String, _ name: StaticString, _ space: String, _ attributes: String, _ after: String
    ) {
        bytes.append(contentsOf: before.utf8)
        bytes.append(contentsOf: name.description.utf8)
        bytes.append(contentsOf: space.utf8)
        bytes.append(contentsOf: attributes.utf8)
        bytes.append(contentsOf: after.utf8)
    }
}
