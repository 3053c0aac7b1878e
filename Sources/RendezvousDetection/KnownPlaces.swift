import FixMemory
import MaritimeModel
import WorkSharing

/// The fixes on the unit sphere, worked out once for segments of which many pairs are to be solved.
struct KnownPlaces: Sendable {
    /// By segment; empty for those whose places are worked out when they are asked for.
    private let places: [[UnitVector]]

    /// Fixes that are kept, at 24 bytes each.
    private static let mostFixes = 1 << 20
    /// With fewer runs too little of a track is asked for.
    private static let leastRuns = 32

    /// Keeps the places of the segments that are in many of some runs, as far as there is room.
    ///
    /// Complexity: O(runs + segments + fixes that are kept).
    init(of runs: PairRunList, in tracks: TrackTable, threads: Int, clock: StageClock?) {
        guard runs.runs.count >= KnownPlaces.leastRuns else {
            places = []
            return
        }
        var counts = [Int32](repeating: 0, count: tracks.segments.count)
        for run in runs.runs {
            counts[Int(run.first)] += 1
            counts[Int(run.second)] += 1
        }
        var fixes = 0
        var chosen: [Int] = []
        for segment in tracks.segments where counts[segment] >= KnownPlaces.leastRuns {
            let count = tracks.fixRange(ofSegment: segment).count
            guard fixes + count <= KnownPlaces.mostFixes else { continue }
            fixes += count
            chosen.append(segment)
        }
        let kept = chosen
        let parts = max(1, min(kept.count, threads * 8))
        let made = parallelMap(count: parts, threads: threads, clock: clock, stage: "solve") { part in
            kept[kept.count * part / parts..<kept.count * (part + 1) / parts].map { segment in
                tracks.fixRange(ofSegment: segment).map { UnitVector(tracks.position(ofFix: $0)) }
            }
        }
        var places = [[UnitVector]](repeating: [], count: kept.isEmpty ? 0 : tracks.segments.count)
        for (segment, own) in zip(kept, made.joined()) { places[segment] = own }
        self.places = places
    }

    /// Keeps none.
    init() { places = [] }

    /// The places of a segment's fixes if they are kept, else none.
    func places(ofSegment segment: Int) -> [UnitVector] { segment < places.count ? places[segment] : [] }
}
