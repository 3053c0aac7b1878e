import ByteInput
import Foundation
import MaritimeModel
import Synchronization
import TestSupport
import Testing

@testable import TrackIngest

/// Inputs that are cut, packed together, missing or too large.
struct DamagedInputTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private static let good = "MMSI,BaseDateTime,LAT,LON\n219000001,2022-01-03T00:00:00,1,2\n"

    @Test(.enabled(if: areInstalled(["gzip"]), "needs gzip"), arguments: [0.3, 0.6, 0.9, 0.999])
    func theFirstPartOfACutFileIsUsedAndTheRestNamed(share: Double) throws {
        let rows = SyntheticRows(6_000, seed: 21)
        let whole = Reading(try read([try folder.write("a.csv", rows.text)]))
        let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try gzip("a.csv", in: folder))))
        let path = try write(Array(packed.prefix(Int(Double(packed.count) * share))), "cut.csv.gz", in: folder)
        let reading = try read([path])
        let record = reading.inputs[0]
        #expect(reading.inputs.count == 1 && reading.isBalanced)
        #expect(record.failure?.contains("cut.csv.gz is cut short") == true)
        #expect(record.ledger.rows > 100 && record.ledger.rows <= rows.rows.count)
        #expect(record.ledger.used > 100)
        // The rows in front of the cut, read on their own, say the same; the cut row is one more of bad columns.
        let text = SyntheticRows.header + rows.rows.prefix(record.ledger.rows - 1).joined(separator: "\n") + "\n"
        let front = try read([try folder.write("front.csv", text)])
        #expect(Array(front.tracks.times) == Array(reading.tracks.times))
        var wanted = front.inputs[0].ledger
        wanted.rows += 1
        wanted.reject(.badColumns)
        #expect(record.ledger == wanted)
        #expect(Reading(reading) != whole)
    }

    @Test(.enabled(if: areInstalled(["gzip"]), "needs gzip"))
    func aCutAfterTheLastRowLosesNone() throws {
        let rows = SyntheticRows(500, seed: 22)
        try folder.write("a.csv", rows.text)
        let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try gzip("a.csv", in: folder))))
        // Without the check sum and the length at the end.
        let reading = try read([try write(Array(packed.dropLast(8)), "cut.csv.gz", in: folder)])
        #expect(reading.inputs[0].ledger == rows.ledger)
        #expect(reading.inputs[0].failure != nil)
    }

    @Test(.enabled(if: areInstalled(["zip"]), "needs zip"))
    func membersOfAnArchiveAreReadEachAndOthersPassedOver() throws {
        try folder.write("b.csv", Self.good)
        try folder.write("a.csv", "ID,time,lat,lon\nx,2022-01-03 00:00:00,1,2\nx,bad,1,2\n")
        try folder.write("photo.png", Self.good)
        try folder.write("empty.csv", "")
        try folder.write("odd.csv", "one,two\n1,2\n")
        try run(["zip", "-q", "all.zip", "b.csv", "photo.png", "empty.csv", "odd.csv", "a.csv"], in: folder)
        let path = folder.url("all.zip").path
        let reading = try read([path])
        #expect(reading.inputs.map(\.path) == ["b.csv", "empty.csv", "odd.csv", "a.csv"].map { "\(path)!\($0)" })
        #expect(reading.inputs.map(\.ledger.fixes) == [1, 0, 0, 1])
        #expect(reading.inputs[3].ledger.rejected == [.badTime: 1])
        #expect(reading.inputs.map { $0.failure != nil } == [false, true, true, false])
        #expect(reading.inputs[2].failure?.contains("--columns") == true)
        #expect(reading.warnings == ["\(path)!photo.png was passed over: its name is not that of a track file"])
        #expect(reading.isBalanced)
    }

    /// Regression: each member whose first bytes could not be had kept a block, and the fourth was waited for forever.
    @Test(.enabled(if: areInstalled(["zip"]), "needs zip"), .timeLimit(.minutes(1)))
    func manyMembersThatCannotBeReadEndInTime() throws {
        for number in 0..<12 { try folder.write("\(number).csv", Self.good) }
        try run(["zip", "-q", "-P", "secret", "locked.zip"] + (0..<12).map { "\($0).csv" }, in: folder)
        let open = try folder.write("open.csv", Self.good)
        let reading = try read([folder.url("locked.zip").path, open], threads: 1)
        #expect(reading.inputs.last?.ledger.fixes == 1)
        #expect(reading.inputs.dropLast().allSatisfy { $0.failure?.contains("encrypted") == true })
        #expect(reading.inputs.count == 13)
    }

    @Test(.enabled(if: areInstalled(["gzip", "tar"]), "needs gzip and tar"), .timeLimit(.minutes(1)))
    func manyDamagedMembersEndInTime() throws {
        var names: [String] = []
        for number in 0..<8 {
            try folder.write("\(number).csv", Self.good)
            let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try gzip("\(number).csv", in: folder))))
            // A sound head and nonsense behind it.
            names.append("bad\(number).csv.gz")
            try write(Array(packed.prefix(10)) + [UInt8](repeating: 0xFF, count: 50), names[number], in: folder)
        }
        try run(["tar", "cf", "all.tar"] + names + ["0.csv"], in: folder)
        let reading = try read([folder.url("all.tar").path] + names.map { folder.url($0).path }, threads: 1)
        #expect(reading.inputs.count { $0.failure != nil } == 16)
        #expect(reading.tracks.fixCount == 1 && reading.isBalanced)
    }

    @Test(
        .enabled(if: areInstalled(["zip", "tar", "gzip"]), "needs zip, tar and gzip"),
        arguments: ["zip", "tar", "tar.gz"])
    func aCutArchiveGivesWhatIsInFrontOfTheCut(form: String) throws {
        let rows = SyntheticRows(2_000, seed: 25)
        try folder.write("a.csv", rows.text)
        try folder.write("b.csv", rows.text)
        switch form {
        case "zip": try run(["zip", "-q", "all", "a.csv", "b.csv"], in: folder)
        case "tar": try run(["tar", "cf", "all", "a.csv", "b.csv"], in: folder)
        default: try run(["tar", "czf", "all", "a.csv", "b.csv"], in: folder)
        }
        let name = form == "zip" ? "all.zip" : "all"
        let packed = [UInt8](try Data(contentsOf: folder.url(name)))
        let path = try write(Array(packed.prefix(packed.count * 3 / 4)), "cut", in: folder)
        let reading = try read([path])
        #expect(reading.inputs.map(\.path) == [path + "!a.csv", path + "!b.csv"])
        #expect(reading.inputs[0].ledger.rows == 2_000 && reading.inputs[0].failure == nil)
        #expect((500..<2_000).contains(reading.inputs[1].ledger.rows))
        #expect(reading.inputs[1].failure?.contains("cut short") == true)
        #expect(reading.isBalanced)
    }

    @Test func aMissingFileIsNamedAndTheOthersAreRead() throws {
        let path = try folder.write("a.csv", Self.good)
        let gone = folder.url("gone.csv").path
        let reader = TrackReader(latestTime: latest)
        let reading = try reader.read([.init(path: gone), .init(path: path)])
        #expect(reading.inputs[0].failure == "\(gone): there is no such file; check the spelling.")
        #expect(reading.inputs[1].ledger.fixes == 1 && reading.inputs[1].failure == nil)
    }

    @Test(.timeLimit(.minutes(1)))
    func aPipeIsReadLikeAFile() throws {
        let rows = SyntheticRows(3_000, seed: 26)
        try folder.write("a.csv", rows.text)
        try folder.makePipe("pipe")
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "cat a.csv > pipe"]
        writer.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try writer.run()
        let reading = try read([folder.url("pipe").path])
        writer.waitUntilExit()
        #expect(reading.inputs[0].ledger == rows.ledger && reading.inputs[0].failure == nil)
        #expect(reading.inputs[0].bytes == rows.text.utf8.count)
    }

    @Test func aFolderIsReadByNameAndOtherFilesAreLeftAlone() throws {
        for name in ["2.csv", "1.txt", "notes.md", ".hidden.csv"] { try folder.write(name, Self.good) }
        try folder.write("list.csv", "name,imo\nA,9187629\n")
        let reader = TrackReader(latestTime: latest, passOver: { $0.hasPrefix("name,imo") ? "it is a watchlist" : nil })
        let reading = try reader.read(InputExpansion(of: [folder.path]).inputs)
        #expect(reading.inputs.map(\.path) == ["1.txt", "2.csv"].map { folder.url($0).path })
        #expect(reading.warnings == ["\(folder.url("list.csv").path) was passed over: it is a watchlist"])
        // A file that is named is read, or refused, whatever it looks like.
        let named = try reader.read(InputExpansion(of: [folder.url("list.csv").path]).inputs)
        #expect(named.inputs[0].failure?.contains("--columns") == true)
    }

    @Test(.enabled(if: areInstalled(["gzip"]), "needs gzip"), arguments: [1, 4])
    func moreFixesThanTheMemoryHoldsGoToAFileAndMeanTheSame(threads: Int) throws {
        let rows = SyntheticRows(3_000, seed: 23)
        let path = try folder.write("a.csv", rows.text)
        let packed = try gzip("a.csv", in: folder)
        for paths in [[path], [packed], [path, path, packed]] {
            let inMemory = Reading(try read(paths, threads: threads))
            for bytes in [0, 1_000, 40_000] {
                #expect(Reading(try read(paths, threads: threads, memoryBytes: bytes)) == inMemory)
            }
        }
    }

    @Test func progressReachesTheEnd() throws {
        let rows = SyntheticRows(2_000, seed: 24)
        let path = try folder.write("a.csv", rows.text)
        let seen = Seen()
        _ = try TrackReader(latestTime: latest).read(InputExpansion(of: [path]).inputs, progress: { seen.note($0, $1) })
        #expect(seen.greatest == [rows.text.utf8.count - SyntheticRows.header.utf8.count, 2_000])
    }
}

/// The greatest numbers of bytes and rows that were reported, from any thread.
private final class Seen: Sendable {
    private let numbers = Mutex([0, 0])

    func note(_ bytes: Int, _ rows: Int) {
        numbers.withLock { $0 = [max($0[0], bytes), max($0[1], rows)] }
    }

    var greatest: [Int] { numbers.withLock { $0 } }
}
