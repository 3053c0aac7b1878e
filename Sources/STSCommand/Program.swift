import Glibc
import ScanPipeline

/// Runs the program with the words after its name and gives its exit code.
public func runProgram(_ words: [String]) -> Int32 {
    // A reader that leaves is told by the error of the next write.
    signal(SIGPIPE, SIG_IGN)
    SystemCalls.occupyStandardDescriptors()
    let diagnostics = Diagnostics(isQuiet: false)
    do throws(UsageError) {
        let arguments = try parseArguments(
            words, program: CommandList.programOptions, commands: CommandList.commands)
        return try run(arguments).rawValue
    } catch {
        diagnostics.error("\(error.message)\n\(error.pointer)")
        return ExitCode.usage.rawValue
    }
}

private func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
    if arguments.has("version") { return show("sts \(Scan.version)\n") }
    if arguments.has("help") {
        return show(
            arguments.command.flatMap(CommandList.named).map(HelpCommand.page(of:)) ?? HelpCommand.overview())
    }
    switch arguments.command {
    case ScanCommand.declaration.name: return try ScanCommand.run(arguments)
    case TracksCommand.declaration.name: return try TracksCommand.run(arguments)
    case ScreenCommand.declaration.name: return try ScreenCommand.run(arguments)
    case WatchlistCommand.declaration.name: return try WatchlistCommand.run(arguments)
    case ProfilesCommand.declaration.name: return show(try ProfilesCommand.run(arguments))
    case CompletionCommand.declaration.name: return show(try CompletionCommand.run(arguments))
    case HelpCommand.declaration.name: return show(try HelpCommand.run(arguments))
    default:
        throw UsageError("no command given; for instance: sts scan tracks.csv")
    }
}

/// Writes a page to standard output.
private func show(_ page: String) -> ExitCode {
    do throws(OutputFailure) {
        var output = try ReportOutput("-")
        try output.write(Array(page.utf8))
        try output.commit()
        return .done
    } catch {
        Diagnostics(isQuiet: false).error(error.message)
        return .failed
    }
}
