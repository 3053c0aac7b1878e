import Glibc

/// A whole small file in memory, with what a report needs to say which version of it was read.
///
/// Meant for lists and tables of up to a few hundred megabytes; tracks are streamed instead.
public struct FileContents: Sendable {
    /// The path as given.
    public let path: String
    public let bytes: [UInt8]
    /// When the file was last changed, in POSIX seconds.
    public let modifiedSecondsSince1970: Int64
    /// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
    public let sha256: String

    /// How many bytes were read.
    public var byteCount: Int { bytes.count }

    /// The size above which a file is refused unless the caller says otherwise, in bytes (512 MiB).
    ///
    /// Four times the largest sanctions list in use, OFAC's `sdn_advanced.xml` with 127 MB in 2026.
    public static let defaultLimit = 512 << 20

    /// Reads a file to its end.
    ///
    /// Pipes and devices are read to their end as well, and the limit holds for them too. Throws when the file is
    /// missing, is a folder, cannot be read, or holds more than `limit` bytes. Complexity: O(n).
    public init(path: String, limit: Int = FileContents.defaultLimit) throws(FileContentsError) {
        // Safe: because the path is passed as a string that ends with a zero byte and lives for the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileContentsError(systemError: errno, path: path) }
        defer { close(descriptor) }

        var status = stat()
        // Safe: because `status` outlives the call, which fills it.
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileContentsError(systemError: errno, path: path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileContentsError(systemError: EISDIR, path: path) }
        let size = Int(status.st_size)
        guard size <= limit else { throw FileContentsError(tooLarge: path, limit: limit) }

        var contents: [UInt8] = []
        contents.reserveCapacity(size)
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            // Safe: because `read` writes at most the block's own count of bytes into it.
            let count = unsafe block.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileContentsError(systemError: errno, path: path)
            }
            guard contents.count + count <= limit else { throw FileContentsError(tooLarge: path, limit: limit) }
            contents += block[..<count]
        }

        self.path = path
        bytes = contents
        modifiedSecondsSince1970 = Int64(status.st_mtim.tv_sec)
        sha256 = SHA256Digest.hexadecimal(of: contents)
    }

    /// Whether a path names a folder, links followed; false when there is nothing.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        // Safe: because `status` outlives the call, which fills it.
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder without `.` and `..`, in ascending order of their bytes.
    ///
    /// Throws when the folder is missing, is a file or cannot be read. Complexity: O(n log n).
    public static func folderEntries(_ path: String) throws(FileContentsError) -> [String] {
        guard let folder = unsafe opendir(path) else { throw FileContentsError(systemError: errno, path: path) }
        // Safe: because `folder` is open until the end of this function, and nothing else uses it.
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            // Safe: as above; the entry is copied before the next call overwrites it.
            guard let entry = unsafe readdir(folder) else { break }
            // Safe: because readdir ends the name with a zero byte inside the entry's own storage.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
                    unsafe String(cString: $0)
                }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw FileContentsError(systemError: errno, path: path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
