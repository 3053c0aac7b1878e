/// What is wrong in a dirty world. The raw value is the name in file names and truth files.
public enum DirtyWorldKind: String, CaseIterable, Sendable {
    /// Nothing: ships of many sorts, with the noise, silences and sampling that good tracks have.
    case clean
    /// Two or three hulls with one number.
    case sharedMMSI = "shared_mmsi"
    /// Fixes thrown far away: single ones, bursts at a false place, and jamming to one point.
    case spoofJumps = "spoof_jumps"
    /// One hull with two numbers, one after the other or both at once.
    case reflagging
    /// Position noise at short intervals, clocks that are off, seconds out of order, times with milliseconds.
    case jitter
    /// The same message through several receivers, and rows repeated.
    case duplicates
    /// Net buoys, beacons and aids to navigation with numbers that look like a vessel's.
    case gear
    /// Tracks that no ship sailed: circles, ruled lines, replays, frozen positions, hulls inside each other, land.
    case falseTracks = "false_tracks"
}
