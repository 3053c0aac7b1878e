import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// Looks for everything that tracks show about identities, without a scan's rules.
enum IdentitySearch {
    /// Two identities of one hull, and gear and its carrier, are this near to each other, in metres ...
    private static let metres = 300.0
    /// ... for as long as this, in seconds, ...
    private static let seconds = 1_200
    /// ... on stretches no longer than this, in seconds.
    private static let gapSeconds = 3_600

    /// All findings, in the order (kind, ids, start).
    ///
    /// Complexity: that of a scan for contacts within 300 m.
    static func findings(in tracks: TrackTable, _ doubts: TrackDoubts, threads: Int) -> [IdentityFinding] {
        var collector = FindingCollector()
        for finding in doubts.sharedIdentities + ContinuingTrack.findings(in: tracks) { collector.add(finding) }
        for vessel in tracks.vessels {
            if let finding = GearSign.finding(of: vessel) { collector.add(finding) }
        }
        for finding in sameNumbers(tracks.vessels) { collector.add(finding) }
        let meetings = ContactFinder(maxDistanceMetres: metres, maxGapSeconds: gapSeconds).meetings(
            in: tracks, joinGapSeconds: gapSeconds, minDurationSeconds: seconds, threads: threads)
        // By shares: where thousands of ships lie on one spot, an empty answer for every pair would take gigabytes.
        let shares = max(1, min(meetings.count, threads * 16))
        let found = parallelMap(count: shares, threads: threads) { share in
            meetings[(meetings.count * share / shares)..<(meetings.count * (share + 1) / shares)]
                .compactMap { ofPair($0, in: tracks) }
        }
        for finding in found.joined() { collector.add(finding) }
        return collector.sorted
    }

    /// What a meeting of two identities shows about them; nil for most.
    static func ofPair(_ meeting: Rendezvous, in tracks: TrackTable) -> IdentityFinding? {
        guard tracks.vesselOfSegment[meeting.first] != tracks.vesselOfSegment[meeting.second] else { return nil }
        let start = meeting.firstSecond
        let end = meeting.lastSecond
        return OneHull.finding(first: meeting.first, second: meeting.second, in: tracks, from: start, to: end)
            ?? CarriedGear.finding(first: meeting.first, second: meeting.second, in: tracks, from: start, to: end)?
            .finding
    }

    /// Pairs of identities that state one IMO number, neighbours in the order of their ids. Complexity: O(n log n).
    private static func sameNumbers(_ vessels: [TrackedVessel]) -> [IdentityFinding] {
        var ofNumber: [IMONumber: [Int]] = [:]
        for (vessel, data) in vessels.enumerated() {
            for number in Set(data.staticData.imoNumbers.map(\.value)) { ofNumber[number, default: []].append(vessel) }
        }
        return ofNumber.values.filter { $0.count > 1 }.flatMap { members in
            zip(members, members.dropFirst()).compactMap { OneHull.sameNumberFinding(vessels[$0], vessels[$1]) }
        }
    }
}

extension Rendezvous {
    /// The start and the end, rounded to the nearest second.
    var firstSecond: Timestamp { Timestamp(roundingToSeconds: start) }
    var lastSecond: Timestamp { Timestamp(roundingToSeconds: end) }
}
