import ByteInput
import Foundation
import MaritimeModel

/// Reads entities in the FollowTheMoney model, one JSON object a line, as OpenSanctions exports them.
///
/// Things (Vessel, Company, Person, ...) become parties, relations (Ownership, Directorship, UnknownLink, Representation)
/// links, and a Sanction makes its entity designated, with its dates. A thing without one is designated only when its
/// topics say `sanction`; otherwise it is recorded for the sake of its links. Source: FollowTheMoney, "Schema reference".
enum FollowTheMoneyList {
    /// Whether the beginning of a file is an entity on a line of its own.
    static func isBeginning(_ bytes: some Sequence<UInt8>) -> Bool {
        let text = String(decoding: Array(bytes.prefix(65_536)), as: UTF8.self)
        let line = text.prefix { !$0.isNewline }
        return line.trimmed.hasPrefix("{") && line.contains("\"schema\"") && line.contains("\"id\"")
    }

    /// Whether a regular file begins so; what cannot be opened is left to the reader that reports it.
    static func isList(_ path: String) -> Bool {
        guard FileManager.default.isReadableFile(atPath: path), XMLListFinding.isRegular(path),
            let file = FileHandle(forReadingAtPath: path)
        else { return false }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: 65_536) else { return false }
        return isBeginning(data)
    }

    /// Reads the file line by line. Throws when it cannot be read, a line is no JSON, or nothing in it is a party.
    ///
    /// Complexity: O(bytes) time; memory for one block of the file and the parties.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        let summary: FileSummary
        do { summary = try FileSummary(path: path) } catch { throw WatchlistError(error) }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw WatchlistError(path: path, message: "it could not be opened: check the file and its rights.")
        }
        defer { try? file.close() }
        var collection = FollowTheMoneyCollection()
        let decoder = JSONDecoder()
        var (rest, line) = (Data(), 0)
        func take(_ bytes: Data) throws(WatchlistError) {
            line += 1
            if bytes.allSatisfy({ $0 <= 0x20 }) { return }
            guard let entity = try? decoder.decode(FollowTheMoneyLine.self, from: bytes) else {
                throw WatchlistError(
                    path: path, line: line,
                    message:
                        "the line is no entity of FollowTheMoney in JSON: the file is cut off or another; download it again."
                )
            }
            collection.add(entity)
        }
        while true {
            let block: Data?
            do { block = try file.read(upToCount: 1 << 20) } catch {
                throw WatchlistError(path: path, message: "it could not be read to its end: try again.")
            }
            guard let block, !block.isEmpty else { break }
            rest.append(block)
            guard let last = rest.lastIndex(of: 0x0A) else { continue }
            for bytes in rest[...last].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
                try take(bytes)
            }
            rest = Data(rest[(last + 1)...])
        }
        if !rest.isEmpty { try take(rest) }
        guard summary.isUnchanged else {
            throw WatchlistError(path: path, message: "it changed while it was read: try again when it is complete.")
        }
        return try collection.list(path: path, file: CheckedList.ListFile(summary))
    }
}
