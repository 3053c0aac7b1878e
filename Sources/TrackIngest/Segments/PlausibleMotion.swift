import MaritimeModel

/// What one hull can have done between two fixes.
enum PlausibleMotion {
    /// The fastest that a hull is believed to go, in metres per second: 60 kn. The fastest passenger ship makes 58 kn
    /// (HSC Francisco, 2013 trials); patrol and pilot boats stay below.
    static let greatestSpeed = 60 * metresPerSecondPerKnot
    /// The fastest that it is believed to keep up beyond `burstSeconds`, in metres per second: 30 kn. Faster craft are
    /// ferries and patrol boats, which are not silent for hours on a passage.
    static let sustainedSpeed = 30 * metresPerSecondPerKnot
    /// For how long the greatest speed is believed.
    static let burstSeconds = 3_600.0
    /// Nearer than this, in metres, a fix that is too fast is an error of the same hull's position or clock: two hulls
    /// that are so near to each other cannot be told apart by speed.
    static let noiseMetres = 500.0
    /// Times are cut to whole seconds, so two fixes may be almost a second further apart than they say.
    static let clockSeconds = 1.0

    /// The farthest that a hull can get in a time, in metres, without room for noise.
    static func reach(seconds: Double) -> Double {
        let seconds = seconds + clockSeconds
        return greatestSpeed * min(seconds, burstSeconds) + sustainedSpeed * max(0, seconds - burstSeconds)
    }

    /// A spike goes out and back faster than this, in metres per second: 25 kn, more than nearly all ships do.
    static let spikeSpeed = 25 * metresPerSecondPerKnot
    /// ... and than this many times what the track has shown elsewhere.
    static let spikeFactor = 1.5
    /// ... and farther than this, in metres, both ways.
    static let spikeMetres = 1_000.0

    /// For how long after a message a copy of it is still expected, in seconds: receivers, satellites and relays hand on
    /// the same message up to this much later.
    static let copySeconds: UInt32 = 10
    /// A copy is told from a ship that lies still by how far the ship got meanwhile, in metres.
    static let copyMetres = 10.0
    /// The same for positions that were rounded to 1e-4 degree or a hundredth of a minute (18.5 m): there a ship that
    /// moves may well send one position twice.
    static let coarseCopyMetres = 50.0
}
