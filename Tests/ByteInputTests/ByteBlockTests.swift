import Testing

@testable import ByteInput

struct ByteBlockTests {
    @Test
    func aNewBlockIsEmptyAndZero() {
        let block = ByteBlock(capacity: 100)
        #expect(block.count == 0)
        #expect(block.capacity == 100)
        // Safe: because capacity and padding are allocated.
        let all = unsafe [UInt8](UnsafeRawBufferPointer(start: block.base, count: 100 + ByteBlock.padding))
        #expect(all.allSatisfy { $0 == 0 })
    }

    @Test
    func bytesAreKeptInOrder() {
        var block = ByteBlock(copying: [1, 2, 3], capacity: 8)
        block.append([4, 5])
        let other = ByteBlock(copying: [9, 8, 7, 6])
        block.append(1..<3, of: other)
        #expect(block.copyBytes(0..<block.count) == [1, 2, 3, 4, 5, 8, 7])
        block.count = 2
        #expect(block.copyBytes(0..<block.count) == [1, 2])
    }

    @Test
    func anEmptyBlockCanBeMade() {
        let block = ByteBlock(capacity: 0)
        #expect(block.copyBytes(0..<0).isEmpty)
    }
}
