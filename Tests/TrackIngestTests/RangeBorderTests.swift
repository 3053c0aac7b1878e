import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// Rows near the borders of the ranges in which a plain file is read, and rows that are too long.
@Suite(.enabled(if: areInstalled(["gzip"]), "needs gzip"))
struct RangeBorderTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private static let header = Array("ID,time,lat,lon,note\n".utf8)
    private static let range = ReadingSizes.rangeBytes

    /// Reads bytes as a plain file with one and three threads and packed, and gives the reading when all agree.
    private func readEachWay(_ bytes: [UInt8]) throws -> TrackReading {
        let path = try write(bytes, "a.csv", in: folder)
        let plain = try read([path], threads: 1)
        let shared = try read([path], threads: 3)
        try? run(["rm", "-f", "a.csv.gz"], in: folder)
        let packed = try read([try gzip("a.csv", in: folder)], threads: 2)
        #expect(Reading(shared) == Reading(plain))
        #expect(Reading(packed) == Reading(plain))
        #expect(packed.inputs.map(\.ledger) == plain.inputs.map(\.ledger))
        #expect(plain.isBalanced && packed.isBalanced)
        return plain
    }

    /// A row whose length without its line end is given; the ids are numbered.
    private func row(_ number: Int, length: Int = 0) -> [UInt8] {
        let start = Array("\(number),\(1_641_168_000 + number),1,2,".utf8)
        return start + [UInt8](repeating: 120, count: max(0, length - start.count))
    }

    /// Rows of about a hundred kilobytes up to a number of bytes, the last one made to end there.
    private func rows(upTo end: Int, from first: Int, after bytes: inout [UInt8]) -> Int {
        var number = first
        while end - bytes.count > 200_000 {
            bytes += row(number, length: 100_000) + [10]
            number += 1
        }
        bytes += row(number, length: end - bytes.count - 1) + [10]
        return number + 1
    }

    @Test(arguments: [-2, -1, 0, 1, 2, 40])
    func aRowThatEndsNearABorderIsReadOnce(shift: Int) throws {
        var bytes = Self.header
        var count = rows(upTo: Self.header.count + Self.range + shift, from: 0, after: &bytes)
        for _ in 0..<3 {
            bytes += row(count) + [10]
            count += 1
        }
        let reading = try readEachWay(bytes)
        #expect(reading.inputs[0].ledger.rows == count && reading.inputs[0].ledger.fixes == count)
        #expect(reading.inputs[0].ledger.rejected.isEmpty)
    }

    @Test(arguments: [0, 1, 2, 3])
    func lineEndsAndBlankLinesAcrossABorderAreNoRows(shift: Int) throws {
        var bytes = Self.header
        let count = rows(upTo: Self.header.count + Self.range - 3, from: 0, after: &bytes)
        bytes.removeLast()
        bytes += Array("\r\n\r\n\n\r\n".utf8.dropFirst(shift % 2 == 0 ? 0 : 1)) + row(count) + [13, 10]
        let reading = try readEachWay(bytes)
        #expect(reading.inputs[0].ledger.rows == count + 1 && reading.inputs[0].ledger.fixes == count + 1)
    }

    enum Place: CaseIterable { case beginning, middle, end, unfinishedEnd, alone }

    @Test(arguments: Place.allCases)
    func aRowOfAMegabyteAndAHalfIsOneRejectedRow(place: Place) throws {
        let long = row(9_000, length: 3 << 19)
        var bytes = Self.header
        var good = 0
        if place == .beginning || place == .alone { bytes += long + [10] }
        if place != .alone {
            good = rows(upTo: 1_500_000, from: 0, after: &bytes)
            if place == .middle { bytes += long + [10] }
            good = rows(upTo: bytes.count + 1_500_000, from: good, after: &bytes)
        }
        if place == .end || place == .unfinishedEnd { bytes += long }
        if place == .end { bytes += [10] }
        let ledger = try readEachWay(bytes).inputs[0].ledger
        #expect(ledger.rows == good + 1 && ledger.fixes == good)
        #expect(ledger.rejected == [.tooLong: 1])
    }

    @Test(arguments: [-1, 0, 1, 2, 1_000_000])
    func aLongRowThatBeginsNearABorderIsOneRejectedRow(shift: Int) throws {
        for length in [3 << 19, 5 << 20] {
            var bytes = Self.header
            var count = rows(upTo: Self.header.count + Self.range + shift, from: 0, after: &bytes)
            bytes += row(9_000, length: length) + [10]
            count = rows(upTo: bytes.count + 300, from: count, after: &bytes)
            let ledger = try readEachWay(bytes).inputs[0].ledger
            #expect(ledger.rows == count + 1 && ledger.fixes == count)
            #expect(ledger.rejected == [.tooLong: 1])
        }
    }

    @Test(arguments: [-1, 0, 1])
    func theLongestRowIsRead(excess: Int) throws {
        var bytes = Self.header
        let count = rows(upTo: Self.header.count + Self.range - 1, from: 0, after: &bytes)
        bytes += row(count, length: TrackReader.longestRow + excess) + [10] + row(count + 1)
        let ledger = try readEachWay(bytes).inputs[0].ledger
        #expect(ledger.rows == count + 2)
        #expect(ledger.rejected == (excess > 0 ? [.tooLong: 1] : [:]))
    }

    @Test func severalLongRowsFollowingEachOtherAreCountedEach() throws {
        var bytes = Self.header
        for number in 0..<6 { bytes += row(number, length: (3 << 19) + number * 7) + [10] }
        bytes += row(9)
        let ledger = try readEachWay(bytes).inputs[0].ledger
        #expect(ledger.rows == 7 && ledger.fixes == 1 && ledger.rejected == [.tooLong: 6])
    }
}
