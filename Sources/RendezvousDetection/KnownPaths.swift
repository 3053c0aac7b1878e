import FixMemory
import MaritimeModel
import WorkSharing

/// The paths of segments of which many pairs are to be solved, made ready once.
public struct KnownPaths: Sendable {
    /// By segment; nil for those that are looked at fix by fix.
    private let paths: [SegmentPath?]

    /// Fixes whose paths are kept, at 72 bytes each.
    private static let mostFixes = 1 << 20
    /// With fewer runs too little of a track is asked for.
    public static let leastRuns = 32

    /// Keeps the paths of the segments that are in many of some runs, as far as there is room.
    ///
    /// Complexity: O(runs + segments + fixes that are kept).
    init(
        of runs: JoinedRuns, in tracks: TrackTable, leastRuns: Int = KnownPaths.leastRuns, threads: Int,
        clock: StageClock? = nil
    ) {
        guard runs.count >= leastRuns else {
            paths = []
            return
        }
        var counts = [Int32](repeating: 0, count: tracks.segments.count)
        for list in runs.lists {
            for run in list.runs {
                counts[Int(run.first)] += 1
                counts[Int(run.second)] += 1
            }
        }
        var fixes = 0
        var chosen: [Int] = []
        for segment in tracks.segments where counts[segment] >= leastRuns {
            let count = tracks.fixRange(ofSegment: segment).count
            guard fixes + count <= KnownPaths.mostFixes else { continue }
            fixes += count
            chosen.append(segment)
        }
        let kept = chosen
        let parts = max(1, min(kept.count, threads * 8))
        let made = parallelMap(count: parts, threads: threads, clock: clock, stage: "solve") { part in
            kept[kept.count * part / parts..<kept.count * (part + 1) / parts].map { segment in
                SegmentPath(fixes: tracks.fixRange(ofSegment: segment), in: tracks)
            }
        }
        var paths = [SegmentPath?](repeating: nil, count: kept.isEmpty ? 0 : tracks.segments.count)
        for (segment, path) in zip(kept, made.joined()) { paths[segment] = path }
        self.paths = paths
    }

    /// Keeps none.
    public init() { paths = [] }

    /// The path of a segment if it is kept.
    func path(ofSegment segment: Int) -> SegmentPath? { segment < paths.count ? paths[segment] : nil }
}
