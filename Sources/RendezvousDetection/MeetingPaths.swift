import FixMemory
public import MaritimeModel
public import WorkSharing

/// The paths of segments that take part in several meetings, made ready once for all of them.
public struct MeetingPaths: Sendable {
    /// By segment; nil for those that are made ready for each meeting.
    private let paths: [SegmentPath?]

    /// Fixes whose paths are kept, at 112 bytes each.
    private static let mostFixes = 1 << 20
    /// With fewer meetings a path is not worth its memory.
    private static let leastMeetings = 3
    /// Sorting the speeds takes as long as a dozen selections.
    private static let leastMeetingsForOrder = 12

    /// Keeps none.
    public init() { paths = [] }

    /// Keeps the paths of the segments that are in several of some meetings, as far as there is room: first come, first
    /// served, in the order of the segments. What is measured does not depend on it.
    ///
    /// Complexity: O(meetings + n log n) in the fixes that are kept.
    /// - Parameter known: paths that are there already.
    public init(
        of meetings: [Rendezvous], in tracks: TrackTable, known: KnownPaths = KnownPaths(), threads: Int,
        clock: StageClock? = nil
    ) {
        var counts = [Int32](repeating: 0, count: tracks.segments.count)
        for meeting in meetings {
            counts[meeting.first] += 1
            counts[meeting.second] += 1
        }
        var fixes = 0
        var kept: [Int] = []
        for segment in tracks.segments where counts[segment] >= MeetingPaths.leastMeetings {
            let count = tracks.fixRange(ofSegment: segment).count
            guard fixes + count <= MeetingPaths.mostFixes else { continue }
            fixes += count
            kept.append(segment)
        }
        let chosen = kept.map { (segment: $0, isSorted: counts[$0] >= MeetingPaths.leastMeetingsForOrder) }
        let parts = max(1, min(chosen.count, threads * 8))
        let made = parallelMap(count: parts, threads: threads, clock: clock, stage: "events") { part in
            chosen[chosen.count * part / parts..<chosen.count * (part + 1) / parts].map { one in
                let path =
                    known.path(ofSegment: one.segment)
                    ?? SegmentPath(fixes: tracks.fixRange(ofSegment: one.segment), in: tracks)
                return one.isSorted ? SegmentPath(path, withOrderIn: tracks) : path
            }
        }
        var paths = [SegmentPath?](repeating: nil, count: kept.isEmpty ? 0 : tracks.segments.count)
        for (segment, path) in zip(kept, made.joined()) { paths[segment] = path }
        self.paths = paths
    }

    /// The path of a segment: that which is kept, or one made for the time of a meeting.
    func path(ofSegment segment: Int, during meeting: Rendezvous, in tracks: TrackTable) -> SegmentPath {
        if segment < paths.count, let path = paths[segment] { return path }
        let fixes = tracks.fixRange(ofSegment: segment)
        guard !fixes.isEmpty else { return SegmentPath(fixes: fixes, in: tracks) }
        let first = max(fixes.lowerBound, tracks.firstFix(in: fixes, notBefore: meeting.start) - 1)
        let last = min(fixes.upperBound - 1, tracks.firstFix(in: fixes, notBefore: meeting.end) + 1)
        return SegmentPath(fixes: first..<max(first, last) + 1, in: tracks)
    }
}
