import Assessment
import ByteInput
import MaritimeModel
import RendezvousDetection
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
        let meter = ProgressMeter(reading: expansion, report: progress)
        let watchlist = try loadWatchlist(plan.watchlists)
        let reading = try InputReading(of: plan, from: expansion, meter)
        let readAt = meter.elapsedSeconds

        var run = RunRecord(
            version: version, profile: plan.profile, parameters: plan.parameters, filter: plan.filter,
            rawTracks: plan.rawTracks)
        run.inputs = reading.inputs
        run.ledger = reading.ledger
        run.warnings = reading.warnings
        run.vessels = reading.tracks.vessels.count
        run.vesselsWithFixes = reading.tracks.vessels.count { $0.fixCount > 0 }

        meter.tell(.detecting, bytes: 0, rows: run.ledger.rows, always: true)
        let doubts = plan.rawTracks ? nil : TrackDoubts(reading.tracks)
        let ports = PortIndex()
        let builder = EventBuilder(
            tracks: reading.tracks, parameters: plan.parameters, filter: plan.filter, rawTracks: plan.rawTracks,
            ports: ports, doubts: doubts, threads: plan.threads)
        let stays = HarbourStay(
            in: reading.tracks, ports: ports,
            withinKilometres: plan.parameters.includePorts ? 0 : plan.parameters.portDistanceKilometres,
            gear: Set(builder.gearFindings.keys), threads: plan.threads)
        run.harbourStays = stays.count
        let meetings = ContactFinder(
            maxDistanceMetres: plan.parameters.maxDistanceMetres, maxGapSeconds: plan.parameters.maxGapSeconds
        ).meetings(
            in: reading.tracks, joinGapSeconds: plan.parameters.joinGapSeconds,
            minDurationSeconds: plan.parameters.minDurationSeconds, groups: stays.ports, threads: plan.threads)
        let built = builder.events(from: meetings)
        var events = built.events
        run.excluded = built.excluded
        var findings = built.findings
        if let doubts {
            let others = doubts.sharedIdentities + ContinuingTrack.findings(in: reading.tracks)
            for finding in others { findings.add(finding) }
        }
        run.identityFindings = findings.sorted

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
}
