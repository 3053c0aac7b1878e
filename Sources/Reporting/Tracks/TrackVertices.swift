import MaritimeModel

/// The corners of a segment's line on a map, cut where it crosses the dateline (RFC 7946 section 3.1.9).
///
/// At a crossing one line ends and another begins, both on the meridian of 180 degrees; the latitude and the time of
/// the crossing are taken in proportion to the longitude, and the time to the second below. Every line of a segment of
/// two fixes or more has at least two corners. Between two fixes the line takes the shorter way.
struct TrackVertices: Sequence, IteratorProtocol {
    struct Vertex: Equatable {
        /// Degrees, -180...180.
        var longitude: Double
        var latitude: Double
        var time: Timestamp
        /// Whether a new line begins here; true for the first corner.
        var startsLine: Bool
    }

    private let fixes: SegmentFixes
    private var place = 0
    private var before: Vertex?
    /// What a crossing put between two fixes, in reverse.
    private var waiting: [Vertex] = []

    init(_ fixes: SegmentFixes) { self.fixes = fixes }

    /// Whether the line is cut at all. Complexity: O(n).
    static func crossesDateline(_ fixes: SegmentFixes) -> Bool {
        TrackVertices(fixes).dropFirst().contains { $0.startsLine }
    }

    mutating func next() -> Vertex? {
        if let vertex = waiting.popLast() {
            before = vertex
            return vertex
        }
        guard place < fixes.count else { return nil }
        let fix = fixes[place]
        place += 1
        var vertex = Vertex(
            longitude: fix.position.longitude, latitude: fix.position.latitude, time: fix.time, startsLine: false)
        guard let before else {
            vertex.startsLine = true
            vertex.longitude = sideOfFirst()
            self.before = vertex
            return vertex
        }
        // A ship on the meridian itself is on the side that she comes from.
        if abs(vertex.longitude) == 180 { vertex.longitude = before.longitude < 0 ? -180 : 180 }
        guard abs(vertex.longitude - before.longitude) > 180 else {
            self.before = vertex
            return vertex
        }
        return cross(from: before, to: vertex)
    }

    /// The longitude of the first fix; on the meridian itself the side of the first fix that is not.
    private func sideOfFirst() -> Double {
        let first = fixes[0].position.longitude
        guard abs(first) == 180, let other = fixes.first(where: { abs($0.position.longitude) != 180 }) else {
            return first
        }
        return other.position.longitude < 0 ? -180 : 180
    }

    /// Gives the end of the line on this side and keeps what follows.
    private mutating func cross(from before: Vertex, to vertex: Vertex) -> Vertex {
        let edge: Double = before.longitude < 0 ? -180 : 180
        let near = 180 - abs(before.longitude)
        let share = near / (near + 180 - abs(vertex.longitude))
        let seconds = Double(vertex.time.secondsSince1970 - before.time.secondsSince1970) * share
        let crossing = Vertex(
            longitude: edge, latitude: before.latitude + (vertex.latitude - before.latitude) * share,
            time: Timestamp(secondsSince1970: before.time.secondsSince1970 + Int64(seconds)), startsLine: false)
        var beginning = crossing
        beginning.longitude = -edge
        beginning.startsLine = true
        // A fix on the meridian has ended its line already.
        if near == 0 {
            waiting = [vertex]
            self.before = beginning
            return beginning
        }
        waiting = [vertex, beginning]
        return crossing
    }
}
