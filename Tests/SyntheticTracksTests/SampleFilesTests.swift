import Foundation
import SyntheticTracks
import Testing

/// The committed files of SampleTracks are what the generator makes.
@Suite struct SampleFilesTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("SampleTracks")

    @Test(arguments: [
        ("AIS_2023_12_31.csv.gz", "gzip", ["-dc"]), ("ais-2024-01-01.csv.zst", "zstd", ["-dcq"]),
        ("aisdk-2024-01-02.zip", "unzip", ["-p"]),
    ])
    func theCompressedFileHoldsTheGeneratedOne(file: String, tool: String, arguments: [String]) throws {
        guard let program = SampleFilesTests.path(of: tool) else {
            try Test.cancel("\(tool) is not installed, so \(file) cannot be compared")
        }
        let day = try #require(sampleWorld.days.first { file.hasPrefix($0.name.dropLast(4)) })
        let path = SampleFilesTests.folder.appendingPathComponent(file).path
        let bytes = try SampleFilesTests.output(of: program, arguments + [path])
        #expect(bytes == Data(day.bytes), "run Scripts/make-samples")
    }

    @Test func theTruthAndTheWatchlistAreTheGeneratedOnes() throws {
        for (file, text) in [("truth.json", sampleWorld.truthJSON), ("watchlist.csv", sampleWorld.watchlist)] {
            let committed = try Data(contentsOf: SampleFilesTests.folder.appendingPathComponent(file))
            #expect(committed == Data(text.utf8), "\(file): run Scripts/make-samples")
        }
    }

    @Test func theReadmeNamesEveryFile() throws {
        let readme = try String(
            contentsOf: SampleFilesTests.folder.appendingPathComponent("README.md"), encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: SampleFilesTests.folder.path)
        where file != "README.md" {
            #expect(readme.contains("`\(file)`"))
        }
        for day in sampleWorld.days {
            let digits = Array(String(day.rowCount))
            let grouped = String(digits.dropLast(3)) + " " + String(digits.suffix(3))
            #expect(readme.contains("\(grouped) rows"), "\(day.name) has \(grouped) rows")
        }
    }

    private static func path(of tool: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + tool }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end and returns what it wrote.
    private static func output(of program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return data
    }
}
