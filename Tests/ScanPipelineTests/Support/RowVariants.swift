import Foundation
import TestSupport
import Testing

/// The rows of one track file, and other ways to store the same rows.
struct RowVariants {
    let header: Substring
    let rows: [Substring]
    /// Which field names the vessel.
    let idColumn: Int

    /// - Parameter text: a header and rows, ended by line feeds or CRLF.
    init(of text: String, idColumn: Int) {
        // By bytes: as characters it takes ten times as long.
        let lines = text.utf8.split { $0 == 10 || $0 == 13 }.map(Substring.init)
        header = lines.first ?? ""
        rows = Array(lines.dropFirst())
        self.idColumn = idColumn
    }

    /// The rows of a stored file, unpacked by the tool of its format.
    init(unpacking path: String, with tool: [String], idColumn: Int) throws {
        let outcome = try ProgramRunner(path: "/usr/bin/env").run(tool + [path])
        try #require(outcome.exitCode == 0, "\(tool) \(path): \(outcome.errorText)")
        self.init(of: outcome.text, idColumn: idColumn)
    }

    /// A file of some of the rows.
    func file(_ rows: [Substring], lineEnd: String = "\n") -> String {
        ([header] + rows).joined(separator: lineEnd) + lineEnd
    }

    /// The rows in an order drawn from the seed.
    func shuffled(seed: UInt64) -> [Substring] {
        var random = SplitMix64(seed: seed)
        var rows = rows
        for index in rows.indices.dropFirst() {
            rows.swapAt(index, random.integer(in: 0...index))
        }
        return rows
    }

    /// The rows dealt out by turns.
    func dealt(into count: Int) -> [[Substring]] {
        (0..<count).map { part in rows.indices.filter { $0 % count == part }.map { rows[$0] } }
    }

    /// The rows in runs as they stand, of unequal length.
    func cut(into count: Int) -> [[Substring]] {
        let ends = (0...count).map { rows.count * $0 * $0 / (count * count) }
        return zip(ends, ends.dropFirst()).map { Array(rows[$0..<$1]) }
    }

    /// The rows of some vessels in one file, of the others in another; and so on.
    func byVessel(into count: Int) -> [[Substring]] {
        var parts = Array(repeating: [Substring](), count: count)
        for row in rows {
            let fields = row.utf8.split(separator: 44, maxSplits: idColumn + 1, omittingEmptySubsequences: false)
            let sum = fields[min(idColumn, fields.count - 1)].reduce(0) { ($0 * 31 + Int($1)) % 65_521 }
            parts[sum % count].append(row)
        }
        return parts
    }
}
