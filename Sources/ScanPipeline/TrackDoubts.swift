import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// Gathers what there is to doubt about tracks, under a meeting or of a whole vessel.
struct TrackDoubts: Sendable {
    private let tracks: TrackTable
    private let overlaps: SegmentOverlaps
    private let inland = InlandMask()
    private let known = SegmentDoubts()

    /// A jump of the track, or a doubtful position, this many seconds before or after a meeting is told with it.
    private static let nearSeconds = 3_600.0
    /// So many segments are looked through for replays before their memory is let go.
    private static let segmentsHeld = 512

    init(_ tracks: TrackTable) {
        self.tracks = tracks
        overlaps = SegmentOverlaps(in: tracks)
    }

    /// The identities that several hulls share.
    var sharedIdentities: [IdentityFinding] { overlaps.findings }

    /// The doubts about a vessel and each of its segments, in the order (start, reason).
    ///
    /// - Parameter replays: by segment, as `replays(of:threads:)` found them.
    func doubts(aboutVessel vessel: Int, replays: [Int: [TrackDoubt]]) -> [TrackDoubt] {
        // A doubt about two segments is one.
        var doubts: Set<TrackDoubt> = []
        if let scattered = ScatteredFixes.doubt(about: tracks.vessels[vessel]) { doubts.insert(scattered) }
        for segment in tracks.segments(ofVessel: vessel) {
            doubts.formUnion(overlaps.doubts(ofSegment: segment))
            doubts.formUnion(positionDoubts(inFixes: tracks.fixRange(ofSegment: segment)))
            doubts.formUnion(replays[segment] ?? [])
        }
        return doubts.sorted { ($0.start, $0.reason, $0.end, $0.says) < ($1.start, $1.reason, $1.end, $1.says) }
    }

    /// The doubts about both vessels of a meeting, in the order (vessel, reason, start); replays come later.
    ///
    /// - Parameter distance: over the contact, as `MeetingMeasure` has it.
    func doubts(about meeting: Rendezvous, _ distance: DistanceSummary, _ parties: MeetingParties) -> [EventDoubt] {
        var doubts: [EventDoubt] = []
        var beams = 0.0
        for position in 0...1 {
            let segment = position == 0 ? meeting.first : meeting.second
            let party = parties[segment]
            beams += party.greatestBeam
            func add(_ doubt: TrackDoubt) {
                if Self.concerns(doubt, from: meeting.start, to: meeting.end) {
                    doubts.append(EventDoubt(vessel: position, doubt: doubt))
                }
            }
            for doubt in overlaps.doubts(ofSegment: segment) { add(doubt) }
            if !party.track.isBeyondDoubt {
                let fixes = fixes(ofSegment: segment, near: meeting)
                let positions = known.doubts(ofSegment: segment, fixes: fixes) { positionDoubts(inFixes: fixes) }
                for doubt in positions { add(doubt) }
            }
            if party.isScattered, let doubt = ScatteredFixes.doubt(about: tracks.vessel(ofSegment: segment)) {
                add(doubt)
            }
        }
        if distance.median < beams / 4,
            let overlap = OverlappingHulls.doubt(
                between: tracks.vessel(ofSegment: meeting.first), and: tracks.vessel(ofSegment: meeting.second),
                distance: distance, contactSeconds: meeting.contactSeconds, start: meeting.firstSecond,
                end: meeting.lastSecond)
        {
            doubts += [0, 1].map { EventDoubt(vessel: $0, doubt: overlap) }
        }
        return doubts.count > 1 ? doubts.sorted(by: EventDoubt.precedes) : doubts
    }

    /// Adds the replayed tracks under events to their doubts. Complexity: O(fixes of the table).
    ///
    /// - Parameters:
    ///   - events: by share.
    ///   - meetings: those of all events, share after share, each as one contact.
    func addReplays(to events: inout [[RendezvousEvent]], meetings: [Contact], threads: Int) {
        var meets = [Bool](repeating: false, count: tracks.segments.count)
        for meeting in meetings {
            meets[meeting.first] = true
            meets[meeting.second] = true
        }
        let replays = replays(of: tracks.segments.filter { meets[$0] }, threads: threads)
        guard !replays.isEmpty else { return }
        var number = 0
        for share in events.indices {
            for index in events[share].indices {
                let meeting = meetings[number]
                number += 1
                for (position, segment) in [meeting.first, meeting.second].enumerated() {
                    for doubt in replays[segment] ?? []
                    where Self.concerns(doubt, from: meeting.start, to: meeting.end) {
                        events[share][index].doubts.append(EventDoubt(vessel: position, doubt: doubt))
                    }
                }
                if events[share][index].doubts.count > 1 { events[share][index].doubts.sort(by: EventDoubt.precedes) }
            }
        }
    }

    /// The replayed parts of some segments, by segment. Complexity: O(fixes of the table).
    func replays(of segments: [Int], threads: Int) -> [Int: [TrackDoubt]] {
        guard !segments.isEmpty else { return [:] }
        let search = ReplayedTrack(of: segments, in: tracks)
        // Small enough that little memory is held at a time.
        let parts = min(max(threads * 4, tracks.segments.count / Self.segmentsHeld), max(1, tracks.segments.count))
        let found = parallelMap(count: parts, threads: threads) { part in
            let segments = tracks.segments.count * part / parts..<tracks.segments.count * (part + 1) / parts
            defer { tracks.letGo(segments: segments) }
            return search.replays(inSegments: segments)
        }
        return search.doubts(from: found.flatMap { $0 })
    }

    /// What a track's own form says against its positions.
    private func positionDoubts(inFixes fixes: Range<Int>) -> [TrackDoubt] {
        CircularTrack.doubts(in: tracks, fixes: fixes) + StraightTrack.doubts(in: tracks, fixes: fixes)
            + FrozenPosition.doubts(in: tracks, fixes: fixes) + OnLand.doubts(in: tracks, fixes: fixes, mask: inland)
    }

    /// The fixes of a segment during a meeting and some time before and after.
    private func fixes(ofSegment segment: Int, near meeting: Rendezvous) -> Range<Int> {
        let fixes = tracks.fixRange(ofSegment: segment)
        let first = tracks.firstFix(in: fixes, notBefore: meeting.start - Self.nearSeconds)
        return first..<tracks.firstFix(in: first..<fixes.upperBound, notBefore: meeting.end + Self.nearSeconds)
    }

    /// Whether a doubt about a segment bears on a meeting: one about the identity does at any time, others near it only.
    private static func concerns(_ doubt: TrackDoubt, from start: Double, to end: Double) -> Bool {
        if doubt.reason.kind == .identity, doubt.reason != .positionJump { return true }
        return Double(doubt.start.secondsSince1970) <= end + nearSeconds
            && Double(doubt.end.secondsSince1970) >= start - nearSeconds
    }
}

extension EventDoubt {
    /// The order (vessel, reason, start, words).
    fileprivate static func precedes(_ left: EventDoubt, _ right: EventDoubt) -> Bool {
        (left.vessel, left.doubt.reason, left.doubt.start, left.doubt.says)
            < (right.vessel, right.doubt.reason, right.doubt.start, right.doubt.says)
    }
}
