import Assessment
import MaritimeModel
import RendezvousDetection

/// Applies the rules of a profile to meetings, one after the other, and describes those that they let pass.
///
/// The rules are asked in the order one identity, gear, one hull, types, tracks of one hull or of gear and its carrier,
/// place, speed, filter; the first that says no is counted.
struct MeetingJudge {
    private let tracks: TrackTable
    private let parameters: DetectionParameters
    private let filter: EventFilter
    private let rawTracks: Bool
    private let ports: PortIndex
    private let doubts: TrackDoubts?
    private let gearFindings: [Int: IdentityFinding]
    private let parties: MeetingParties
    private var meter: MeetingMeter
    /// Of the first vessel of the last event; meetings come in its order.
    private var identity = (vessel: -1, beginning: EventIdentity(first: ""))

    init(_ builder: EventBuilder, _ parties: MeetingParties, _ meter: MeetingMeter) {
        tracks = builder.tracks
        parameters = builder.parameters
        filter = builder.filter
        rawTracks = builder.rawTracks
        ports = builder.ports
        doubts = builder.doubts
        gearFindings = builder.gearFindings
        self.parties = parties
        self.meter = meter
    }

    /// What became of one meeting.
    enum Outcome {
        case event(RendezvousEvent)
        case excluded(ExclusionReason, because: IdentityFinding? = nil)
    }

    mutating func outcome(of meeting: Rendezvous) -> Outcome {
        let (first, second) = (Int(tracks.vesselOfSegment[meeting.first]), Int(tracks.vesselOfSegment[meeting.second]))
        let (start, end) = (meeting.firstSecond, meeting.lastSecond)
        if let outcome = identityOutcome(first, second) { return outcome }
        guard TypeRuleCheck.passes(parameters.typeRule, type: { type(ofVessel: $0 == 0 ? first : second, at: start) })
        else { return .excluded(.typeRule) }
        let measure = meter.measure(meeting)
        if !rawTracks, measure.distance.median <= Self.nearMetres, let finding = trackFinding(about: meeting) {
            if finding.kind == .oneHull { return .excluded(.sameHull, because: finding) }
            if !parameters.includeGear { return .excluded(.gear, because: finding) }
        }
        let place = place(latitude: measure.latitude, longitude: measure.longitude)
        if place.inPort, !parameters.includePorts { return .excluded(.inPort) }
        guard SpeedRuleCheck.passes(parameters.speedRule, measure) else { return .excluded(.speedRule) }
        guard isWanted(start: start, end: end, measure) else { return .excluded(.outsideFilter) }
        let one = describe(
            first, start: start, end: end, fixes: measure.firstFixes, speed: measure.firstMedianSpeedKnots)
        let other = describe(
            second, start: start, end: end, fixes: measure.secondFixes, speed: measure.secondMedianSpeedKnots)
        if identity.vessel != first { identity = (first, EventIdentity(first: one.particulars.id)) }
        return .event(
            RendezvousEvent(
                id: identity.beginning.id(second: other.particulars.id, start: start), operationID: nil,
                vessels: [one, other], start: start, end: end, ledger: measure.ledger, latitude: measure.latitude,
                longitude: measure.longitude, distance: measure.distance, place: place,
                doubts: doubts?.doubts(about: meeting, measure.distance, parties) ?? []))
    }

    /// One hull on two identities, and gear and its carrier, are this near to each other for half of the time, in metres.
    private static let nearMetres = 300.0

    /// What identities alone say against a meeting: one identity, gear by what it states, one hull by its IMO number.
    private func identityOutcome(_ first: Int, _ second: Int) -> Outcome? {
        guard !rawTracks else { return nil }
        if first == second { return .excluded(.sameIdentity) }
        if !parameters.includeGear, parties[first].isGear || parties[second].isGear {
            return .excluded(.gear, because: gearFindings[first] ?? gearFindings[second])
        }
        guard parties[first].identity.mayShareNumber(with: parties[second].identity) else { return nil }
        return OneHull.sameNumberFinding(tracks.vessels[first], tracks.vessels[second])
            .map { .excluded(.sameHull, because: $0) }
    }

    /// What the tracks say against a meeting of two identities that state no common IMO number.
    private func trackFinding(about meeting: Rendezvous) -> IdentityFinding? {
        let seconds = meeting.end - meeting.start
        let one = parties[Int(tracks.vesselOfSegment[meeting.first])].identity
        let other = parties[Int(tracks.vesselOfSegment[meeting.second])].identity
        let mayBeOneHull =
            one.mayBeOneHull(with: other) && !parties.traits(ofSegment: meeting.first).liesStill(forSeconds: seconds)
            && !parties.traits(ofSegment: meeting.second).liesStill(forSeconds: seconds)
        guard mayBeOneHull || one.mayBeCarriedOrCarry(other) else { return nil }
        return IdentitySearch.ofPair(meeting, in: tracks)
    }

    private func type(ofVessel vessel: Int, at moment: Timestamp) -> ShipType? {
        parties.description(ofVessel: vessel)?.particulars.type
            ?? tracks.vessels[vessel].staticData.shipTypes.value(at: moment)
    }

    private func describe(
        _ vessel: Int, start: Timestamp, end: Timestamp, fixes: Int, speed: Double
    ) -> EventVessel {
        guard var description = parties.description(ofVessel: vessel) else {
            return VesselDescription.eventVessel(
                tracks.vessels[vessel], start: start, end: end, fixes: fixes, speed: speed)
        }
        description.fixes = fixes
        description.medianSpeedKnots = speed
        return description
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
