import MaritimeModel

/// Cuts the fixes of one identity into the tracks that one hull each can have sailed.
///
/// One pass in time order; a fix joins the segment that it fits best of those that can have reached it, else it opens a
/// new one. At most `mostOpen` segments are open, so the state has a fixed size. What becomes of a fix is known one fix
/// later at the latest, but for the last word on lone fixes, which is spoken when their segment ends.
struct TrackSegmenter {
    /// What became of a fix.
    enum Verdict: Hashable {
        /// It belongs to the segment with this number: 0 for the one that begins first.
        case segment(Int)
        /// Another fix in the same second, or an earlier copy of the same message, counts instead.
        case duplicate
        /// It fits no track.
        case outlier
        /// It belongs to a piece that is over within a minute, beside a longer one.
        case tooShort
    }

    /// Hulls that share an identity are few; false positions are many, and the oldest of them is given up.
    private static let mostOpen = 8
    /// A shorter piece beside a longer one proves nothing: positions of long ago that were sent with one time, say.
    private static let leastSeconds: UInt32 = 60
    /// Fixes that are further apart than this, in seconds, ...
    private static let linkSeconds: UInt32 = 1_800
    /// ... and fewer than these, are no track beside a better one: within hours a ship can get from any false position to
    /// the next.
    private static let leastUnlinked = 8

    private var open: [OpenSegment] = []
    /// By fix: the number of its segment by order of opening, or one of the marks below.
    private var labels: [Int32] = []
    /// By number of the segment.
    private var extents: [Extent] = []

    private struct Extent {
        var count = 1
        var first: UInt32
        var last: UInt32
        /// Whether any two fixes in turn are near in time.
        var isLinked = false
        var seconds: UInt32 { last - first }
    }

    private static let duplicate: Int32 = -1
    private static let outlier: Int32 = -2

    /// The verdicts on all fixes of an identity, which are in time order; of those in one second any order will do.
    ///
    /// Complexity: O(n · `mostOpen`).
    static func verdicts(on fixes: [TrackFix]) -> (verdicts: [Verdict], segments: Int) {
        var segmenter = TrackSegmenter()
        segmenter.labels.reserveCapacity(fixes.count)
        for fix in fixes { segmenter.add(fix) }
        return segmenter.finish()
    }

    private mutating func add(_ fix: TrackFix) {
        let index = labels.count
        labels.append(Self.outlier)
        var best: (segment: Int, metres: Double, misfit: Double)?
        for (segment, candidate) in open.enumerated() {
            guard let fit = candidate.fit(of: fix) else { continue }
            if candidate.last.time == fix.time {
                labels[index] = Self.duplicate
                return
            }
            if best.map({ fit.misfit < $0.misfit }) ?? true { best = (segment, fit.metres, fit.misfit) }
        }
        guard let best else {
            if let segment = open.firstIndex(where: { $0.lastIsStale(before: fix) }),
                let stale = open[segment].removeLast()
            {
                extents[open[segment].number].count -= 1
                labels[stale.index] = Self.duplicate
                join(
                    fix, index: index, segment: segment,
                    metres: open[segment].last.position.metres(to: fix.position))
            } else {
                openSegment(fix, index: index)
            }
            return
        }
        if open[best.segment].isCopy(fix) {
            labels[index] = Self.duplicate
            return
        }
        // Near, but faster than any hull: a late message, a clock that is off or a position that is.
        if best.metres > PlausibleMotion.reach(seconds: Double(fix.time - open[best.segment].last.time)) { return }
        var metres = best.metres
        if open[best.segment].lastIsSpike(before: fix, metres: metres), let spike = open[best.segment].removeLast() {
            extents[open[best.segment].number].count -= 1
            metres = open[best.segment].last.position.metres(to: fix.position)
            join(fix, index: index, segment: best.segment, metres: metres)
            openSegment(spike.fix, index: spike.index)
        } else {
            join(fix, index: index, segment: best.segment, metres: metres)
        }
    }

    private mutating func join(_ fix: TrackFix, index: Int, segment: Int, metres: Double) {
        open[segment].append(fix, index: index, metres: metres)
        let number = open[segment].number
        extents[number].count += 1
        if fix.time - extents[number].last <= Self.linkSeconds { extents[number].isLinked = true }
        extents[number].last = fix.time
        labels[index] = Int32(truncatingIfNeeded: number)
    }

    private mutating func openSegment(_ fix: TrackFix, index: Int) {
        if open.count == Self.mostOpen {
            // Lone fixes go first, then the segment that has been silent longest; ties go to the older one.
            var oldest = 0
            for segment in open.indices.dropFirst() {
                let (one, other) = (open[segment], open[oldest])
                if (one.count > 1 ? 1 : 0, one.last.time, one.number)
                    < (other.count > 1 ? 1 : 0, other.last.time, other.number)
                {
                    oldest = segment
                }
            }
            open.remove(at: oldest)
        }
        let number = extents.count
        extents.append(Extent(first: fix.time, last: fix.time))
        open.append(OpenSegment(number: number, first: fix, index: index))
        labels[index] = Int32(truncatingIfNeeded: number)
    }

    /// Numbers the segments by their first fixes; lone fixes beside others are outliers, brief pieces beside longer
    /// ones too short.
    private func finish() -> (verdicts: [Verdict], segments: Int) {
        let isOnlyFix = extents.count == 1
        let hasLonger = extents.contains { $0.count > 1 && $0.seconds >= Self.leastSeconds }
        let hasLinked = extents.contains { $0.count > 1 && $0.isLinked && $0.seconds >= Self.leastSeconds }
        var final = [Int](repeating: -1, count: extents.count)
        var segments = 0
        let verdicts = labels.map { label -> Verdict in
            if label == Self.duplicate { return .duplicate }
            guard label >= 0, extents[Int(label)].count > 1 || isOnlyFix else { return .outlier }
            if hasLinked, !extents[Int(label)].isLinked, extents[Int(label)].count < Self.leastUnlinked {
                return .outlier
            }
            if hasLonger, extents[Int(label)].seconds < Self.leastSeconds { return .tooShort }
            if final[Int(label)] < 0 {
                final[Int(label)] = segments
                segments += 1
            }
            return .segment(final[Int(label)])
        }
        return (verdicts, segments)
    }
}
