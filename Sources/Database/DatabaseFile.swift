import Glibc

/// What there is at the path of a database, and how SQLite has to be told of it.
public enum DatabaseFile {
    /// The first bytes of every SQLite file. Source: "Database File Format" of the SQLite documentation, section 1.3.
    public static let signature = Array("SQLite format 3\u{0}".utf8)

    /// Whether a file begins as a SQLite database does; false when it cannot be read.
    public static func isDatabase(_ path: String) -> Bool {
        // Safe: because the path lives through the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: signature.count)
        // Safe: because `pread` writes at most the array's own count of bytes into it.
        let count = unsafe head.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        return count == signature.count && head == signature
    }

    /// Makes the folder of a path with those above it, for the owner alone, as the XDG base directory rules ask.
    public static func makeFolder(of path: String) throws(DatabaseError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for count in parts.indices.dropFirst() {
            let folder = parts[..<count].joined(separator: "/")
            if folder.isEmpty { continue }
            // Safe: because the path lives through the call.
            if unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST { continue }
            var status = stat()
            // Safe: because both arguments live through the call. A folder above may exist where none can be made.
            if unsafe stat(folder, &status) == 0 { continue }
            throw DatabaseError(
                kind: .cannotOpen, path: path,
                message: "its folder \(folder) cannot be made: make it yourself, or use another file.")
        }
    }

    /// Refuses what SQLite would explain badly.
    static func check(_ path: String, access: DatabaseConnection.Access) throws(DatabaseError) {
        var status = stat()
        // Safe: because both arguments live through the call.
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT, access == .readWrite { return }
            guard errno == ENOENT || errno == ENOTDIR else { return }
            throw DatabaseError(
                kind: .missing, path: path, message: "there is no such file: check the path, or import a list first.")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw DatabaseError(
                kind: .isFolder, path: path, message: "this is a folder where a database is needed: name a file in it.")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DatabaseError(
                kind: .notADatabase, path: path, message: "this is no ordinary file: name a file on disk.")
        }
    }

    /// A path that SQLite takes for nothing but a path: `:memory:` and the empty text have a meaning of their own.
    static func plainName(of path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// The address of a file that nobody changes while it is read.
    static func frozenAddress(of path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var address = Array("file:".utf8)
        for byte in plainName(of: path).utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                address.append(byte)
            default: address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: address, as: UTF8.self) + "?immutable=1"
    }

    /// Whether a write-ahead log with content lies beside the file.
    static func hasLog(_ path: String) -> Bool {
        var status = stat()
        // Safe: because both arguments live through the call.
        return unsafe stat(path + "-wal", &status) == 0 && status.st_size > 0
    }
}
