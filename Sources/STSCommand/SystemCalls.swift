import Glibc

/// The calls to the operating system that take or give pointers, each wrapped so that no pointer leaves this file.
///
/// Foundation would wrap them too, at the price of doubling the program's start-up time.
enum SystemCalls {
    /// The value of an environment variable, or nil when it is not set.
    static func environment(_ name: String) -> String? {
        // Safe: because the value is copied before anything can change the environment; this program never does.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The sentence for an error number.
    static func explain(_ code: Int32) -> String {
        // Safe: because the text is copied at once, and glibc's text for a known number is constant.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    /// Writes some of the bytes and says how many, or throws the error number.
    static func writeSome(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
        // Safe: because the buffer lives through the call, which reads no more than its count.
        let written = unsafe bytes.withUnsafeBytes { buffer in
            unsafe write(descriptor, buffer.baseAddress, buffer.count)
        }
        guard written >= 0 else { throw SystemError(code: errno) }
        return written
    }

    /// Opens a file and gives its descriptor; it is closed in programs that this one starts.
    static func openFile(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> Int32 {
        while true {
            // Safe: because the path is a string that lives through the call.
            let descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
            if descriptor >= 0 { return descriptor }
            guard errno == EINTR else { throw SystemError(code: errno) }
        }
    }

    /// The kind bits of a file's mode, links followed.
    static func kind(of path: String) throws(SystemError) -> mode_t {
        var status = stat()
        // Safe: because both arguments live through the call.
        guard unsafe stat(path, &status) == 0 else { throw SystemError(code: errno) }
        return status.st_mode & S_IFMT
    }

    /// Opens /dev/null in place of each standard stream that is closed, so that no file of ours gets its number.
    ///
    /// It is opened for reading: writing to a closed standard output stays the error that it is.
    static func occupyStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO {
            // Safe: because the path lives through the call.
            if fcntl(descriptor, F_GETFD) == -1, errno == EBADF { _ = unsafe open("/dev/null", O_RDONLY) }
        }
    }

    /// Whether anything has a name, be it a symbolic link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        // Safe: because both arguments live through the call.
        return unsafe lstat(path, &status) == 0
    }

    /// Whether this process may write to a file.
    static func mayWrite(_ path: String) -> Bool {
        // Safe: because the path lives through the call.
        unsafe access(path, W_OK) == 0
    }

    /// The path with all symbolic links followed.
    static func realPath(_ path: String) throws(SystemError) -> String {
        // Safe: because the path lives through the call and the result, allocated by it, is copied and freed here.
        guard let resolved = unsafe realpath(path, nil) else { throw SystemError(code: errno) }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Gives an anonymous file, opened with O_TMPFILE, its first name; fails when the name is taken.
    static func nameFile(descriptor: Int32, as path: String) throws(SystemError) {
        // Safe: because the paths live through the call.
        let linked = unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW)
        guard linked == 0 else { throw SystemError(code: errno) }
    }

    /// Gives a file another name in one step, in place of a file that has it.
    static func moveFile(_ path: String, to other: String) throws(SystemError) {
        // Safe: because the paths live through the call.
        guard unsafe rename(path, other) == 0 else { throw SystemError(code: errno) }
    }

    /// Removes a file; a failure is no matter, since nothing could be done about it.
    static func removeFile(_ path: String) {
        // Safe: because the path lives through the call.
        _ = unsafe unlink(path)
    }

    /// How many columns a terminal has, or nil when the descriptor is none or does not know.
    static func terminalColumns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        // Safe: because TIOCGWINSZ writes one `winsize`, which lives through the call.
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Blocks those of the signals that are not ignored, in this thread and those it starts, and gives them.
    static func block(_ signals: [Int32]) -> [Int32] {
        var blocked: [Int32] = []
        var set = sigset_t()
        // Safe: because the set and the action live through the calls, and the handler is compared, not called.
        unsafe sigemptyset(&set)
        for number in signals {
            var action = sigaction()
            guard unsafe sigaction(number, nil, &action) == 0 else { continue }
            let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            // SIG_IGN is the address 1: a program started by nohup keeps ignoring what it was told to ignore.
            guard handler != 1 else { continue }
            unsafe sigaddset(&set, number)
            blocked.append(number)
        }
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        return blocked
    }

    /// Takes back `block` in this thread.
    static func unblock(_ signals: [Int32]) {
        var set = sigset_t()
        // Safe: because the set lives through the calls.
        unsafe sigemptyset(&set)
        for number in signals { unsafe sigaddset(&set, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// Waits for one of the blocked signals.
    static func wait(for signals: [Int32]) -> Int32? {
        var set = sigset_t()
        // Safe: because the set and the number live through the calls.
        unsafe sigemptyset(&set)
        for number in signals { unsafe sigaddset(&set, number) }
        var received: Int32 = 0
        return unsafe sigwait(&set, &received) == 0 ? received : nil
    }

    /// Ends this process by a signal, as if it had never been caught, so that the caller sees why it ended.
    static func endProcess(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        unblock([number])
        kill(getpid(), number)
        // Only reached if the kernel delivers to another thread first.
        sleep(1)
        _exit(128 + number)
    }

    /// Starts the thread that waits for signals; false when there can be no more threads.
    static func startInterruptionThread() -> Bool {
        var thread = pthread_t()
        // Safe: because the body takes no argument and the thread is detached before its number is forgotten.
        let started = unsafe pthread_create(
            &thread, nil,
            { _ in
                Interruption.waitAndEnd()
                return nil
            }, nil)
        guard started == 0 else { return false }
        pthread_detach(thread)
        return true
    }
}

/// An error number of the operating system.
struct SystemError: Error, Equatable, Sendable {
    var code: Int32
    var explanation: String { SystemCalls.explain(code) }
}
