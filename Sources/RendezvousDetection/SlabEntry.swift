import Glibc
import MaritimeModel

/// A part of one vessel's way within a time slab, small enough for a few grid cells.
///
/// The entries of a vessel in a slab follow each other in time and touch at most in single moments.
struct SlabEntry {
    let vessel: Int
    /// The first of the consecutive fixes whose stretches the entry follows, and the last.
    let firstFix: Int
    let lastFix: Int
    /// Seconds since 1970: the entry speaks of this window only.
    let start: Double
    let end: Double
    /// Everywhere the vessel is in the window, grown by half the contact distance: when two vessels are within the
    /// contact distance, the point half-way between them lies in both boxes.
    let box: GeoBox
    /// Everywhere the vessel is in the window lies within an angle (radians) of a point: for telling at a glance.
    let centre: UnitVector
    let angle: Double
    /// Whether it is the vessel's only entry in the slab.
    var isOnlyOne = true
}

/// Makes the entries of vessels for one time slab after another.
struct SlabEntryBuilder {
    let tracks: TrackTable
    let maxGapSeconds: Int64
    let maxDistanceMetres: Double
    /// An entry's box is closed when it is larger than this, in 1e-7 degree of latitude.
    private let largestEntry: Int64

    /// Most parts into which one stretch is cut within a slab; a ship faster than that has one large entry.
    private static let mostParts = 64
    /// Fixes of a stretch closer than this in each coordinate (1e-7 degree; 2.2 km) need no spherical care ...
    private static let shortStretch: Int32 = 200_000
    /// ... as long as they lie below this latitude (1e-7 degree): there the great circle bulges out of the box of its
    /// ends by at most length² tan(latitude) / 8R < 2 m.
    private static let lowLatitude: Int32 = 850_000_000
    private static let bulgeMetres = 2.0

    init(tracks: TrackTable, maxGapSeconds: Int, maxDistanceMetres: Double, cellMetres: Double) {
        self.tracks = tracks
        self.maxGapSeconds = Int64(maxGapSeconds)
        self.maxDistanceMetres = maxDistanceMetres
        largestEntry = Int64(2 * cellMetres / earthRadiusMetres / radiansPerE7)
    }

    /// Whether the vessel's position is known on the stretch that begins with a fix.
    func isKnown(stretch fix: Int) -> Bool {
        Int64(tracks.times[fix + 1]) - Int64(tracks.times[fix]) <= maxGapSeconds
    }

    /// The motion on the stretch that begins with a fix.
    func motion(stretch fix: Int) -> GreatCircleMotion {
        GreatCircleMotion(
            start: Double(tracks.times[fix]), from: UnitVector(tracks.position(ofFix: fix)),
            end: Double(tracks.times[fix + 1]), to: UnitVector(tracks.position(ofFix: fix + 1)))
    }

    /// Appends the entries of a vessel for the slab slabStart...slabEnd.
    ///
    /// `cursor` is the first fix whose stretch reaches into the slab; it is moved to the first stretch that reaches
    /// beyond. Complexity: O(fixes in the slab).
    func appendEntries(
        of vessel: Int, slabStart: Int64, slabEnd: Int64, cursor: inout Int, to entries: inout [SlabEntry]
    ) {
        let firstEntry = entries.count
        let last = tracks.firstFix[vessel + 1] - 1
        var pending: Pending?
        var fix = cursor
        while fix < last, Int64(tracks.times[fix]) < slabEnd {
            if isKnown(stretch: fix) {
                append(
                    stretch: fix, of: vessel, from: max(slabStart, Int64(tracks.times[fix])),
                    to: min(slabEnd, Int64(tracks.times[fix + 1])), pending: &pending, entries: &entries)
            } else {
                flush(&pending, vessel, &entries)
            }
            if Int64(tracks.times[fix + 1]) > slabEnd { break }
            fix += 1
        }
        flush(&pending, vessel, &entries)
        cursor = fix
        if entries.count > firstEntry + 1 {
            for index in firstEntry..<entries.count { entries[index].isOnlyOne = false }
        }
    }

    /// An entry that is still growing.
    private struct Pending {
        var firstFix: Int
        var lastFix: Int
        var start: Int64
        var end: Int64
        var box: GeoBox
    }

    private func append(
        stretch fix: Int, of vessel: Int, from start: Int64, to end: Int64, pending: inout Pending?,
        entries: inout [SlabEntry]
    ) {
        guard start < end else { return }
        let here = tracks.position(ofFix: fix)
        let there = tracks.position(ofFix: fix + 1)
        let isShort =
            abs(Int64(here.latitudeE7) - Int64(there.latitudeE7)) < Int64(Self.shortStretch)
            && abs(Int64(here.longitudeE7) - Int64(there.longitudeE7)) < Int64(Self.shortStretch)
            && max(abs(here.latitudeE7), abs(there.latitudeE7)) < Self.lowLatitude
        guard isShort else {
            flush(&pending, vessel, &entries)
            appendParts(ofStretch: fix, of: vessel, from: start, to: end, entries: &entries)
            return
        }
        if var current = pending {
            var box = current.box
            box.include(here)
            box.include(there)
            if box.north - box.south <= largestEntry, box.width <= largestEntry {
                current.box = box
                current.lastFix = fix + 1
                current.end = end
                pending = current
                return
            }
            flush(&pending, vessel, &entries)
        }
        var box = GeoBox(here)
        box.include(there)
        pending = Pending(firstFix: fix, lastFix: fix + 1, start: start, end: end, box: box)
    }

    private func flush(_ pending: inout Pending?, _ vessel: Int, _ entries: inout [SlabEntry]) {
        guard let current = pending else { return }
        pending = nil
        let cap = current.box.cap
        entries.append(
            SlabEntry(
                vessel: vessel, firstFix: current.firstFix, lastFix: current.lastFix, start: Double(current.start),
                end: Double(current.end), box: current.box.grown(byMetres: maxDistanceMetres / 2 + Self.bulgeMetres),
                centre: cap.centre, angle: cap.angle + Self.bulgeMetres / earthRadiusMetres))
    }

    /// Cuts a long stretch into parts of equal time, each with the box of the cap around its middle.
    private func appendParts(
        ofStretch fix: Int, of vessel: Int, from start: Int64, to end: Int64, entries: inout [SlabEntry]
    ) {
        let motion = motion(stretch: fix)
        let from = Double(start)
        let length = Double(end - start)
        let extent = motion.angularSpeed * length / radiansPerE7
        let wanted = (extent / Double(largestEntry)).rounded(.up)
        let parts = wanted <= Double(Self.mostParts) ? max(1, Int(wanted)) : 1
        for part in 0..<parts {
            let partStart = part == 0 ? from : from + length * Double(part) / Double(parts)
            let partEnd = part == parts - 1 ? Double(end) : from + length * Double(part + 1) / Double(parts)
            let middle = motion.position(at: partStart + (partEnd - partStart) / 2)
            let half = motion.angularSpeed * (partEnd - partStart) / 2
            let reach = half + (maxDistanceMetres / 2 + Self.bulgeMetres) / earthRadiusMetres
            entries.append(
                SlabEntry(
                    vessel: vessel, firstFix: fix, lastFix: fix + 1, start: partStart, end: partEnd,
                    box: GeoBox(around: middle, within: min(reach, Double.pi)), centre: middle, angle: half + 1e-12))
        }
    }
}
