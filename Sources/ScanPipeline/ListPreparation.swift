import Synchronization
import Watchlist
import WorkSharing

/// Reads the lists of a plan and makes their index while the rows are read, or before.
final class ListPreparation: Sendable {
    private let paths: [String]?
    private let ties: TieOptions
    private let clock: StageClock
    private let outcome = Mutex<Result<WatchlistIndex?, ScanFailure>?>(nil)

    init(of plan: ScanPlan, _ clock: StageClock) {
        paths = plan.watchlists
        ties = plan.ties
        self.clock = clock
    }

    /// Whether the lists may be read beside the rows.
    ///
    /// With one thread nothing is gained. On standard input rows may be long in coming, and so would be the word that a list cannot be read.
    static func isWorthwhile(for plan: ScanPlan) -> Bool {
        plan.watchlists != nil && plan.threads > 1 && !plan.inputs.contains("-")
    }

    /// Reads the lists; whether all could be read.
    func prepare() -> Bool {
        let result = Result { () throws(ScanFailure) in
            try clock.measure("lists") { () throws(ScanFailure) in
                try paths.map { paths throws(ScanFailure) in try watchlistIndex(paths, ties: ties) }
            }
        }
        outcome.withLock { $0 = result }
        guard case .success = result else { return false }
        return true
    }

    /// Throws what went wrong with the lists, if they have been read.
    func check() throws(ScanFailure) { _ = try outcome.withLock { $0 }?.get() }

    /// The index, nil when no list was named; `prepare` must have been called.
    func index() throws(ScanFailure) -> WatchlistIndex? {
        guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the lists were not prepared") }
        return try result.get()
    }
}
