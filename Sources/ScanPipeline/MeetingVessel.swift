import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// What the events of one vessel have in common, found once for all of them.
struct MeetingVessel: Sendable {
    /// How it describes itself at any time; nil when what it states of itself changes.
    let description: EventVessel?
    /// The greatest beam that it states, in metres; 0 when it states none.
    let greatestBeam: Double
    /// The doubt that most of its fixes fit no track.
    let scattered: TrackDoubt?

    init(_ vessel: TrackedVessel) {
        description =
            VesselDescription.isSteady(vessel)
            ? VesselDescription.eventVessel(
                vessel, start: vessel.firstSeen, end: vessel.firstSeen, fixes: 0, speed: 0) : nil
        greatestBeam = vessel.staticData.beams.map(\.value).max() ?? 0
        scattered = ScatteredFixes.doubt(about: vessel)
    }
}

/// The vessels that meet others.
struct MeetingVessels: Sendable {
    /// By vessel: where it stands in `vessels`, or -1.
    private let places: [Int32]
    private let vessels: [MeetingVessel]

    init(of meetings: [Rendezvous], in tracks: TrackTable, threads: Int) {
        var places = [Int32](repeating: -1, count: tracks.vessels.count)
        var chosen: [Int] = []
        func choose(_ segment: Int) {
            let vessel = Int(tracks.vesselOfSegment[segment])
            guard places[vessel] < 0 else { return }
            places[vessel] = Int32(chosen.count)
            chosen.append(vessel)
        }
        for meeting in meetings {
            choose(meeting.first)
            choose(meeting.second)
        }
        self.places = places
        let all = chosen
        let parts = max(1, min(all.count, threads * 4))
        vessels = parallelMap(count: parts, threads: threads) { part in
            all[all.count * part / parts..<all.count * (part + 1) / parts].map { MeetingVessel(tracks.vessels[$0]) }
        }.flatMap { $0 }
    }

    /// One of the vessels that meet others.
    subscript(vessel: Int) -> MeetingVessel { vessels[Int(places[vessel])] }
}
