import Assessment
import FixMemory
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// Turns meetings into event records, on several threads, and puts them in order.
struct EventBuilder {
    let tracks: TrackTable
    let parameters: DetectionParameters
    let filter: EventFilter
    let rawTracks: Bool
    let ports: PortIndex
    /// Nil for raw tracks: nothing is doubted.
    let doubts: TrackDoubts?
    let threads: Int
    let clock: StageClock
    /// By vessel: why it is gear by what it states.
    let gearFindings: [Int: IdentityFinding]

    init(
        tracks: TrackTable, parameters: DetectionParameters, filter: EventFilter, rawTracks: Bool, ports: PortIndex,
        doubts: TrackDoubts?, threads: Int,
        clock: StageClock
    ) {
        self.tracks = tracks
        self.parameters = parameters
        self.filter = filter
        self.rawTracks = rawTracks
        self.ports = ports
        self.doubts = doubts
        self.threads = threads
        self.clock = clock
        let parts = rawTracks ? 0 : max(1, min(tracks.vessels.count, threads * 4))
        let found = parallelMap(count: parts, threads: threads) { part in
            let vessels = tracks.vessels.indices
            return vessels[vessels.count * part / parts..<vessels.count * (part + 1) / parts].compactMap { vessel in
                GearSign.finding(of: tracks.vessels[vessel]).map { (vessel, $0) }
            }
        }
        gearFindings = Dictionary(uniqueKeysWithValues: found.joined())
    }

    /// What became of all meetings.
    struct Result {
        /// In the order (start, vessel ids).
        var events = EventList()
        /// By vessel: whether it has an event.
        var meets: [Bool]
        /// How many meetings each rule excluded.
        var excluded: [ExclusionReason: Int] = [:]
        /// What the excluded ones show about identities.
        var findings = FindingCollector()
    }

    /// Turns meetings into events.
    ///
    /// - Parameter known: paths that were made ready when they were found; those that are of no more use are let go.
    func events(from meetings: [Rendezvous], known: inout KnownPaths) -> Result {
        let paths = MeetingPaths(of: meetings, in: tracks, known: known, threads: threads, clock: clock)
        known = KnownPaths()
        let parties = MeetingParties(of: meetings, in: tracks, gear: Set(gearFindings.keys), threads: threads)
        let nearby = MeetingOrder.byNeighbourhood(meetings, in: tracks)
        let count = max(1, min(meetings.count, threads * 64))
        var shares = parallelMap(count: count, threads: threads, clock: clock, stage: "events") { number in
            defer { tracks.letGo(segments: tracks.segments) }
            let some = meetings.count * number / count..<meetings.count * (number + 1) / count
            var judge = MeetingJudge(
                self, parties, MeetingMeter(in: tracks, paths: paths, maxGapSeconds: parameters.maxGapSeconds),
                room: some.count)
            for place in some { judge.judge(meetings[Int(nearby[place])]) }
            return judge.verdicts
        }
        // A name of its own is written to without asking who else holds it.
        var meets = [Bool](repeating: false, count: tracks.vessels.count)
        for share in shares {
            for meeting in share.meetings {
                meets[Int(tracks.vesselOfSegment[meeting.first])] = true
                meets[Int(tracks.vesselOfSegment[meeting.second])] = true
            }
        }
        var result = Result(meets: meets)
        for share in shares {
            result.excluded.merge(share.excluded) { $0 + $1 }
            for finding in share.findings { result.findings.add(finding) }
        }
        result.events = finished(&shares)
        return result
    }

    /// With fewer meetings, what is done with all of them is not worth a second thread.
    private static let fewestToShare = 4_096

    /// The events of all shares in order, with what only a look at all of them tells.
    private func finished(_ shares: inout [MeetingVerdicts]) -> EventList {
        let count = shares.reduce(0) { $0 + $1.meetings.count }
        var meetings: [Contact] = []
        var ids: [EventID] = []
        meetings.reserveCapacity(count)
        ids.reserveCapacity(count)
        for share in shares {
            meetings += share.meetings
            ids += share.ids
        }
        // Taken out and not copied.
        var events: [[RendezvousEvent]] = []
        for share in shares.indices {
            events.append([])
            swap(&events[share], &shares[share].events)
        }
        let all = meetings
        let joinGapSeconds = parameters.joinGapSeconds
        let group: @Sendable () -> [Int?] = { OperationGrouping.groups(of: all, joinGapSeconds: joinGapSeconds) }
        // Neither the order nor the groups ask for the other.
        let grouping = threads > 1 && count >= Self.fewestToShare ? Ahead(group) : nil
        let order = clock.measure("order") { EventOrder(of: meetings, in: tracks) }
        for position in order.alike {
            // One pair, one second, two meetings: an identity is in two places. Where its tracks begin tells them
            // apart.
            let meeting = meetings[position]
            ids[position] = EventIdentity(first: tracks.vessel(ofSegment: meeting.first).id).id(
                second: tracks.vessel(ofSegment: meeting.second).id,
                start: Timestamp(roundingToSeconds: meeting.start),
                beginnings: [meeting.first, meeting.second].map(beginning))
        }
        let operations = clock.measure("order") { operationIDs(grouping?.take() ?? group(), ids, order) }
        var position = 0
        for share in events.indices {
            var some: [RendezvousEvent] = []
            swap(&some, &events[share])
            for index in some.indices {
                some[index].operationID = operations[position]
                some[index].id = ids[position]
                position += 1
            }
            swap(&some, &events[share])
        }
        clock.measure("replays") { doubts?.addReplays(to: &events, meetings: meetings, threads: threads) }
        return EventList(shares: events, order: order.positions)
    }

    /// By meeting: the id of the operation of more than two ships that it is a part of.
    private func operationIDs(_ groups: [Int?], _ ids: [EventID], _ order: EventOrder) -> [OperationID?] {
        // By group: where its identity stands, or -1.
        var places = [Int32](repeating: -1, count: groups.count)
        var identities: [OperationIdentity] = []
        for position in order.positions {
            guard let group = groups[position] else { continue }
            if places[group] < 0 {
                places[group] = Int32(truncatingIfNeeded: identities.count)
                identities.append(OperationIdentity())
            }
            identities[Int(places[group])].add(ids[position])
        }
        let found = identities.map(\.id)
        return groups.map { $0.map { found[Int(places[$0])] } }
    }

    /// When and where a segment begins, as text: no two of one identity agree in that.
    private func beginning(ofSegment segment: Int) -> String {
        let fixes = tracks.fixRange(ofSegment: segment)
        let position = tracks.position(ofFix: fixes.lowerBound)
        return "\(tracks.times[fixes.lowerBound]),\(position.latitudeE7),\(position.longitudeE7)"
    }
}
