import FixMemory
import MaritimeModel
import TestSupport

/// Half a circle and a whole one in units of fixed point.
let halfTurnE7: Int64 = 1_800_000_000
let wholeTurnE7: Int64 = 3_600_000_000

/// Tables made from others. Positions are whole numbers, so every change of place here is exact.
extension TrackTable {
    /// One fix of the columns.
    func fix(_ index: Int) -> TestFix { TestFix(time: times[index], position: position(ofFix: index)) }

    /// The fixes of one segment.
    func fixes(ofSegment segment: Int) -> [TestFix] { fixRange(ofSegment: segment).map { fix($0) } }

    /// The same segments with every fix changed; the order of times must stay.
    func mapped(_ change: (TestFix) -> TestFix) -> TrackTable {
        with(segments.map { fixes(ofSegment: $0).map(change) })
    }

    /// The same segments with other fixes in one of them.
    func replacing(segment: Int, with fixes: [TestFix]) -> TrackTable {
        with(segments.map { $0 == segment ? fixes : self.fixes(ofSegment: $0) })
    }

    /// The same segments with other fixes, a list for each.
    private func with(_ lists: [[TestFix]]) -> TrackTable {
        let fixes = lists.flatMap { $0 }
        return TrackTable(
            vessels: vessels, vesselOfSegment: vesselOfSegment,
            firstFix: lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
            times: fixes.map(\.time), latitudes: fixes.map(\.position.latitudeE7),
            longitudes: fixes.map(\.position.longitudeE7))
    }

    /// Some segments in a given order, under ids that keep the order.
    func taking(segments: [Int]) -> TrackTable {
        .of(
            fixed: segments.enumerated().map { place, segment in
                (id: String(100_000 + place), fixes: fixes(ofSegment: segment))
            })
    }

    /// All fixes later by some seconds, or earlier; traps when a time is out of range.
    func shifted(bySeconds seconds: Int) -> TrackTable {
        mapped { TestFix(time: UInt32(Int($0.time) + seconds), position: $0.position) }
    }

    /// A shift by at least one step and at most some, forwards or backwards, that leaves all times in range.
    func shiftInRange(step: Int, most: Int, with random: inout SplitMix64) -> Int {
        let seconds = step * random.integer(in: 1...most)
        guard let first = times.min(), let last = times.max() else { return 0 }
        if Int(first) < seconds { return seconds }
        if Int(last) + seconds > Int(UInt32.max) { return -seconds }
        return random.pick([-seconds, seconds])
    }
}

extension GeoPosition {
    /// A position by whole numbers; the longitude is brought into range, and the latitude must be.
    init(latitudeE7: Int64, turningLongitudeE7 longitude: Int64) {
        let turned = (longitude % wholeTurnE7 + wholeTurnE7) % wholeTurnE7
        self.init(
            latitudeE7: Int32(latitudeE7), longitudeE7: Int32(turned > halfTurnE7 ? turned - wholeTurnE7 : turned))
    }

    func rotated(byE7 angle: Int64) -> GeoPosition {
        GeoPosition(latitudeE7: Int64(latitudeE7), turningLongitudeE7: Int64(longitudeE7) + angle)
    }

    /// With north and south exchanged.
    var mirrored: GeoPosition { GeoPosition(latitudeE7: -latitudeE7, longitudeE7: longitudeE7) }

    /// The other end of the line through the centre.
    var antipode: GeoPosition { mirrored.rotated(byE7: halfTurnE7) }
}
