import TestSupport

/// A ship at its mooring: its receiver jitters, and now and then it is silent.
enum MooredShip {
    typealias Fix = (time: UInt32, latitude: Double, longitude: Double)

    /// The fixes from one time on, for so many seconds.
    ///
    /// - Parameters:
    ///   - noise: the greatest jitter in each coordinate, in degrees.
    ///   - place: where the ship lies at a time, in degrees; the longitude may be beyond 180.
    static func fixes(
        from begin: UInt32, seconds: UInt32, noise: Double, _ random: inout SplitMix64,
        place: (_ time: UInt32, inout SplitMix64) -> (latitude: Double, longitude: Double)
    ) -> [Fix] {
        var time = begin + UInt32(random.integer(in: 0...300))
        var fixes: [Fix] = []
        while time < begin + seconds {
            let (latitude, longitude) = place(time, &random)
            let east = longitude + random.number(in: -1...1) * noise
            fixes.append((time, latitude + random.number(in: -1...1) * noise, east > 180 ? east - 360 : east))
            time += UInt32(random.chance(0.02) ? random.integer(in: 500...4_500) : random.integer(in: 1...280))
        }
        return fixes
    }
}
