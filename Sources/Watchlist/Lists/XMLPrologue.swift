/// What stands before the root element of an XML file.
///
/// Only a declaration, comments, processing instructions and white space may; a document type declaration could declare
/// entities and name other files, and no list needs one.
struct XMLPrologue {
    private let bytes: [UInt8]
    private var position = 0

    /// Takes the first bytes of a file.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Throws unless an element begins after a harmless prologue.
    func check(path: String, isWholeFile: Bool) throws(WatchlistError) {
        var rest = self
        let message: String? =
            switch rest.readUpToRoot() {
            case .element: nil
            case .declaration where rest.isHTML: Self.webPage
            case .declaration:
                "it has a document type declaration, which no list has and which can name other files: download it again."
            case .end where isWholeFile && bytes.allSatisfy { $0 <= 0x20 }: "it is empty: download it again."
            case .end where isWholeFile: "it ends before its first element: it is cut off; download it again."
            case .end: "its first element does not begin within \(bytes.count) bytes: it is not a list."
            case .other where bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]):
                "it is written in UTF-16: save it as UTF-8."
            case .other: "it is not XML: give the list as its publisher offers it."
            }
        if let message { throw WatchlistError(path: path, message: message) }
        if rest.isHTML { throw WatchlistError(path: path, message: Self.webPage) }
    }

    /// The name of the root element without namespace prefix; nil when no element begins here.
    var rootName: String? {
        var rest = self
        guard case .element = rest.readUpToRoot() else { return nil }
        let name = bytes[(rest.position + 1)...].prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return String(decoding: local, as: UTF8.self)
    }

    private static let webPage =
        "it is a web page, not a list (perhaps the page of an error): download the list again."

    private enum Next { case element, declaration, end, other }

    private mutating func readUpToRoot() -> Next {
        while position < bytes.count {
            if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
                position += 1
            } else if begins("<!--") {
                guard skip(past: "-->") else { return .end }
            } else if begins("<?") {
                guard skip(past: "?>") else { return .end }
            } else if begins("<!") {
                return .declaration
            } else if bytes[position] == UInt8(ascii: "<") {
                guard position + 1 < bytes.count else { return .end }
                let first = bytes[position + 1]
                let isName = first >= 0x80 || first == UInt8(ascii: "_") || (65...90).contains(first & ~0x20)
                return isName ? .element : .other
            } else {
                return .other
            }
        }
        return .end
    }

    /// Whether what begins here is `<html` or `<!DOCTYPE html`, in any case.
    private var isHTML: Bool {
        let text = String(decoding: bytes[position...].prefix(20), as: UTF8.self).lowercased()
        return text.hasPrefix("<html") || text.hasPrefix("<!doctype html")
    }

    private func begins(_ text: StaticString) -> Bool {
        bytes[position...].starts(with: text.description.utf8)
    }

    private mutating func skip(past end: StaticString) -> Bool {
        while position < bytes.count {
            if begins(end) {
                position += end.utf8CodeUnitCount
                return true
            }
            position += 1
        }
        return false
    }
}
