import Foundation
import Testing

@testable import ByteInput

struct ByteStreamTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: PackedForm.allHere)
    func everyFormIsUnpacked(form: PackedForm) throws {
        let truth = sampleRows(20_000)
        let path = try folder.write(try form.pack(truth), to: "name says nothing")
        let result = readAll(path)
        #expect(result.errors.isEmpty, "\(result.errors)")
        #expect(result.members.count == 1)
        #expect(result.members.first?.name == (form.isArchive ? "data.csv" : nil))
        let isTrue = result.firstBytes == truth
        #expect(isTrue)
    }

    @Test(arguments: PackedForm.allHere)
    func smallBlocksAndSmallBuffersGiveTheSame(form: PackedForm) throws {
        let truth = sampleRows(700)
        let path = try folder.write(try form.pack(truth), to: "packed")
        for (blockSize, bufferSize) in [(1, 16), (7, 17), (100, 64), (4_096, 1_000)] {
            let result = readAll(path, blockSize: blockSize, bufferSize: bufferSize)
            #expect(result.errors.isEmpty, "\(result.errors)")
            let isTrue = result.firstBytes == truth
            #expect(isTrue, "blocks of \(blockSize), buffers of \(bufferSize)")
        }
    }

    @Test(arguments: PackedForm.streamsHere)
    func framesThatFollowEachOtherAreOneMember(form: PackedForm) throws {
        let parts = [sampleRows(300, seed: 1), sampleRows(1, seed: 2), [], sampleRows(5_000, seed: 3)]
        let packed = try parts.map(form.pack)
        let path = try folder.write(Array(packed.joined()), to: "packed")
        for bufferSize in [16, 50, StreamDecoder.usualBufferSize] {
            let result = readAll(path, bufferSize: bufferSize)
            #expect(result.errors.isEmpty, "\(result.errors)")
            #expect(result.members.count == 1)
            #expect(result.firstBytes == Array(parts.joined()))
        }
    }

    @Test(arguments: PackedForm.streamsHere)
    func zerosBehindPackedDataAreIgnoredAndAnythingElseIsReported(form: PackedForm) throws {
        let truth = sampleRows(100)
        let packed = try form.pack(truth)
        let padded = readAll(try folder.write(packed + [UInt8](repeating: 0, count: 512), to: "padded"))
        #expect(padded.errors.isEmpty && padded.firstBytes == truth)
        let junk = readAll(try folder.write(packed + Array("junk".utf8), to: "junk"))
        #expect(junk.errors.map(\.kind) == [.corrupt])
        #expect(junk.firstBytes == truth)
    }

    @Test
    func aPlainFileIsPlainAndKnowsItsSize() throws {
        let truth = sampleRows(1_000)
        let stream = try ByteStream(path: try folder.write(truth, to: "plain.csv.gz"))
        #expect(stream.isPlainFile)
        #expect(stream.storedBytes == truth.count)
        #expect(try stream.nextMember() == ByteStream.Member(name: nil, bytes: truth.count))
        var block = ByteBlock(capacity: truth.count + 1)
        #expect(try stream.read(into: &block) == truth.count)
        #expect(block.copyBytes(0..<block.count) == truth)
        #expect(stream.storedBytesRead == truth.count)
        #expect(try stream.read(into: &block) == 0)
        #expect(try stream.nextMember() == nil)
    }

    @Test(.enabled(if: PackedForm.gzip.isPossible, "gzip is not installed"))
    func packedFilesAreNotPlainAndProgressReachesTheirSize() throws {
        let packed = try PackedForm.gzip.pack(sampleRows(1_000))
        let stream = try ByteStream(path: try folder.write(packed, to: "data.csv"))
        #expect(!stream.isPlainFile)
        _ = try stream.nextMember()
        var block = ByteBlock(capacity: 1_000_000)
        while try stream.read(into: &block) > 0 {}
        #expect(stream.storedBytesRead == packed.count)
    }

    @Test
    func readingBehindWhatABlockHoldsKeepsTheFront() throws {
        let stream = try ByteStream(path: try folder.write(Array("abcdef".utf8), to: "plain"))
        _ = try stream.nextMember()
        var block = ByteBlock(copying: Array("12".utf8), capacity: 6)
        #expect(try stream.read(into: &block, at: 2) == 4)
        #expect(block.copyBytes(0..<6) == Array("12abcd".utf8))
        #expect(try stream.read(into: &block, at: 0) == 2)
        #expect(block.copyBytes(0..<block.count) == Array("ef".utf8))
    }

    @Test
    func missingAndUnreadableAndEmptyFilesEachHaveTheirKind() throws {
        #expect(readAll(folder("nothing")).errors.map(\.kind) == [.missing])
        #expect(readAll(folder.path).errors.map(\.kind) == [.unreadable])
        #expect(readAll(try folder.write([], to: "empty")).errors.map(\.kind) == [.empty])
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func aFileWithoutPermissionIsUnreadable() throws {
        let path = try folder.write([1], to: "secret")
        try folder.setPermissions(0, of: "secret")
        #expect(readAll(path).errors.map(\.kind) == [.unreadable])
    }

    @Test(arguments: PackedForm.streamsHere)
    func whatUnpacksToNothingIsEmpty(form: PackedForm) throws {
        let result = readAll(try folder.write(try form.pack([]), to: "packed"))
        #expect(result.errors.map(\.kind) == [.empty])
        #expect(result.errors.first?.message.contains("packed") == true)
    }

    @Test
    func junkThatIsNamedGzipIsGivenAsItIs() throws {
        let junk = Array("this is no gzip file".utf8)
        #expect(readAll(try folder.write(junk, to: "junk.gz")).firstBytes == junk)
    }

    @Test
    func junkBehindAMagicNumberIsCorruptAndNothingIsGiven() throws {
        for magic: [UInt8] in [
            [0x1F, 0x8B, 8, 0xFF], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], Array("BZh9".utf8),
            [0x50, 0x4B, 3, 4], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
        ] {
            let result = readAll(try folder.write(magic + [UInt8](repeating: 0xA5, count: 2_000), to: "junk"))
            #expect(!result.errors.isEmpty)
            #expect(result.members.allSatisfy { $0.bytes.isEmpty })
        }
    }

    @Test(.enabled(if: Tool.areHere(["mkfifo", "gzip"]), "mkfifo or gzip is not installed"))
    func aPipeIsReadAsAStream() throws {
        let truth = sampleRows(30_000)
        let packed = try PackedForm.gzip.pack(truth)
        try Tool.run(["mkfifo", "pipe"], in: folder)
        let path = folder("pipe")
        let writer = Thread {
            guard let handle = FileHandle(forWritingAtPath: path) else { return }
            // Pieces that end anywhere, the first inside the magic number.
            try? handle.write(contentsOf: packed[..<1])
            try? handle.write(contentsOf: packed[1..<300])
            try? handle.write(contentsOf: packed[300...])
            try? handle.close()
        }
        writer.start()
        let result = readAll(path)
        #expect(result.errors.isEmpty && result.firstBytes == truth)
    }
}
