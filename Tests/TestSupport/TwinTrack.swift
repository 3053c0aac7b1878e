import FixMemory
import Glibc
public import MaritimeModel

/// A known piece of a track: two consecutive fixes and the great circle between them, sailed at constant speed.
public struct TwinStretch: Sendable {
    /// Seconds since 1970 of the two fixes.
    public let start: Int
    public let end: Int
    /// Radians a second along the great circle.
    let turn: Double
    /// The point of the first fix, and the direction of departure: two perpendicular unit vectors.
    let origin: Vector3
    let departure: Vector3

    /// Joins two fixes along the short way. Points exactly opposite each other have no short way; do not ask.
    init(start: Int, from origin: Vector3, end: Int, to destination: Vector3) {
        self.start = start
        self.end = end
        self.origin = origin
        // What is left of the step to the destination without its part along the origin. Taking the step first keeps
        // the digits when the two points are centimetres apart.
        let step = destination - origin
        let sideways = step - origin * origin.dot(step)
        if sideways.length == 0 {
            departure = Vector3(0, 0, 0)
            turn = 0
        } else {
            departure = sideways * (1 / sideways.length)
            turn = origin.angle(to: destination) / Double(end - start)
        }
    }

    /// How long the stretch is, in seconds.
    public var seconds: Int { end - start }
    /// The path speed, in metres a second.
    public var speed: Double { turn * earthRadiusMetres }
    /// The pull towards the centre that keeps the vessel on the sphere, in metres a second squared.
    var acceleration: Double { turn * turn * earthRadiusMetres }

    /// Where the vessel is this many seconds after the first fix, on the unit sphere, and its velocity in radii a
    /// second.
    func state(after seconds: Double) -> (point: Vector3, velocity: Vector3) {
        let cosine = cos(turn * seconds)
        let sine = sin(turn * seconds)
        return (origin * cosine + departure * sine, (departure * cosine - origin * sine) * turn)
    }

    /// Where the vessel is this many seconds after the first fix, on the unit sphere.
    func point(after seconds: Double) -> Vector3 { state(after: seconds).point }
}

/// What is known of one vessel's way: its stretches that are not longer than the greatest gap, in time order.
public struct TwinTrack: Sendable {
    public let stretches: [TwinStretch]
    /// Seconds since 1970 of all fixes, on known stretches or not.
    public let fixTimes: [Int]

    /// Takes one vessel out of a table.
    public init(of vessel: Int, in tracks: TrackTable, maxGapSeconds: Int) {
        let fixes = Array(tracks.fixRange(ofSegment: vessel))
        fixTimes = fixes.map { Int(tracks.times[$0]) }
        var stretches: [TwinStretch] = []
        for (fix, next) in zip(fixes, fixes.dropFirst()) {
            let start = Int(tracks.times[fix])
            let end = Int(tracks.times[next])
            guard end - start <= maxGapSeconds else { continue }
            stretches.append(
                TwinStretch(
                    start: start, from: Vector3(tracks.position(ofFix: fix)),
                    end: end, to: Vector3(tracks.position(ofFix: next))))
        }
        self.stretches = stretches
    }

    /// The stretch that holds a moment (the earlier one at a fix), or nil when the position is unknown.
    public func stretch(at time: Double) -> TwinStretch? {
        // The first stretch that has not ended before the moment, found by halving.
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if Double(stretches[middle].end) < time { low = middle + 1 } else { high = middle }
        }
        guard low < stretches.count, Double(stretches[low].start) <= time else { return nil }
        return stretches[low]
    }

    /// Where the vessel is, as a point of the unit sphere, or nil when the position is unknown.
    public func point(at time: Double) -> Vector3? {
        guard let stretch = stretch(at: time) else { return nil }
        return stretch.point(after: time - Double(stretch.start))
    }
}
