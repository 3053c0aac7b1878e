import Glibc
import Testing

@testable import ByteInput

/// A folder of its own under the system's temporary folder, removed at the end of the test.
private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/sts-file-contents-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileContentsError(systemError: errno, path: "/tmp") }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
        for name in (try? FileContents.folderEntries(folder)) ?? [] { _ = unsafe remove("\(folder)/\(name)") }
        unsafe rmdir(folder)
    }
    try body(folder)
}

/// Writes a file of bytes.
private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileContentsError(systemError: errno, path: path) }
    defer { close(descriptor) }
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    #expect(written == bytes.count)
}

@Suite struct FileContentsTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsAreThoseOfTheStandard(text: String, expected: String) {
        #expect(SHA256Digest.hexadecimal(of: Array(text.utf8)) == expected)
    }

    @Test func aDigestOfPiecesIsTheDigestOfTheWhole() {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var digest = SHA256Digest()
        for start in stride(from: 0, to: bytes.count, by: 977) {
            digest.update(Array(bytes[start..<min(start + 977, bytes.count)]))
        }
        #expect(digest.finish() == SHA256Digest.hexadecimal(of: bytes))
    }

    @Test func aFileIsReadWholeWithItsTimeAndDigest() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/list.csv"
            let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try write(bytes, to: path)
            var times = [timespec(tv_sec: 1_600_000_000, tv_nsec: 5), timespec(tv_sec: 1_600_000_000, tv_nsec: 5)]
            #expect(unsafe utimensat(AT_FDCWD, path, &times, 0) == 0)
            let contents = try FileContents(path: path)
            #expect(contents.bytes == bytes)
            #expect(contents.byteCount == 3_000_000)
            #expect(contents.modifiedSecondsSince1970 == 1_600_000_000)
            #expect(contents.sha256 == SHA256Digest.hexadecimal(of: bytes))
        }
    }

    @Test func anEmptyFileHasNoBytes() throws {
        try withTemporaryFolder { folder in
            try write([], to: "\(folder)/empty")
            #expect(try FileContents(path: "\(folder)/empty").bytes.isEmpty)
        }
    }

    @Test func aMissingFileIsNamed() {
        let error = #expect(throws: FileContentsError.self) { try FileContents(path: "/nowhere/at-all.csv") }
        #expect(error?.kind == .missing)
        #expect(error?.path == "/nowhere/at-all.csv")
        #expect(error?.message.contains("/nowhere/at-all.csv") == true)
    }

    @Test func aFolderIsNoFileAndAFileIsNoFolder() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: FileContentsError.self) { try FileContents(path: folder) }
            #expect(error?.kind == .isDirectory)
            try write([1], to: "\(folder)/file")
            let other = #expect(throws: FileContentsError.self) { try FileContents.folderEntries("\(folder)/file") }
            #expect(other?.kind == .notADirectory)
            #expect(FileContents.isFolder(folder))
            #expect(!FileContents.isFolder("\(folder)/file"))
            #expect(!FileContents.isFolder("\(folder)/nothing"))
        }
    }

    @Test func theLimitIsInclusiveAndHoldsForFilesWithoutASize() throws {
        try withTemporaryFolder { folder in
            try write([1, 2, 3, 4], to: "\(folder)/four")
            #expect(try FileContents(path: "\(folder)/four", limit: 4).byteCount == 4)
            let error = #expect(throws: FileContentsError.self) { try FileContents(path: "\(folder)/four", limit: 3) }
            #expect(error?.kind == .tooLarge)
            let endless = #expect(throws: FileContentsError.self) { try FileContents(path: "/dev/zero", limit: 5_000) }
            #expect(endless?.kind == .tooLarge)
        }
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
    func anUnreadableFileSaysHowToMakeItReadable() throws {
        try withTemporaryFolder { folder in
            try write([1], to: "\(folder)/locked")
            #expect(unsafe chmod("\(folder)/locked", 0) == 0)
            let error = #expect(throws: FileContentsError.self) { try FileContents(path: "\(folder)/locked") }
            #expect(error?.kind == .unreadable)
        }
    }

    @Test func folderEntriesAreSortedByTheirBytes() throws {
        try withTemporaryFolder { folder in
            for name in ["b.csv", "A.csv", "a.csv", "é.csv", ".hidden"] { try write([], to: "\(folder)/\(name)") }
            #expect(try FileContents.folderEntries(folder) == [".hidden", "A.csv", "a.csv", "b.csv", "é.csv"])
        }
    }
}
