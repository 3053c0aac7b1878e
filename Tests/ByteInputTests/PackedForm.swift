import Foundation
import Testing

/// A way to pack a file, with the tools that do it.
struct PackedForm: CustomTestStringConvertible, Sendable {
    var name: String
    /// Commands that make `packed` from `data.csv` in the current folder.
    var commands: [[String]]
    /// Programs that those commands call.
    var needs: [String] = []
    /// Whether the result is an archive with a member `data.csv`.
    var isArchive = false

    var testDescription: String { name }
    var isPossible: Bool { Tool.areHere(commands.compactMap(\.first) + needs) }

    /// Packs some bytes and returns the packed bytes.
    func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "data.csv")
        for command in commands { try Tool.run(command, in: folder) }
        return try contents(of: folder("packed"))
    }

    static let gzip = PackedForm(name: "gzip", commands: [["gzip", "data.csv"], ["mv", "data.csv.gz", "packed"]])
    static let zstd = PackedForm(name: "zstd", commands: [["zstd", "-q", "data.csv", "-o", "packed"]])
    static let xz = PackedForm(name: "xz", commands: [["xz", "data.csv"], ["mv", "data.csv.xz", "packed"]])
    static let bzip2 = PackedForm(name: "bzip2", commands: [["bzip2", "data.csv"], ["mv", "data.csv.bz2", "packed"]])
    static let zip = PackedForm(
        name: "zip", commands: [["zip", "-q", "packed.zip", "data.csv"], ["mv", "packed.zip", "packed"]], isArchive: true)
    static let storedZip = PackedForm(
        name: "zip -0", commands: [["zip", "-q0", "packed.zip", "data.csv"], ["mv", "packed.zip", "packed"]],
        isArchive: true)
    static let tar = PackedForm(name: "tar", commands: [["tar", "cf", "packed", "data.csv"]], isArchive: true)
    static let tarGzip = PackedForm(
        name: "tar.gz", commands: [["tar", "czf", "packed", "data.csv"]], needs: ["gzip"], isArchive: true)
    static let tarZstd = PackedForm(
        name: "tar.zst",
        commands: [["tar", "cf", "packed.tar", "data.csv"], ["zstd", "-q", "packed.tar", "-o", "packed"]],
        isArchive: true)
    static let tarXZ = PackedForm(
        name: "tar.xz", commands: [["tar", "cJf", "packed", "data.csv"]], needs: ["xz"], isArchive: true)
    static let tarBzip2 = PackedForm(
        name: "tar.bz2", commands: [["tar", "cjf", "packed", "data.csv"]], needs: ["bzip2"], isArchive: true)

    static let streams = [gzip, zstd, xz, bzip2]
    static let all = streams + [zip, storedZip, tar, tarGzip, tarZstd, tarXZ, tarBzip2]
    /// Those that can be packed here; the rest is left out, with a word on standard error.
    static let allHere = here(all)
    static let streamsHere = here(streams)

    private static func here(_ forms: [PackedForm]) -> [PackedForm] {
        for form in forms where !form.isPossible {
            FileHandle.standardError.write(Data("\(form.name) is not tested: its tools are not installed\n".utf8))
        }
        return forms.filter(\.isPossible)
    }
}
