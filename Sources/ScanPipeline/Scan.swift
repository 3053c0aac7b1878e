import Assessment
import ByteInput
import Glibc
import MaritimeModel
import RendezvousDetection
import TrackIngest
import Watchlist

/// The library's front door: one scan from files to events.
public enum Scan {
    /// The version that every report carries.
    public static let version = "0.1.0"

    /// Runs a plan.
    ///
    /// Some unreadable input does not stop a scan: `ScanResult.hasUnreadInput` tells, and the run record names it. A
    /// scan fails when no input could be read at all, when a list could not be read, or when memory does not suffice.
    /// `progress` is called at most about ten times a second, from one thread at a time.
    public static func run(
        _ plan: ScanPlan, progress: @escaping @Sendable (ScanProgress) -> Void = { _ in }
    ) throws(ScanFailure) -> ScanResult {
        let expansion = InputExpansion(of: plan.inputs)
        let sizes = expansion.inputs.map(\.bytes)
        let meter = ProgressMeter(
            bytesTotal: sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }, report: progress)
        let watchlist = try loadWatchlist(plan.watchlists)
        let reading = try read(expansion, plan, meter)
        let readAt = meter.elapsedSeconds

        var run = RunRecord(
            version: version, profile: plan.profile, parameters: plan.parameters, filter: plan.filter,
            rawTracks: plan.rawTracks)
        run.inputs = inputRecords(reading, expansion)
        run.warnings = warnings(reading, expansion, run.inputs)
        for input in run.inputs { run.ledger.add(input.ledger) }
        guard run.inputs.contains(where: { $0.failure == nil || $0.ledger.rows > 0 }) else {
            throw ScanFailure(kind: .input, messages: nothingRead(run.inputs, reading.warnings))
        }
        run.vessels = reading.tracks.vessels.count
        run.vesselsWithFixes = reading.tracks.vessels.count { $0.fixCount > 0 }

        meter.tell(.detecting, bytes: 0, rows: run.ledger.rows, always: true)
        let contacts = ContactFinder(
            maxDistanceMetres: plan.parameters.maxDistanceMetres, maxGapSeconds: plan.parameters.maxGapSeconds
        ).contacts(in: reading.tracks, threads: plan.threads)
        let meetings = Rendezvous.joining(
            contacts, joinGapSeconds: plan.parameters.joinGapSeconds,
            minDurationSeconds: plan.parameters.minDurationSeconds)
        let doubts = plan.rawTracks ? nil : TrackDoubts(reading.tracks)
        run.identityFindings = doubts?.findings ?? []
        let builder = EventBuilder(
            tracks: reading.tracks, parameters: plan.parameters, filter: plan.filter, rawTracks: plan.rawTracks,
            ports: PortIndex(), doubts: doubts, threads: plan.threads)
        var (events, excluded) = builder.events(from: meetings)
        run.excluded = excluded

        meter.tell(.screening, bytes: 0, rows: run.ledger.rows, always: true)
        if let watchlist {
            run.lists = watchlist.lists
            run.listedVessels = Screening(watchlist: watchlist).screen(&events, vessels: reading.tracks.vessels)
        }
        run.eventCount = events.count
        run.flaggedCount = events.count { $0.flagged }
        run.timing.readingSeconds = readAt
        run.timing.totalSeconds = meter.elapsedSeconds
        run.timing.detectionSeconds = run.timing.totalSeconds - readAt
        run.timing.threads = plan.threads
        return ScanResult(run: run, events: events)
    }

    private static func loadWatchlist(_ paths: [String]?) throws(ScanFailure) -> WatchlistIndex? {
        guard let paths else { return nil }
        do throws(WatchlistError) {
            return try WatchlistIndex(paths: paths)
        } catch {
            throw ScanFailure(kind: .watchlist, messages: [error.description])
        }
    }

    private static func read(
        _ expansion: InputExpansion, _ plan: ScanPlan, _ meter: ProgressMeter
    ) throws(ScanFailure) -> TrackReading {
        var columns: [TrackColumn: String] = [:]
        for (name, header) in plan.columns {
            guard let column = TrackColumn(rawValue: name) else {
                throw ScanFailure(
                    kind: .usage,
                    messages: [
                        "--columns does not know \"\(name)\"; it knows "
                            + TrackColumn.allCases.map(\.rawValue).joined(separator: ", ")
                    ])
            }
            columns[column] = header
        }
        // A day of grace for clocks and zones that are off.
        let latest = Timestamp(secondsSince1970: Int64(time(nil)) + 86_400)
        let reader = TrackReader(
            columns: columns, latestTime: latest, rejectsNonVessels: !plan.rawTracks && !plan.parameters.includeGear,
            cutsSegments: !plan.rawTracks, threads: plan.threads,
            memoryLimitBytes: plan.memoryLimitBytes,
            passOver: { WatchlistIndex.isListHeader($0) ? "it is a watchlist; give it with --watchlist" : nil })
        do throws(TrackReadingFailure) {
            return try reader.read(expansion.inputs) { meter.tell(.reading, bytes: $0, rows: $1) }
        } catch {
            switch error {
            case .memory(let limit):
                throw ScanFailure(
                    kind: .memory,
                    messages: [
                        "the fixes of this input need more than the \(limit / 1_048_576) MiB that --memory allows; raise "
                            + "--memory, or scan fewer files at a time"
                    ])
            case .threads(let message): throw ScanFailure(kind: .memory, messages: [message])
            }
        }
    }

    /// Why there is nothing to answer with: what failed, or else what was passed over.
    private static func nothingRead(_ inputs: [InputRecord], _ warnings: [String]) -> [String] {
        let failures = inputs.compactMap(\.failure)
        guard failures.isEmpty else { return failures }
        return warnings + ["no track file is left to read; name one, or a folder or an archive that holds one"]
    }

    /// The records of what was read, and those of arguments that gave nothing to read.
    private static func inputRecords(_ reading: TrackReading, _ expansion: InputExpansion) -> [InputRecord] {
        reading.inputs
            + expansion.problems.map { problem in
                var record = InputRecord(path: problem.path, bytes: 0, modified: nil)
                record.failure = problem.message
                return record
            }
    }

    private static func warnings(
        _ reading: TrackReading, _ expansion: InputExpansion, _ records: [InputRecord]
    ) -> [String] {
        var warnings = reading.warnings
        for record in records where record.failure == nil && record.ledger.rows == 0 {
            warnings.append("\(record.path) has a header and no rows")
        }
        return warnings
    }
}
