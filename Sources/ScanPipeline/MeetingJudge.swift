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
    private(set) var verdicts: MeetingVerdicts
    /// Of the first vessel of the last event, which mostly is that of the next one too.
    private var identity = (vessel: Int32(-1), beginning: EventIdentity(first: ""))

    /// - Parameter room: for so many meetings.
    init(_ builder: EventBuilder, _ parties: MeetingParties, _ meter: MeetingMeter, room: Int) {
        tracks = builder.tracks
        parameters = builder.parameters
        filter = builder.filter
        rawTracks = builder.rawTracks
        ports = builder.ports
        doubts = builder.doubts
        gearFindings = builder.gearFindings
        self.parties = parties
        self.meter = meter
        verdicts = MeetingVerdicts(room: room)
    }

    mutating func judge(_ meeting: Rendezvous) {
        let (one, other) = (parties[meeting.first], parties[meeting.second])
        let (start, end) = (meeting.firstSecond, meeting.lastSecond)
        if let (reason, finding) = identityReason(one, other) { return verdicts.exclude(reason, because: finding) }
        guard
            TypeRuleCheck.passes(
                parameters.typeRule, type: { type(ofSegment: $0 == 0 ? meeting.first : meeting.second, at: start) })
        else { return verdicts.exclude(.typeRule) }
        let measure = meter.measure(meeting)
        if !rawTracks, measure.distance.median <= Self.nearMetres,
            let finding = trackFinding(about: meeting, one, other)
        {
            if finding.kind == .oneHull { return verdicts.exclude(.sameHull, because: finding) }
            if !parameters.includeGear { return verdicts.exclude(.gear, because: finding) }
        }
        let place = place(latitude: measure.latitude, longitude: measure.longitude)
        if place.inPort, !parameters.includePorts { return verdicts.exclude(.inPort) }
        guard SpeedRuleCheck.passes(parameters.speedRule, measure) else { return verdicts.exclude(.speedRule) }
        guard isWanted(start: start, end: end, measure) else { return verdicts.exclude(.outsideFilter) }
        let vessels = EventVessels(
            describe(
                meeting.first, start: start, end: end, fixes: measure.firstFixes, speed: measure.firstMedianSpeedKnots),
            describe(
                meeting.second, start: start, end: end, fixes: measure.secondFixes,
                speed: measure.secondMedianSpeedKnots))
        if identity.vessel != one.vessel { identity = (one.vessel, EventIdentity(first: vessels[0].particulars.id)) }
        verdicts.report(
            RendezvousEvent(
                id: identity.beginning.id(second: vessels[1].particulars.id, start: start), operationID: nil,
                vessels: vessels, start: start, end: end, ledger: measure.ledger, latitude: measure.latitude,
                longitude: measure.longitude, distance: measure.distance, place: place,
                doubts: doubts?.doubts(about: meeting, measure.distance, parties) ?? []), of: meeting)
    }

    /// One hull on two identities, and gear and its carrier, are this near to each other for half of the time, in metres.
    private static let nearMetres = 300.0

    /// What identities alone say against a meeting: one identity, gear by what it states, one hull by its IMO number.
    private func identityReason(
        _ one: MeetingParty, _ other: MeetingParty
    ) -> (reason: ExclusionReason, because: IdentityFinding?)? {
        guard !rawTracks else { return nil }
        let (first, second) = (Int(one.vessel), Int(other.vessel))
        if first == second { return (.sameIdentity, nil) }
        if !parameters.includeGear, one.isGear || other.isGear {
            return (.gear, gearFindings[first] ?? gearFindings[second])
        }
        guard one.identity.mayShareNumber(with: other.identity) else { return nil }
        return OneHull.sameNumberFinding(tracks.vessels[first], tracks.vessels[second]).map { (.sameHull, $0) }
    }

    /// What the tracks say against a meeting of two identities that state no common IMO number.
    private func trackFinding(
        about meeting: Rendezvous, _ one: MeetingParty, _ other: MeetingParty
    ) -> IdentityFinding? {
        let seconds = meeting.end - meeting.start
        let mayBeOneHull =
            one.identity.mayBeOneHull(with: other.identity) && !one.track.liesStill(forSeconds: seconds)
            && !other.track.liesStill(forSeconds: seconds)
        guard mayBeOneHull || one.identity.mayBeCarriedOrCarry(other.identity) else { return nil }
        return IdentitySearch.ofPair(meeting, in: tracks)
    }

    private func type(ofSegment segment: Int, at moment: Timestamp) -> ShipType? {
        parties.description(ofSegment: segment)?.particulars.type
            ?? tracks.vessel(ofSegment: segment).staticData.shipTypes.value(at: moment)
    }

    private func describe(
        _ segment: Int, start: Timestamp, end: Timestamp, fixes: Int, speed: Double
    ) -> EventVessel {
        guard var description = parties.description(ofSegment: segment) else {
            return VesselDescription.eventVessel(
                tracks.vessel(ofSegment: segment), start: start, end: end, fixes: fixes, speed: speed)
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
