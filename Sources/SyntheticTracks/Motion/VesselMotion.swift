import MaritimeModel

/// The true motion of one hull: great-circle legs at constant speed between corners at whole seconds.
struct VesselMotion {
    /// Seconds since 1970 of the corners, strictly increasing.
    let cornerSeconds: [Int]
    private let points: [SphereVector]
    /// The angle of each leg in radians.
    private let angles: [Double]

    /// Lays a local path on the sphere; `startOfWorld` is in seconds since 1970.
    init(_ path: LocalPath, in frame: LocalFrame, startOfWorld: Int) {
        cornerSeconds = path.corners.map { startOfWorld + $0.second }
        points = path.corners.map { frame.point(east: $0.east, north: $0.north) }
        angles = zip(points, points.dropFirst()).map { $0.angle(to: $1) }
    }

    var firstSecond: Int { cornerSeconds[0] }
    var lastSecond: Int { cornerSeconds[cornerSeconds.count - 1] }

    /// The leg on which the hull is at a moment within its time. Complexity: O(log n).
    func leg(at second: Double) -> Int {
        var (low, high) = (0, cornerSeconds.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Double(cornerSeconds[middle]) <= second { low = middle } else { high = middle }
        }
        return low
    }

    /// The position at a moment; held still before and after the hull's time.
    func position(at second: Double) -> SphereVector {
        guard second > Double(firstSecond), cornerSeconds.count > 1 else { return points[0] }
        guard second < Double(lastSecond) else { return points[points.count - 1] }
        let leg = leg(at: second)
        let from = Double(cornerSeconds[leg])
        let fraction = (second - from) / (Double(cornerSeconds[leg + 1]) - from)
        return points[leg].towards(points[leg + 1], fraction: fraction, angle: angles[leg])
    }

    /// The speed on a leg in metres per second.
    func speedMetresPerSecond(onLeg leg: Int) -> Double {
        angles[leg] * earthRadiusMetres / Double(cornerSeconds[leg + 1] - cornerSeconds[leg])
    }

    /// The course on a leg at its start in degrees, or nil when the hull does not move.
    func courseDegrees(onLeg leg: Int) -> Double? {
        angles[leg] * earthRadiusMetres < 1 ? nil : points[leg].courseDegrees(to: points[leg + 1])
    }
}
