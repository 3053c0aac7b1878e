import Foundation
import TestSupport
import Testing

@testable import STSCommand

struct ReportOutputTests {
    /// Writes pieces and commits.
    private func write(_ pieces: [String], to path: String) throws(OutputFailure) {
        var output = try ReportOutput(path)
        do throws(OutputFailure) {
            for piece in pieces { try output.write(Array(piece.utf8)) }
            try output.commit()
        } catch {
            output.abandon()
            throw error
        }
    }

    private func message(_ path: String, _ pieces: [String] = ["text"]) -> String? {
        do throws(OutputFailure) {
            try write(pieces, to: path)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func aFileAppearsWhole() throws {
        let folder = try TemporaryFolder()
        let large = String(repeating: "0123456789", count: 20_000)
        try write(["a", large, "b"], to: folder.url("out").path)
        #expect(try folder.read("out") == "a\(large)b")
        #expect(try folder.names() == ["out"])
    }

    @Test func nothingIsSeenBeforeTheEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "old")
        var output = try ReportOutput(folder.url("out").path)
        try output.write([UInt8](repeating: 65, count: 1 << 20))
        #expect(try folder.read("out") == "old")
        output.abandon()
        #expect(try folder.read("out") == "old")
        #expect(try folder.names() == ["out"])
    }

    @Test func anExistingFileIsReplaced() throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "a longer text than the new one")
        try write(["new"], to: folder.url("out").path)
        #expect(try folder.read("out") == "new")
        #expect(try folder.names() == ["out"])
    }

    @Test(arguments: [true, false])
    func bothWaysOfKeepingAFileOutOfSightEndAlike(withoutName: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("out", "old")
        let pending = try PendingFile(folder.url("out").path, withoutName: withoutName)
        var writer = DescriptorWriter(descriptor: pending.descriptor)
        try writer.write(Array("new".utf8))
        try writer.flush()
        #expect(try folder.read("out") == "old")
        try pending.commit()
        #expect(try folder.read("out") == "new")
        #expect(try folder.names() == ["out"])

        let dropped = try PendingFile(folder.url("other").path, withoutName: withoutName)
        dropped.abandon()
        #expect(try folder.names() == ["out"])
    }

    @Test func permissionsFollowTheUmask() throws {
        let folder = try TemporaryFolder()
        try write(["x"], to: folder.url("out").path)
        try folder.write("plain", "x")
        let permissions = try ["out", "plain"].map {
            try FileManager.default.attributesOfItem(atPath: folder.url($0).path)[.posixPermissions] as? Int
        }
        #expect(permissions[0] == permissions[1])
    }

    @Test func aSymbolicLinkStaysALink() throws {
        let folder = try TemporaryFolder()
        try folder.write("real", "old")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url("link").path, withDestinationPath: folder.url("real").path)
        try write(["new"], to: folder.url("link").path)
        #expect(try folder.read("real") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.url("link").path).hasSuffix("real"))
    }

    @Test func aFullDiskIsNamedWithTheRemedy() {
        #expect(
            message("/dev/full", [String(repeating: "x", count: 200_000)])
                == "cannot write '/dev/full': No space left on device; free some space or choose another place with "
                + "--output")
        #expect(message("/dev/full")?.contains("No space left") == true)
    }

    @Test func placesThatCannotBeWrittenAreNamed() throws {
        let folder = try TemporaryFolder()
        #expect(
            message(folder.path + "/none/out")
                == "cannot write '\(folder.path)/none/out': No such file or directory; the folder does not exist")
        #expect(message(folder.path)?.hasSuffix("Is a directory") == true)
        #expect(message(folder.path + "/out/") != nil)
        #expect(message("/proc/none") != nil)
        #expect(try folder.names() == [])
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func aFolderThatMayNotBeWrittenIsNamed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        #expect(message(folder.path + "/out")?.contains("choose a place that you may write to") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    }

    @Test func aLongNameLeavesRoomForTheHiddenOne() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "é", count: 127)
        try write(["x"], to: folder.url(name).path)
        #expect(try folder.read(name) == "x")
    }
}
