import Assessment
import FixMemory
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// Turns meetings into event records: applies the rules of the profile and describes vessels and place.
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
        var gear: [Int: IdentityFinding] = [:]
        if !rawTracks {
            for (vessel, data) in tracks.vessels.enumerated() { gear[vessel] = GearSign.finding(of: data) }
        }
        gearFindings = gear
    }

    /// What became of one meeting.
    private enum Outcome {
        case event(RendezvousEvent)
        case excluded(ExclusionReason, because: IdentityFinding? = nil)
    }

    /// What became of some meetings that follow each other.
    private struct Share: Sendable {
        /// With the number of the meeting; nil when it has been taken out.
        var events: [(meeting: Int, event: RendezvousEvent?)] = []
        var excluded: [ExclusionReason: Int] = [:]
        var findings: [IdentityFinding] = []
    }

    /// What became of all meetings.
    struct Result {
        /// In the order (start, vessel ids).
        var events: [RendezvousEvent] = []
        /// How many meetings each rule excluded.
        var excluded: [ExclusionReason: Int] = [:]
        /// What the excluded ones show about identities.
        var findings = FindingCollector()
    }

    /// Turns meetings into events.
    func events(from meetings: [Rendezvous]) -> Result {
        var result = Result()
        let paths = MeetingPaths(of: meetings, in: tracks, threads: threads, clock: clock)
        let vessels = MeetingVessels(of: meetings, in: tracks, threads: threads)
        let order = MeetingOrder.byNeighbourhood(meetings, in: tracks)
        let count = max(1, min(meetings.count, threads * 64))
        var shares = parallelMap(count: count, threads: threads, clock: clock, stage: "events") { number in
            defer { tracks.letGo(segments: tracks.segments) }
            var meter = MeetingMeter(in: tracks, paths: paths, maxGapSeconds: parameters.maxGapSeconds)
            var share = Share()
            for place in meetings.count * number / count..<meetings.count * (number + 1) / count {
                let meeting = Int(order[place])
                switch outcome(of: meetings[meeting], &meter, vessels) {
                case .event(let event): share.events.append((meeting, event))
                case .excluded(let reason, let finding):
                    share.excluded[reason, default: 0] += 1
                    if var finding {
                        finding.meetings = 1
                        share.findings.append(finding)
                    }
                }
            }
            return share
        }
        for share in shares {
            result.excluded.merge(share.excluded) { $0 + $1 }
            for finding in share.findings { result.findings.add(finding) }
        }
        let reported = clock.measure("order") { inOrder(&shares, of: meetings) }
        result.events = reported.events
        let its = reported.meetings
        let groups = clock.measure("order") {
            OperationGrouping.groups(
                of: its.map { Contact(first: $0.first, second: $0.second, start: $0.start, end: $0.end) },
                joinGapSeconds: parameters.joinGapSeconds)
        }
        clock.measure("replays") {
            doubts?.addReplays(to: &result.events, meetings: its, threads: threads)
        }
        var members: [Int: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            if let group { members[group, default: []].append(index) }
        }
        for indices in members.values {
            let id = EventIdentity.operationID(events: indices.lazy.map { result.events[$0].id })
            for index in indices { result.events[index].operationID = id }
        }
        return result
    }

    /// The events in the order start, then the ids of the vessels, and their meetings; the vessels of a table are in
    /// the order of their ids.
    private func inOrder(
        _ shares: inout [Share], of meetings: [Rendezvous]
    ) -> (events: [RendezvousEvent], meetings: [Rendezvous]) {
        var keys: [EventKey] = []
        keys.reserveCapacity(shares.reduce(0) { $0 + $1.events.count })
        for share in shares.indices {
            for place in shares[share].events.indices {
                let meeting = meetings[shares[share].events[place].meeting]
                keys.append(
                    EventKey(
                        start: meeting.firstSecond.secondsSince1970, first: tracks.vesselOfSegment[meeting.first],
                        second: tracks.vesselOfSegment[meeting.second], share: Int32(share), place: Int32(place)))
            }
        }
        keys.sort()
        var events: [RendezvousEvent] = []
        var ordered: [Rendezvous] = []
        events.reserveCapacity(keys.count)
        ordered.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() {
            // Taken out and not copied: an event has dozens of texts and lists.
            guard let event = shares[Int(key.share)].events[Int(key.place)].event.take() else { continue }
            let meeting = meetings[shares[Int(key.share)].events[Int(key.place)].meeting]
            events.append(event)
            ordered.append(meeting)
            if index > 0, keys[index - 1].isAlike(key) {
                // One pair, one second, two meetings: an identity is in two places. Where its tracks begin tells them
                // apart.
                events[index].id = EventIdentity.id(
                    kind: "rendezvous",
                    vessels: events[index].vessels.map(\.id) + [meeting.first, meeting.second].map(beginning),
                    start: events[index].start)
            }
        }
        return (events, ordered)
    }

    /// One hull on two identities, and gear and its carrier, are this near to each other for half of the time, in metres.
    private static let nearMetres = 300.0

    /// What identities alone say against a meeting: one identity, gear by what it states, one hull by its IMO number.
    private func identityOutcome(of meeting: Rendezvous) -> Outcome? {
        guard !rawTracks else { return nil }
        let (first, second) = (Int(tracks.vesselOfSegment[meeting.first]), Int(tracks.vesselOfSegment[meeting.second]))
        if first == second { return .excluded(.sameIdentity) }
        if !parameters.includeGear, let gear = gearFindings[first] ?? gearFindings[second] {
            return .excluded(.gear, because: gear)
        }
        return OneHull.sameNumberFinding(tracks.vessels[first], tracks.vessels[second])
            .map { .excluded(.sameHull, because: $0) }
    }

    /// The rules are asked in the order one identity, gear, one hull, types, tracks of one hull or of gear and its
    /// carrier, place, speed, filter; the first that says no is counted.
    private func outcome(of meeting: Rendezvous, _ meter: inout MeetingMeter, _ vessels: MeetingVessels) -> Outcome {
        let (first, second) = (Int(tracks.vesselOfSegment[meeting.first]), Int(tracks.vesselOfSegment[meeting.second]))
        let (start, end) = (meeting.firstSecond, meeting.lastSecond)
        if let outcome = identityOutcome(of: meeting) { return outcome }
        guard TypeRuleCheck.passes(parameters.typeRule, tracks.vessels[first], tracks.vessels[second], at: start)
        else { return .excluded(.typeRule) }
        let measure = meter.measure(meeting)
        if !rawTracks, measure.distance.median <= Self.nearMetres,
            let finding = IdentitySearch.ofPair(meeting, in: tracks)
        {
            if finding.kind == .oneHull { return .excluded(.sameHull, because: finding) }
            if !parameters.includeGear { return .excluded(.gear, because: finding) }
        }
        let place = place(latitude: measure.latitude, longitude: measure.longitude)
        if place.inPort, !parameters.includePorts { return .excluded(.inPort) }
        guard SpeedRuleCheck.passes(parameters.speedRule, measure) else { return .excluded(.speedRule) }
        guard isWanted(start: start, end: end, measure) else { return .excluded(.outsideFilter) }
        let described = [
            describe(
                first, vessels, start: start, end: end, fixes: measure.firstFixes,
                speed: measure.firstMedianSpeedKnots),
            describe(
                second, vessels, start: start, end: end, fixes: measure.secondFixes,
                speed: measure.secondMedianSpeedKnots),
        ]
        var event = RendezvousEvent(
            id: EventIdentity.id(kind: "rendezvous", vessels: [described[0].id, described[1].id], start: start),
            operationID: nil, vessels: described, start: start, end: end, ledger: measure.ledger,
            latitude: measure.latitude, longitude: measure.longitude, distance: measure.distance, place: place)
        event.doubts = doubts?.doubts(about: meeting, event, vessels: vessels) ?? []
        return .event(event)
    }

    private func describe(
        _ vessel: Int, _ vessels: MeetingVessels, start: Timestamp, end: Timestamp, fixes: Int, speed: Double
    ) -> EventVessel {
        guard var description = vessels[vessel].description else {
            return VesselDescription.eventVessel(
                tracks.vessels[vessel], start: start, end: end, fixes: fixes, speed: speed)
        }
        description.fixes = fixes
        description.medianSpeedKnots = speed
        return description
    }

    /// When and where a segment begins, as text: no two of one identity agree in that.
    private func beginning(ofSegment segment: Int) -> String {
        let fixes = tracks.fixRange(ofSegment: segment)
        let position = tracks.position(ofFix: fixes.lowerBound)
        return "\(tracks.times[fixes.lowerBound]),\(position.latitudeE7),\(position.longitudeE7)"
    }

    private func place(latitude: Double, longitude: Double) -> EventPlace {
        let nearest = ports.nearest(latitude: latitude, longitude: longitude)
        return EventPlace(
            portKilometres: nearest.kilometres, port: nearest.port.name, portCountry: nearest.port.country,
            inPort: nearest.kilometres < parameters.portDistanceKilometres)
    }

    /// Whether an event touches the time window and lies in the box that the user asked for.
    private func isWanted(start: Timestamp, end: Timestamp, _ measure: MeetingMeasure) -> Bool {
        if let after = filter.after, end < after { return false }
        if let before = filter.before, start >= before { return false }
        return filter.box?.contains(latitude: measure.latitude, longitude: measure.longitude) ?? true
    }
}
