public import MaritimeModel
import WorkSharing

/// Finds every contact between any two vessels of a track table, exactly and in continuous time.
///
/// On a stretch of at most `maxGapSeconds` a vessel moves evenly along the great circle from fix to fix; on longer ones
/// its position is unknown and no contact is inferred. A contact begins and ends where the great-circle distance
/// crosses `maxDistanceMetres` (inclusive), or where a position becomes unknown.
///
/// First, boxes around the paths say which pairs may be in contact, and for how long at most. Only pairs that may last
/// long enough are solved, and of these only the times that the boxes leave open.
public struct ContactFinder: Sendable {
    public let maxDistanceMetres: Double
    public let maxGapSeconds: Int

    /// Makes a finder; the distance is greater than 0, the gap at least 1 second.
    public init(maxDistanceMetres: Double, maxGapSeconds: Int) {
        precondition(maxDistanceMetres > 0 && maxGapSeconds > 0)
        self.maxDistanceMetres = maxDistanceMetres
        self.maxGapSeconds = maxGapSeconds
    }

    /// All contacts, in the order (first, second, start). The answer does not depend on `threads`.
    ///
    /// Touches of no duration are not contacts. Complexity: near linear in the fixes plus the pairs that are near.
    public func contacts(in tracks: TrackTable, threads: Int = 1) -> [Contact] {
        contacts(in: tracks, threads: threads, parts: threads * 4)
    }

    /// The meetings of all contacts, as `Rendezvous.joining` gives them; what cannot last long enough is not solved.
    ///
    /// - Parameter groups: by segment; those with one number (from 0) do not meet. Empty: all may meet.
    public func meetings(
        in tracks: TrackTable, joinGapSeconds: Int, minDurationSeconds: Int, groups: [Int32] = [], threads: Int = 1
    ) -> [Rendezvous] {
        let runs = self.runs(
            in: tracks, joinGapSeconds: joinGapSeconds, leastSeconds: minDurationSeconds, groups: groups,
            threads: threads, parts: threads * 4)
        let solver = PairSolver(
            tracks: tracks, maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds, bounds: bounds)
        let shares = max(1, min(runs.count, threads * 16))
        return parallelMap(count: shares, threads: threads) { share -> [Rendezvous] in
            var meetings: [Rendezvous] = []
            var contacts: [Contact] = []
            for run in runs[(runs.count * share / shares)..<(runs.count * (share + 1) / shares)] {
                contacts.removeAll(keepingCapacity: true)
                solver.append(contactsOf: run, to: &contacts)
                meetings += Rendezvous.joining(
                    contacts, joinGapSeconds: joinGapSeconds, minDurationSeconds: minDurationSeconds)
            }
            return meetings
        }.flatMap { $0 }
    }

    /// The contacts when time is cut into a number of parts that are swept by themselves.
    func contacts(in tracks: TrackTable, threads: Int, parts: Int) -> [Contact] {
        let runs = self.runs(
            in: tracks, joinGapSeconds: 0, leastSeconds: 0, groups: [], threads: threads, parts: parts)
        let solver = PairSolver(
            tracks: tracks, maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds, bounds: bounds)
        let shares = max(1, min(runs.count, threads * 16))
        return parallelMap(count: shares, threads: threads) { share -> [Contact] in
            var contacts: [Contact] = []
            for run in runs[(runs.count * share / shares)..<(runs.count * (share + 1) / shares)] {
                solver.append(contactsOf: run, to: &contacts)
            }
            return contacts
        }.flatMap { $0 }
    }

    private var bounds: BoxBounds {
        BoxBounds(maxDistanceMetres: maxDistanceMetres, slackMetres: PathBoxBuilder.bulgeMetres)
    }

    private func runs(
        in tracks: TrackTable, joinGapSeconds: Int, leastSeconds: Int, groups: [Int32], threads: Int, parts: Int
    ) -> [PairRun] {
        // A cell of twice the contact distance keeps most boxes in one to four cells.
        let grid = SpatialGrid(cellMetres: max(4_000, 2 * maxDistanceMetres))
        let watches = self.watches(of: tracks, cellMetres: grid.cellMetres, leastSeconds: leastSeconds, threads)
        guard let watches else { return [] }
        let growth = BoxGrowth(metres: maxDistanceMetres / 2 + PathBoxBuilder.bulgeMetres)
        let ranges = watches.shares(parts)
        let bounds = self.bounds
        let groups = groups.isEmpty ? [Int32](repeating: -1, count: tracks.segments.count) : groups
        let found = parallelMap(count: ranges.count, threads: threads) { part -> [PairRun] in
            let range = ranges[part]
            let lower = part == 0 ? Int64.min : range.lowerBound * PathBoxBuilder.watchSeconds + Int64(joinGapSeconds)
            let upper =
                part == ranges.count - 1
                ? Int64.max : range.upperBound * PathBoxBuilder.watchSeconds - Int64(joinGapSeconds)
            var sweep = ProximitySweep(
                grid: grid, bounds: bounds, growth: growth, groups: groups,
                runs: PairRuns(
                    joinGapSeconds: joinGapSeconds, leastSeconds: leastSeconds, inner: lower...max(lower, upper)))
            for watch in range { sweep.sweep(watches.boxes(ofWatch: watch), watch: watch) }
            return sweep.finish()
        }
        return PairRuns.joined(found, joinGapSeconds: joinGapSeconds, leastSeconds: leastSeconds)
    }

    /// The boxes of all segments that are known for long enough to count.
    private func watches(
        of tracks: TrackTable, cellMetres: Double, leastSeconds: Int, _ threads: Int
    ) -> WatchBoxes? {
        let builder = PathBoxBuilder(
            maxGapSeconds: maxGapSeconds, maxDistanceMetres: maxDistanceMetres, cellMetres: cellMetres)
        guard let earliest = tracks.times.min(), let latest = tracks.times.max() else { return nil }
        let shares = max(1, min(tracks.segments.count, threads * 4))
        let found = parallelMap(count: shares, threads: threads) { share -> WatchBoxes in
            var boxes = WatchBoxes(from: Int64(earliest), to: Int64(latest))
            let segments = tracks.segments.count * share / shares..<tracks.segments.count * (share + 1) / shares
            for segment in segments {
                let range = tracks.fixRange(ofSegment: segment)
                guard range.count > 1,
                    Int(tracks.times[range.upperBound - 1] - tracks.times[range.lowerBound]) >= leastSeconds
                else { continue }
                builder.append(
                    segment: segment, times: tracks.times, latitudes: tracks.latitudes, longitudes: tracks.longitudes,
                    range: range, to: &boxes)
            }
            return boxes
        }
        return WatchBoxes(joining: found)
    }
}
