public import MaritimeModel
import WorkSharing

/// Finds every contact between any two vessels of a track table, exactly and in continuous time.
///
/// On a stretch of at most `maxGapSeconds` a vessel moves evenly along the great circle from fix to fix; on longer ones
/// its position is unknown and no contact is inferred. A contact begins and ends where the great-circle distance
/// crosses `maxDistanceMetres` (inclusive), or where a position becomes unknown.
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
        contacts(
            in: tracks, threads: threads,
            slabRanges: TimePartition.ranges(of: tracks, slabSeconds: ContactSweep.slabSeconds, threads: threads))
    }

    /// The same with the cut given: ranges of slabs that together hold all, in any number.
    func contacts(in tracks: TrackTable, threads: Int, slabRanges ranges: [Range<Int64>]) -> [Contact] {
        let parts = parallelMap(count: ranges.count, threads: threads) { part in
            var sweep = ContactSweep(
                tracks: tracks, maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds)
            return sweep.contacts(inSlabs: ranges[part])
        }
        return ContactGluer.glued(parts.count == 1 ? parts[0] : parts.flatMap { $0 })
    }
}
