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

    /// What became of one meeting. Events are boxed: in a harbour nearly all of many meetings have none.
    private enum Outcome: Sendable {
        indirect case event(RendezvousEvent)
        indirect case excluded(ExclusionReason, because: IdentityFinding? = nil)
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
        let shares = max(1, min(meetings.count, threads * 64))
        let outcomes = parallelMap(count: shares, threads: threads, clock: clock, stage: "events") { share in
            defer { tracks.letGo(segments: tracks.segments) }
            var meter = MeetingMeter(in: tracks, paths: paths, maxGapSeconds: parameters.maxGapSeconds)
            return meetings[meetings.count * share / shares..<meetings.count * (share + 1) / shares]
                .map { outcome(of: $0, &meter) }
        }.joined()
        var reported: [(meeting: Rendezvous, event: RendezvousEvent)] = []
        for (meeting, outcome) in zip(meetings, outcomes) {
            switch outcome {
            case .event(let event): reported.append((meeting, event))
            case .excluded(let reason, let finding):
                result.excluded[reason, default: 0] += 1
                if var finding {
                    finding.meetings = 1
                    result.findings.add(finding)
                }
            }
        }
        reported.sort { Self.precedes($0.event, $1.event) }
        var ids: Set<String> = []
        for index in reported.indices where !ids.insert(reported[index].event.id).inserted {
            // One pair, one second, two meetings: an identity is in two places. Where its tracks begin tells them apart.
            let meeting = reported[index].meeting
            reported[index].event.id = EventIdentity.id(
                kind: "rendezvous",
                vessels: reported[index].event.vessels.map(\.id) + [meeting.first, meeting.second].map(beginning),
                start: reported[index].event.start)
            ids.insert(reported[index].event.id)
        }
        let groups = OperationGrouping.groups(
            of: reported.map {
                Contact(
                    first: $0.meeting.first, second: $0.meeting.second, start: $0.meeting.start, end: $0.meeting.end)
            }, joinGapSeconds: parameters.joinGapSeconds)
        var events = reported.map(\.event)
        clock.measure("replays") {
            doubts?.addReplays(to: &events, meetings: reported.map(\.meeting), threads: threads)
        }
        var members: [Int: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            if let group { members[group, default: []].append(index) }
        }
        for indices in members.values {
            let id = "op-" + EventIdentity.digits(of: indices.map { events[$0].id }.joined(separator: "|"))
            for index in indices { events[index].operationID = id }
        }
        result.events = events
        return result
    }

    /// Order of events: start, then the ids of the vessels, then the event's own id.
    static func precedes(_ left: RendezvousEvent, _ right: RendezvousEvent) -> Bool {
        if left.start != right.start { return left.start < right.start }
        for (one, other) in zip(left.vessels, right.vessels) where one.id != other.id {
            return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
        }
        return left.id < right.id
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
    private func outcome(of meeting: Rendezvous, _ meter: inout MeetingMeter) -> Outcome {
        let (first, second) = (tracks.vessel(ofSegment: meeting.first), tracks.vessel(ofSegment: meeting.second))
        let start = Timestamp(secondsSince1970: Int64((meeting.start + 0.5).rounded(.down)))
        let end = Timestamp(secondsSince1970: Int64((meeting.end + 0.5).rounded(.down)))
        if let outcome = identityOutcome(of: meeting) { return outcome }
        guard TypeRuleCheck.passes(parameters.typeRule, first, second, at: start) else { return .excluded(.typeRule) }
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
        var event = RendezvousEvent(
            id: EventIdentity.id(kind: "rendezvous", vessels: [first.id, second.id], start: start),
            operationID: nil,
            vessels: [
                VesselDescription.eventVessel(
                    first, start: start, end: end, fixes: measure.firstFixes, speed: measure.firstMedianSpeedKnots),
                VesselDescription.eventVessel(
                    second, start: start, end: end, fixes: measure.secondFixes,
                    speed: measure.secondMedianSpeedKnots),
            ],
            start: start, end: end, ledger: measure.ledger, latitude: measure.latitude,
            longitude: measure.longitude, distance: measure.distance, place: place)
        event.doubts = doubts?.doubts(about: meeting, event) ?? []
        return .event(event)
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
