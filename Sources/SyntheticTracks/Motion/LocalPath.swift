import Glibc
import MaritimeModel

/// A planned path in a local frame: straight legs at constant speed between corners at whole seconds.
///
/// Paths add up: the path of a ship alongside is the path of its host plus an offset that changes with time.
struct LocalPath {
    struct Corner {
        var second: Int
        var east: Double
        var north: Double
    }

    private(set) var corners: [Corner]

    /// Starts a path at a place; seconds count from the start of the world.
    init(second: Int, east: Double = 0, north: Double = 0) {
        corners = [Corner(second: second, east: east, north: north)]
    }

    private init(corners: [Corner]) {
        self.corners = corners
    }

    var firstSecond: Int { corners[0].second }
    var lastSecond: Int { corners[corners.count - 1].second }
    private var last: Corner { corners[corners.count - 1] }

    /// Sails straight to a place; the time is rounded to the next whole second.
    mutating func sail(east: Double, north: Double, knots: Double) {
        let length = hypot(east - last.east, north - last.north)
        let seconds = max(1, Int((length / (knots * metresPerSecondPerKnot)).rounded(.up)))
        corners.append(Corner(second: last.second + seconds, east: east, north: north))
    }

    /// Stays at the same place until a second; does nothing when that has passed.
    mutating func hold(until second: Int) {
        guard second > last.second else { return }
        corners.append(Corner(second: second, east: last.east, north: last.north))
    }

    /// Swings round the anchor until a second: a new place within a few metres of the present one every 40 minutes.
    mutating func swing(until second: Int, radiusMetres: Double, using random: inout SplitMix64) {
        let centre = last
        while last.second + 2_400 < second {
            let bearing = random.within(0...(2 * .pi))
            let radius = radiusMetres * random.unit().squareRoot()
            corners.append(
                Corner(
                    second: last.second + 2_400, east: centre.east + radius * sin(bearing),
                    north: centre.north + radius * cos(bearing)))
        }
        hold(until: second)
    }

    /// The place at a second, held still before the first and after the last corner.
    func place(at second: Int) -> (east: Double, north: Double) {
        guard second > firstSecond else { return (corners[0].east, corners[0].north) }
        guard second < lastSecond else { return (last.east, last.north) }
        let next = corners.firstIndex { $0.second > second } ?? corners.count - 1
        let (from, to) = (corners[next - 1], corners[next])
        let fraction = Double(second - from.second) / Double(to.second - from.second)
        return (from.east + fraction * (to.east - from.east), from.north + fraction * (to.north - from.north))
    }

    /// This path plus an offset, over the time of the offset; again straight legs, since both are.
    ///
    /// The base must last as long as the offset: a host that is gone would stand still.
    func adding(_ offset: LocalPath) -> LocalPath {
        precondition(firstSecond <= offset.firstSecond && offset.lastSecond <= lastSecond)
        let span = offset.firstSecond...offset.lastSecond
        let seconds = Set(corners.map(\.second).filter(span.contains) + offset.corners.map(\.second))
        return LocalPath(
            corners: seconds.sorted().map { second in
                let (base, extra) = (place(at: second), offset.place(at: second))
                return Corner(second: second, east: base.east + extra.east, north: base.north + extra.north)
            })
    }

    /// This path and then another one, with a straight leg between them; the other begins later than this one ends.
    func followed(by later: LocalPath) -> LocalPath {
        precondition(later.firstSecond > lastSecond)
        return LocalPath(corners: corners + later.corners)
    }

    /// A visit as an offset from the host: in from afar, alongside between two seconds, and out again.
    ///
    /// The last 1.4 km are run at 5.5 kn straight towards the host, so that the contact distance is crossed at
    /// 2.8 m/s and the moment of crossing is sharp: two metres of position noise move it by less than a second.
    /// The bearing is the one on which the visitor comes and goes, seen from the host; it slows down at `slowMetres`.
    static func visit(
        alongside: ClosedRange<Int>, berth: (east: Double, north: Double), bearingDegrees: Double,
        fromMetres: Double = 22_000, toMetres: Double = 22_000, slowMetres: Double = 110, transitKnots: Double = 11
    ) -> LocalPath {
        let (sine, cosine) = (sin(bearingDegrees * .pi / 180), cos(bearingDegrees * .pi / 180))
        var inbound = LocalPath(second: 0, east: fromMetres * sine, north: fromMetres * cosine)
        if fromMetres > 1_500 { inbound.sail(east: 1_500 * sine, north: 1_500 * cosine, knots: transitKnots) }
        inbound.sail(east: slowMetres * sine, north: slowMetres * cosine, knots: 5.5)
        inbound.sail(east: berth.east, north: berth.north, knots: 0.5)
        let shift = alongside.lowerBound - inbound.lastSecond
        var path = LocalPath(
            corners: inbound.corners.map { Corner(second: $0.second + shift, east: $0.east, north: $0.north) })
        path.hold(until: alongside.upperBound)
        path.sail(east: slowMetres * sine, north: slowMetres * cosine, knots: 0.5)
        path.sail(east: 1_500 * sine, north: 1_500 * cosine, knots: 5.5)
        if toMetres > 1_500 { path.sail(east: toMetres * sine, north: toMetres * cosine, knots: transitKnots) }
        return path
    }
}
