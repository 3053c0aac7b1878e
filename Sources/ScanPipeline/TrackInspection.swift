import ByteInput
public import MaritimeModel
import WorkSharing

/// The library's other front door: what became of an input, vessel by vessel.
public enum TrackInspection {
    /// Reads the inputs of a plan as a scan does and accounts for every vessel, or for those asked for.
    ///
    /// Of the plan only what concerns reading and tracks matters. `vessels` are ids as the input has them; with none
    /// all vessels are accounted for. Errors: those of a scan's reading, and `unknownVessel` when an id is not in the
    /// input; the message says which ids look alike. Some unreadable input does not stop it: `hasUnreadInput` tells.
    /// Complexity: O(n log n) in the number of fixes.
    public static func run(
        _ plan: ScanPlan, vessels: [String] = [], progress: @escaping @Sendable (ScanProgress) -> Void = { _ in }
    ) throws(ScanFailure) -> TrackAccount {
        let expansion = InputExpansion(of: plan.inputs)
        let meter = ProgressMeter(reading: expansion, report: progress)
        let reading = try InputReading(of: plan, from: expansion, meter)
        let tracks = reading.tracks
        let chosen = try numbers(of: vessels, in: reading)
        meter.tell(.inspecting, bytes: 0, rows: reading.ledger.rows, always: true)

        let doubts = plan.rawTracks ? nil : TrackDoubts(tracks)
        let replays = replays(of: chosen, in: tracks, doubts, threads: plan.threads)

        var account = TrackAccount(version: Scan.version, rawTracks: plan.rawTracks)
        account.includeGear = plan.parameters.includeGear
        account.inputs = reading.inputs
        account.ledger = reading.ledger
        account.warnings = reading.warnings
        account.identities = tracks.vessels.count
        account.identitiesWithFixes = tracks.vessels.count { $0.fixCount > 0 }
        account.vesselsAskedFor = vessels.isEmpty ? [] : chosen.map { tracks.vessels[$0].id }
        account.vessels = parallelMap(count: chosen.count, threads: plan.threads) { place in
            let vessel = chosen[place]
            return VesselAccount(
                vessel: tracks.vessels[vessel], segments: segments(ofVessel: vessel, in: tracks),
                doubts: doubts?.doubts(aboutVessel: vessel, replays: replays) ?? [])
        }
        let wanted = Set(account.vesselsAskedFor)
        let findings = doubts.map { IdentitySearch.findings(in: tracks, $0, threads: plan.threads) }
        account.findings = (findings ?? []).filter { finding in
            wanted.isEmpty || finding.identities.contains { wanted.contains($0) }
        }
        return account
    }

    /// Replays of more fixes than this are looked for in the vessels that are asked for only: all are held in memory.
    private static let mostReplayFixes = 4_000_000

    private static func replays(
        of vessels: [Int], in tracks: TrackTable, _ doubts: TrackDoubts?, threads: Int
    ) -> [Int: [TrackDoubt]] {
        let segments = vessels.flatMap { Array(tracks.segments(ofVessel: $0)) }
        let fixes = segments.reduce(0) { $0 + tracks.fixRange(ofSegment: $1).count }
        guard let doubts, fixes <= mostReplayFixes else { return [:] }
        return doubts.replays(of: segments, threads: threads)
    }

    /// The numbers of the vessels with these ids in increasing order, each once; of all vessels when none is named.
    private static func numbers(of ids: [String], in reading: InputReading) throws(ScanFailure) -> [Int] {
        let vessels = reading.tracks.vessels
        guard !ids.isEmpty else { return Array(vessels.indices) }
        var numberOfID: [String: Int] = [:]
        for (number, vessel) in vessels.enumerated() { numberOfID[vessel.id] = number }
        let unknown = ids.filter { numberOfID[$0] == nil }
        guard unknown.isEmpty else {
            throw ScanFailure(
                kind: .unknownVessel,
                // A vessel may also be missing because its file could not be read.
                messages: unknown.map { UnknownVessel(id: $0, among: vessels).message }
                    + reading.inputs.compactMap(\.failure))
        }
        return Set(ids.compactMap { numberOfID[$0] }).sorted()
    }

    /// The account of a vessel's segments. Complexity: O(n log n) in the number of its fixes.
    static func segments(ofVessel vessel: Int, in tracks: TrackTable) -> [SegmentAccount] {
        let segments = tracks.segments(ofVessel: vessel).filter { !tracks.fixRange(ofSegment: $0).isEmpty }
        let overlapping = overlaps(of: segments.compactMap { tracks.timeSpan(ofSegment: $0) })
        return segments.enumerated().map { place, segment in
            let fixes = SegmentFixes(ofSegment: segment, in: tracks)
            let measure = SegmentMeasure(fixes)
            return SegmentAccount(
                number: place + 1, fixes: fixes, pathMetres: measure.pathMetres,
                medianSpeedKnots: measure.medianSpeedKnots, greatestSpeedKnots: measure.greatestSpeedKnots,
                longestSilenceSeconds: measure.longestSilenceSeconds, overlapsAnother: overlapping[place])
        }
    }

    /// For each span whether it shares a moment with another one; the spans come in the order of their starts.
    ///
    /// A span shares a moment with a later one only if it does so with the next, and with an earlier one only if it
    /// does so with the one of these that ends last. Complexity: O(n).
    static func overlaps(of spans: [ClosedRange<Timestamp>]) -> [Bool] {
        var result = [Bool](repeating: false, count: spans.count)
        var lastEnd: Timestamp?
        for (place, span) in spans.enumerated() {
            let meetsEarlier = lastEnd.map { span.lowerBound <= $0 } ?? false
            let meetsNext = place + 1 < spans.count && spans[place + 1].lowerBound <= span.upperBound
            result[place] = meetsEarlier || meetsNext
            lastEnd = max(lastEnd ?? span.upperBound, span.upperBound)
        }
        return result
    }
}
