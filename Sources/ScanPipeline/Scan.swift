import Assessment
import ByteInput
import MaritimeModel
import RendezvousDetection
import Watchlist
import WorkSharing

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
        let clock = StageClock()
        let lists = ListPreparation(of: plan, clock)
        let isBeside = ListPreparation.isWorthwhile(for: plan)
        if !isBeside, !lists.prepare() { try lists.check() }
        let reading: InputReading
        do throws(ScanFailure) {
            reading = try InputReading(
                of: plan, from: expansion, meter, clock, meanwhile: work(beside: isBeside, lists, plan))
        } catch {
            // Rows that were given up say nothing; the list does.
            try lists.check()
            throw error
        }
        let watchlist = try lists.index()
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
        let doubts = clock.measure("shared identities") { plan.rawTracks ? nil : TrackDoubts(reading.tracks) }
        let ports = PortIndex()
        let builder = EventBuilder(
            tracks: reading.tracks, parameters: plan.parameters, filter: plan.filter, rawTracks: plan.rawTracks,
            ports: ports, doubts: doubts, threads: plan.threads, clock: clock)
        reading.tracks.letGo(segments: reading.tracks.segments)
        let stays = HarbourStay(
            in: reading.tracks, ports: ports,
            withinKilometres: plan.parameters.includePorts ? 0 : plan.parameters.portDistanceKilometres,
            gear: Set(builder.gearFindings.keys), threads: plan.threads, clock: clock)
        run.harbourStays = stays.count
        var paths = KnownPaths()
        let meetings = ContactFinder(
            maxDistanceMetres: plan.parameters.maxDistanceMetres, maxGapSeconds: plan.parameters.maxGapSeconds
        ).meetings(
            in: reading.tracks, joinGapSeconds: plan.parameters.joinGapSeconds,
            minDurationSeconds: plan.parameters.minDurationSeconds, groups: stays.ports, threads: plan.threads,
            clock: clock, paths: &paths)
        let built = builder.events(from: meetings, known: &paths)
        var events = built.events
        run.excluded = built.excluded
        var findings = built.findings
        if let doubts {
            let others = clock.measure("continued tracks") {
                doubts.sharedIdentities + ContinuingTrack.findings(in: reading.tracks)
            }
            for finding in others { findings.add(finding) }
        }
        run.identityFindings = findings.sorted

        meter.tell(.screening, bytes: 0, rows: run.ledger.rows, always: true)
        if let watchlist {
            run.lists = watchlist.lists
            run.listsAsOf = plan.asOf
            run.listedVessels = clock.measure("screening") {
                Screening(watchlist: watchlist, asOf: plan.asOf, threads: plan.threads).screen(
                    &events, vessels: reading.tracks.vessels, meets: built.meets)
            }
            try checked(watchlist)
        }
        run.eventCount = events.count
        run.flaggedCount = watchlist == nil ? 0 : events.flaggedCount
        run.timing.readingSeconds = readAt
        run.timing.totalSeconds = meter.elapsedSeconds
        run.timing.detectionSeconds = run.timing.totalSeconds - readAt
        run.timing.threads = plan.threads
        run.timing.stages = clock.entries.map {
            StageTiming(stage: $0.stage, thread: $0.thread, seconds: $0.seconds, bytes: $0.bytes)
        }
        var result = ScanResult(run: run, events: events)
        result.tracks = reading.tracks
        return result
    }

    /// What can be made ready while rows are read: the tables of places, and the lists if they are `beside`. Nil with one
    /// thread, which would gain nothing.
    private static func work(
        beside: Bool, _ lists: ListPreparation, _ plan: ScanPlan
    ) -> (@Sendable () -> Bool)? {
        guard plan.threads > 1 else { return nil }
        let rawTracks = plan.rawTracks
        return {
            PortIndex.prepare()
            if !rawTracks { InlandMask.prepare() }
            return !beside || lists.prepare()
        }
    }
}
