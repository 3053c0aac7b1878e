import Glibc

/// Why bytes of an input could not be had.
public struct ByteInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, for code that decides what to do next.
    public enum Kind: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The system refused: permissions, a folder instead of a file, a failing disk.
        case unreadable
        /// There are no bytes, or none once unpacked, or an archive holds no files.
        case empty
        /// The data stop before their own format says they end.
        case truncated
        /// The data contradict their own format or check sum.
        case corrupt
        /// The data can only be read with a password.
        case encrypted
        /// The data use a method that this program cannot unpack.
        case unsupported
    }

    public var kind: Kind
    /// The path as given; `-` for standard input.
    public var path: String
    /// The member of an archive, when the trouble lies in one.
    public var member: String?
    /// How many stored (compressed) bytes had been read when the trouble was met; nil when nothing was opened.
    public var byteOffset: Int?
    /// A sentence that names the input and says what to do.
    public var message: String

    /// Makes an error; `message` is a whole sentence that can be shown to the user.
    public init(kind: Kind, path: String, member: String? = nil, byteOffset: Int? = nil, message: String) {
        self.kind = kind
        self.path = path
        self.member = member
        self.byteOffset = byteOffset
        self.message = message
    }

    public var description: String { message }
}

/// What a decoder knows of its trouble: it sees bytes, not files. `ByteStream` adds the names and the remedy.
struct DecodingFailure: Error {
    var kind: ByteInputError.Kind
    /// A clause without a full stop, for instance `the check sum is wrong`.
    var reason: String
}

extension ByteInputError {
    /// Completes a decoder's failure with where it happened and what to do about it.
    init(_ failure: DecodingFailure, path: String, member: String?, byteOffset: Int) {
        let place = (path == "-" ? "standard input" : path) + (member.map { "!\($0)" } ?? "")
        let message =
            switch failure.kind {
            case .missing:
                "\(place): there is no such file; check the spelling."
            case .unreadable:
                "\(place) cannot be read: \(failure.reason); check its permissions and the disk."
            case .empty:
                "\(place) is empty: \(failure.reason); check how the file was made or fetched."
            case .truncated:
                "\(place) is cut short: \(failure.reason), \(byteOffset) bytes into the stored data. "
                    + "What came before was read; fetch or copy the file again for the rest."
            case .corrupt:
                "\(place) is damaged: \(failure.reason), at most \(byteOffset) bytes into the stored data. "
                    + "What came before was read; fetch or copy the file again for the rest."
            case .encrypted:
                "\(place) is encrypted; unpack it with its password and give the unpacked file."
            case .unsupported:
                "\(place) cannot be unpacked: \(failure.reason); unpack it with the tool that made it and give the result."
            }
        self.init(kind: failure.kind, path: path, member: member, byteOffset: byteOffset, message: message)
    }

    /// Reports a failed system call on a path.
    init(errorNumber: Int32, path: String, byteOffset: Int? = nil) {
        if errorNumber == ENOENT || errorNumber == ENOTDIR {
            self.init(
                kind: .missing, path: path, byteOffset: byteOffset,
                message: "\(path): there is no such file; check the spelling.")
        } else {
            self.init(
                kind: .unreadable, path: path, byteOffset: byteOffset,
                message: "\(path) cannot be read: \(systemMessage(errorNumber)); check its permissions and the disk.")
        }
    }
}

/// The system's words for an error number, for instance `permission denied`.
func systemMessage(_ errorNumber: Int32) -> String {
    // Safe: because the text is constant or the thread's own (glibc 2.32 and later) and is copied at once.
    let message = unsafe strerror(errorNumber).map { unsafe String(cString: $0) }
    guard let message, let first = message.first else { return "error \(errorNumber)" }
    return first.lowercased() + message.dropFirst()
}
