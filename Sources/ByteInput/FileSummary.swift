import Glibc

/// What a report needs to say which version of a file was read, for files that another library reads as a stream.
///
/// The bytes pass by in blocks; only the first ones are kept, to see what kind of file it is.
public struct FileSummary: Hashable, Sendable {
    /// The path as given.
    public let path: String
    public let byteCount: Int
    /// When the file was last changed, in POSIX seconds.
    public let modifiedSecondsSince1970: Int64
    /// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
    public let sha256: String
    /// The first bytes, at most `beginningLimit`.
    public let beginning: [UInt8]

    /// How many bytes are kept.
    public static let beginningLimit = 1 << 16

    /// Reads a file to its end.
    ///
    /// Throws when it is missing, is no regular file (it is read twice, which a pipe cannot be), cannot be read, or
    /// holds more than `limit` bytes. Complexity: O(n) time, constant memory.
    public init(path: String, limit: Int = 4 << 30) throws(FileContentsError) {
        // Safe: because the path is passed as a string that ends with a zero byte and lives for the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileContentsError(systemError: errno, path: path) }
        defer { close(descriptor) }
        var status = stat()
        // Safe: because `status` outlives the call, which fills it.
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileContentsError(systemError: errno, path: path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileContentsError(systemError: EISDIR, path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileContentsError(
                kind: .unreadable, path: path,
                message: "\(path) is no regular file: save what it gives as a file first.")
        }
        guard Int(status.st_size) <= limit else { throw FileContentsError(tooLarge: path, limit: limit) }

        var digest = SHA256Digest()
        var beginning: [UInt8] = []
        var read = 0
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            // Safe: because `read` writes at most the block's own count of bytes into it.
            let count = unsafe block.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileContentsError(systemError: errno, path: path)
            }
            read += count
            guard read <= limit else { throw FileContentsError(tooLarge: path, limit: limit) }
            if beginning.count < Self.beginningLimit {
                beginning += block[..<min(count, Self.beginningLimit - beginning.count)]
            }
            if count == block.count { digest.update(block) } else { digest.update(Array(block[..<count])) }
        }
        self.path = path
        byteCount = read
        modifiedSecondsSince1970 = Int64(status.st_mtim.tv_sec)
        sha256 = digest.finish()
        self.beginning = beginning
    }

    /// Whether the file still has the size and the time of change that it had.
    public var isUnchanged: Bool {
        guard case .success(let facts) = FileFacts.of(path) else { return false }
        return facts.bytes == byteCount && facts.modified == modifiedSecondsSince1970
    }
}
