import Foundation
import Synchronization
import Testing

@testable import FixMemory

/// Fixes are the same in memory and in a mapped file; a file leaves no name behind.
struct FixMemoryTests {
    @Test(arguments: [Int.max, 0])
    func fixesAreWhatTheyWereSetTo(mostBytesInMemory: Int) throws {
        let memory = try FixMemory(count: 100_000, mostBytesInMemory: mostBytesInMemory)
        #expect(memory.isMapped == (mostBytesInMemory == 0))
        #expect(memory.times[99_999] == 0)
        let fixes = (0..<100_000).map { fix in
            StoredFix(time: UInt32(fix) * 7, latitude: Int32(-fix), longitude: Int32(fix) * 3)
        }
        try memory.put(fixes[60_000...], at: 60_000)
        try memory.put(fixes[..<60_000], at: 0)
        try memory.put([], at: 100_000)
        memory.letGo(10..<99_000)
        for fix in [0, 10, 44_999, 98_999, 99_999] {
            #expect(memory.times[fix] == UInt32(fix) * 7)
            #expect(memory.latitudes[fix] == Int32(-fix) && memory.longitudes[fix] == Int32(fix) * 3)
        }
        #expect(memory.times.min() == 0 && memory.times.count == 100_000)
    }

    @Test func severalThreadsMayFillPartsOfAnyLengthOfAMappedFile() throws {
        let count = 1_000_003
        let memory = try FixMemory(count: count, mostBytesInMemory: 0)
        @Sendable func fix(_ number: Int) -> StoredFix {
            StoredFix(time: UInt32(number), latitude: Int32(number) &* 77, longitude: -Int32(number))
        }
        // Parts of odd lengths, so that they lie across stripes in every way.
        let parts = stride(from: 0, to: count, by: 77_777).map { $0..<min(count, $0 + 77_777) }
        let failures = Mutex<Int>(0)
        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
            do { try memory.put(parts[part].map(fix)[...], at: parts[part].lowerBound) } catch {
                failures.withLock { $0 += 1 }
            }
        }
        #expect(failures.withLock { $0 } == 0)
        let rows = memory.rows
        #expect((0..<count).allSatisfy { rows[$0].latitude == Int32($0) &* 77 && rows[$0].time == UInt32($0) })
        memory.letGo(0..<count)
        #expect(memory.longitudes[count - 1] == -Int32(count - 1))
    }

    @Test func noFixesTakeNoRoom() throws {
        for limit in [0, Int.max] {
            let memory = try FixMemory(count: 0, mostBytesInMemory: limit)
            #expect(memory.times.isEmpty && memory.latitudes.isEmpty)
        }
    }

    @Test func columnsKeepTheirMemoryAlive() throws {
        func column() throws -> FixColumn<Int32> {
            let memory = try FixMemory(count: 3, mostBytesInMemory: 0)
            try memory.put([StoredFix(time: 1, latitude: 5, longitude: 6)], at: 2)
            return memory.longitudes
        }
        #expect(try column()[2] == 6)
    }

    @Test func aTemporaryFileGivesBackWhatWasWritten() throws {
        let file = try TemporaryFile()
        let first = (0..<10_000).map { UInt64($0) * 12_345 }
        let second = (0..<77).map { Int32(-$0) }
        try file.write(first, at: 0)
        try file.write(second, at: 80_000)
        #expect(try file.read(UInt64.self, count: 10_000, at: 0) == first)
        #expect(try file.read(Int32.self, count: 77, at: 80_000) == second)
        #expect(try file.read(Int32.self, count: 0, at: 80_000) == [])
    }

    @Test func readingBeyondTheEndIsAnErrorThatSaysWhatToDo() throws {
        let file = try TemporaryFile()
        try file.write([1, 2, 3] as [Int64], at: 0)
        let error = #expect(throws: FixMemoryError.self) { try file.read(Int64.self, count: 4, at: 0) }
        #expect(error?.message.contains("--memory") == true)
    }

    @Test func aTemporaryFileHasNoName() throws {
        let folder = URL(fileURLWithPath: "/proc/self/fd")
        let file = try TemporaryFile()
        let link = try FileManager.default.destinationOfSymbolicLink(
            atPath: folder.appendingPathComponent("\(file.descriptor)").path)
        #expect(link.hasSuffix("(deleted)"))
    }
}
