import FixMemory
import MaritimeModel

/// Cuts the path of a segment into boxes: one for each slab of ten minutes under way, one for as long as a ship lies
/// still, none longer than a watch.
struct PathBoxBuilder: Sendable {
    /// Ten minutes is a few fixes of most ships and some 6 km of the fastest.
    static let slabSeconds: Int64 = 600
    /// Time is swept watch by watch: no box reaches from one into the next.
    static let watchSeconds: Int64 = 14_400
    /// By how much a path may leave its box. The great circle between fixes at most `shortStretch` apart in each
    /// coordinate, below `lowLatitude`, bulges by at most length² tan(latitude) / 8R < 2 m.
    static let bulgeMetres = 2.0

    private let maxGapSeconds: Int64
    /// A box under way is closed when it would be larger than this, in 1e-7 degree of latitude.
    private let largest: Int64
    private var walk: PathWalk

    /// A box goes on into the next slab while it is no larger than this: 1e-7 degree, 278 m of latitude.
    private static let stayExtent: Int64 = 25_000
    /// 1e-7 degree; 2.2 km.
    private static let shortStretch: Int64 = 200_000
    /// 1e-7 degree; 85 degrees.
    private static let lowLatitude: Int32 = 850_000_000
    /// Most parts into which one stretch is cut within a slab; a ship faster than that has one large box.
    private static let mostParts = 64

    /// - Parameters:
    ///   - largestMetres: what a box under way may measure from south to north.
    ///   - level: the means by which paths are walked, one of `PathWalk.levels`; nil for the fastest.
    init(maxGapSeconds: Int, largestMetres: Double, level: Int32? = nil) {
        self.maxGapSeconds = Int64(maxGapSeconds)
        largest = Int64(largestMetres / earthRadiusMetres / radiansPerE7)
        walk = PathWalk(
            PathWalk.Rules(
                slabSeconds: UInt32(Self.slabSeconds), gapSeconds: UInt32(clamping: maxGapSeconds),
                reach: UInt32(Self.shortStretch), stay: UInt32(Self.stayExtent), largest: UInt32(clamping: largest),
                high: Self.lowLatitude), mostBoxes: 2 * Int(Self.watchSeconds / Self.slabSeconds), level: level)
    }

    /// Whether a stretch from one fix to the next needs no spherical care: its box is that of its ends, and a bulge.
    @inline(__always)
    static func isShort(_ latitude: Int32, _ longitude: Int32, _ nextLatitude: Int32, _ nextLongitude: Int32) -> Bool {
        abs(Int64(latitude) - Int64(nextLatitude)) < shortStretch
            && abs(Int64(longitude) - Int64(nextLongitude)) < shortStretch
            && max(abs(latitude), abs(nextLatitude)) < lowLatitude
    }

    /// Appends the boxes of a segment within a watch, in time order; returns the first fix whose stretch may reach beyond.
    ///
    /// `range` holds the segment's fixes from the first whose stretch reaches into the watch. Complexity: O(fixes in the
    /// watch + slabs with a known position).
    @inline(__always)
    mutating func append(
        segment: Int, of tracks: TrackTable, range: Range<Int>, watch: Int64, to boxes: inout WatchBoxes
    ) -> Int {
        guard range.count > 1 else { return range.lowerBound }
        // Nearly all paths end here; the rules are those of `appendCarefully`.
        if let end = UInt32(exactly: (watch + 1) * Self.watchSeconds),
            let (count, next) = walk.walk(
                range, of: tracks.rows, from: end - UInt32(Self.watchSeconds), until: end)
        {
            for index in 0..<count { boxes.append(PathBox(segment: segment, walk.boxes[index])) }
            return next
        }
        return appendCarefully(segment: segment, of: tracks, range: range, watch: watch, to: &boxes)
    }

    /// The same stretch by stretch, with all the care that some of them ask for.
    func appendCarefully(
        segment: Int, of tracks: TrackTable, range: Range<Int>, watch: Int64, to boxes: inout WatchBoxes
    ) -> Int {
        guard range.count > 1 else { return range.lowerBound }
        let rows = tracks.rows
        let (watchStart, watchEnd) = (watch * Self.watchSeconds, (watch + 1) * Self.watchSeconds)
        var next = range.upperBound - 1
        var stay = GrowingBox.none
        var piece = GrowingBox.none
        for fix in range.dropLast() {
            let (begun, ended) = (rows[fix], rows[fix + 1])
            let (fixTime, nextTime) = (Int64(begun.time), Int64(ended.time))
            guard fixTime < watchEnd else {
                next = min(next, fix)
                break
            }
            guard nextTime > watchStart else { continue }
            let (start, end) = (max(fixTime, watchStart), min(nextTime, watchEnd))
            if nextTime > watchEnd { next = fix }
            guard nextTime - fixTime <= maxGapSeconds else {
                settle(&piece, &stay, segment, &boxes)
                flush(&stay, segment, &boxes)
                continue
            }
            let (latitude, longitude) = (begun.latitude, begun.longitude)
            let (nextLatitude, nextLongitude) = (ended.latitude, ended.longitude)
            guard Self.isShort(latitude, longitude, nextLatitude, nextLongitude) else {
                settle(&piece, &stay, segment, &boxes)
                flush(&stay, segment, &boxes)
                appendParts(
                    of: GreatCircleMotion(
                        start: Double(fixTime), from: UnitVector(tracks.position(ofFix: fix)), end: Double(nextTime),
                        to: UnitVector(tracks.position(ofFix: fix + 1))),
                    from: start, to: end, segment, &boxes)
                continue
            }
            var time = start
            while time < end {
                let until = min(end, (time / Self.slabSeconds + 1) * Self.slabSeconds)
                let box = GrowingBox(
                    start: time, end: until, south: Int64(min(latitude, nextLatitude)),
                    north: Int64(max(latitude, nextLatitude)), west: Int64(min(longitude, nextLongitude)),
                    east: Int64(max(longitude, nextLongitude)))
                // No piece ends at 0, which is the end of a slab.
                if piece.end % Self.slabSeconds != 0, piece.fits(largest, with: box) {
                    piece.take(box)
                } else {
                    settle(&piece, &stay, segment, &boxes)
                    piece = box
                }
                time = until
            }
        }
        settle(&piece, &stay, segment, &boxes)
        flush(&stay, segment, &boxes)
        return next
    }

    /// Joins a finished piece to the stay before it, or begins another stay with it.
    @inline(__always)
    private func settle(
        _ piece: inout GrowingBox, _ stay: inout GrowingBox, _ segment: Int, _ boxes: inout WatchBoxes
    ) {
        guard !piece.isNone else { return }
        if stay.end == piece.start, piece.start % Self.watchSeconds != 0, stay.fits(Self.stayExtent, with: piece) {
            stay.take(piece)
        } else {
            flush(&stay, segment, &boxes)
            stay = piece
        }
        piece = .none
    }

    @inline(__always)
    private func flush(_ stay: inout GrowingBox, _ segment: Int, _ boxes: inout WatchBoxes) {
        guard !stay.isNone else { return }
        boxes.append(
            PathBox(
                segment: segment, start: UInt32(stay.start), end: UInt32(stay.end),
                box: GeoBox(
                    south: stay.south, north: stay.north,
                    west: GeoBox.wrapped(stay.west + GeoBox.fullCircle / 2), width: stay.east - stay.west)))
        stay = .none
    }

    /// Cuts a long stretch into parts, by slabs and by length, each with the box of the cap around its middle.
    private func appendParts(
        of motion: GreatCircleMotion, from start: Int64, to end: Int64, _ segment: Int, _ boxes: inout WatchBoxes
    ) {
        var time = start
        while time < end {
            let until = min(end, (time / Self.slabSeconds + 1) * Self.slabSeconds)
            let extent = motion.angularSpeed * Double(until - time) / radiansPerE7
            let wanted = (extent / Double(largest)).rounded(.up)
            let parts = wanted <= Double(Self.mostParts) ? min(max(1, Int64(wanted)), until - time) : 1
            for part in 0..<parts {
                let partStart = time + (until - time) * part / parts
                let partEnd = time + (until - time) * (part + 1) / parts
                let middle = motion.position(at: Double(partStart) + Double(partEnd - partStart) / 2)
                let half = motion.angularSpeed * Double(partEnd - partStart) / 2 + 1e-12
                boxes.append(
                    PathBox(
                        segment: segment, start: UInt32(partStart), end: UInt32(partEnd),
                        box: GeoBox(around: middle, within: min(half, Double.pi))))
            }
            time = until
        }
    }
}
