import Testing

import ByteInput

struct PlainFileTests {
    @Test
    func anyRangeCanBeRead() throws {
        let folder = try TemporaryFolder()
        let file = try PlainFile(path: try folder.write(Array(0..<200), to: "bytes"))
        #expect(file.size == 200)
        var block = ByteBlock(capacity: 50)
        #expect(try file.read(into: &block, fileOffset: 10) == 50)
        #expect(block.copyBytes(0..<50) == Array(10..<60))
        #expect(try file.read(into: &block, at: 10, fileOffset: 100, count: 5) == 5)
        #expect(block.copyBytes(0..<block.count) == Array(10..<20) + Array(100..<105))
        #expect(try file.read(into: &block, fileOffset: 190) == 10)
        #expect(try file.read(into: &block, fileOffset: 500) == 0)
    }

    @Test
    func threadsReadTheirOwnRanges() throws {
        let folder = try TemporaryFolder()
        let truth = sampleRows(20_000)
        let file = try PlainFile(path: try folder.write(truth, to: "rows"))
        let piece = truth.count / 4 + 1
        let pieces = try WorkerThreads.map(count: 4) { index in
            var block = ByteBlock(capacity: piece)
            _ = try? file.read(into: &block, fileOffset: index * piece)
            return block.copyBytes(0..<block.count)
        }
        #expect(Array(pieces.joined()) == truth)
    }

    @Test
    func aFolderAndAMissingFileAreRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ByteInputError.self) { try PlainFile(path: folder.path) }
        #expect(throws: ByteInputError.self) { try PlainFile(path: folder("nothing")) }
    }
}
