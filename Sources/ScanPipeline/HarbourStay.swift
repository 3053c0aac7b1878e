import Assessment
import FixMemory
import MaritimeModel
import WorkSharing

/// Vessels that never left the waters of one port.
///
/// What lies within a distance of a port is convex as long as the distance is small against the globe: when all fixes
/// of two vessels lie there, so does the mean position of any meeting of theirs. Such a meeting is in port whatever
/// else it is, so a scan that leaves out meetings in port need not look for it; in a busy harbour that is nearly all.
struct HarbourStay: Sendable {
    /// By segment: the number of the port that it stayed in, or -1.
    let ports: [Int32]

    /// How many segments stayed in one port.
    var count: Int { ports.count { $0 >= 0 } }

    /// Looks at all segments.
    ///
    /// Vessels whose meetings say something about identities (several segments, gear, an IMO number that another one
    /// states too) count as if they had left. Complexity: O(fixes of the vessels that stayed); a vessel at sea is done
    /// with at its first fix.
    init(
        in tracks: TrackTable, ports: PortIndex, withinKilometres limit: Double, gear: Set<Int>, threads: Int,
        clock: StageClock
    ) {
        guard limit > 0 else {
            self.ports = [Int32](repeating: -1, count: tracks.segments.count)
            return
        }
        let shared = Self.vesselsThatShareANumber(tracks.vessels)
        let shares = max(1, min(tracks.segments.count, threads * 8))
        self.ports = parallelMap(count: shares, threads: threads, clock: clock, stage: "harbours") { share -> [Int32] in
            let segments = tracks.segments.count * share / shares..<tracks.segments.count * (share + 1) / shares
            defer { tracks.letGo(segments: segments) }
            return segments.map { segment in
                let vessel = Int(tracks.vesselOfSegment[segment])
                guard tracks.segments(ofVessel: vessel).count == 1, !gear.contains(vessel), !shared.contains(vessel)
                else { return -1 }
                return Self.port(of: segment, in: tracks, ports: ports, withinKilometres: limit)
            }
        }.flatMap { $0 }
    }

    /// The vessels of which another one states the same IMO number too.
    private static func vesselsThatShareANumber(_ vessels: [TrackedVessel]) -> Set<Int> {
        var stated: [UInt64] = []
        stated.reserveCapacity(vessels.count)
        for vessel in vessels.indices {
            for number in vessels[vessel].staticData.imoNumbers {
                stated.append(UInt64(number.value.number) << 32 | UInt64(vessel))
            }
        }
        stated.sort()
        var shared: Set<Int> = []
        // A vessel states a number once.
        for (one, other) in zip(stated, stated.dropFirst()) where one >> 32 == other >> 32 {
            shared.formUnion([one, other].map { Int($0 & 0xFFFF_FFFF) })
        }
        return shared
    }

    /// The first port, by number, whose waters hold all fixes of a segment, or -1: ships in reach of the same ports choose
    /// the same.
    private static func port(
        of segment: Int, in tracks: TrackTable, ports: PortIndex, withinKilometres limit: Double
    ) -> Int32 {
        let fixes = tracks.fixRange(ofSegment: segment)
        guard let first = fixes.first else { return -1 }
        let position = tracks.position(ofFix: first)
        let near = ports.ports(latitude: position.latitude, longitude: position.longitude, withinKilometres: limit)
        guard !near.isEmpty else { return -1 }
        let corners = SmallBox(of: fixes, in: tracks, withinKilometres: limit)?.corners
        for number in near {
            // A millimetre inside the limit leaves no room for rounding.
            func isInside(_ place: PortIndex.Place, margin: Double = 1e-6) -> Bool {
                ports.distanceKilometres(fromPort: number, to: place) < limit - margin
            }
            // The sides of a box this small bulge from great circles by less than length² tan(latitude) / 8R < 0.4 km.
            if let corners, corners.allSatisfy({ isInside($0, margin: 0.4) }) {
                return Int32(truncatingIfNeeded: number)
            }
            if fixes.allSatisfy({ isInside(PortIndex.Place(tracks.position(ofFix: $0))) }) {
                return Int32(truncatingIfNeeded: number)
            }
        }
        return -1
    }
}

extension PortIndex.Place {
    fileprivate init(_ position: GeoPosition) {
        self.init(latitude: position.latitude, longitude: position.longitude)
    }
}

/// The box of a segment's fixes, if it is small enough for its corners to tell of all that lies in it.
private struct SmallBox {
    var south: Int32
    var north: Int32
    var west: Int32
    var east: Int32

    var corners: [PortIndex.Place] {
        [(south, west), (south, east), (north, west), (north, east)].map {
            PortIndex.Place(GeoPosition(latitudeE7: $0.0, longitudeE7: $0.1))
        }
    }

    init?(of fixes: Range<Int>, in tracks: TrackTable, withinKilometres limit: Double) {
        guard limit < 50, let first = fixes.first, abs(tracks.latitudes[first]) < 800_000_000 else { return nil }
        (south, north) = (tracks.latitudes[first], tracks.latitudes[first])
        (west, east) = (tracks.longitudes[first], tracks.longitudes[first])
        // 50 km of latitude; a ship under way is out soon.
        let largest: Int64 = 4_500_000
        let rows = tracks.rows
        var start = fixes.lowerBound
        // Some fixes at a time without a question, so that the loop is a few instructions a fix.
        while start < fixes.upperBound {
            let end = min(start + 64, fixes.upperBound)
            for number in start..<end {
                let fix = rows[number]
                (south, north) = (min(south, fix.latitude), max(north, fix.latitude))
                (west, east) = (min(west, fix.longitude), max(east, fix.longitude))
            }
            guard Int64(north) - Int64(south) < largest, Int64(east) - Int64(west) < largest else { return nil }
            start = end
        }
    }
}
