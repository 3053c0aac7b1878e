import Glibc
import MaritimeModel
import Reporting
import ScanPipeline

/// `sts screen`: what the lists say of ships and companies that are named.
enum ScreenCommand {
    static let declaration = CommandDeclaration(
        name: "screen",
        summary: "look up a ship or a company in the lists, with every path to a listed party",
        operands: CommandDeclaration.Operands(placeholder: "ID...", completion: .files),
        options: [
            OptionDeclaration(
                "file", "PATH|-", group: "What to look up", completion: .files,
                "look up every row of a file too: by the columns imo, mmsi, name and call_sign together, else by its first column"
            )
        ] + ListOptions.declarations + [
            OptionDeclaration(
                "format", "F", group: "Output", completion: .choices(ScreenFormat.allCases.map(\.rawValue)),
                "form of the answer: \(ScreenFormat.allCases.map(\.rawValue).joined(separator: ", ")); default text"),
            OptionDeclaration(
                "output", short: "o", "PATH|-", group: "Output", completion: .files,
                "write the answer to a file, which appears only when it is complete; default -, standard output"),
            OptionDeclaration(
                "fail-on", "WHAT", group: "Output", completion: .choices(["flagged"]),
                "flagged: end with exit code 4 when there is more than a lead"),
            .help,
        ],
        description: [
            "Looks up IMO numbers of ships and companies, MMSIs, call signs and names, and says for each which entries of "
                + "which lists it is or is tied to, over which recorded links, since when and how sure that is; or that there "
                + "is no match, and which lists of which age were checked.",
            "An IMO number stays with the hull. An MMSI is re-used and needs to be confirmed. A name or a call sign alone, "
                + "or a number that may be mistyped, is a lead and no match. No match clears nobody.",
        ],
        examples: [
            .init(line: "sts screen 9108099 --watchlist ofac/", says: "a ship by its IMO number"),
            .init(
                line: "sts screen 511101457 \"GAS MARYAM\" --format json", says: "by MMSI and by name, for a program"),
            .init(line: "sts screen --file fleet.csv --format csv -o answer.csv", says: "a whole fleet as a table"),
        ])

    /// Looks things up and gives the exit code.
    static func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
        let reader = OptionReader(arguments: arguments, command: declaration.name)
        let lists = try ListOptions(reader, environment: WatchlistPlace.inherited())
        let formats = ScreenFormat.allCases.map(\.rawValue)
        let format = try reader.choice("format", among: formats).flatMap(ScreenFormat.init(rawValue:)) ?? .text
        let failsOnFlagged = try reader.choice("fail-on", among: ["flagged"]) != nil
        let diagnostics = Diagnostics(isQuiet: false)
        guard let watchlists = lists.watchlists else {
            throw UsageError(
                "no list to check: name one with --watchlist, or set STS_WATCHLIST", command: declaration.name)
        }
        let file = arguments.value("file")
        guard !arguments.operands.isEmpty || file != nil else {
            throw UsageError(
                "nothing to look up: name numbers or names, or a file with --file", command: declaration.name)
        }
        let today = Timestamp(secondsSince1970: Int64(time(nil))).date
        let plan = ScreenPlan(
            queries: arguments.operands, file: file, watchlists: watchlists, asOf: lists.asOf ?? today, ties: lists.ties
        )
        do throws(OutputFailure) {
            var output = try ReportOutput(arguments.value("output") ?? "-")
            let answer: ScreenAnswer
            do throws(ScanFailure) {
                answer = try Screen.run(plan)
            } catch {
                output.abandon()
                for message in error.messages { diagnostics.error(message) }
                return .failed
            }
            do throws(OutputFailure) {
                let style = TerminalTraits.current().textStyle(toStandardOutput: output.isStandardOutput)
                try output.write(screenReport(format, answer, style: style))
                try output.commit()
            } catch {
                output.abandon()
                throw error
            }
            return failsOnFlagged && answer.items.contains(where: \.isHit) ? .flagged : .done
        } catch {
            diagnostics.error(error.message)
            return .failed
        }
    }
}
