public import Foundation

/// A new, empty folder that is removed with this object.
public final class TemporaryFolder: Sendable {
    /// Where the folder is, without a slash at the end.
    public let path: String

    public init() throws {
        let made = FileManager.default.temporaryDirectory.appendingPathComponent("sts-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = made.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The URL of a name in the folder.
    public func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    /// The names in the folder, hidden ones too, in order.
    public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// Writes a file and gives its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: url(name))
        return url(name).path
    }

    /// Makes a named pipe.
    public func makePipe(_ name: String) throws {
        // Safe: because the path lives through the call.
        guard unsafe mkfifo(url(name).path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// The text of a file.
    public func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
    }
}
