import Glibc

/// Where a report goes: standard output, a file that appears whole or not at all, or a device.
///
/// It is opened before the work begins, so that a place which cannot be written is known at once.
struct ReportOutput {
    /// As it is named in messages.
    let place: String
    private var writer: DescriptorWriter
    private let kind: Kind
    /// Whether the reader of standard output has gone; then the rest is dropped quietly.
    private var readerLeft = false

    private enum Kind {
        case standardOutput
        /// A pipe, a device or another thing that cannot be replaced by a file.
        case direct
        case replacing(PendingFile)
    }

    /// Opens a place: a path, or `-` for standard output.
    init(_ path: String) throws(OutputFailure) {
        // Opened by name, these would be written from their beginning, over what is there.
        if ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) {
            place = "standard output"
            writer = DescriptorWriter(descriptor: STDOUT_FILENO)
            kind = .standardOutput
            return
        }
        place = "'\(path)'"
        do throws(SystemError) {
            if try ReportOutput.isWrittenInPlace(path) {
                writer = DescriptorWriter(descriptor: try SystemCalls.openFile(path, O_WRONLY))
                kind = .direct
            } else {
                let pending = try PendingFile(path)
                writer = DescriptorWriter(descriptor: pending.descriptor)
                kind = .replacing(pending)
            }
        } catch {
            throw OutputFailure(writing: "'\(path)'", error)
        }
    }

    /// Whether a path leads to something that is no ordinary file and must not be replaced by one.
    private static func isWrittenInPlace(_ path: String) throws(SystemError) -> Bool {
        if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
        do throws(SystemError) {
            switch try SystemCalls.kind(of: path) {
            case S_IFREG: return false
            case S_IFDIR: throw SystemError(code: EISDIR)
            default: return true
            }
        } catch {
            if error.code == ENOENT { return false }
            throw error
        }
    }

    var isStandardOutput: Bool {
        if case .standardOutput = kind { true } else { false }
    }

    /// Takes a piece of the report.
    mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
        guard !readerLeft else { return }
        do throws(SystemError) {
            try writer.write(bytes)
        } catch {
            try note(error)
        }
    }

    /// Ends the report; only now does a file appear under its name. After a failure it is still to be abandoned.
    mutating func commit() throws(OutputFailure) {
        do throws(SystemError) {
            if !readerLeft { try writer.flush() }
            switch kind {
            case .standardOutput: break
            case .direct:
                close(writer.descriptor)
            case .replacing(let pending): try pending.commit()
            }
        } catch {
            try note(error)
        }
    }

    /// A reader that has seen enough, such as `head`, is no error on standard output; everything else is.
    private mutating func note(_ error: SystemError) throws(OutputFailure) {
        if case .standardOutput = kind, error.code == EPIPE {
            readerLeft = true
        } else {
            throw OutputFailure(writing: place, error)
        }
    }

    /// Drops a report that is not complete; what was there before is untouched.
    func abandon() {
        switch kind {
        case .standardOutput: break
        case .direct: close(writer.descriptor)
        case .replacing(let pending): pending.abandon()
        }
    }
}
