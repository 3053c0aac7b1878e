public import MaritimeModel
import Watchlist

/// One validated request to look things up in lists.
public struct ScreenPlan: Sendable {
    /// Numbers and names as typed.
    public var queries: [String]
    /// A file with more of them, `-` for standard input; nil for none.
    public var file: String?
    /// Files, folders or databases of lists.
    public var watchlists: [String]
    /// The date for which the answer is given.
    public var asOf: CivilDate
    public var ties: TieOptions

    public init(
        queries: [String], file: String? = nil, watchlists: [String], asOf: CivilDate, ties: TieOptions = TieOptions()
    ) {
        self.queries = queries
        self.file = file
        self.watchlists = watchlists
        self.asOf = asOf
        self.ties = ties
    }
}

/// Which ties to listed parties count.
public struct TieOptions: Hashable, Sendable {
    /// The greatest number of links of a path, 0...20.
    public var depth = 8
    public var degrees = Set(TieDegree.allCases)

    public init() {}

    var limits: TieLimits { TieLimits(depth: depth, degrees: degrees) }
}

/// Answers what the lists say of ships and companies that are named, without any tracks.
public enum Screen {
    /// Looks up everything that the plan asks for. Complexity: O(size of the lists + questions).
    public static func run(_ plan: ScreenPlan) throws(ScanFailure) -> ScreenAnswer {
        var queries = plan.queries.map { ScreeningQuery($0) }
        if let file = plan.file {
            do throws(WatchlistError) {
                queries += try ScreeningQuery.read(path: file)
            } catch {
                throw ScanFailure(kind: .input, messages: ["\(error.path): \(error.message)"])
            }
        }
        let index = try watchlistIndex(plan.watchlists, ties: plan.ties)
        index.prepareNames(of: queries.map(\.traits))
        let items = queries.map { index.answer($0, at: plan.asOf) }
        try checked(index)
        return ScreenAnswer(asOf: plan.asOf, items: items, lists: index.lists)
    }
}

/// Fails when a list could not be read when it was asked.
func checked(_ index: WatchlistIndex) throws(ScanFailure) {
    do throws(WatchlistError) { try index.check() } catch {
        throw ScanFailure(kind: .watchlist, messages: [error.description])
    }
}

/// Reads lists; one that cannot be read stops the run, since nothing may then be called clear.
func watchlistIndex(_ paths: [String], ties: TieOptions) throws(ScanFailure) -> WatchlistIndex {
    do throws(WatchlistError) {
        return try WatchlistIndex(paths: paths, limits: ties.limits)
    } catch {
        throw ScanFailure(kind: .watchlist, messages: [error.description])
    }
}
