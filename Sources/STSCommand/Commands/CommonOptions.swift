/// What every command that reads tracks and writes a report understands.
struct CommonOptions: Sendable {
    var inputs: [String]
    /// Our column name -> header or number.
    var columns: [String: String]
    var threads: Int
    var memoryLimitBytes: Int?
    /// A path, or `-` for standard output.
    var output: String
    var isQuiet: Bool
    var progress: ProgressChoice

    enum ProgressChoice: String, CaseIterable, Sendable { case auto, always, never }

    /// Reads the options; every error names the option, the value and what is accepted.
    init(_ reader: OptionReader, processors: Int) throws(UsageError) {
        let arguments = reader.arguments
        inputs = try CommonOptions.inputs(arguments.operands, command: reader.command)
        var columns: [String: String] = [:]
        for text in arguments.values["columns"] ?? [] {
            try reader.naming("columns", text) { text throws(ValueError) in try readColumns(text, into: &columns) }
        }
        self.columns = columns
        threads =
            try reader.value("threads", readThreadCount)
            ?? min(max(processors, threadCounts.lowerBound), threadCounts.upperBound)
        memoryLimitBytes = try reader.value("memory", readMemorySize)
        output = try reader.value("output", readPath) ?? "-"
        isQuiet = arguments.has("quiet")
        let choices = ProgressChoice.allCases.map(\.rawValue)
        progress = try reader.choice("progress", among: choices).flatMap(ProgressChoice.init(rawValue:)) ?? .auto
    }

    private static func inputs(_ operands: [String], command: String) throws(UsageError) -> [String] {
        guard !operands.isEmpty else {
            throw UsageError(
                "no input: name a file, a folder, a glob pattern, or - for standard input", command: command)
        }
        guard !operands.contains("") else { throw UsageError("an input has an empty name", command: command) }
        guard operands.count(where: { $0 == "-" }) <= 1 else {
            throw UsageError("standard input (-) can be read only once", command: command)
        }
        return operands
    }

    /// Whether progress is to be shown; `--quiet` outranks `--progress`.
    func showsProgress(onTerminal: Bool) -> Bool {
        guard !isQuiet else { return false }
        return switch progress {
        case .always: true
        case .never: false
        case .auto: onTerminal
        }
    }

    // MARK: Declarations

    static let operands = CommandDeclaration.Operands(placeholder: "INPUT...", completion: .files)

    static let inputOptions = [
        OptionDeclaration(
            "columns", "NAME=HEADER,...", group: "Input",
            completion: .forms(TrackColumn.allCases.map { "\($0.rawValue)=" }),
            "which column holds what, by header or by number from 1; may be repeated; see 'sts help columns'")
    ]

    /// The options on the form and the place of a report, in these formats.
    static func outputOptions(formats: [String]) -> [OptionDeclaration] {
        [
            OptionDeclaration(
                "format", "F", group: "Output", completion: .choices(formats),
                "form of the report: \(formats.joined(separator: ", ")); default text; see 'sts help formats'"),
            OptionDeclaration(
                "output", short: "o", "PATH|-", group: "Output", completion: .files,
                "write the report to a file, which appears only when it is complete; default -, standard output"),
            OptionDeclaration(
                "quiet", group: "Output", "no progress, summary or warnings on standard error; errors stay"),
            OptionDeclaration(
                "progress", "WHEN", group: "Output", completion: .choices(ProgressChoice.allCases.map(\.rawValue)),
                "show progress on standard error: auto (on a terminal; the default), always, never"),
        ]
    }

    static let runOptions = [
        OptionDeclaration(
            "threads", "N", group: "Running",
            "threads to work with, 1 to \(threadCounts.upperBound); default the number of processors"),
        OptionDeclaration(
            "memory", "SIZE", group: "Running", completion: .forms(["512M", "2G", "8G"]),
            "memory that positions may take, such as 512M; what is more goes to a temporary file; default 64M"),
    ]
}

/// A path may be anything but empty.
private func readPath(_ text: String) throws(ValueError) -> String {
    guard !text.isEmpty else { throw ValueError("is no path; write the name of a file, or - for standard output") }
    return text
}
