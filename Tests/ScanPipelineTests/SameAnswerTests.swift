import Foundation
import TestSupport
import Testing

/// The events are the same bytes however the rows are ordered, cut, packed and worked on.
struct SameAnswerTests {
    /// A source of rows, with parameters that give many events, flagged ones among them.
    struct Source: CustomTestStringConvertible, Sendable {
        var name: String
        var path: String
        var unpack: [String]
        var idColumn: Int
        var words: [String]
        var isThere: Bool
        var leastEvents: Int
        var testDescription: String { name }

        /// The third of the sample days: vessels with names and draughts, all kinds of faulty rows.
        static let sampleDay = Source(
            name: "sample day", path: Places.samples + "/aisdk-2024-01-02.zip", unpack: ["unzip", "-p"], idColumn: 2,
            words: [
                "--profile", "proximity", "--max-distance", "5000", "--min-duration", "1m", "--watchlist",
                Places.sampleList,
            ], isThere: true, leastEvents: 6)
        static let virginiaBeach = Source(
            name: "Virginia Beach", path: Places.virginiaBeach, unpack: ["gzip", "-dc"], idColumn: 0,
            words: ["--profile", "proximity", "--min-duration", "10m"], isThere: Places.hasTracks, leastEvents: 30)
        static let solent = Source(
            name: "Solent", path: Places.solent, unpack: ["gzip", "-dc"], idColumn: 1,
            words: ["--profile", "proximity", "--min-duration", "10m", "--join-gap", "5m"],
            isThere: Places.hasTracks, leastEvents: 171)
        static let all = [sampleDay, virginiaBeach, solent].filter(\.isThere)
        /// Without the densest, which takes longest.
        static let quick = [sampleDay, virginiaBeach].filter(\.isThere)
    }

    @Test(arguments: Source.all)
    func theOrderOfRowsDoesNotMatter(source: Source) throws {
        let (rows, expected) = try start(source)
        let folder = try TemporaryFolder()
        try folder.write("a.csv", rows.file(rows.shuffled(seed: 1)))
        try expect(["a.csv"] + source.words, folder, gives: expected, "seed 1")
        try folder.write("a.csv", rows.file(rows.rows.reversed()))
        try expect(["a.csv"] + source.words, folder, gives: expected, "reversed")
    }

    @Test(arguments: Source.quick)
    func theCutIntoFilesDoesNotMatter(source: Source) throws {
        let (rows, expected) = try start(source)
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        for (name, parts) in [
            ("dealt", rows.dealt(into: 3)), ("cut", rows.cut(into: 5)), ("vessels", rows.byVessel(into: 4)),
        ] {
            // Some in the folder, some in folders of it, some packed.
            for inner in ["/deep/er", "/arch"] {
                try manager.createDirectory(
                    at: folder.url(name + inner), withIntermediateDirectories: true)
            }
            for (index, part) in parts.enumerated() {
                let place = ["", "/deep", "/deep/er"][index % 3]
                try folder.write("\(name)\(place)/part\(index).csv", rows.file(part))
                try folder.write("\(name)/arch/part\(parts.count - index).csv", rows.file(part))
            }
            try manager.moveItem(at: folder.url(name + "/arch"), to: folder.url(name + "-arch"))
            try expect([name] + source.words, folder, gives: expected, "folder \(name)")
            let files = parts.indices.map { "\(name)-arch/part\($0 + 1).csv" }
            switch name {
            case "dealt":
                try expect(["\(name)-arch/*.csv"] + source.words, folder, gives: expected, "pattern")
                try expect(files.reversed() + source.words, folder, gives: expected, "files")
            case "cut":
                try run(["zip", "-q", "a.zip"] + files, folder)
                try expect(["a.zip"] + source.words, folder, gives: expected, "zip")
            default:
                try run(["tar", "-cf", "a.tar"] + files, folder)
                try expect(["a.tar"] + source.words, folder, gives: expected, "tar")
            }
        }
    }

    @Test(arguments: Source.quick)
    func thePackingDoesNotMatter(source: Source) throws {
        let (rows, expected) = try start(source)
        let folder = try TemporaryFolder()
        let text = rows.file(rows.rows)
        try folder.write("a.csv", text)
        for (tool, ending) in [
            (["gzip", "-k1"], "gz"), (["zstd", "-q1"], "zst"), (["xz", "-k0"], "xz"), (["bzip2", "-k1"], "bz2"),
        ] {
            try run(tool + ["a.csv"], folder)
            try expect(["a.csv.\(ending)"] + source.words, folder, gives: expected, ending)
        }
        try run(["tar", "-czf", "a.tar.gz", "a.csv"], folder)
        try expect(["a.tar.gz"] + source.words, folder, gives: expected, "tar.gz")
        try expect(["-"] + source.words, folder, gives: expected, "standard input", input: Data(text.utf8))
        let packed = try Data(contentsOf: folder.url("a.csv.zst"))
        try expect(["-"] + source.words, folder, gives: expected, "packed standard input", input: packed)
        try folder.write("crlf.csv", "\u{FEFF}" + rows.file(rows.rows, lineEnd: "\r\n"))
        try expect(["crlf.csv"] + source.words, folder, gives: expected, "CRLF and byte-order mark")
        // A file given under two names counts twice as duplicates, not as other ships.
        try expect(["a.csv", "a.csv.gz"] + source.words, folder, gives: expected, "twice")
    }

    @Test(arguments: Source.all)
    func theNumberOfThreadsDoesNotMatter(source: Source) throws {
        let (_, expected) = try start(source)
        for threads in ["1", "2", "8"] {
            try expect(
                [source.path, "--threads", threads] + source.words, nil, gives: expected, "\(threads) threads")
        }
    }

    /// The same command twice, with all that is in the answer but the times that it took.
    @Test func theSameCommandTwiceGivesTheSameBytes() throws {
        let source = Source.sampleDay
        for format in ["text", "json", "ndjson", "csv", "geojson"] {
            let texts = try (0..<2).map { _ in
                let text = try ScanOutput.sts.run(
                    ["scan", source.path, "--format", format] + source.words
                ).text
                return text.replacing(/"timing":\{[^}]*\}|Took .*/, with: "")
            }
            #expect(texts[0] == texts[1], "\(format)")
            #expect(texts[0].utf8.count > 1_000)
        }
    }

    /// All three days in their layouts, shuffled and cut, against the scan of the folder.
    @Test func theSampleFolderGivesTheSameInPieces() throws {
        let whole = try ScanOutput.ofSamples.get().eventLines
        let folder = try TemporaryFolder()
        for (file, unpack) in [
            ("AIS_2023_12_31.csv.gz", ["gzip", "-dc"]), ("ais-2024-01-01.csv.zst", ["zstd", "-dcq"]),
            ("aisdk-2024-01-02.zip", ["unzip", "-p"]),
        ] {
            let path = Places.samples + "/" + file
            let rows = try RowVariants(unpacking: path, with: unpack, idColumn: 0)
            let mixed = RowVariants(of: rows.file(rows.shuffled(seed: 7)), idColumn: 0)
            for (index, part) in mixed.cut(into: 3).enumerated() {
                try folder.write("\(index)-\(file).csv", mixed.file(part))
            }
        }
        for threads in ["1", "8"] {
            try expect(
                [folder.path, "--watchlist", Places.sampleList, "--threads", threads], nil, gives: whole,
                "\(threads) threads")
        }
    }

    /// The rows, and the events of the file as it is stored.
    private func start(_ source: Source) throws -> (RowVariants, [Data]) {
        let rows = try RowVariants(unpacking: source.path, with: source.unpack, idColumn: source.idColumn)
        let expected = try ScanOutput.eventLines([source.path] + source.words)
        #expect(expected.count >= source.leastEvents)
        return (rows, expected)
    }

    private func expect(
        _ words: [String], _ folder: TemporaryFolder?, gives expected: [Data], _ what: String,
        input: Data = Data()
    ) throws {
        let found = try ScanOutput.eventLines(words, input: input, folder: folder)
        guard found != expected else { return }
        let different = zip(found, expected).first { $0 != $1 }.map {
            "\(String(decoding: $0, as: UTF8.self))\nwhere expected\n\(String(decoding: $1, as: UTF8.self))"
        }
        Issue.record("\(what): \(found.count) events, expected \(expected.count); first difference \(different ?? "")")
    }

    private func run(_ words: [String], _ folder: TemporaryFolder) throws {
        let outcome = try ProgramRunner(path: "/usr/bin/env").run(words, folder: folder)
        if outcome.exitCode == 127 { try Test.cancel("\(words[0]) is not installed") }
        try #require(outcome.exitCode == 0, "\(words): \(outcome.errorText)")
    }
}
