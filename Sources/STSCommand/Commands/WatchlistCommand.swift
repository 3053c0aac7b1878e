import Glibc
import MaritimeModel
import Reporting
import Watchlist

/// `sts watchlist`: keeps the lists in one database, with their history.
enum WatchlistCommand {
    static let declaration = CommandDeclaration(
        name: "watchlist",
        summary: "keep the lists in one database, see what is in it and how old, and search it",
        operands: CommandDeclaration.Operands(
            placeholder: "import FILE|DIR... | list | search TEXT", completion: .files),
        options: [
            OptionDeclaration(
                "database", "FILE", group: "Database", completion: .files,
                "the database; default is STS_WATCHLIST, else sts/watchlist.db in the user's data folder"),
            OptionDeclaration(
                "as-of", "DATE", group: "Import and list",
                "import: the day for which lists speak that do not say so; list: show what held on this day"),
            OptionDeclaration(
                "force", group: "Import and list",
                "import a list that has shrunk to less than half, which otherwise is taken for cut off"),
            OptionDeclaration(
                "history", group: "Import and list", "list every snapshot with what came, changed and went"),
            OptionDeclaration(
                "limit", "N", group: "Search", "show at most N entries, 1 to 10000; default 50"),
            OptionDeclaration(
                "format", "F", group: "Output", completion: .choices(WatchlistFormat.allCases.map(\.rawValue)),
                "form of the answer: \(WatchlistFormat.allCases.map(\.rawValue).joined(separator: ", ")); default text"),
            .help,
        ],
        description: [
            "import reads list files and folders and stores each list as the snapshot of its day. The same file again "
                + "changes nothing; a newer one records which entries came, changed and went. A file that is cut off, empty "
                + "or of no known format is refused, and then nothing at all is stored.",
            "list shows the newest snapshot of each list, its age, and what could not be read. search finds entries by IMO "
                + "number, MMSI, call sign, entry number and by parts of names, also those taken off their list.",
            "scan and screen check the database when they are told nothing else.",
        ],
        examples: [
            .init(line: "sts watchlist import ofac/ consolidated.xml", says: "store what was downloaded"),
            .init(line: "sts watchlist list --history", says: "what is known since when"),
            .init(line: "sts watchlist search \"gas maryam\"", says: "entries by a part of their names"),
        ])

    /// Carries out one of the actions and gives the exit code.
    static func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
        let reader = OptionReader(arguments: arguments, command: declaration.name)
        let request = try Request(reader, words: arguments.operands)
        let formats = WatchlistFormat.allCases.map(\.rawValue)
        let format = try reader.choice("format", among: formats).flatMap(WatchlistFormat.init(rawValue:)) ?? .text
        let location = try WatchlistPlace.database(arguments.value("database"))
        let diagnostics = Diagnostics(isQuiet: false)
        let answer: WatchlistAnswer
        do throws(WatchlistError) {
            answer = try request.answer(from: location)
        } catch {
            diagnostics.error(error.description)
            return .failed
        }
        do throws(OutputFailure) {
            var output = try ReportOutput("-")
            let style = TerminalTraits.current().textStyle(toStandardOutput: true)
            try output.write(watchlistReport(format, answer, database: location.path, style: style))
            try output.commit()
            return .done
        } catch {
            diagnostics.error(error.message)
            return .failed
        }
    }
}

/// One action, with its operands and options checked.
private enum Request {
    case imports(paths: [String], asOf: CivilDate?, force: Bool)
    case list(asOf: CivilDate?)
    case history(list: String?)
    case search(String, limit: Int)

    init(_ reader: OptionReader, words: [String]) throws(UsageError) {
        let command = reader.command
        let asOf = try reader.value("as-of", readMoment)?.date
        let rest = Array(words.dropFirst())
        switch words.first {
        case "import":
            guard !rest.isEmpty else {
                throw UsageError("import: name the list files or folders to read", command: command)
            }
            self = .imports(paths: rest, asOf: asOf, force: reader.arguments.has("force"))
        case "list":
            guard rest.count <= (reader.arguments.has("history") ? 1 : 0) else {
                throw UsageError(
                    "list: '\(rest[0])' is too much; --history takes the name of one list", command: command)
            }
            self = reader.arguments.has("history") ? .history(list: rest.first) : .list(asOf: asOf)
        case "search":
            guard !rest.isEmpty else { throw UsageError("search: say what to look for", command: command) }
            let limit = try reader.value("limit", readLimit) ?? 50
            self = .search(rest.joined(separator: " "), limit: limit)
        case let other?:
            throw UsageError("'\(other)' is no action; choose import, list or search", command: command)
        case nil:
            throw UsageError("say what to do: import, list or search", command: command)
        }
    }

    func answer(from location: WatchlistLocation) throws(WatchlistError) -> WatchlistAnswer {
        let now = Timestamp(secondsSince1970: Int64(time(nil)))
        switch self {
        case .imports(let paths, let asOf, let force):
            // All lists are read before the first is stored: a list that is refused stores nothing.
            var lists: [SanctionsList] = []
            for path in paths { lists += try ListSource.lists(at: path) }
            if case .dataFolder(let path) = location { try WatchlistDatabase.makeFolder(of: path) }
            let database = try WatchlistDatabase(path: location.path, readOnly: false)
            return .imported(try database.importSnapshots(lists, asOf: asOf, importedAt: now, force: force))
        case .list(let asOf):
            return .lists(try open(location).lists(asOf: asOf), today: asOf ?? now.date)
        case .history(let list):
            return .history(try open(location).history(list: list))
        case .search(let text, let limit):
            return .found(try open(location).search(text, limit: limit), query: text)
        }
    }

    private func open(_ location: WatchlistLocation) throws(WatchlistError) -> WatchlistDatabase {
        try WatchlistDatabase(path: location.path, readOnly: true)
    }
}

private func readLimit(_ text: String) throws(ValueError) -> Int {
    guard let limit = readWhole(Substring(text)), (1...10_000).contains(limit) else {
        throw ValueError("is no number of entries; write a whole number from 1 to 10000")
    }
    return limit
}
