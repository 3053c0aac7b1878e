public import Foundation

/// What a program did: its exit and everything it wrote.
public struct ProgramOutcome: Sendable {
    /// The exit code, or nil when a signal ended the program.
    public var exitCode: Int32?
    /// The signal that ended the program, or nil.
    public var signal: Int32?
    public var output: Data
    public var errorOutput: Data

    /// Standard output as text; bytes that are no UTF-8 are replaced.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
}

/// Runs programs from tests: the products of this package, or any other by its path.
public struct ProgramRunner: Sendable {
    /// The path of the program.
    public let path: String

    /// A program by its path.
    public init(path: String) { self.path = path }

    /// A product of this package, by name; the test target must depend on it, so that it is built.
    public init(product name: String) {
        path = ProgramRunner.productsFolder + "/" + name
    }

    /// Where this test was built, and with it every product, whatever the scratch path.
    public static let productsFolder: String = {
        // The test bundle is a program of its own on Linux and lies among the products.
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: program).deletingLastPathComponent().path
    }()

    /// Runs the program to its end.
    ///
    /// The environment holds only PATH, HOME and what is given, so that the tester's settings do not matter. A program
    /// that runs longer than `timeout` seconds is killed, which the outcome shows as signal 9.
    public func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
        folder: TemporaryFolder? = nil,
        timeout: Double = 60
    ) throws -> ProgramOutcome {
        let running = try start(arguments, input: input, environment: environment, folder: folder)
        return try running.finish(timeout: timeout)
    }

    /// Starts the program; with `input` nil, standard input stays open until `finish`.
    public func start(
        _ arguments: [String], input: Data?, environment: [String: String] = [:], folder: TemporaryFolder? = nil
    ) throws -> RunningProgram {
        try RunningProgram(
            path: path, arguments: arguments, input: input, environment: environment, folder: folder)
    }
}

/// A program that was started and has not been waited for.
public final class RunningProgram {
    private let process = Process()
    private let files = try? TemporaryFolder()
    private let ended = DispatchSemaphore(value: 0)
    private let openInput: Pipe?
    /// Kept so that the folder lives as long as the program that works in it.
    private let folder: TemporaryFolder?

    fileprivate init(
        path: String, arguments: [String], input: Data?, environment: [String: String], folder: TemporaryFolder?
    ) throws {
        self.folder = folder
        guard let files else { throw CocoaError(.fileWriteUnknown) }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        var variables = environment
        for name in ["PATH", "HOME"] where variables[name] == nil {
            variables[name] = ProcessInfo.processInfo.environment[name]
        }
        process.environment = variables
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder.path) }
        // Files instead of pipes: nothing has to be read while the program runs.
        for name in ["out", "err"] { try Data().write(to: files.url(name)) }
        process.standardOutput = try FileHandle(forWritingTo: files.url("out"))
        process.standardError = try FileHandle(forWritingTo: files.url("err"))
        if let input {
            openInput = nil
            try input.write(to: files.url("in"))
            process.standardInput = try FileHandle(forReadingFrom: files.url("in"))
        } else {
            let pipe = Pipe()
            openInput = pipe
            process.standardInput = pipe
        }
        let ended = ended
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
    }

    /// Writes to the program's open standard input.
    public func write(_ bytes: Data) throws { try openInput?.fileHandleForWriting.write(contentsOf: bytes) }

    /// Sends a signal to the program.
    public func send(signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end, at most `timeout` seconds, and collects what was written.
    ///
    /// With `closingInput`, an open standard input ends first.
    public func finish(timeout: Double = 60, closingInput: Bool = true) throws -> ProgramOutcome {
        if closingInput { try openInput?.fileHandleForWriting.close() }
        if ended.wait(timeout: .now() + timeout) == .timedOut {
            send(signal: SIGKILL)
            ended.wait()
        }
        guard let files else { throw CocoaError(.fileReadUnknown) }
        let bySignal = process.terminationReason == .uncaughtSignal
        return ProgramOutcome(
            exitCode: bySignal ? nil : process.terminationStatus, signal: bySignal ? process.terminationStatus : nil,
            output: try Data(contentsOf: files.url("out")), errorOutput: try Data(contentsOf: files.url("err")))
    }
}
