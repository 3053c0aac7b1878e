import Glibc

/// Why a small file or a folder could not be read.
public struct FileContentsError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable { case missing, isDirectory, notADirectory, unreadable, tooLarge }
    public var kind: Kind
    /// The path as given.
    public var path: String
    /// What is wrong and what to do about it; names the path.
    public var message: String

    public init(kind: Kind, path: String, message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }

    public var description: String { message }
}

extension FileContentsError {
    /// The error for what the system reported about a path.
    init(systemError code: Int32, path: String) {
        switch code {
        case ENOENT:
            self.init(kind: .missing, path: path, message: "\(path) does not exist: check the spelling of the path.")
        case EISDIR:
            self.init(
                kind: .isDirectory, path: path,
                message: "\(path) is a folder where a file is needed: name a file inside it.")
        case ENOTDIR:
            self.init(
                kind: .notADirectory, path: path,
                message: "\(path), or a part of it, is a file where a folder is needed: check the path.")
        case EACCES, EPERM:
            self.init(
                kind: .unreadable, path: path,
                message: "\(path) may not be read: give yourself the right to read it (chmod), or ask its owner.")
        default:
            // Safe: because strerror returns a string that ends with a zero byte, and it is copied at once.
            let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
            self.init(
                kind: .unreadable, path: path,
                message: "\(path) could not be read (\(reason)): check the file and the device that it is on.")
        }
    }

    /// The error for a file above the limit.
    init(tooLarge path: String, limit: Int) {
        self.init(
            kind: .tooLarge, path: path,
            message: "\(path) is larger than \(limit) bytes, the most that is read at once: check that it is the right "
                + "file, or split it.")
    }
}
