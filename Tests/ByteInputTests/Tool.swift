import Foundation

/// Command-line programs that pack files for the tests.
enum Tool {
    /// Where a program lies, or nil.
    static func find(_ name: String) -> String? {
        ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    static func areHere(_ names: [String]) -> Bool { names.allSatisfy { find($0) != nil } }

    struct Failure: Error {
        var command: [String]
        var status: Int32
    }

    /// Runs a program in a folder and waits for it.
    static func run(_ command: [String], in folder: TemporaryFolder) throws {
        guard let name = command.first, let program = find(name) else { throw Failure(command: command, status: 127) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(command: command, status: process.terminationStatus)
        }
    }
}
