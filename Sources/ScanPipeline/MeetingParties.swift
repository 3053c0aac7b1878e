import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// What the questions about a meeting ask of one of its segments and the vessel that sailed it.
///
/// A few bytes in one place, since two are asked for each of hundreds of thousands of meetings.
struct MeetingParty: Sendable {
    /// The number of the vessel.
    let vessel: Int32
    let identity: IdentityTraits
    /// Whether what the vessel states makes it gear.
    let isGear: Bool
    /// Whether most of its fixes fit no track.
    let isScattered: Bool
    let track: SegmentTraits
    /// The greatest beam that it states, in metres; 0 when it states none.
    let greatestBeam: Double

    init(_ number: Int32, _ vessel: TrackedVessel, isGear: Bool, track: SegmentTraits) {
        self.vessel = number
        identity = IdentityTraits(of: vessel)
        self.isGear = isGear
        isScattered = ScatteredFixes.doubt(about: vessel) != nil
        self.track = track
        greatestBeam = vessel.staticData.beams.map(\.value).max() ?? 0
    }
}

/// The segments that take part in meetings, and what all meetings of each have in common.
struct MeetingParties: Sendable {
    /// By segment: where it stands in `parties` and `descriptions`, or -1.
    private let places: [Int32]
    private let parties: [MeetingParty]
    /// How the vessel describes itself at any time; nil when what it states of itself changes.
    private let descriptions: [EventVessel?]

    /// With fewer meetings it is cheaper to look at the parts of a segment that they ask about.
    private static let leastMeetings = 4

    /// - Parameter gear: the vessels that are gear by what they state.
    init(of meetings: [Rendezvous], in tracks: TrackTable, gear: Set<Int>, threads: Int) {
        var counts = [Int32](repeating: 0, count: tracks.segments.count)
        for meeting in meetings {
            counts[meeting.first] += 1
            counts[meeting.second] += 1
        }
        var places = [Int32](repeating: -1, count: counts.count)
        var chosen: [(segment: Int, isBusy: Bool)] = []
        for segment in counts.indices where counts[segment] > 0 {
            places[segment] = Int32(truncatingIfNeeded: chosen.count)
            chosen.append((segment, counts[segment] >= Self.leastMeetings))
        }
        let all = chosen
        let mask = InlandMask()
        let parts = max(1, min(all.count, threads * 4))
        let made = parallelMap(count: parts, threads: threads) { part in
            all[all.count * part / parts..<all.count * (part + 1) / parts].map {
                segment, isBusy -> (MeetingParty, EventVessel?) in
                let number = tracks.vesselOfSegment[segment]
                let vessel = tracks.vessels[Int(number)]
                let track =
                    isBusy ? SegmentTraits(of: tracks.fixRange(ofSegment: segment), in: tracks, mask: mask) : .unknown
                return (
                    MeetingParty(number, vessel, isGear: gear.contains(Int(number)), track: track),
                    VesselDescription.steady(vessel)
                )
            }
        }
        self.places = places
        parties = made.flatMap { $0.map(\.0) }
        descriptions = made.flatMap { $0.map(\.1) }
    }

    /// A segment that takes part in a meeting.
    subscript(segment: Int) -> MeetingParty { parties[Int(places[segment])] }

    /// How the vessel of a segment describes itself at any time; nil when what it states of itself changes.
    func description(ofSegment segment: Int) -> EventVessel? { descriptions[Int(places[segment])] }
}
