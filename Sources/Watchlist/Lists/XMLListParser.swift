import ByteInput
import Foundation
import FoundationXML
import MaritimeModel

/// What a reader of an XML list does with the elements of its file, in the order of the file.
///
/// Names are without namespace prefix. `path` holds the names from the root down to the element itself. An
/// `XMLListFault` stops the reading and refuses the file; the line is added by the parser.
protocol XMLListHandler {
    /// An element begins; returns whether the text directly inside it is wanted at its end.
    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool

    /// An element ends; the text has no white space around it and is empty when it was not wanted.
    mutating func end(_ path: [String], text: String) throws(XMLListFault)
}

/// Why a handler refuses its file: a sentence that tells the user what to do.
struct XMLListFault: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Reads an XML list as a stream of elements and refuses files that are not whole.
///
/// Foundation's parser repairs what it can: it calls truncated and even empty documents a success. Therefore every
/// error it meets counts, and the root element must have been closed. A document type declaration is refused before
/// anything is parsed, so there are no entities to expand and nothing outside the file is asked for.
enum XMLListParser {
    /// Passes all elements of a file to `handler`; returns what to say about the file.
    ///
    /// - Parameter roots: the names that the root element may have.
    ///
    /// Throws when the file cannot be read, is empty, truncated, no XML, or has another root. Complexity: O(n) time;
    /// memory for one block of the file and what the handler keeps.
    static func read(
        _ path: String, roots: Set<String>, into handler: inout some XMLListHandler
    ) throws(WatchlistError) -> CheckedList.ListFile {
        let summary: FileSummary
        do {
            summary = try FileSummary(path: path)
        } catch {
            throw WatchlistError(error)
        }
        try XMLPrologue(summary.beginning).check(path: path, isWholeFile: summary.byteCount == summary.beginning.count)

        guard let parser = XMLParser(contentsOf: URL(fileURLWithPath: path)) else {
            throw WatchlistError(path: path, message: "it could not be opened: check the file and its rights.")
        }
        let events = XMLListEvents(handler, roots: roots)
        parser.delegate = events
        let succeeded = parser.parse()
        // Emptied first, so that the handler's own arrays are not copied while two hold them.
        handler = events.takeHandler(replacement: handler)
        if let fault = events.fault { throw WatchlistError(path: path, line: fault.line, message: fault.message) }
        guard events.rootHasEnded else {
            throw WatchlistError(
                path: path, line: parser.lineNumber > 0 ? parser.lineNumber : nil,
                message: "it ends before its last element is closed: it is cut off; download it again.")
        }
        guard succeeded, parser.parserError == nil else {
            throw WatchlistError(path: path, message: "it could not be read to its end: download it again.")
        }
        guard summary.isUnchanged else {
            throw WatchlistError(path: path, message: "it changed while it was read: try again when it is complete.")
        }
        return CheckedList.ListFile(summary)
    }
}

extension CheckedList.ListFile {
    init(_ summary: FileSummary) {
        self.init(
            path: summary.path, bytes: summary.byteCount, sha256: summary.sha256,
            modified: Timestamp(secondsSince1970: summary.modifiedSecondsSince1970))
    }
}
