import Glibc
import Synchronization

/// O_TMPFILE, a C macro that Swift cannot import. Source: Linux `include/uapi/asm-generic/fcntl.h`.
private let namelessFile: Int32 = 0o20_000_000 | O_DIRECTORY

/// A file that is written out of sight and takes its name in one step when it is complete.
///
/// Where the file system can, the file has no name until then (O_TMPFILE), so that nothing can be left behind, however
/// the program ends. Elsewhere it has a hidden name in the same folder, and `Interruption` removes it on a signal.
struct PendingFile: Sendable {
    let descriptor: Int32
    /// Where the file will stand, symbolic links followed.
    private let destination: String
    /// The hidden name that the file has, or nil while it has none.
    private let hiddenName: String?

    /// Opens a file; `withoutName` false takes the way for file systems that know no nameless files.
    init(_ path: String, withoutName: Bool = true) throws(SystemError) {
        destination = try PendingFile.destination(of: path)
        if SystemCalls.exists(destination), !SystemCalls.mayWrite(destination) { throw SystemError(code: EACCES) }
        // 0666 less the umask, as for any file that a program makes.
        let mode: mode_t = 0o666
        // A nameless file is named through /proc, which a bare chroot lacks.
        if withoutName, SystemCalls.exists("/proc/self/fd"),
            let opened = try PendingFile.openNameless(inFolderOf: destination, mode: mode)
        {
            descriptor = opened
            hiddenName = nil
            return
        }
        let hidden = PendingFile.hiddenName(beside: destination)
        Interruption.removeOnSignal(hidden)
        do throws(SystemError) {
            descriptor = try SystemCalls.openFile(hidden, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        } catch {
            Interruption.forget(hidden)
            throw error
        }
        hiddenName = hidden
    }

    /// Puts the bytes on the disk and the file in its place; after a failure the file is still to be abandoned.
    func commit() throws(SystemError) {
        // EINVAL: this file system cannot synchronise, and the bytes are as safe as it makes them.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError(code: errno) }
        if let hiddenName {
            try SystemCalls.moveFile(hiddenName, to: destination)
            Interruption.forget(hiddenName)
        } else {
            try nameAndMove()
        }
        // Everything is on the disk; what closing could still report changes nothing.
        close(descriptor)
    }

    /// A nameless file cannot take the place of another, so it gets a hidden name for a moment.
    private func nameAndMove() throws(SystemError) {
        let hidden = PendingFile.hiddenName(beside: destination)
        Interruption.removeOnSignal(hidden)
        defer { Interruption.forget(hidden) }
        try SystemCalls.nameFile(descriptor: descriptor, as: hidden)
        do throws(SystemError) {
            try SystemCalls.moveFile(hidden, to: destination)
        } catch {
            SystemCalls.removeFile(hidden)
            throw error
        }
    }

    /// Drops the file.
    func abandon() {
        close(descriptor)
        if let hiddenName {
            SystemCalls.removeFile(hiddenName)
            Interruption.forget(hiddenName)
        }
    }

    /// The path itself, or the file that it leads to when it is a symbolic link.
    private static func destination(of path: String) throws(SystemError) -> String {
        guard !path.isEmpty else { throw SystemError(code: ENOENT) }
        guard !path.hasSuffix("/") else { throw SystemError(code: EISDIR) }
        return SystemCalls.exists(path) ? try SystemCalls.realPath(path) : path
    }

    /// A nameless file in the folder, or nil when the file system has none.
    private static func openNameless(inFolderOf path: String, mode: mode_t) throws(SystemError) -> Int32? {
        do throws(SystemError) {
            return try SystemCalls.openFile(folder(of: path), O_WRONLY | namelessFile, mode: mode)
        } catch {
            // Kernels and file systems without O_TMPFILE see an attempt to write to a folder.
            if error.code == EOPNOTSUPP || error.code == EISDIR || error.code == EINVAL { return nil }
            throw error
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static let serial = Atomic(0)

    /// A name in the same folder that no other file has: a leftover of an earlier process of this number is removed.
    private static func hiddenName(beside path: String) -> String {
        let number = serial.add(1, ordering: .relaxed).newValue
        let name = "\(folder(of: path))/.sts-\(getpid())-\(number).partial"
        SystemCalls.removeFile(name)
        return name
    }
}
