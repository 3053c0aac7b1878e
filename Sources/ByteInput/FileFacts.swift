import Glibc

/// What the system says about a path, links followed.
struct FileFacts {
    enum Kind { case regular, folder, other }

    /// Names a file whatever path leads to it.
    struct Identity: Hashable {
        var device: UInt64
        var number: UInt64
    }

    var kind: Kind
    var identity: Identity
    var bytes: Int
    /// POSIX seconds.
    var modified: Int64

    /// Asks the system; on failure gives its error number.
    static func of(_ path: String) -> Result<FileFacts, SystemFailure> {
        var status = stat()
        // Safe: because stat fills the structure it is handed, reads the terminated path and keeps neither.
        guard unsafe stat(path, &status) == 0 else { return .failure(SystemFailure(number: errno)) }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            default: .other
            }
        return .success(
            FileFacts(
                kind: kind, identity: Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)),
                bytes: Int(status.st_size), modified: Int64(status.st_mtim.tv_sec)))
    }

    /// Whether this process may read the path.
    static func isReadable(_ path: String) -> Bool {
        // Safe: because access reads the terminated path and keeps no pointer.
        unsafe access(path, R_OK) == 0
    }

    /// The names in a folder except `.` and `..`, ordered by their bytes; on failure the system's error number.
    static func names(inFolder path: String) -> Result<[String], SystemFailure> {
        // Safe: because opendir reads the terminated path and keeps no pointer.
        guard let folder = unsafe opendir(path) else { return .failure(SystemFailure(number: errno)) }
        // Safe: because the folder was opened above and is closed once.
        defer { unsafe _ = closedir(folder) }
        var names: [String] = []
        // Safe: because an entry is valid until the next readdir on this folder, and its name is copied before.
        while let entry = unsafe readdir(folder) {
            let name = unsafe String(cString: UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self))
            if name != "." && name != ".." { names.append(name) }
        }
        return .success(names.sorted(by: comesFirst))
    }

    // The name is an array inside the C structure.
    private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
}

/// An error number of the system.
struct SystemFailure: Error {
    var number: Int32
}

/// The order of paths everywhere: byte by byte, so that it is the same on every machine.
func comesFirst(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
