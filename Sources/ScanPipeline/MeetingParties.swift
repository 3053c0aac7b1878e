import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// What the events of one vessel have in common, found once for all of them.
struct MeetingVessel: Sendable {
    /// How it describes itself at any time; nil when what it states of itself changes.
    let description: EventVessel?
    let identity: IdentityTraits
    /// Whether what it states makes it gear.
    let isGear: Bool
    /// The greatest beam that it states, in metres; 0 when it states none.
    let greatestBeam: Double
    /// The doubt that most of its fixes fit no track.
    let scattered: TrackDoubt?

    init(_ vessel: TrackedVessel, isGear: Bool) {
        description =
            VesselDescription.isSteady(vessel)
            ? VesselDescription.eventVessel(
                vessel, start: vessel.firstSeen, end: vessel.firstSeen, fixes: 0, speed: 0) : nil
        identity = IdentityTraits(of: vessel)
        self.isGear = isGear
        greatestBeam = vessel.staticData.beams.map(\.value).max() ?? 0
        scattered = ScatteredFixes.doubt(about: vessel)
    }
}

/// The vessels that meet others, and those of their segments that meet many others.
struct MeetingParties: Sendable {
    /// By vessel: where it stands in `vessels`, or -1.
    private let places: [Int32]
    private let vessels: [MeetingVessel]
    /// By segment: where it stands in `segments`, or -1.
    private let segmentPlaces: [Int32]
    private let segments: [SegmentTraits]

    /// With fewer meetings it is cheaper to look at the parts of a segment that they ask about.
    private static let leastMeetings = 4

    /// - Parameter gear: the vessels that are gear by what they state.
    init(of meetings: [Rendezvous], in tracks: TrackTable, gear: Set<Int>, threads: Int) {
        var counts = [Int32](repeating: 0, count: tracks.segments.count)
        for meeting in meetings {
            counts[meeting.first] += 1
            counts[meeting.second] += 1
        }
        var places = [Int32](repeating: -1, count: tracks.vessels.count)
        var segmentPlaces = [Int32](repeating: -1, count: counts.count)
        var chosen: [Int] = []
        var busy: [Int] = []
        for segment in counts.indices where counts[segment] > 0 {
            let vessel = Int(tracks.vesselOfSegment[segment])
            if places[vessel] < 0 {
                places[vessel] = Int32(truncatingIfNeeded: chosen.count)
                chosen.append(vessel)
            }
            if counts[segment] >= Self.leastMeetings {
                segmentPlaces[segment] = Int32(truncatingIfNeeded: busy.count)
                busy.append(segment)
            }
        }
        self.places = places
        self.segmentPlaces = segmentPlaces
        vessels = Self.map(chosen, threads: threads) { MeetingVessel(tracks.vessels[$0], isGear: gear.contains($0)) }
        let mask = InlandMask()
        segments = Self.map(busy, threads: threads) {
            SegmentTraits(of: tracks.fixRange(ofSegment: $0), in: tracks, mask: mask)
        }
    }

    private static func map<Result: Sendable>(
        _ numbers: [Int], threads: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        let parts = max(1, min(numbers.count, threads * 4))
        return parallelMap(count: parts, threads: threads) { part in
            numbers[numbers.count * part / parts..<numbers.count * (part + 1) / parts].map(body)
        }.flatMap { $0 }
    }

    /// Whether a vessel meets others.
    func meets(_ vessel: Int) -> Bool { places[vessel] >= 0 }

    // Of a vessel that meets others; one fact at a time, since a copy of them all costs more than most questions.

    func description(ofVessel vessel: Int) -> EventVessel? { vessels[Int(places[vessel])].description }
    func identity(ofVessel vessel: Int) -> IdentityTraits { vessels[Int(places[vessel])].identity }
    func isGear(_ vessel: Int) -> Bool { vessels[Int(places[vessel])].isGear }
    func greatestBeam(ofVessel vessel: Int) -> Double { vessels[Int(places[vessel])].greatestBeam }
    func scattered(ofVessel vessel: Int) -> TrackDoubt? { vessels[Int(places[vessel])].scattered }

    /// What is known of a segment.
    func traits(ofSegment segment: Int) -> SegmentTraits {
        let place = segmentPlaces[segment]
        return place < 0 ? .unknown : segments[Int(place)]
    }
}
