import FixMemory
public import MaritimeModel
import Synchronization
public import WorkSharing

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
        in tracks: TrackTable, joinGapSeconds: Int, minDurationSeconds: Int, groups: [Int32] = [], threads: Int = 1,
        clock: StageClock? = nil
    ) -> [Rendezvous] {
        var paths = KnownPaths()
        return meetings(
            in: tracks, joinGapSeconds: joinGapSeconds, minDurationSeconds: minDurationSeconds, groups: groups,
            threads: threads, clock: clock, paths: &paths)
    }

    /// The same, and the paths that were made ready for it, with which the meetings can be measured.
    ///
    /// - Parameter leastRuns: the paths of segments in so many runs are made ready once; the answer does not depend on it.
    public func meetings(
        in tracks: TrackTable, joinGapSeconds: Int, minDurationSeconds: Int, groups: [Int32] = [], threads: Int,
        clock: StageClock? = nil, leastRuns: Int = KnownPaths.leastRuns, paths: inout KnownPaths
    ) -> [Rendezvous] {
        let runs = self.runs(
            in: tracks, joinGapSeconds: joinGapSeconds, leastSeconds: minDurationSeconds, groups: groups,
            threads: threads, parts: threads * 4, clock: clock)
        let known = KnownPaths(of: runs, in: tracks, leastRuns: leastRuns, threads: threads, clock: clock)
        paths = known
        let solver = PairSolver(
            tracks: tracks, maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds, bounds: bounds,
            known: known)
        let wanted = WantedContacts(joinGapSeconds: joinGapSeconds, leastSeconds: minDurationSeconds)
        let shares = runs.shares(threads * 32)
        return parallelMap(count: shares.count, threads: threads, clock: clock, stage: "solve") {
            share -> [Rendezvous] in
            defer { tracks.letGo(segments: tracks.segments) }
            var meetings: [Rendezvous] = []
            var contacts: [Contact] = []
            var memory = PairSolver.Memory()
            let list = runs.lists[shares[share].list]
            for run in list.runs[shares[share].runs] {
                contacts.removeAll(keepingCapacity: true)
                solver.append(contactsOf: run, of: list, wanted: wanted, using: &memory, to: &contacts)
                meetings += Rendezvous.joining(
                    contacts, joinGapSeconds: joinGapSeconds, minDurationSeconds: minDurationSeconds)
            }
            return meetings
        }.flatMap { $0 }
    }

    /// The contacts when time is cut into a number of parts that are swept by themselves.
    ///
    /// - Parameter leastRuns: the paths of segments in so many runs are made ready once.
    func contacts(
        in tracks: TrackTable, threads: Int, parts: Int, leastRuns: Int = KnownPaths.leastRuns
    ) -> [Contact] {
        let runs = self.runs(
            in: tracks, joinGapSeconds: 0, leastSeconds: 0, groups: [], threads: threads, parts: parts)
        let solver = PairSolver(
            tracks: tracks, maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds, bounds: bounds,
            known: KnownPaths(of: runs, in: tracks, leastRuns: leastRuns, threads: threads))
        let shares = runs.shares(threads * 16)
        return parallelMap(count: shares.count, threads: threads) { share -> [Contact] in
            var contacts: [Contact] = []
            var memory = PairSolver.Memory()
            let list = runs.lists[shares[share].list]
            for run in list.runs[shares[share].runs] {
                solver.append(contactsOf: run, of: list, using: &memory, to: &contacts)
            }
            return contacts
        }.flatMap { $0 }
    }

    private var bounds: BoxBounds {
        BoxBounds(maxDistanceMetres: maxDistanceMetres, slackMetres: PathBoxBuilder.bulgeMetres)
    }

    private func runs(
        in tracks: TrackTable, joinGapSeconds: Int, leastSeconds: Int, groups: [Int32], threads: Int, parts: Int,
        clock: StageClock? = nil
    ) -> JoinedRuns {
        guard let times = tracks.timeRange else { return JoinedRuns() }
        let grid = StripGrid(maxDistanceMetres: maxDistanceMetres)
        let builder = PathBoxBuilder(
            maxGapSeconds: maxGapSeconds, largestMetres: min(max(8_000, 4 * maxDistanceMetres), 4_000_000))
        let growth = BoxGrowth(metres: maxDistanceMetres / 2 + PathBoxBuilder.bulgeMetres)
        let bounds = self.bounds
        let groups = groups.isEmpty ? [Int32](repeating: -1, count: tracks.segments.count) : groups
        // What is not known for long enough cannot count.
        let segments = tracks.segments.filter { segment in
            tracks.fixRange(ofSegment: segment).count > 1
                && Int(tracks.lastTimes[segment] - tracks.firstTimes[segment]) >= leastSeconds
        }
        let ranges = WatchPartition.ranges(of: segments, in: tracks, times: times, count: parts)
        // Sweeps are used again: the memory of one is the pages of another that would be asked for and cleared.
        let idle = Mutex<[(sweep: ProximitySweep, boxes: WatchBoxes)]>([])
        let found = parallelMap(count: ranges.count, threads: threads, clock: clock, stage: "sweep") {
            part -> PairRunList in
            let range = ranges[part]
            let lower = part == 0 ? Int64.min : range.lowerBound * PathBoxBuilder.watchSeconds + Int64(joinGapSeconds)
            let upper =
                part == ranges.count - 1
                ? Int64.max : range.upperBound * PathBoxBuilder.watchSeconds - Int64(joinGapSeconds)
            var (sweep, boxes) =
                idle.withLock { $0.popLast() }
                ?? (
                    ProximitySweep(
                        grid: grid, bounds: bounds, growth: growth, groups: groups,
                        runs: PairRuns(
                            joinGapSeconds: joinGapSeconds, leastSeconds: leastSeconds, inner: Int64.min...Int64.max)),
                    WatchBoxes()
                )
            sweep.begin(inner: lower...max(lower, upper))
            var builder = builder
            var roster = WatchRoster(segments, in: tracks, from: range.lowerBound)
            var watch = range.lowerBound
            while watch < range.upperBound {
                roster.appendBoxes(ofWatch: watch, &builder, to: &boxes)
                if !boxes.isEmpty { sweep.sweep(boxes, isLast: watch + 1 == range.upperBound) }
                // Years without a fix are passed over.
                watch = max(watch + 1, boxes.isEmpty ? roster.nextWatch(after: watch) : watch + 1)
            }
            let runs = sweep.finish()
            idle.withLock { $0.append((sweep, boxes)) }
            return runs
        }
        return JoinedRuns(
            found, joinGapSeconds: joinGapSeconds, leastSeconds: leastSeconds, threads: threads, clock: clock)
    }
}
