import FixMemory
import Glibc
import MaritimeModel

/// A part of a segment made ready for measuring: its fixes as points, and the speed on each stretch.
///
/// A segment that takes part in many meetings needs this once. 32 bytes a fix, and 12 more with the order of speeds.
struct SegmentPath: Sendable {
    /// The fixes that it holds.
    let fixes: Range<Int>
    /// The fixes on the unit sphere.
    let places: [UnitVector]
    /// Radians per second from each fix to the next; one less than there are fixes.
    let angularSpeeds: [Double]
    /// How the stretches stand in the order of speed; nil where nobody asks for it.
    let order: SpeedOrder?

    /// Complexity: O(n), and O(n log n) with the order of speeds.
    init(fixes: Range<Int>, in tracks: TrackTable, withOrder: Bool = false) {
        self.fixes = fixes
        var places: [UnitVector] = []
        var speeds: [Double] = []
        places.reserveCapacity(fixes.count)
        speeds.reserveCapacity(fixes.count)
        for fix in fixes {
            let place = UnitVector(tracks.position(ofFix: fix))
            if let before = places.last {
                let angle = SegmentPath.angle(ofChordSquared: (place - before).squared)
                speeds.append(angle / (Double(tracks.times[fix]) - Double(tracks.times[fix - 1])))
            }
            places.append(place)
        }
        self.places = places
        angularSpeeds = speeds
        order = withOrder ? SpeedOrder(speeds, fixes: fixes, in: tracks) : nil
    }

    /// The angle between two points of the unit sphere by their straight-line distance, in radians.
    private static func angle(ofChordSquared square: Double) -> Double {
        let half = square.squareRoot() / 2
        guard half < 0.005 else { return 2 * asin(min(1, half)) }
        // The next term of the arc sine is below 1e-17 of the first for an arc of up to 60 km.
        let power = half * half
        return 2 * half * (1 + power * (1.0 / 6 + power * (3.0 / 40 + power * (15.0 / 336))))
    }
}

extension SegmentPath {
    /// The median of the angular speed over a meeting of one contact, or nil where a selection is to find it.
    func median(during meeting: Rendezvous, in tracks: TrackTable) -> Double? {
        guard let order, meeting.start < meeting.end else { return nil }
        // The stretches that have a part in it.
        var first = tracks.firstFix(in: fixes, notBefore: meeting.start)
        if first == fixes.upperBound { return nil }
        if Double(tracks.times[first]) > meeting.start { first -= 1 }
        let last = tracks.firstFix(in: first..<fixes.upperBound, notBefore: meeting.end)
        guard first >= fixes.lowerBound, last < fixes.upperBound, first < last else { return nil }
        return order.median(
            ofStretches: first - fixes.lowerBound..<last - fixes.lowerBound,
            cut: (meeting.start - Double(tracks.times[first]), Double(tracks.times[last]) - meeting.end),
            seconds: meeting.end - meeting.start
        ).map { angularSpeeds[$0] }
    }
}
