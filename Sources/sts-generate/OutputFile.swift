import Foundation

/// Where the generator writes: a file, or standard output for `-`.
struct OutputFile {
    private let handle: FileHandle
    private let path: String

    /// Opens a file for writing; what was in it is gone.
    init(_ path: String) throws {
        self.path = path
        guard path != "-" else {
            handle = .standardOutput
            return
        }
        // `createFile` puts a new file in the place of an old one, which must not happen to a device or a pipe.
        if !FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.createFile(atPath: path, contents: nil) else { throw WriteError(path: path) }
        }
        guard let handle = FileHandle(forWritingAtPath: path) else { throw WriteError(path: path) }
        try? handle.truncate(atOffset: 0)  // Devices and pipes have no length.
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw WriteError(path: path, reason: error.localizedDescription)
        }
    }

    func write(_ text: String) throws {
        try write(Array(text.utf8))
    }

    /// Says a last word on standard error and leaves.
    static func end(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data(message.utf8))
        exit(code)
    }

    struct WriteError: Error, CustomStringConvertible {
        let path: String
        var reason = "the file cannot be opened"
        var description: String { "cannot write \(path): \(reason)" }
    }
}
