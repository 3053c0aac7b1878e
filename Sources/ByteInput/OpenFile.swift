import Glibc

/// An open file descriptor with what the system says about it.
///
/// Only `read` depends on the descriptor's own position; everything else may be called from any thread.
final class OpenFile: Sendable {
    /// What kind of thing the descriptor names.
    enum Kind { case regular, folder, stream }

    let descriptor: Int32
    let path: String
    let kind: Kind
    /// The size when it was opened, in bytes; 0 for streams.
    let size: Int
    private let closesAtEnd: Bool

    /// Opens a file for reading.
    init(path: String) throws(ByteInputError) {
        // Safe: because open is handed a terminated copy of the path that lives for the call.
        let descriptor = retryingInterrupts { unsafe open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw ByteInputError(errorNumber: errno, path: path) }
        self.descriptor = descriptor
        self.path = path
        closesAtEnd = true
        (kind, size) = OpenFile.facts(descriptor)
        guard kind != .folder else { throw ByteInputError(errorNumber: EISDIR, path: path) }
    }

    /// Standard input, which stays open.
    init(standardInput: Void) {
        descriptor = STDIN_FILENO
        path = "-"
        closesAtEnd = false
        // Standard input may be a file, but its position may be shared with others: treat it as a stream.
        kind = .stream
        size = 0
    }

    deinit {
        if closesAtEnd { close(descriptor) }
    }

    /// Reads on from the descriptor's position; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        // Safe: because the system writes at most `room.count` bytes into `room`.
        let count = retryingInterrupts { unsafe Glibc.read(descriptor, room.baseAddress, room.count) }
        guard count >= 0 else { throw DecodingFailure(kind: .unreadable, reason: systemMessage(errno)) }
        return count
    }

    /// Reads from a place in a regular file; less than asked only at the end of the file.
    func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws(DecodingFailure) -> Int {
        var filled = 0
        while filled < room.count {
            // Safe: because the range left lies inside `room`, and the system writes no more than its length.
            let count = retryingInterrupts {
                unsafe pread(descriptor, room.baseAddress.map { unsafe $0 + filled }, room.count - filled, offset + filled)
            }
            guard count >= 0 else { throw DecodingFailure(kind: .unreadable, reason: systemMessage(errno)) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    private static func facts(_ descriptor: Int32) -> (kind: Kind, size: Int) {
        var status = stat()
        // Safe: because fstat fills the structure it is handed and keeps no pointer.
        guard unsafe fstat(descriptor, &status) == 0 else { return (.stream, 0) }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: (.regular, Int(status.st_size))
        case S_IFDIR: (.folder, 0)
        default: (.stream, 0)
        }
    }
}

/// Repeats a system call for as long as a signal interrupts it.
func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
