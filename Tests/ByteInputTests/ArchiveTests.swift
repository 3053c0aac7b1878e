import Foundation
import Testing

@testable import ByteInput

struct ArchiveTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// Puts members, hidden files and folders on the disk.
    private func writeMembers() throws -> [(name: String, bytes: [UInt8])] {
        let members = [("a.csv", sampleRows(3_000, seed: 1)), ("sub/b.csv", sampleRows(10, seed: 2)), ("sub/c.csv", [])]
        for (name, bytes) in members { try folder.write(bytes, to: name) }
        try folder.write([1, 2, 3], to: "__MACOSX/a.csv")
        try folder.write([1, 2, 3], to: "sub/.hidden.csv")
        try folder.write([1, 2, 3], to: "._a.csv")
        return members
    }

    @Test(arguments: [
        ["tar", "cf", "archive", "__MACOSX", "._a.csv", "a.csv", "sub/b.csv", "sub/c.csv", "sub/.hidden.csv"],
        ["tar", "czf", "archive", "--format=pax", "./__MACOSX", "./._a.csv", "./a.csv", "./sub/b.csv", "./sub/c.csv"],
        ["zip", "-q", "archive.zip", "__MACOSX", "__MACOSX/a.csv", "a.csv", "sub", "sub/b.csv", "sub/c.csv", "._a.csv"],
    ])
    func allMembersComeInOrderAndHiddenOnesDoNot(command: [String]) throws {
        guard Tool.areHere([command[0], "gzip"]) else { return }
        let members = try writeMembers()
        try Tool.run(command, in: folder)
        let result = readAll(folder(command[0] == "zip" ? "archive.zip" : "archive"))
        #expect(result.errors.isEmpty, "\(result.errors)")
        let names = result.members.map { ($0.name ?? "").replacing(/^\.\//, with: "") }
        #expect(names == members.map(\.name))
        #expect(result.members.map(\.bytes) == members.map(\.bytes))
    }

    @Test(.enabled(if: Tool.areHere(["tar", "gzip", "xz"]), "tar, gzip or xz is not installed"))
    func packedFilesInsideAnArchiveAreUnpackedToo() throws {
        let truth = sampleRows(2_000)
        try folder.write(try PackedForm.gzip.pack(truth), to: "one.csv.gz")
        try folder.write(try PackedForm.xz.pack(truth), to: "two.csv.xz")
        try Tool.run(["tar", "cf", "archive", "one.csv.gz", "two.csv.xz"], in: folder)
        let result = readAll(folder("archive"))
        #expect(result.errors.isEmpty, "\(result.errors)")
        #expect(result.members.map(\.name) == ["one.csv.gz", "two.csv.xz"])
        #expect(result.members.allSatisfy { $0.bytes == truth })
    }

    @Test(.enabled(if: Tool.areHere(["zip"]), "zip is not installed"))
    func anEncryptedMemberIsNamedAndTheOthersAreRead() throws {
        let members = try writeMembers()
        try Tool.run(["zip", "-q", "archive.zip", "a.csv"], in: folder)
        try Tool.run(["zip", "-q", "-P", "secret", "archive.zip", "sub/b.csv"], in: folder)
        try folder.write(members[0].bytes, to: "z.csv")
        try Tool.run(["zip", "-q", "archive.zip", "z.csv"], in: folder)
        let result = readAll(folder("archive.zip"))
        #expect(result.errors.map(\.kind) == [.encrypted])
        #expect(result.errors.first?.member == "sub/b.csv")
        #expect(result.errors.first?.message.contains("sub/b.csv is encrypted") == true)
        #expect(result.members.map(\.name) == ["a.csv", "sub/b.csv", "z.csv"])
        #expect(result.members.map(\.bytes) == [members[0].bytes, [], members[0].bytes])
    }

    @Test(.enabled(if: Tool.areHere(["zip"]), "zip is not installed"))
    func membersBehindADamagedOneAreRead() throws {
        let truth = sampleRows(20_000)
        for name in ["a.csv", "b.csv"] { try folder.write(truth, to: name) }
        try Tool.run(["zip", "-q", "archive.zip", "a.csv", "b.csv"], in: folder)
        var packed = try contents(of: folder("archive.zip"))
        packed[packed.count / 4] ^= 0xFF
        let result = readAll(try folder.write(packed, to: "damaged"))
        #expect(result.errors.map(\.kind) == [.corrupt])
        #expect(result.errors.first?.member == "a.csv")
        #expect(result.members.last?.name == "b.csv")
        #expect(result.members.last?.bytes == truth)
    }

    @Test(.enabled(if: Tool.areHere(["zip", "mkfifo"]), "zip or mkfifo is not installed"))
    func aZipIsReadFromAPipe() throws {
        let members = try writeMembers()
        try Tool.run(["zip", "-q", "archive.zip", "a.csv", "sub/b.csv"], in: folder)
        try Tool.run(["mkfifo", "pipe"], in: folder)
        let packed = try contents(of: folder("archive.zip"))
        for length in [packed.count, packed.count - 30] {
            let path = folder("pipe")
            Thread {
                let handle = FileHandle(forWritingAtPath: path)
                try? handle?.write(contentsOf: packed[..<length])
                try? handle?.close()
            }.start()
            let result = readAll(path)
            #expect(result.members.map(\.bytes) == members.prefix(2).map(\.bytes))
            #expect(result.errors.map(\.kind) == (length == packed.count ? [] : [.truncated]))
        }
    }

    @Test
    func aSevenZipArchiveIsRead() throws {
        let result = readAll("\(fixtures)/two-members.7z")
        #expect(result.errors.isEmpty, "\(result.errors)")
        #expect(result.members.map(\.name) == ["first.csv", "folder/second.csv"])
        for (member, word) in zip(result.members, ["first", "second"]) {
            let truth = (0..<2_000).map { "\(word),\($0),\($0 * 7_919 % 10_007)\n" }.joined()
            #expect(member.bytes == Array(truth.utf8))
        }
    }

    @Test(.enabled(if: Tool.areHere(["tar"]), "tar is not installed"))
    func anArchiveWithoutFilesIsEmpty() throws {
        try FileManager.default.createDirectory(atPath: folder("sub"), withIntermediateDirectories: true)
        try Tool.run(["tar", "cf", "archive", "sub"], in: folder)
        #expect(readAll(folder("archive")).errors.map(\.kind) == [.empty])
    }
}
