import Assessment
import MaritimeModel
import RendezvousDetection

/// Gathers what there is to doubt about the tracks under a meeting.
struct TrackDoubts: Sendable {
    private let tracks: TrackTable
    private let overlaps: SegmentOverlaps

    /// A jump of the track this many seconds before or after a meeting is told with it.
    private static let jumpSeconds = 3_600.0

    init(_ tracks: TrackTable) {
        self.tracks = tracks
        overlaps = SegmentOverlaps(in: tracks)
    }

    /// What the tracks show about identities.
    var findings: [IdentityFinding] { overlaps.findings }

    /// The doubts about a vessel and each of its segments, in the order (start, reason).
    func doubts(aboutVessel vessel: Int) -> [TrackDoubt] {
        let ofSegments = tracks.segments(ofVessel: vessel).flatMap { overlaps.doubts(ofSegment: $0) }
        // A doubt about two segments is one.
        return Set(ofSegments).union(ScatteredFixes.doubt(about: tracks.vessels[vessel]).map { [$0] } ?? []).sorted {
            ($0.start, $0.reason, $0.end, $0.says) < ($1.start, $1.reason, $1.end, $1.says)
        }
    }

    /// The doubts about both vessels of a meeting, in the order (vessel, reason, start).
    func doubts(about meeting: Rendezvous) -> [EventDoubt] {
        var doubts: [EventDoubt] = []
        for (position, segment) in [meeting.first, meeting.second].enumerated() {
            let scattered = ScatteredFixes.doubt(about: tracks.vessel(ofSegment: segment))
            for doubt in overlaps.doubts(ofSegment: segment) + (scattered.map { [$0] } ?? [])
            where concerns(doubt, meeting) {
                doubts.append(EventDoubt(vessel: position, doubt: doubt))
            }
        }
        return doubts.sorted {
            ($0.vessel, $0.doubt.reason, $0.doubt.start, $0.doubt.says)
                < ($1.vessel, $1.doubt.reason, $1.doubt.start, $1.doubt.says)
        }
    }

    /// Whether a doubt about a segment bears on a meeting: a shared identity does at any time, a jump near it only.
    private func concerns(_ doubt: TrackDoubt, _ meeting: Rendezvous) -> Bool {
        guard doubt.reason == .positionJump else { return true }
        return Double(doubt.start.secondsSince1970) <= meeting.end + Self.jumpSeconds
            && Double(doubt.end.secondsSince1970) >= meeting.start - Self.jumpSeconds
    }
}
