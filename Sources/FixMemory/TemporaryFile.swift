import Dispatch
import Glibc

/// A file without a name: the system removes it when the process ends, in whatever way.
///
/// It lies in the folder that `TMPDIR` names, else in /var/tmp, which is on disk where /tmp may be in memory.
public final class TemporaryFile: Sendable {
    let descriptor: Int32
    private let folder: String

    /// Makes an empty file; fails when the folder cannot be written to.
    public init() throws(FixMemoryError) {
        let folder = TemporaryFile.folder
        self.folder = folder
        // Safe: because the strings live for the calls, and the template is a buffer of its own that mkstemp may change.
        var descriptor = unsafe open(folder, nameless | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            // File systems without nameless files: the name is taken away at once.
            var template = Array("\(folder)/sts-XXXXXX".utf8CString)
            descriptor = unsafe mkstemp(&template)
            if descriptor >= 0 {
                _ = unsafe unlink(template)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            }
        }
        guard descriptor >= 0 else { throw FixMemoryError.storage("make", folder: folder, error: errno) }
        self.descriptor = descriptor
    }

    deinit {
        // The system takes a tenth of a millisecond for each megabyte that it forgets; nobody needs to wait for that.
        let descriptor = self.descriptor
        DispatchQueue.global().async { close(descriptor) }
    }

    /// The folder for temporary files.
    private static var folder: String {
        // Safe: because the text is copied at once and nothing here changes the environment.
        guard let named = unsafe getenv("TMPDIR") else { return "/var/tmp" }
        let text = unsafe String(cString: named)
        return text.isEmpty ? "/var/tmp" : text
    }

    /// Makes the file that long; bytes that are not written are 0 and take no room.
    func extend(bytes: Int) throws(FixMemoryError) {
        guard ftruncate(descriptor, off_t(bytes)) == 0 else {
            throw FixMemoryError.storage("extend", folder: folder, error: errno)
        }
    }

    /// Writes elements at an offset in bytes.
    public func write<Element: BitwiseCopyable>(_ elements: [Element], at offset: Int) throws(FixMemoryError) {
        var failure: FixMemoryError?
        // Safe: because the bytes of bitwise copyable elements may be read as they are, and the buffer lives in the call.
        unsafe elements.withUnsafeBytes { bytes in
            do throws(FixMemoryError) { try unsafe write(bytes: bytes, at: offset) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Writes bytes at an offset, no more than `piece` at a time.
    func write(bytes: UnsafeRawBufferPointer, at offset: Int, piece: Int = .max) throws(FixMemoryError) {
        var done = 0
        while done < bytes.count {
            // Safe: because what is written lies within the buffer.
            let count = unsafe pwrite(
                descriptor, bytes.baseAddress.map { unsafe $0 + done }, min(piece, bytes.count - done),
                off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw FixMemoryError.storage("write to", folder: folder, error: count == 0 ? ENOSPC : errno)
            }
            done += count
        }
    }

    /// Reads elements from an offset in bytes; all of them must have been written.
    public func read<Element: BitwiseCopyable>(
        _ type: Element.Type, count: Int, at offset: Int
    ) throws(FixMemoryError) -> [Element] {
        var failure: FixMemoryError?
        // Safe: because any bytes are a bitwise copyable element, and only what was read counts as initialised.
        let elements = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(FixMemoryError) {
                let wanted = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<count])
                try unsafe read(into: UnsafeMutableRawBufferPointer(wanted), at: offset)
                initialized = count
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return elements
    }

    private func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FixMemoryError) {
        var done = 0
        while done < bytes.count {
            // Safe: because what is read lies within the buffer.
            let got = unsafe pread(
                descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done, off_t(offset + done))
            if got < 0, errno == EINTR { continue }
            guard got > 0 else {
                throw FixMemoryError.storage("read", folder: folder, error: got == 0 ? EIO : errno)
            }
            done += got
        }
    }
}

/// `O_TMPFILE` of Linux since 3.11, which the C library's headers hide from Swift.
private let nameless = 0o20_000_000 | O_DIRECTORY

/// What the system says of an error number.
func reason(_ error: Int32) -> String {
    // Safe: because the text is copied at once.
    unsafe String(cString: strerror(error))
}
