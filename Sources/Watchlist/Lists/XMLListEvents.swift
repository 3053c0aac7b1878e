import Foundation
import FoundationXML

/// Turns the calls of Foundation's parser into those of a list's handler, and keeps the first fault.
///
/// It is called some million times for the largest list: text that nobody wants is not kept.
final class XMLListEvents<Handler: XMLListHandler>: XMLParserDelegate {
    /// The first fault, with its line when that is known.
    private(set) var fault: (line: Int?, message: String)?
    private(set) var rootHasEnded = false

    /// Before the handler, so that where it lies does not depend on the handler's type: much text comes by in vain.
    private var open = XMLOpenElements()
    private let roots: Set<String>
    private var handler: Handler

    init(_ handler: Handler, roots: Set<String>) {
        self.handler = handler
        self.roots = roots
    }

    /// Gives the handler away; this object must not be used for parsing afterwards.
    func takeHandler(replacement: Handler) -> Handler {
        let taken = handler
        handler = replacement
        return taken
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard fault == nil else { return }
        let name = Self.localName(elementName)
        if open.path.isEmpty, !roots.contains(name) {
            let expected = roots.sorted().map { "<\($0)>" }.joined(separator: " or ")
            return stop(
                parser,
                "it begins with <\(name.prefix(40))> where \(expected) is expected: it is not a list of this format.")
        }
        do throws(XMLListFault) {
            open.begin(name)
            open.want(try handler.begin(open.path, attributes: attributes))
        } catch {
            stop(parser, error.message)
        }
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard fault == nil, let text = open.takeText() else { return }
        do throws(XMLListFault) {
            try handler.end(open.path, text: text)
            if open.end() { rootHasEnded = true }
        } catch {
            stop(parser, error.message)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        open.append(string)
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        open.append(String(decoding: block, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?, systemID: String?
    ) {
        stop(parser, "it refers to another file (the entity \(name)): lists have no such entities; download it again.")
    }

    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
        stop(parser, "it declares the entity \(name): lists have no entities; download it again.")
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let error = error as NSError
        if Self.harmlessCodes.contains(error.code) { return }
        let words = error.localizedDescription.trimmed
        stop(parser, "it is not well-formed XML (\(Self.reason(error.code) ?? words)): download it again.")
    }

    private func stop(_ parser: XMLParser, _ message: String) {
        guard fault == nil else { return }
        fault = (parser.lineNumber > 0 ? parser.lineNumber : nil, message)
        parser.abortParsing()
    }

    /// Remarks of libxml2 about `xml:lang` and about namespace addresses, which are not used here.
    ///
    /// Source: libxml2, `xmlerror.h`: XML_WAR_LANG_VALUE, XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE, XML_WAR_NS_COLUMN.
    private static var harmlessCodes: Set<Int> { [98, 99, 100, 106] }

    /// The commonest faults in words. Source: libxml2, `xmlerror.h`.
    private static func reason(_ code: Int) -> String? {
        switch code {
        case 4: "it is empty"
        case 5, 77: "it ends in the middle of an element: it is cut off"
        case 9, 81: "a byte that is no character of its encoding"
        case 26, 27: "an unknown entity"
        case 38...41, 65...75: "a tag that is cut off or not written as it must be"
        case 76: "an end tag that does not match its beginning"
        default: nil
        }
    }

    /// The name behind a namespace prefix.
    private static func localName(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ":")), let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else {
            return name
        }
        return String(name[name.index(after: colon)...])
    }
}

/// Which elements are open, and the texts of those whose text is wanted.
private struct XMLOpenElements {
    private(set) var path: [String] = []
    private var isWanted: [Bool] = []
    private var texts: [String] = []

    init() {
        path.reserveCapacity(32)
    }

    mutating func begin(_ name: String) { path.append(name) }

    /// Says whether the text of the element that was begun last is wanted.
    mutating func want(_ wanted: Bool) {
        isWanted.append(wanted)
        if wanted { texts.append("") }
    }

    /// The text of the innermost element, which is about to end, without white space around it.
    mutating func takeText() -> String? {
        // More ends than beginnings cannot come from the parser; nothing depends on that.
        guard let wanted = isWanted.popLast() else { return nil }
        guard wanted, let text = texts.popLast() else { return "" }
        // Nearly all texts have none, and looking at bytes is cheaper than at characters.
        guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
        return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last) ? text : text.trimmed
    }

    /// Returns whether it was the root element.
    mutating func end() -> Bool {
        path.removeLast()
        return path.isEmpty
    }

    mutating func append(_ text: String) {
        guard isWanted.last == true else { return }
        texts[texts.count - 1] += text
    }
}
