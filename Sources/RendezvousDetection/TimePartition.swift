import MaritimeModel

/// Cuts the time of a track table into ranges of slabs with about the same number of fixes.
enum TimePartition {
    /// Ranges in time order that together hold every slab with a fix; one when there is little to share out.
    static func ranges(of tracks: TrackTable, slabSeconds: Int64, threads: Int) -> [Range<Int64>] {
        guard let earliest = tracks.times.min(), let latest = tracks.times.max() else { return [] }
        let first = Int64(earliest) / slabSeconds
        let end = Int64(latest) / slabSeconds + 1
        // Several ranges a thread even out what one range has more of than another.
        let wanted = threads > 1 ? threads * 4 : 1
        guard wanted > 1, tracks.times.count >= 10_000, end - first >= 2 else { return [first..<end] }
        var counts = [Int](repeating: 0, count: Int(end - first))
        for time in tracks.times { counts[Int(Int64(time) / slabSeconds - first)] += 1 }
        var ranges: [Range<Int64>] = []
        var rangeStart = first
        var seen = 0
        for slab in first..<end {
            seen += counts[Int(slab - first)]
            if seen * wanted >= tracks.times.count * (ranges.count + 1), slab + 1 < end {
                ranges.append(rangeStart..<(slab + 1))
                rangeStart = slab + 1
            }
        }
        ranges.append(rangeStart..<end)
        return ranges
    }
}
