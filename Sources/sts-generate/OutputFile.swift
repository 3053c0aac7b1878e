import Foundation

/// Where the generator writes: a file, or standard output for `-`.
struct OutputFile {
    private let handle: FileHandle

    /// Opens a file for writing; what was in it is gone.
    init(_ path: String) throws {
        guard path != "-" else {
            handle = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw WriteError(path: path) }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: bytes)
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
        var description: String { "cannot write \(path)" }
    }
}
