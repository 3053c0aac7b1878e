import ByteInput
import Foundation

/// Finds out which XML list a file is, by the name of its root element.
///
/// Only the beginning is looked at: the readers stream such files, of which the largest would fill the memory.
enum XMLListFinding {
    typealias Reader = @Sendable (_ path: String) throws(WatchlistError) -> [SanctionsList]

    /// The lists that are known, by root element.
    static let readers: [String: Reader] = [
        OFACListXML.root: { (path) throws(WatchlistError) in [try OFACListXML.read(path)] },
        OFACAdvancedXML.root: { (path) throws(WatchlistError) in [try OFACAdvancedXML.read(path)] },
        UNConsolidatedXML.root: { (path) throws(WatchlistError) in [try UNConsolidatedXML.read(path)] },
        UKListXML.root: { (path) throws(WatchlistError) in [try UKListXML.read(path)] },
        EUListXML.root: { (path) throws(WatchlistError) in [try EUListXML.read(path)] },
    ]

    /// What is accepted, for messages.
    static let accepted =
        "OFAC's sdn.xml and sdn_advanced.xml, the consolidated list of the UN, the UK Sanctions List, the EU's list"

    /// What a file's beginning shows.
    enum Kind {
        /// An XML list that is known.
        case list(Reader)
        /// XML, but no list that is known; with the root element's name when there is one.
        case unknown(root: String?)
        case notXML
    }

    /// Looks at the beginning of a regular file; what cannot be opened is left to the reader that reports it.
    static func kind(of path: String) -> Kind {
        guard isRegular(path), let file = FileHandle(forReadingAtPath: path) else { return .notXML }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: FileSummary.beginningLimit) else { return .notXML }
        return kind(ofBeginning: Array(data))
    }

    static func kind(ofBeginning bytes: [UInt8]) -> Kind {
        var start = bytes[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        guard start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return .notXML }
        guard let root = XMLPrologue(bytes).rootName else { return .unknown(root: nil) }
        return readers[root].map(Kind.list) ?? .unknown(root: root)
    }

    /// Reading the beginning of a pipe would take it from the reader that comes after.
    static func isRegular(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }
}
