import FixMemory
import MaritimeModel

/// The segments that are heard, watch by watch, and how far each has been read.
struct WatchRoster {
    private let tracks: TrackTable
    /// Segments that begin later, the latest first.
    private var waiting: [(start: UInt32, segment: Int32)] = []
    /// Segments that are not over, with the first fix whose stretch may reach into the next watch.
    private var alive: [(segment: Int32, fix: Int)] = []

    /// So many segments' pages are held while boxes are made.
    static let segmentsHeld = 1_024
    /// Fixes are asked for so many walks before they are looked at.
    private static let walksAhead = 4

    /// Prepares for watches from one on. Complexity: O(n log n) in the segments.
    init(_ segments: [Int], in tracks: TrackTable, from watch: Int64) {
        self.tracks = tracks
        let start = watch * PathBoxBuilder.watchSeconds
        var held = 0
        for segment in segments {
            let first = tracks.firstTimes[segment]
            if Int64(first) >= start {
                waiting.append((first, Int32(truncatingIfNeeded: segment)))
            } else if Int64(tracks.lastTimes[segment]) > start {
                alive.append((Int32(truncatingIfNeeded: segment), guess(segment, at: UInt32(start))))
            }
        }
        for index in alive.indices {
            if index + Self.walksAhead < alive.count { tracks.rows.askFor(fix: alive[index + Self.walksAhead].fix) }
            let segment = Int(alive[index].segment)
            if segment - held >= Self.segmentsHeld {
                tracks.letGo(segments: held..<segment)
                held = segment
            }
            alive[index].fix = Self.lastFix(
                in: tracks.fixRange(ofSegment: segment), before: UInt32(start), guess: alive[index].fix, of: tracks.rows
            )
        }
        waiting.sort { ($0.start, $0.segment) > ($1.start, $1.segment) }
    }

    /// About where a segment's fixes come to a time within it, if they are spread evenly.
    private func guess(_ segment: Int, at time: UInt32) -> Int {
        let range = tracks.fixRange(ofSegment: segment)
        let (first, last) = (tracks.firstTimes[segment], tracks.lastTimes[segment])
        return range.lowerBound + Int(Double(range.count - 1) * Double(time - first) / Double(last - first))
    }

    /// The last of some fixes in time order that is before a time; the first one is.
    ///
    /// With a guess that is near, few places of memory that are far apart are looked at. Complexity: O(log n).
    static func lastFix(in range: Range<Int>, before time: UInt32, guess: Int, of rows: FixRows) -> Int {
        // The answer is at least `low` and below `high`.
        var (low, high) = (range.lowerBound, range.upperBound)
        let guess = min(max(guess, low), high - 1)
        var step = 4
        // From the guess in larger and larger steps until the answer lies between, then by halves.
        if rows[guess].time < time {
            low = guess
            while low + step < high, rows[low + step].time < time { (low, step) = (low + step, step * 2) }
            high = min(high, low + step)
        } else {
            high = guess
            while high - step > low, rows[high - step].time >= time { (high, step) = (high - step, step * 2) }
            low = max(low, high - step)
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if rows[middle].time < time { low = middle } else { high = middle }
        }
        return low
    }

    /// Fills in the boxes of all segments within a watch; watches come in time order.
    mutating func appendBoxes(ofWatch watch: Int64, _ builder: inout PathBoxBuilder, to boxes: inout WatchBoxes) {
        boxes.begin(watch: watch)
        let end = (watch + 1) * PathBoxBuilder.watchSeconds
        while let next = waiting.last, Int64(next.start) < end {
            alive.append((next.segment, tracks.firstFix[Int(next.segment)]))
            waiting.removeLast()
        }
        // In the order of the fixes in memory, so that what lies behind can be let go.
        alive.sort { $0.segment < $1.segment }
        var kept = 0
        var held = 0
        for index in alive.indices {
            let (segment, fix) = alive[index]
            // What a walk begins with lies far from where the last one ended.
            if index + Self.walksAhead < alive.count { tracks.rows.askFor(fix: alive[index + Self.walksAhead].fix) }
            if Int(segment) - held >= Self.segmentsHeld {
                tracks.letGo(segments: held..<Int(segment))
                held = Int(segment)
            }
            let last = tracks.endFix[Int(segment)]
            let next = builder.append(
                segment: Int(segment), of: tracks, range: fix..<last, watch: watch, to: &boxes)
            guard next < last - 1 else { continue }
            alive[kept] = (segment, next)
            kept += 1
        }
        tracks.letGo(segments: held..<tracks.segments.count)
        alive.removeLast(alive.count - kept)
    }

    /// The first watch after one in which a segment is heard or waited for.
    func nextWatch(after watch: Int64) -> Int64 {
        var earliest = waiting.last.map { Int64($0.start) }
        for (_, fix) in alive {
            let time = Int64(tracks.times[fix + 1])
            earliest = min(earliest ?? time, time)
        }
        return max(watch + 1, (earliest ?? .max) / PathBoxBuilder.watchSeconds)
    }
}

/// Cuts the time of a track table into ranges of watches with about the same number of fixes.
enum WatchPartition {
    /// Ranges in time order that together hold every watch with a fix, at most `count`.
    static func ranges(
        of segments: [Int], in tracks: TrackTable, times: ClosedRange<UInt32>, count: Int
    ) -> [Range<Int64>] {
        let first = Int64(times.lowerBound) / PathBoxBuilder.watchSeconds
        let end = Int64(times.upperBound) / PathBoxBuilder.watchSeconds + 1
        guard count > 1, end - first > 1 else { return [first..<end] }
        // Fixes are taken as spread evenly over a segment's time: what is wanted is about the same work, not the same.
        var changes = [Double](repeating: 0, count: Int(end - first) + 1)
        for segment in segments {
            let from = Int(Int64(tracks.firstTimes[segment]) / PathBoxBuilder.watchSeconds - first)
            let to = Int(Int64(tracks.lastTimes[segment]) / PathBoxBuilder.watchSeconds - first)
            let rate = Double(tracks.fixRange(ofSegment: segment).count) / Double(to - from + 1)
            changes[from] += rate
            changes[to + 1] -= rate
        }
        var total = 0.0
        var rate = 0.0
        for change in changes {
            rate += change
            total += rate
        }
        var ranges: [Range<Int64>] = []
        var start = first
        var seen = 0.0
        rate = 0
        for watch in first..<end {
            rate += changes[Int(watch - first)]
            seen += rate
            if seen * Double(count) >= total * Double(ranges.count + 1), watch + 1 < end, ranges.count + 1 < count {
                ranges.append(start..<(watch + 1))
                start = watch + 1
            }
        }
        ranges.append(start..<end)
        return ranges
    }
}
