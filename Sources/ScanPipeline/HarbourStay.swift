import Assessment
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// A vessel that never left the waters of one port.
///
/// What lies within a distance of a port is convex as long as the distance is small against the globe: when all fixes
/// of two vessels lie there, so does the mean position of any meeting of theirs. Such a meeting is in port, and need
/// not be measured to know it; in a busy harbour that is nearly all of them.
struct HarbourStay: Sendable {
    let port: Port

    /// The stays of the vessels that meet; vessels that were elsewhere too have none.
    ///
    /// Complexity: O(fixes of the vessels that stayed); a vessel at sea is done with at its first fix.
    static func stays(
        of meetings: [Rendezvous], in tracks: TrackTable, ports: PortIndex, withinKilometres limit: Double, threads: Int
    ) -> [Int: HarbourStay] {
        guard limit > 0 else { return [:] }
        let vessels = Set(meetings.flatMap { [$0.first, $0.second] }).sorted()
        let stays = parallelMap(count: vessels.count, threads: threads) { index in
            stay(of: vessels[index], in: tracks, ports: ports, withinKilometres: limit)
        }
        var result: [Int: HarbourStay] = [:]
        for (vessel, stay) in zip(vessels, stays) { result[vessel] = stay }
        return result
    }

    private static func stay(
        of vessel: Int, in tracks: TrackTable, ports: PortIndex, withinKilometres limit: Double
    ) -> HarbourStay? {
        let fixes = tracks.fixRange(ofSegment: vessel)
        guard let first = fixes.first else { return nil }
        let position = tracks.position(ofFix: first)
        let port = ports.nearest(latitude: position.latitude, longitude: position.longitude).port
        for fix in fixes {
            let position = tracks.position(ofFix: fix)
            // A millimetre inside the limit leaves no room for rounding.
            guard
                port.distanceKilometres(toLatitude: position.latitude, longitude: position.longitude) < limit - 1e-6
            else { return nil }
        }
        return HarbourStay(port: port)
    }
}
