import Foundation
import SyntheticTracks
import Testing

/// The built program, found beside the test bundle.
private let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("sts-generate")

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: program.path), "sts-generate is not built here"))
struct GenerateToolTests {
    private func run(_ arguments: [String]) throws -> (code: Int32, output: Data, message: String) {
        let process = Process()
        let (output, message) = (Pipe(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = message
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        let text = try message.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, data, String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: [
        ([], "a command is missing"), (["fly"], "there is no command 'fly'"), (["fleet"], "--rows is missing"),
        (["fleet", "--rows", "ten", "--output", "-"], "--rows takes a whole number"),
        (["fleet", "--rows", "10"], "--output is missing"), (["fleet", "--rows"], "--rows needs a value"),
        (["fleet", "--rows", "10", "--rows", "11", "--output", "-"], "--rows is given twice"),
        (["fleet", "--rows", "10", "--output", "-", "--sorted", "--shuffled"], "exclude each other"),
        (["fleet", "--rows", "10", "--output", "-", "--layout", "xml"], "--layout takes one of noaa, noaa2024, dma"),
        (["fleet", "--rows", "10", "--output", "-", "--colour", "red"], "there is no option --colour here"),
        (["fleet", "--rows", "1000000", "--vessels", "2", "--output", "-"], "rows are too many"),
        (["sample"], "--output is missing"), (["sample", "here"], "'here' is not an option"),
        (["worlds", "--output", "x"], "--count is missing"), (["worlds", "--count", "3"], "--output is missing"),
        (["ofac-advanced", "--output", "-"], "--profiles is missing"),
        (["ofac-advanced", "--profiles", "0", "--output", "-"], "--profiles takes a whole number from 1"),
        (["worlds", "--count", "0", "--output", "x"], "--count takes a whole number from 1"),
    ])
    func wrongUsageSaysWhatIsWrong(arguments: [String], message: String) throws {
        let result = try run(arguments)
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(result.message.hasPrefix("sts-generate: "))
        #expect(result.message.contains(message))
        #expect(result.message.contains("usage:"))
    }

    @Test func aFileThatCannotBeWrittenIsAFailure() throws {
        let result = try run(["fleet", "--rows", "10", "--output", "/no/such/folder/file.csv"])
        #expect(result.code == 1)
        #expect(result.message.contains("/no/such/folder/file.csv"))
    }

    @Test func rowsGoToStandardOutput() throws {
        let result = try run(["fleet", "--rows=25", "--output", "-", "--layout", "dma", "--shuffled"])
        #expect(result.code == 0)
        #expect(result.message.isEmpty)
        #expect(result.output.count { $0 == UInt8(ascii: "\n") } == 26)
    }

    @Test func worldsGetTwoFilesEach() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sts-worlds-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try run(["worlds", "--count", "2", "--seed", "5", "--output", folder.path])
        #expect(result.code == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "clean-5.csv", "clean-5.truth.json", "shared_mmsi-6.csv", "shared_mmsi-6.truth.json",
            ])
        let file = try Data(contentsOf: folder.appendingPathComponent("shared_mmsi-6.csv"))
        #expect(file == Data(DirtyWorld(kind: .sharedMMSI, seed: 6).fileBytes))
    }
}
