import Glibc
import MaritimeModel
import ScanPipeline

/// Which lists a command checks, and which ties to listed parties count; the same for every command.
struct ListOptions: Sendable {
    /// Nil when no list is to be checked.
    var watchlists: [String]?
    var ties: TieOptions
    var asOf: CivilDate?

    /// The lists that are named, else those of the environment, else none.
    init(_ reader: OptionReader, environment: String?) throws(UsageError) {
        let arguments = reader.arguments
        let named = arguments.values["watchlist"] ?? []
        guard !named.contains("") else { throw UsageError("--watchlist: the path is empty", command: reader.command) }
        if arguments.has("no-watchlist") {
            guard named.isEmpty else {
                throw UsageError("--watchlist and --no-watchlist contradict each other", command: reader.command)
            }
            watchlists = nil
        } else if !named.isEmpty {
            watchlists = named
        } else {
            let inherited = (environment ?? "").split(separator: ":").map(String.init)
            watchlists = inherited.isEmpty ? nil : inherited
        }
        ties = TieOptions()
        if let depth = try reader.value("tie-depth", readTieDepth) { ties.depth = depth }
        if let degrees = try reader.value("tie-kinds", readTieDegrees) { ties.degrees = degrees }
        asOf = try reader.value("as-of", readMoment)?.date
    }

    static let declarations = [
        OptionDeclaration(
            "watchlist", "FILE|DIR", group: "Sanctions lists", completion: .files,
            "list to check against: a database, a list file or a folder of them; may be repeated; "
                + "default is the colon-separated STS_WATCHLIST of the environment, else the user's database"),
        OptionDeclaration(
            "tie-depth", "N", group: "Sanctions lists",
            "follow recorded links (owner, manager, ...) over at most N steps to a listed party; 0 to 20, default 8"),
        OptionDeclaration(
            "tie-kinds", "KIND,...", group: "Sanctions lists",
            completion: .forms(TieDegree.allCases.map(\.rawValue)),
            "which ties count: \(TieDegree.allCases.map(\.rawValue).joined(separator: ", ")); default all"),
        OptionDeclaration(
            "as-of", "DATE", group: "Sanctions lists",
            "say what the lists said on this date, instead of the date of a meeting or of today"),
    ]
}

private func readTieDepth(_ text: String) throws(ValueError) -> Int {
    guard let depth = readWhole(Substring(text)), (0...20).contains(depth) else {
        throw ValueError("is no number of steps; write a whole number from 0 to 20")
    }
    return depth
}

private func readTieDegrees(_ text: String) throws(ValueError) -> Set<TieDegree> {
    var degrees: Set<TieDegree> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let degree = TieDegree(rawValue: String(word)) else {
            throw ValueError(
                "is not accepted; choose from \(TieDegree.allCases.map(\.rawValue).joined(separator: ", ")), separated by "
                    + "commas")
        }
        degrees.insert(degree)
    }
    return degrees
}
