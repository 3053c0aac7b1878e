import FixMemory
import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// The answer does not depend on the order of rows, on how the input is cut, packed or shared among threads.
struct InvarianceTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyRowMeetsItsFate(seed: UInt64) throws {
        let rows = SyntheticRows(4_000, seed: seed)
        let reading = try read([try folder.write("a.csv", rows.text)])
        #expect(reading.inputs[0].ledger == rows.ledger, "seed \(seed)")
        #expect(reading.isBalanced)
        for segment in reading.tracks.segments {
            let times = reading.tracks.fixRange(ofSegment: segment).map { reading.tracks.times[$0] }
            let isIncreasing = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
            #expect(isIncreasing)
        }
        let ids = reading.tracks.vessels.map(\.id)
        #expect(ids == ids.sorted())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func shuffledRowsGiveTheSame(seed: UInt64) throws {
        let rows = SyntheticRows(3_000, seed: seed)
        let wanted = Reading(try read([try folder.write("a.csv", rows.text)], threads: 1))
        let text = SyntheticRows.header + rows.shuffled(seed: seed).joined(separator: "\n")
        let found = Reading(try read([try folder.write("b.csv", text)], threads: 1))
        #expect(found == wanted, "seed \(seed)")
    }

    @Test(arguments: [2, 7, 40])
    func filesSplitInPiecesGiveTheSame(pieces: Int) throws {
        let rows = SyntheticRows(3_000, seed: 5)
        let wanted = Reading(try read([try folder.write("a.csv", rows.text)], threads: 1))
        let inner = try TemporaryFolder()
        for piece in 0..<pieces {
            let part = stride(from: piece, to: rows.rows.count, by: pieces).map { rows.rows[$0] }
            try inner.write("\(piece).csv", SyntheticRows.header + part.joined(separator: "\r\n"))
        }
        for threads in [1, 2, 8] {
            let reading = try read([inner.path], threads: threads)
            #expect(reading.inputs.count == pieces && reading.isBalanced)
            #expect(Reading(reading) == wanted, "\(threads) threads")
        }
    }

    @Test(.enabled(if: areInstalled(["gzip"]), "needs gzip"))
    func aLargeFileGivesTheSameWithAnyThreadsAndPacked() throws {
        // Some ten megabytes: five ranges, whose borders cut rows.
        let rows = SyntheticRows(14_000, seed: 11, padding: 700)
        let path = try folder.write("a.csv", rows.text)
        let first = try read([path], threads: 1)
        #expect(first.inputs[0].bytes > 4 * ReadingSizes.rangeBytes)
        #expect(first.inputs[0].ledger == rows.ledger && first.isBalanced)
        let wanted = Reading(first)
        for threads in [2, 8] {
            let found = Reading(try read([path], threads: threads))
            #expect(found == wanted, "\(threads) threads")
        }
        let packed = try read([try gzip("a.csv", in: folder)], threads: 2)
        #expect(Reading(packed) == wanted)
        #expect(packed.inputs[0].ledger == rows.ledger && packed.inputs[0].layout == first.inputs[0].layout)
    }

    @Test func filesOfSeveralLayoutsJoinInOneTable() throws {
        let noaa = try folder.write(
            "1.csv", "MMSI,BaseDateTime,LAT,LON,VesselName\n219000001,2022-01-03T00:00:00,1,2,A\n")
        let other = try folder.write("2.csv", "name;lon;lat;timestamp;id\nA;2;1;2022-01-03T00:00:01Z;219000001\n")
        let reading = try read([noaa, other])
        #expect(reading.fixes(of: "219000001").map { $0[0] } == [1_641_168_000, 1_641_168_001])
        #expect(reading.staticData(of: "219000001")?.names.map(\.count) == [2])
    }

    @Test func textsThatUnicodeHoldsEqualComeOutTheSameInAnyOrder() throws {
        let header = "id,timestamp,lat,lon,name"
        let rows = [
            "\u{E9}1,2022-01-03T00:00:00Z,1,2,\u{C9}TOILE", "e\u{301}1,2022-01-03T00:00:01Z,1,2,E\u{301}TOILE",
        ]
        let one = try read(text: ([header] + rows).joined(separator: "\n"))
        let other = try read(text: ([header] + rows.reversed()).joined(separator: "\n"))
        for reading in [one, other] {
            #expect(reading.tracks.vessels.map { Array($0.id.utf8) } == [Array("e\u{301}1".utf8)])
            #expect(
                reading.tracks.vessels.first?.staticData.names.map { Array($0.value.utf8) }
                    == [Array("E\u{301}TOILE".utf8)])
        }
    }
}
