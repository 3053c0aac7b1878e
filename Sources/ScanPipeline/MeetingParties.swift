import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// What the questions about a meeting ask of a vessel: a few bytes, since two vessels are asked for each of hundreds of
/// thousands of meetings.
struct MeetingVessel: Sendable {
    let identity: IdentityTraits
    /// Whether what it states makes it gear.
    let isGear: Bool
    /// Whether most of its fixes fit no track.
    let isScattered: Bool
    /// The greatest beam that it states, in metres; 0 when it states none.
    let greatestBeam: Double

    init(_ vessel: TrackedVessel, isGear: Bool) {
        identity = IdentityTraits(of: vessel)
        self.isGear = isGear
        isScattered = ScatteredFixes.doubt(about: vessel) != nil
        greatestBeam = vessel.staticData.beams.map(\.value).max() ?? 0
    }
}

/// The vessels that meet others, and those of their segments that meet many others.
struct MeetingParties: Sendable {
    /// By vessel: where it stands in `vessels` and `descriptions`, or -1.
    private let places: [Int32]
    private let vessels: [MeetingVessel]
    /// How a vessel describes itself at any time; nil when what it states of itself changes.
    private let descriptions: [EventVessel?]
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
        descriptions = Self.map(chosen, threads: threads) { VesselDescription.steady(tracks.vessels[$0]) }
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

    /// A vessel that meets others.
    subscript(vessel: Int) -> MeetingVessel { vessels[Int(places[vessel])] }

    /// How a vessel that meets others describes itself at any time; nil when what it states of itself changes.
    func description(ofVessel vessel: Int) -> EventVessel? { descriptions[Int(places[vessel])] }

    /// What is known of a segment.
    func traits(ofSegment segment: Int) -> SegmentTraits {
        let place = segmentPlaces[segment]
        return place < 0 ? .unknown : segments[Int(place)]
    }
}
